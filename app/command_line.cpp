// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include "app/commands/command.h"
#include "core/align/scenario.h"
#include "core/base/version.h"
#include "core/layout/layout.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope::app {
namespace {

int end(const Failure& failure)
{
    std::fprintf(stderr, "alignscope: %s\n", failure.sentence.c_str());
    return failure.code;
}

// `--override A=large B=none` is the same as naming the option twice, and so is `--bind A=B C=D`; a
// file name is never taken for an override, since it does not end in a method.
std::vector<std::string> arguments(int argc, char** argv)
{
    const auto isOverride = [](std::string_view word) {
        const auto at = word.rfind('=');
        if (at == std::string_view::npos || at == 0) return false;
        const std::string_view end = word.substr(at + 1);
        return methodFromText(end).has_value() || end == "inherit" || word.ends_with("overlap=on")
            || word.ends_with("overlap=off");
    };
    // Slot ids end in ":in:0" or ":out:0".
    const auto isByHand = [](std::string_view word) {
        const auto at = word.rfind('=');
        if (at == std::string_view::npos) return false;
        const std::string_view slot = word.substr(0, at);
        return slot.find(":in:") != std::string_view::npos || slot.find(":out:") != std::string_view::npos;
    };
    std::vector<std::string> all;
    std::string_view behind;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const bool option = word.starts_with('-');
        if (!option && !behind.empty() && !all.empty() && all.back() != behind) {
            if (behind == "--override" ? isOverride(word) : isByHand(word)) all.emplace_back(behind);
            else behind = {};
        }
        if (option) {
            behind = {};
            for (const std::string_view name : {"--override", "--bind", "--pin", "--exclude"})
                if (word == name) behind = name;
        }
        all.emplace_back(word);
    }
    return all;
}

// One line of what the parser found wrong.
std::string usageSentence(const CLI::ParseError& error)
{
    std::string text = error.what();
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
    return text + "; see alignscope --help.";
}

int parseAndRun(int argc, char** argv)
{
    CLI::App program("Inspector for the shared quantization parameters of a neural network.", "alignscope");
    program.set_version_flag("--version", "alignscope " + std::string(programVersion()));
    program.require_subcommand(0, 1);

    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(makeInspect());
    commands.push_back(makeAlign());
    commands.push_back(makeSweep());
    commands.push_back(makeWhy());
    commands.push_back(makeImpact());
    commands.push_back(makePropose());
    commands.push_back(makeDiff());
    commands.push_back(makeRender());
    commands.push_back(makeScreenshot());
    commands.push_back(makeWindow());
    for (const auto& command : commands) command->declare(program);

    try {
        auto words = arguments(argc, argv);
        std::reverse(words.begin(), words.end()); // as the parser wants them
        program.parse(words);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = program.get_subcommands();
        std::fputs((chosen.empty() ? program.help() : chosen.front()->help("alignscope")).c_str(), stdout);
        return kDone;
    } catch (const CLI::CallForVersion& version) {
        std::printf("%s\n", version.what());
        return kDone;
    } catch (const CLI::ParseError& error) {
        return end({kUsage, usageSentence(error)});
    }
    for (const auto& command : commands) {
        if (!command->chosen()) continue;
        const auto code = command->run();
        return code ? *code : end(code.error());
    }
    return kUsage;
}

} // namespace

int run(int argc, char** argv)
{
    try {
        if (argc > 1 && std::string_view(argv[1]) == "--worker") return layout::runWorker();
        return parseAndRun(argc, argv);
    } catch (const std::exception& error) { // nothing in core throws; memory can run out
        return end({kInputUnreadable, std::string("It could not be finished: ") + error.what() + "."});
    }
}

} // namespace alignscope::app

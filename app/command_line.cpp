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

// `--override A=large B=none` is the same as naming the option twice; a file name is never taken
// for an override, since it does not end in a method.
std::vector<std::string> arguments(int argc, char** argv)
{
    std::vector<std::string> all;
    bool behindOverride = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const auto at = word.rfind('=');
        const bool more = behindOverride && !word.starts_with('-') && at != std::string_view::npos && at > 0
            && methodFromText(word.substr(at + 1)).has_value();
        if (more) all.emplace_back("--override");
        behindOverride = more || (i > 1 && std::string_view(argv[i - 1]) == "--override");
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

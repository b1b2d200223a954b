// SPDX-License-Identifier: Apache-2.0
#include "app/commands/scenario_options.h"

#include "core/align/by_hand.h"
#include "core/base/message_codes.h"
#include "core/base/numbers.h"
#include "core/report/scenario_json.h"
#include "core/report/scenario_source.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace alignscope::app {
namespace {

std::string presetNames()
{
    std::string text;
    const auto all = presets();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0) text += i + 1 == all.size() ? " or " : ", ";
        text += all[i].name;
    }
    return text;
}

Expected<Method> methodNamed(const std::string& word, const std::string& whom, std::optional<Family> family)
{
    const auto method = methodFromText(word);
    const std::string choices = family ? legalMethodsText(*family) : "none, large, output or input";
    if (!method || (family && !isLegal(*family, *method)))
        return failure(kUsage, Error{MessageCode::MethodNotLegal, {word, whom, choices}});
    return *method;
}

// "OP=large", "OP=large,overlap=on", "OP=overlap=on"; names may contain all of these characters, so
// everything is read from the right.
std::optional<Failure> addOverride(Scenario& scenario, const std::string& text)
{
    std::string rest = text;
    std::optional<Overlap> overlap;
    for (const auto& [ending, value] : {std::pair("overlap=on", Overlap::On), std::pair("overlap=off", Overlap::Off)}) {
        const std::string_view word = ending;
        if (overlap || !rest.ends_with(word) || rest.size() < word.size() + 2) continue;
        const char before = rest[rest.size() - word.size() - 1];
        if (before != ',' && before != '=') continue;
        overlap = value;
        rest.resize(rest.size() - word.size() - (before == ',' ? 1 : 0));
    }
    const auto at = rest.rfind('=');
    if (at == std::string::npos || at == 0)
        return Failure{kUsage, "\"" + text + "\" is no override: write OPERATION=METHOD or OPERATION=METHOD,overlap=on."};
    const std::string operation = rest.substr(0, at);
    const std::string word = rest.substr(at + 1);
    Override& choice = scenario.overrides[operation];
    if (overlap) choice.overlap = overlap;
    if (word == "inherit") {
        choice.method.reset();
    } else if (!word.empty() || !overlap) {
        const auto method = methodNamed(word, operation, std::nullopt);
        if (!method) return method.error();
        choice.method = *method;
    }
    if (choice == Override{}) scenario.overrides.erase(operation);
    return std::nullopt;
}

// "A=B" at the last '=' that leaves two slot ids, or values behind it.
std::optional<std::pair<std::string, std::string>> halves(const std::string& text)
{
    const auto at = text.rfind('=');
    if (at == std::string::npos || at == 0 || at + 1 == text.size()) return std::nullopt;
    return std::pair(text.substr(0, at), text.substr(at + 1));
}

} // namespace

void ScenarioOptions::declare(CLI::App& command, ScenarioFiles files)
{
    command.add_option("--preset", m_preset, "Start from " + presetNames())->type_name("NAME");
    for (const Family family : kFamilies) {
        const std::string name(toText(family));
        command.add_option("--" + name, m_methods[static_cast<std::size_t>(family)],
                           "Method for " + name + " operations: " + legalMethodsText(family))
            ->type_name("M");
    }
    auto* on = command.add_flag("--force-overlap", m_overlap, "Producers with other consumers follow as well");
    auto* off = command.add_flag("--no-force-overlap", m_noOverlap,
                                 "Producers with other consumers keep their parameters");
    on->excludes(off);
    const auto repeated = [&](const char* name, std::vector<std::string>& values, const char* type, const char* text) {
        command.add_option(name, values, text)
            ->type_name(type)
            ->expected(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    };
    repeated("--override", m_overrides, "OP=M[,overlap=on|off]",
             "Another method for one operation, or inherit; may be given again");
    repeated("--bind", m_bindings, "SLOT=MASTER", "Bind one slot to another by hand (strict engine); may be given again");
    repeated("--pin", m_pins, "SLOT=SCALE,OFFSET", "Pin the scale and offset of a slot (strict engine); may be given again");
    repeated("--exclude", m_excluded, "FROM=TO",
             "Let the producer's slot FROM not follow the aligned slot TO (strict engine); may be given again");
    auto* scenarios = command.add_option("--scenario", m_files,
                                         files == ScenarioFiles::One
                                             ? "Start from a scenario file, a session (SESSION#NAME for one of its scenarios) or a model\n"
                                               "that was exported with one"
                                             : "Start from a scenario file, a session (SESSION#NAME) or a model that was exported with\n"
                                               "one; given several times, the others are compared with the first");
    scenarios->type_name("FILE")->expected(1)->allow_extra_args(false);
    scenarios->multi_option_policy(files == ScenarioFiles::One ? CLI::MultiOptionPolicy::Throw
                                                               : CLI::MultiOptionPolicy::TakeAll);
    command.add_option("--engine", m_engine, "ppq (default) or strict")->type_name("ENGINE");
    command.add_flag("--no-passive", m_noPassive, "Leave bias, Clip and Pad parameters as they are");
}

Expected<Scenario> ScenarioOptions::scenario(std::size_t file) const
{
    Scenario scenario;
    if (m_files.size() > file) {
        auto read = readScenarioFrom(m_files[file]);
        if (!read) return failure(kInputUnreadable, read.error());
        scenario = std::move(*read);
    }
    if (m_preset && !applyPreset(scenario, *m_preset))
        return failure(kUsage, "There is no preset \"" + *m_preset + "\": choose " + presetNames() + ".");
    for (const Family family : kFamilies) {
        const auto& word = m_methods[static_cast<std::size_t>(family)];
        if (!word) continue;
        const auto method = methodNamed(*word, std::string(toText(family)), family);
        if (!method) return tl::unexpected<Failure>(method.error());
        scenario.setMethod(family, *method);
    }
    if (m_overlap) scenario.forceOverlap = Overlap::On;
    if (m_noOverlap) scenario.forceOverlap = Overlap::Off;
    for (const std::string& text : m_overrides)
        if (auto failed = addOverride(scenario, text)) return tl::unexpected<Failure>(*failed);
    if (auto failed = addByHand(scenario)) return tl::unexpected<Failure>(*failed);
    if (m_engine) {
        const auto engine = engineNamed(*m_engine);
        if (!engine) return tl::unexpected<Failure>(engine.error());
        scenario.engine = *engine;
    }
    if (m_noPassive) scenario.passivePass = false;
    return scenario;
}

std::vector<std::string> ScenarioOptions::inputs() const
{
    std::vector<std::string> files;
    for (const std::string& source : m_files) files.push_back(fileOfSource(source));
    return files;
}

Expected<Engine> engineNamed(const std::string& name)
{
    const auto engine = engineFromText(name);
    if (!engine) return failure(kUsage, "There is no engine \"" + name + "\": choose ppq or strict.");
    return *engine;
}

std::optional<Failure> ScenarioOptions::addByHand(Scenario& scenario) const
{
    const auto usage = [](const std::string& text, const char* what) {
        return Failure{kUsage, "\"" + text + "\" is no " + what + "."};
    };
    for (const std::string& text : m_bindings) {
        const auto parts = halves(text);
        if (!parts) return usage(text, "binding: write SLOT=MASTER, as in Conv1:out:0=Conv2:out:0");
        setBinding(scenario, {parts->first, parts->second});
    }
    for (const std::string& text : m_pins) {
        const char* const form = "pin: write SLOT=SCALE,OFFSET, as in Conv1:out:0=0.05,0";
        const auto parts = halves(text);
        const auto comma = parts ? parts->second.find(',') : std::string::npos;
        if (comma == std::string::npos) return usage(text, form);
        const auto scale = parseFloat(parts->second.substr(0, comma));
        const auto offset = parseFloat(parts->second.substr(comma + 1));
        if (!scale || !offset) return usage(text, form);
        setPin(scenario, {parts->first, *scale, *offset});
    }
    for (const std::string& text : m_excluded) {
        const auto parts = halves(text);
        if (!parts) return usage(text, "edge: write FROM=TO, as in Conv2:out:0=Add1:in:1");
        setExcluded(scenario, {parts->first, parts->second});
    }
    return std::nullopt;
}

std::optional<Failure> ScenarioOptions::refusal(const Scenario& scenario, const Model& model) const
{
    if (const auto error = illegalMethod(scenario, *model.graph)) return Failure{kUsage, sentence(*error)};
    const auto named = [](const std::vector<std::string>& words, const std::string& text) {
        return std::find(words.begin(), words.end(), text) != words.end();
    };
    const auto first = [](const std::vector<std::string>& words, const std::string& slot) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return word.starts_with(slot + "=");
        });
    };
    std::vector<Result<void>> verdicts;
    for (const ManualBinding& binding : scenario.bindings)
        if (named(m_bindings, binding.slot + "=" + binding.master))
            verdicts.push_back(canBind(model, scenario, binding.slot, binding.master));
    for (const Pin& pin : scenario.pins)
        if (first(m_pins, pin.slot)) verdicts.push_back(canPin(model, scenario, pin));
    for (const ExcludedEdge& edge : scenario.excludedEdges)
        if (named(m_excluded, edge.from + "=" + edge.to)) verdicts.push_back(canExclude(model, scenario, edge.from, edge.to));
    for (const auto& verdict : verdicts)
        if (!verdict) return Failure{kUsage, sentence(verdict.error())};
    return std::nullopt;
}

} // namespace alignscope::app

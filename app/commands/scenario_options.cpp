// SPDX-License-Identifier: Apache-2.0
#include "app/commands/scenario_options.h"

#include "core/base/message_codes.h"
#include "core/report/scenario_json.h"
#include "core/report/scenario_source.h"

#include <CLI/CLI.hpp>

#include <algorithm>

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

} // namespace

void ScenarioOptions::declare(CLI::App& command)
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
    command.add_option("--override", m_overrides, "Another method for one operation; may be given again")
        ->type_name("OP=M")
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command.add_option("--scenario", m_file, "Start from a scenario file, a session (SESSION#NAME for one of its scenarios) or a model\n"
                       "that was exported with one")
        ->type_name("FILE");
    command.add_option("--engine", m_engine, "ppq (default) or strict")->type_name("ENGINE");
    command.add_flag("--no-passive", m_noPassive, "Leave bias, Clip and Pad parameters as they are");
}

Expected<Scenario> ScenarioOptions::scenario() const
{
    Scenario scenario;
    if (m_file) {
        auto read = readScenarioFrom(*m_file);
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
    for (const std::string& text : m_overrides) {
        const auto at = text.rfind('='); // operation names may contain it
        if (at == std::string::npos || at == 0)
            return failure(kUsage, "\"" + text + "\" is no override: write OPERATION=METHOD.");
        const std::string operation = text.substr(0, at);
        const auto method = methodNamed(text.substr(at + 1), operation, std::nullopt);
        if (!method) return tl::unexpected<Failure>(method.error());
        scenario.overrides[operation].method = *method;
    }
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
    return m_file ? std::vector<std::string>{fileOfSource(*m_file)} : std::vector<std::string>{};
}

Expected<Engine> engineNamed(const std::string& name)
{
    const auto engine = engineFromText(name);
    if (!engine) return failure(kUsage, "There is no engine \"" + name + "\": choose ppq or strict.");
    return *engine;
}

std::optional<Failure> refuse(const Scenario& scenario, const Model& model)
{
    if (const auto error = illegalMethod(scenario, *model.graph)) return Failure{kUsage, sentence(*error)};
    return std::nullopt;
}

} // namespace alignscope::app

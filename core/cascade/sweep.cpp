// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/sweep.h"

#include "core/cascade/evaluate.h"

#include <array>
#include <span>
#include <utility>

namespace alignscope {

std::vector<Combination> sweep(const Model& model, Engine engine, const Task& task)
{
    std::array<std::span<const Method>, 4> choices;
    constexpr Method kOnlyNone[] = {Method::None};
    std::size_t total = 2;
    for (const Family family : kFamilies) {
        const auto index = static_cast<std::size_t>(family);
        const bool present = model.slotGraph && model.slotGraph->siteCount(family) > 0;
        choices[index] = present ? legalMethods(family) : std::span<const Method>(kOnlyNone);
        total *= choices[index].size();
    }
    std::vector<Scenario> scenarios(total);
    for (std::size_t number = 0; number < total; ++number) {
        Scenario& scenario = scenarios[number];
        scenario.engine = engine;
        std::size_t rest = number;
        scenario.forceOverlap = rest % 2 == 1 ? Overlap::On : Overlap::Off;
        rest /= 2;
        for (std::size_t i = choices.size(); i-- > 0;) {
            scenario.methods[i] = choices[i][rest % choices[i].size()];
            rest /= choices[i].size();
        }
    }
    return priced(model, scenarios, task);
}

std::vector<Combination> priced(const Model& model, std::span<const Scenario> scenarios, const Task& task)
{
    const Summarizer summarize(model);
    std::vector<Combination> combinations;
    combinations.reserve(scenarios.size());
    for (const Scenario& scenario : scenarios) {
        if (task.stopped()) break;
        const Outcome outcome = evaluate(model, scenario);
        combinations.push_back({scenario, summarize(outcome), outcome.error});
        task.report(static_cast<double>(combinations.size()) / static_cast<double>(scenarios.size()));
    }
    return combinations;
}

} // namespace alignscope

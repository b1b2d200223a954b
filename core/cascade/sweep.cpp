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
    const Summarizer summarize(model);
    std::vector<Combination> combinations;
    combinations.reserve(total);
    for (std::size_t number = 0; number < total && !task.stopped(); ++number) {
        Combination combination;
        combination.scenario.engine = engine;
        std::size_t rest = number;
        combination.scenario.forceOverlap = rest % 2 == 1 ? Overlap::On : Overlap::Off;
        rest /= 2;
        for (std::size_t i = choices.size(); i-- > 0;) {
            combination.scenario.methods[i] = choices[i][rest % choices[i].size()];
            rest /= choices[i].size();
        }
        const Outcome outcome = evaluate(model, combination.scenario);
        combination.summary = summarize(outcome);
        combination.error = outcome.error;
        combinations.push_back(std::move(combination));
        task.report(static_cast<double>(number + 1) / static_cast<double>(total));
    }
    return combinations;
}

} // namespace alignscope

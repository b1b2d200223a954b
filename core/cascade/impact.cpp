// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/impact.h"

#include "core/cascade/evaluate.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace alignscope {
namespace {

// Bits in millionths, so that rounding decides no tie.
auto rank(const Impact& impact)
{
    const Reach& reach = impact.reach;
    return std::tuple(reach.slots.changed, std::llround(std::abs(impact.price.summedBitsLost) * 1e6), reach.slots.all(),
                      reach.operations, reach.hops);
}

bool sameOutcome(const ResolvedTable& a, const ResolvedTable& b)
{
    for (std::uint32_t i = 0; i < a.size(); ++i)
        if (!sameResolved(a, b, SlotId(i))) return false;
    return true;
}

} // namespace

std::vector<Option> optionsOf(const Model& model, const Scenario& scenario)
{
    std::vector<Option> options;
    if (!model.slotGraph) return options;
    for (const AlignmentSite& site : model.slotGraph->sites()) {
        if (!site.family || !(site.alignable || model.slotGraph->everyFamilyMember())) continue;
        const Overlap now = overlapOf(scenario, model.graph->operation(site.operation));
        for (const Method method : legalMethods(*site.family)) {
            options.push_back({site.operation, method, now});
            if (reachesProducers(method))
                options.push_back({site.operation, method, now == Overlap::On ? Overlap::Off : Overlap::On});
        }
    }
    return options;
}

bool inForce(const Model& model, const Scenario& scenario, const Option& option)
{
    const Operation& operation = model.graph->operation(option.operation);
    return methodOf(scenario, operation) == option.method
        && (!reachesProducers(option.method) || overlapOf(scenario, operation) == option.overlap);
}

Scenario withOption(const Model& model, const Scenario& scenario, const Option& option)
{
    Scenario changed = scenario;
    choose(changed, model.graph->operation(option.operation), option.method, option.overlap);
    return changed;
}

std::vector<Impact> impacts(const Model& model, const Scenario& scenario, const Task& task)
{
    std::vector<Impact> found;
    const auto options = optionsOf(model, scenario);
    if (options.empty()) return found;
    const Summarizer summarize(model);
    const Outcome now = evaluate(model, scenario);
    const Summary summary = summarize(now);
    const ResolvedTable before(now.table);
    ReachMeter measure(model);
    Outcome first; // of the same method with the overlap in force
    for (std::size_t i = 0; i < options.size() && !task.stopped(); ++i) {
        const Option& option = options[i];
        task.report(static_cast<double>(i) / static_cast<double>(options.size()));
        const bool second = i > 0 && options[i - 1].operation == option.operation
            && options[i - 1].method == option.method;
        Outcome outcome = evaluate(model, withOption(model, scenario, option));
        if (!second || !sameOutcome(ResolvedTable(first.table), ResolvedTable(outcome.table))) {
            if (!inForce(model, scenario, option))
                found.push_back({option, measure(before, ResolvedTable(outcome.table), option.operation),
                                 priceOf(summary, summarize(outcome)), outcome.error});
        }
        if (!second) first = std::move(outcome);
    }
    std::stable_sort(found.begin(), found.end(), [](const Impact& a, const Impact& b) {
        if (a.error.has_value() != b.error.has_value()) return b.error.has_value();
        return rank(a) > rank(b);
    });
    return found;
}

std::vector<const Impact*> farthest(std::span<const Impact> ranked)
{
    std::vector<const Impact*> first;
    for (const Impact& impact : ranked) {
        if (impact.error || impact.reach.slots.changed == 0
            || impact.reach.slots.changed != ranked.front().reach.slots.changed)
            break;
        const bool listed = std::any_of(first.begin(), first.end(), [&](const Impact* other) {
            return other->option.operation == impact.option.operation;
        });
        if (!listed) first.push_back(&impact);
    }
    return first;
}

} // namespace alignscope

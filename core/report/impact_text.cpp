// SPDX-License-Identifier: Apache-2.0
#include "core/report/impact_text.h"

#include "core/base/numbers.h"
#include "core/report/summary_text.h"
#include "core/report/text_columns.h"

#include <algorithm>

namespace alignscope {
namespace {

constexpr std::size_t kChoicesShown = 40;

std::string signedText(std::ptrdiff_t value) { return std::string(value > 0 ? "+" : "").append(std::to_string(value)); }

std::string signedText(double value)
{
    return std::string(value > 0 ? "+" : "").append(toShortText(value, 3));
}

std::string optionText(const Option& option)
{
    std::string text(toText(option.method));
    if (reachesProducers(option.method)) text += option.overlap == Overlap::On ? ", overlap on" : ", overlap off";
    return text;
}

std::vector<std::string> cells(const Graph& graph, const Option& option, const Reach& reach, const Price& price)
{
    const Operation& operation = graph.operation(option.operation);
    return {operation.id, operation.type, optionText(option), std::to_string(reach.slots.changed), std::to_string(reach.slots.joined), std::to_string(reach.operations),
            std::to_string(reach.hops), signedText(price.requantizeEdges), signedText(price.misalignedOperations),
            signedText(price.brokenPromises), signedText(price.worstBitsLost), signedText(price.summedBitsLost)};
}

const std::vector<std::string> kHeads = {"operation", "type", "would be", "slots changed", "joined only", "operations", "hops", "requantize",
                                         "misaligned", "broken", "worst bits", "summed bits"};

std::string measures(const Summary& summary)
{
    return std::to_string(summary.requantizeEdgesAfter) + " requantize edges, "
        + std::to_string(summary.misalignedOperationsAfter) + " misaligned operations, "
        + std::to_string(summary.brokenPromises) + " broken promises, "
        + toShortText(summary.summedBitsLost, 4) + " bits lost in all (worst " + toShortText(summary.worstBitsLost, 4) + ")\n";
}

std::string goalText(Goal goal)
{
    switch (goal) {
    case Goal::Edges: return "fewer requantize edges and misaligned operations";
    case Goal::Loss: return "fewer bits lost, without another requantize edge, misaligned operation or broken promise";
    case Goal::Promises: return "fewer broken promises";
    }
    return {};
}

// "Moves most: Add1 to large, overlap on: 5 slots change; as many: Add2, Add3."
std::string winnerText(const Graph& graph, const std::vector<Impact>& impacts)
{
    const auto first = farthest(impacts);
    if (first.empty()) return "No choice for a single operation changes a scale or offset.\n";
    const Impact& winner = *first.front();
    std::string text = "Moves most: " + graph.operation(winner.option.operation).id + " to " + optionText(winner.option) + ": "
        + std::to_string(winner.reach.slots.changed) + " slots change";
    constexpr std::size_t kNamed = 5;
    for (std::size_t i = 1; i < std::min(first.size(), kNamed + 1); ++i)
        text += (i == 1 ? "; as many, for fewer or as many bits: " : ", ") + graph.operation(first[i]->option.operation).id;
    if (first.size() > kNamed + 1) text += " and " + std::to_string(first.size() - kNamed - 1) + " more";
    return text + ".\n";
}

} // namespace

std::string impactText(const Evaluation& now, const std::vector<Impact>& impacts)
{
    const Model& model = *now.model;
    std::string text = scenarioHead(now);
    text += "now: " + measures(now.cascade.summary);
    if (impacts.empty()) return text + "\nThe model has no operation that could be aligned.\n";
    text += "\n" + winnerText(*model.graph, impacts);
    text += "\nThe most far-reaching choices for a single operation, against now\n";
    TextColumns rows;
    rows.add(kHeads);
    for (std::size_t i = 0; i < std::min(impacts.size(), kChoicesShown); ++i) {
        const Impact& impact = impacts[i];
        auto row = cells(*model.graph, impact.option, impact.reach, impact.price);
        if (impact.error) row.emplace_back(toText(impact.error->kind));
        rows.add(std::move(row));
    }
    text += rows.text();
    if (impacts.size() > kChoicesShown) text.append("  and ").append(std::to_string(impacts.size() - kChoicesShown)).append(" more; --json lists them all\n");
    return text;
}

std::string proposalsText(const Evaluation& now, Goal goal, const Proposals& proposals)
{
    std::string text = scenarioHead(now);
    text += "goal: " + goalText(goal) + "\nnow:  " + measures(proposals.start);
    if (proposals.error) return text + engineErrorText(*now.model, *proposals.error) + "; change the scenario first.\n";
    if (proposals.steps.empty()) return text + "\nNo single override helps.\n";
    text += "\n";
    TextColumns rows;
    auto heads = kHeads;
    heads.insert(heads.begin(), "#");
    rows.add(std::move(heads));
    for (std::size_t i = 0; i < proposals.steps.size(); ++i) {
        const Proposal& step = proposals.steps[i];
        auto row = cells(*now.model->graph, step.option, step.reach, step.price);
        row.insert(row.begin(), std::to_string(i + 1));
        rows.add(std::move(row));
    }
    text += rows.text();
    text += "\nthen: " + measures(proposals.steps.back().summary);
    return text + "No single override helps any more.\n";
}

} // namespace alignscope

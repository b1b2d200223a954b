// SPDX-License-Identifier: Apache-2.0
#include "core/report/comparison_json.h"

#include "core/base/json_text.h"
#include "core/cascade/measures.h"
#include "core/report/json_parts.h"
#include "core/report/table_json.h"

#include <cstddef>
#include <vector>

namespace alignscope {
namespace {

std::string operationOrNull(const Graph& graph, OpId operation)
{
    return operation ? jsonText(graph.operation(operation).id) : "null";
}

std::string quirkOrNull(DifferenceRule rule) { return quirkOf(rule) == 0 ? "null" : std::to_string(quirkOf(rule)); }

std::string listJson(const std::vector<std::string>& items)
{
    std::string text = "[";
    for (const std::string& item : items) text.append(text.size() > 1 ? ", " : "").append(item);
    return text += "]";
}

std::string textsJson(const std::vector<std::string>& texts)
{
    std::vector<std::string> quoted;
    for (const std::string& text : texts) quoted.push_back(jsonText(text));
    return listJson(quoted);
}

std::string unmatchedJson(const Unmatched& unmatched)
{
    std::string text = "{";
    member(text, "operations", textsJson(unmatched.operations));
    member(text, "slots", textsJson(unmatched.slots));
    return text += "}";
}

std::string differenceJson(const Comparison& comparison, const SlotDifference& difference)
{
    const SlotList& slots = comparison.to->outcome.table.slots();
    const Graph& graph = slots.graph();
    const SlotValue from = slotValue(comparison.from->outcome.table, difference.slot);
    const SlotValue to = slotValue(comparison.to->outcome.table, difference.slot);
    const auto bits = bitsLost(from.parameters, to.parameters);
    std::vector<std::string> reasons;
    for (const DifferenceReason& reason : difference.reasons) {
        std::string text = "{";
        member(text, "rule", jsonText(numberOf(reason.rule)));
        member(text, "quirk", quirkOrNull(reason.rule));
        member(text, "operation", operationOrNull(graph, reason.operation));
        reasons.push_back(text += "}");
    }
    std::string text = "{";
    member(text, "slot", jsonText(slots.id(difference.slot)));
    member(text, "tensor", jsonText(graph.tensor(slots[difference.slot].tensor).name));
    member(text, "parameters", difference.parameters ? "true" : "false");
    member(text, "from", valueJson(slots, from));
    member(text, "to", valueJson(slots, to));
    member(text, "bits_lost", bits ? jsonNumber(*bits) : "null");
    member(text, "operation", operationOrNull(graph, difference.operation));
    member(text, "reasons", listJson(reasons));
    return text += "}";
}

std::string promiseJson(const Evaluation& evaluation, const BrokenPromise& promise)
{
    const SlotList& slots = evaluation.outcome.table.slots();
    std::string text = "{";
    member(text, "operation", operationOrNull(slots.graph(), promise.operation));
    member(text, "slot", jsonText(slots.id(promise.slot)));
    member(text, "master", jsonText(slots.id(promise.master)));
    member(text, "broken_by", operationOrNull(slots.graph(), evaluation.brokenBy(promise)));
    return text += "}";
}

std::string sideJson(const std::string& name, const Evaluation& evaluation)
{
    std::vector<std::string> promises;
    for (const BrokenPromise& promise : evaluation.cascade.brokenPromises)
        promises.push_back(promiseJson(evaluation, promise));
    std::string text = "{";
    member(text, "name", jsonText(name));
    member(text, "error", errorJson(*evaluation.model->graph, evaluation.outcome.error));
    member(text, "summary", summaryJson(evaluation.cascade.summary));
    member(text, "broken_promises", listJson(promises));
    return text += "}";
}

std::string comparisonEntry(const NamedComparison& named)
{
    const Comparison& comparison = named.comparison;
    std::vector<std::string> rules;
    for (const Comparison::Count& count : comparison.counts(false)) {
        std::string text = "{";
        member(text, "rule", jsonText(numberOf(count.rule)));
        member(text, "quirk", quirkOrNull(count.rule));
        member(text, "slots", std::to_string(count.slots));
        member(text, "text", jsonText(sentence(explain(count.rule))));
        rules.push_back(text += "}");
    }
    std::vector<std::string> schemes;
    for (const SlotId slot : comparison.otherSchemes) schemes.push_back(comparison.to->outcome.table.slots().id(slot));
    std::string text = "{\"from\": " + sideJson(named.from, *comparison.from);
    text += ",\n   \"to\": " + sideJson(named.to, *comparison.to);
    text += ",\n   \"slots\": [";
    for (std::size_t i = 0; i < comparison.slots.size(); ++i)
        text.append(i > 0 ? ",\n    " : "\n    ").append(differenceJson(comparison, comparison.slots[i]));
    text += comparison.slots.empty() ? "]" : "\n   ]";
    text += ",\n   \"rules\": " + listJson(rules);
    text += ",\n   \"unmatched_from\": " + unmatchedJson(comparison.unmatchedThere);
    text += ",\n   \"unmatched_to\": " + unmatchedJson(comparison.unmatchedHere);
    text += ",\n   \"other_schemes\": " + textsJson(schemes);
    text += ",\n   \"summary\": {\"slots\": " + std::to_string(comparison.slots.size())
        + ", \"parameters\": " + std::to_string(comparison.parameterDifferences()) + "}}";
    return text;
}

} // namespace

std::string comparisonJson(std::string_view model, std::string_view kind, std::span<const NamedComparison> comparisons)
{
    std::string text = "{\"schema\": \"alignscope-diff/1\",\n \"model\": " + jsonText(model);
    text += ",\n \"kind\": " + jsonText(kind) + ",\n \"comparisons\": [";
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        text.append(i > 0 ? ",\n  " : "\n  ").append(comparisonEntry(comparisons[i]));
    return text += "\n ]}\n";
}

} // namespace alignscope

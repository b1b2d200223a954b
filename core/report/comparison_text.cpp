// SPDX-License-Identifier: Apache-2.0
#include "core/report/comparison_text.h"

#include "core/base/numbers.h"
#include "core/cascade/measures.h"
#include "core/report/text_columns.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace alignscope {
namespace {

constexpr std::size_t kShownDifferences = 40;
constexpr std::size_t kShownNames = 10;

std::string valueText(const SlotValue& value)
{
    if (value.parameters.scale.empty()) return std::string(toText(value.state));
    std::string text = toShortText(static_cast<double>(value.parameters.scale[0]), 6);
    if (value.parameters.perChannel) return text + "..";
    if (!value.parameters.offset.empty() && value.parameters.offset[0] != 0)
        text += " +" + toShortText(static_cast<double>(value.parameters.offset[0]), 6);
    return text;
}

std::string reasonText(const Graph& graph, const SlotDifference& difference)
{
    std::string text;
    for (const DifferenceReason& reason : difference.reasons) {
        if (!text.empty()) text += ", ";
        text += numberOf(reason.rule).empty() ? "error" : numberOf(reason.rule);
        if (reason.operation) text += " (" + graph.operation(reason.operation).id + ")";
    }
    if (text.empty() && difference.operation) text = graph.operation(difference.operation).id;
    return text;
}

void names(std::string& text, const std::string& title, const std::vector<std::string>& list)
{
    if (list.empty()) return;
    text += "\n" + title + "\n";
    for (std::size_t i = 0; i < std::min(list.size(), kShownNames); ++i) text += "  " + list[i] + "\n";
    if (list.size() > kShownNames) text += "  and " + std::to_string(list.size() - kShownNames) + " more; --json lists all\n";
}

void differenceRows(std::string& text, const NamedComparison& named)
{
    const Comparison& comparison = named.comparison;
    const SlotList& slots = comparison.to->outcome.table.slots();
    struct Row {
        const SlotDifference* difference;
        double bits;
    };
    std::vector<Row> rows;
    for (const SlotDifference& difference : comparison.slots) {
        if (!difference.parameters) continue;
        const auto bits = bitsLost(comparison.from->outcome.table.effective(difference.slot),
                                   comparison.to->outcome.table.effective(difference.slot));
        rows.push_back({&difference, std::fabs(bits.value_or(0))});
    }
    if (rows.empty()) return;
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.bits > b.bits; });
    TextColumns columns;
    columns.add({"slot", named.from, named.to, "ratio", "why"});
    for (std::size_t i = 0; i < std::min(rows.size(), kShownDifferences); ++i) {
        const SlotDifference& difference = *rows[i].difference;
        const SlotValue from = slotValue(comparison.from->outcome.table, difference.slot);
        const SlotValue to = slotValue(comparison.to->outcome.table, difference.slot);
        const auto bits = bitsLost(from.parameters, to.parameters);
        columns.add({slots.id(difference.slot), valueText(from), valueText(to),
                     bits ? "x" + toShortText(std::exp2(*bits), 4) : "", reasonText(slots.graph(), difference)});
    }
    text += "\n" + columns.text();
    if (rows.size() > kShownDifferences) text += "  and " + std::to_string(rows.size() - kShownDifferences) + " more; --json lists all\n";
}

void oneComparison(std::string& text, const NamedComparison& named)
{
    const Comparison& comparison = named.comparison;
    const std::size_t parameters = comparison.parameterDifferences();
    text += named.from + " -> " + named.to + "\n";
    if (!comparison.matchesAny()) {
        text += "  the two have no operation in common: nothing can be compared\n";
    } else if (comparison.slots.empty()) {
        text += "  no slot differs\n";
    } else {
        text += "  " + counted(parameters, "slot differs", "slots differ") + " in scale or offset";
        if (const std::size_t rest = comparison.slots.size() - parameters; rest > 0)
            text += ", " + std::to_string(rest) + " only in state or master";
        text += "\n";
    }
    differenceRows(text, named);
    const auto counts = comparison.counts(false);
    if (!counts.empty()) {
        text += "\nWhy\n";
        for (const Comparison::Count& count : counts)
            text += "  " + counted(count.slots, "slot", "slots") + ": " + sentence(explain(count.rule)) + "\n";
    }
    const auto& promises = comparison.to->cascade.brokenPromises;
    std::vector<std::string> broken;
    const Graph& graph = *comparison.to->model->graph;
    for (const BrokenPromise& promise : promises) {
        const OpId brokenBy = comparison.to->brokenBy(promise);
        broken.push_back((brokenBy ? graph.operation(brokenBy).id : "something") + " undid what "
                         + graph.operation(promise.operation).id + " promised for "
                         + comparison.to->outcome.table.slots().id(promise.slot));
    }
    names(text, "Broken promises of " + named.to, broken);
    names(text, "Operations only in " + named.from, comparison.unmatchedThere.operations);
    names(text, "Operations only in " + named.to, comparison.unmatchedHere.operations);
    names(text, "Slots only in " + named.from, comparison.unmatchedThere.slots);
    names(text, "Slots only in " + named.to, comparison.unmatchedHere.slots);
    std::vector<std::string> schemes;
    for (const SlotId slot : comparison.otherSchemes) schemes.push_back(comparison.to->outcome.table.slots().id(slot));
    names(text, "Slots with another scheme (policy, width or range of values)", schemes);
}

} // namespace

std::string comparisonText(std::span<const NamedComparison> comparisons)
{
    std::string text;
    for (const NamedComparison& named : comparisons) {
        if (!text.empty()) text += "\n";
        oneComparison(text, named);
    }
    return text;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/report/summary_text.h"

#include "core/base/numbers.h"
#include "core/cascade/measures.h"
#include "core/cascade/price.h"
#include "core/cascade/sweep_best.h"
#include "core/report/text_columns.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <tuple>
#include <vector>

namespace alignscope {
namespace {

constexpr std::size_t kShown = 20;      // rows of one section
constexpr std::size_t kShownSlots = 60;

std::string sourceText(QuantSource source)
{
    switch (source) {
    case QuantSource::None: return "no quantization";
    case QuantSource::Qdq: return "QDQ model";
    case QuantSource::PpqJson: return "PPQ config";
    case QuantSource::Table: return "table";
    }
    return {};
}

std::string rangeOf(std::span<const float> values)
{
    if (values.empty()) return "-";
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    if (*low == *high) return toShortText(static_cast<double>(*low));
    return toShortText(static_cast<double>(*low)) + ".." + toShortText(static_cast<double>(*high));
}

std::string scaleText(const ParameterView& values)
{
    if (values.scale.empty()) return "-";
    return values.perChannel ? rangeOf(values.scale) : toShortText(static_cast<double>(values.scale[0]), 6);
}

// The zero point as it stands in the file, where that is signed (rule Q7).
std::string zeroPointText(const Slot& slot, const ParameterView& values)
{
    if (values.offset.empty()) return "-";
    std::vector<float> shown(values.offset.begin(), values.offset.end());
    for (float& value : shown) value -= static_cast<float>(zeroPointShift(slot.scheme, slot.storedType));
    return values.perChannel ? rangeOf(shown) : toShortText(static_cast<double>(shown[0]), 6);
}

std::string bitsText(std::optional<double> bits)
{
    if (!bits || *bits == 0) return "";
    std::string text = toShortText(-*bits, 3);
    if (*bits < 0) text = std::string("+").append(text);
    return text + " bits";
}

void more(std::string& text, std::size_t total, std::size_t shown, std::string_view where)
{
    if (total > shown)
        text.append("  and ").append(std::to_string(total - shown)).append(" more; ").append(where).append("\n");
}

void heading(std::string& text, const std::string& title) { text.append("\n").append(title).append("\n"); }

void edges(std::string& text, const TqcTable& table, std::span<const RequantizeEdge> list)
{
    if (list.empty()) return;
    heading(text, counted(list.size(), "requantize edge", "requantize edges")
                + ": the device must rescale there");
    std::vector<RequantizeEdge> worst(list.begin(), list.end());
    std::stable_sort(worst.begin(), worst.end(), [](const auto& a, const auto& b) {
        return std::fabs(std::log(a.ratio)) > std::fabs(std::log(b.ratio));
    });
    TextColumns rows;
    for (std::size_t i = 0; i < std::min(worst.size(), kShown); ++i) {
        const SlotEdge& edge = worst[i].edge;
        rows.add({table.slots().id(edge.from), "->", table.slots().id(edge.to),
                  scaleText(table.effective(edge.from)), "->", scaleText(table.effective(edge.to)),
                  std::string("x").append(toShortText(worst[i].ratio, 4))});
    }
    text += rows.text();
    more(text, list.size(), kShown, "--json lists every slot");
}

void misaligned(std::string& text, const TqcTable& table, std::span<const OpId> list)
{
    if (list.empty()) return;
    heading(text, counted(list.size(), "operation whose inputs", "operations whose inputs") + " do not agree");
    const Graph& graph = table.slots().graph();
    TextColumns rows;
    for (std::size_t i = 0; i < std::min(list.size(), kShown); ++i) {
        std::string scales;
        std::uint32_t at = table.slots().firstSlot(list[i]).value();
        for (const Slot& slot : table.slots().slotsOf(list[i])) {
            const SlotId id(at++);
            if (slot.io != SlotIo::In || !slot.data || scales.size() > 60) continue;
            if (!scales.empty()) scales += ", ";
            scales += scaleText(table.effective(id));
        }
        rows.add({graph.operation(list[i]).id, graph.operation(list[i]).type, scales});
    }
    text += rows.text();
    more(text, list.size(), kShown, "--json lists every slot");
}

void splits(std::string& text, const TqcTable& table, std::span<const OpId> list)
{
    if (list.empty()) return;
    heading(text, counted(list.size(), "passive operation whose", "passive operations whose")
                + " input and output differ");
    TextColumns rows;
    for (std::size_t i = 0; i < std::min(list.size(), kShown); ++i) {
        const Operation& operation = table.slots().graph().operation(list[i]);
        rows.add({operation.id, operation.type});
    }
    text += rows.text();
    more(text, list.size(), kShown, "--json lists every slot");
}

void groups(std::string& text, const TqcTable& table, std::span<const Group> list)
{
    heading(text, counted(list.size(), "group", "groups") + " of slots that share parameters");
    std::vector<Group> largest(list.begin(), list.end());
    std::stable_sort(largest.begin(), largest.end(),
                     [](const Group& a, const Group& b) { return a.slots.size() > b.slots.size(); });
    TextColumns rows;
    for (std::size_t i = 0; i < std::min(largest.size(), kShown); ++i) {
        const Group& group = largest[i];
        rows.add({std::string("G").append(std::to_string(group.number)), counted(group.slots.size(), "slot", "slots"),
                  "scale " + scaleText(table.effective(group.root)), "master " + table.slots().id(group.root)});
    }
    text += rows.text();
    more(text, list.size(), kShown, "--json lists every slot");
}

void slotRows(std::string& text, const TqcTable& table)
{
    heading(text, "Slots");
    TextColumns rows;
    rows.add({"slot", "state", "scale", "zero point", "follows"});
    for (std::uint32_t i = 0; i < std::min<std::size_t>(table.size(), kShownSlots); ++i) {
        const SlotId id(i);
        const ParameterView values = table.effective(id);
        const SlotId master = table.root(id);
        const std::string follows = !master ? "in a circle" : master == id ? "" : table.slots().id(master);
        rows.add({table.slots().id(id), std::string(toText(table.state(id))), scaleText(values),
                  zeroPointText(table.slots()[id], values),
                  follows});
    }
    text += rows.text();
    more(text, table.size(), kShownSlots, "--csv FILE writes all of them");
}

void notices(std::string& text, const std::vector<Message>& list)
{
    for (std::size_t i = 0; i < std::min(list.size(), kShown); ++i)
        text.append(i == 0 ? "\nNote: " : "Note: ").append(sentence(list[i])).append("\n");
    more(text, list.size(), kShown, "--json lists them all");
}

std::string title(const Model& model)
{
    const TqcTable& table = model.baseline;
    std::string text = model.name + ": " + sourceText(model.quantSource) + ", "
        + counted(model.graph->operationCount(), "operation", "operations");
    if (table.size() > 0) text += ", " + counted(table.size(), "slot", "slots");
    return text + "\n";
}

std::string settingsText(const Scenario& scenario)
{
    std::string text = std::string(toText(scenario.engine)) + " engine";
    for (const Family family : kFamilies) {
        text.append(", ").append(toText(family)).append(" ");
        text.append(toText(scenario.method(family)));
    }
    text += scenario.forceOverlap == Overlap::On ? ", force_overlap on" : ", force_overlap off";
    if (const auto name = presetOf(scenario); !name.empty()) text.append(" (").append(name).append(")");
    if (!scenario.overrides.empty())
        text += ", " + counted(scenario.overrides.size(), "override", "overrides");
    return text;
}

// "Add1 rerange, Concat2 override" for the steps of a change, latest last.
std::string causeText(const Evaluation& evaluation, SlotId slot)
{
    std::string text;
    for (const std::uint32_t index : evaluation.causes().causeOf(slot)) {
        const Step& step = evaluation.outcome.steps[index];
        std::string one = evaluation.model->graph->operation(step.operation).id;
        one.append(" ").append(toText(step.action));
        if (text.ends_with(one)) continue;
        if (text.size() > 60) return text + ", ...";
        if (!text.empty()) text += ", ";
        text += one;
    }
    return text;
}

void changes(std::string& text, const Evaluation& evaluation)
{
    std::vector<const Change*> worst;
    for (const Change& change : evaluation.cascade.changes)
        if (change.moved && !evaluation.model->baseline.slots()[change.slot].parameter) worst.push_back(&change);
    if (worst.empty()) return;
    std::stable_sort(worst.begin(), worst.end(), [](const Change* a, const Change* b) {
        return a->bitsLost().value_or(-1e9) > b->bitsLost().value_or(-1e9);
    });
    heading(text, "Changed slots, the worst first");
    TextColumns rows;
    for (std::size_t i = 0; i < std::min(worst.size(), kShown); ++i) {
        const Change& change = *worst[i];
        rows.add({evaluation.model->baseline.slots().id(change.slot),
                  scaleText(evaluation.cascade.before(change.slot).parameters), "->",
                  scaleText(evaluation.cascade.after(change.slot).parameters), bitsText(change.bitsLost()),
                  causeText(evaluation, change.slot)});
    }
    text += rows.text();
    more(text, worst.size(), kShown, "--json lists them all");
}

std::string beforeAfter(std::size_t before, std::size_t after)
{
    return before == after ? std::to_string(before) : std::to_string(before) + " -> " + std::to_string(after);
}

} // namespace

std::string scenarioHead(const Evaluation& evaluation)
{
    return title(*evaluation.model) + settingsText(evaluation.scenario) + "\n";
}

std::string engineErrorText(const Model& model, const EngineError& error)
{
    std::string text = "The engine stopped";
    if (error.operation) text += " at " + model.graph->operation(error.operation).id;
    text.append(" with ").append(toText(error.kind)).append(": ").append(error.message);
    return text;
}

std::string inspectText(const Evaluation& evaluation)
{
    const Model& model = *evaluation.model;
    const Cascade& cascade = evaluation.cascade;
    std::string text = title(model);
    if (model.baseline.size() == 0) {
        notices(text, model.notices);
        return text;
    }
    edges(text, model.baseline, cascade.edgesBefore);
    misaligned(text, model.baseline, cascade.misalignedBefore);
    splits(text, model.baseline, cascade.splitBefore);
    if (cascade.edgesBefore.empty() && cascade.misalignedBefore.empty() && cascade.splitBefore.empty())
        text += "\nNo requantize edge and no operation whose inputs disagree.\n";
    groups(text, model.baseline, cascade.groups());
    slotRows(text, model.baseline);
    notices(text, model.notices);
    return text;
}

std::string alignText(const Evaluation& evaluation)
{
    const Model& model = *evaluation.model;
    const Cascade& cascade = evaluation.cascade;
    const Summary& summary = cascade.summary;
    std::string text = scenarioHead(evaluation) + "\n";
    TextColumns rows;
    rows.add({"changed", std::to_string(summary.movedSlots) + " of "
                  + counted(model.baseline.size(), "slot", "slots") + " (scale or offset), "
                  + counted(summary.changedOperations, "operation", "operations") + ", "
                  + counted(summary.changedTensors, "tensor", "tensors")});
    if (summary.joinedSlots() > 0)
        rows.add({"joined only", counted(summary.joinedSlots(), "slot", "slots") + " of another group with the scale and offset as loaded"});
    if (summary.changedGraphInputs + summary.changedGraphOutputs > 0)
        rows.add({"contract", counted(summary.changedGraphInputs, "graph input", "graph inputs") + " and "
                      + counted(summary.changedGraphOutputs, "graph output", "graph outputs") + " of another scale"});
    rows.add({"requantize edges", beforeAfter(summary.requantizeEdgesBefore, summary.requantizeEdgesAfter)});
    rows.add({"misaligned operations",
              beforeAfter(summary.misalignedOperationsBefore, summary.misalignedOperationsAfter)});
    rows.add({"split operations", beforeAfter(summary.splitOperationsBefore, summary.splitOperationsAfter)});
    rows.add({"groups", beforeAfter(cascade.groupsBefore.size(), summary.groups) + ", the largest has "
                  + counted(summary.largestGroup, "slot", "slots")});
    rows.add({"worst loss", toShortText(summary.worstBitsLost, 4) + " bits (SQNR "
                  + toShortText(summary.worstBitsLost > 0 ? sqnrChange(summary.worstBitsLost) : 0.0, 3)
                  + " dB)"});
    rows.add({"clipped", summary.clippedTensors == 0 ? std::string("nothing")
                                                     : counted(summary.clippedTensors, "tensor", "tensors") + ", at worst "
                      + std::to_string(summary.worstClippedPercent) + " % of the loaded range"});
    rows.add({"broken promises", std::to_string(summary.brokenPromises)});
    text += rows.text();
    changes(text, evaluation);
    if (!cascade.brokenPromises.empty()) {
        heading(text, "Broken promises");
        TextColumns broken;
        for (std::size_t i = 0; i < std::min(cascade.brokenPromises.size(), kShown); ++i) {
            const BrokenPromise& promise = cascade.brokenPromises[i];
            const OpId brokenBy = evaluation.brokenBy(promise);
            broken.add({model.graph->operation(promise.operation).id,
                        model.baseline.slots().id(promise.slot) + " was bound to "
                            + model.baseline.slots().id(promise.master),
                        brokenBy ? "undone by " + model.graph->operation(brokenBy).id : std::string()});
        }
        text += broken.text();
        more(text, cascade.brokenPromises.size(), kShown, "--json has the steps");
    }
    edges(text, evaluation.outcome.table, cascade.edgesAfter);
    notices(text, evaluation.outcome.warnings);
    notices(text, model.notices);
    return text;
}

std::string sweepText(const Model& model, std::span<const Engine> engines, const std::vector<Combination>& combinations)
{
    const bool both = engines.size() > 1;
    std::string text = title(model) + counted(combinations.size(), "combination", "combinations") + ", "
        + (both ? "both engines" : std::string(toText(engines.front())) + " engine") + "\n\n";
    const SweepBest best = bestOf(combinations, LossMeasure::Summed);
    const auto name = [&](const char* what, std::optional<std::size_t> at) {
        if (!at) return;
        const Combination& c = combinations[*at];
        text.append(what).append(settingsText(c.scenario)).append("\n  ");
        text += counted(c.summary.requantizeEdgesAfter, "requantize edge", "requantize edges") + ", "
            + counted(c.summary.misalignedOperationsAfter, "misaligned operation", "misaligned operations") + ", "
            + toShortText(c.summary.summedBitsLost, 4) + " bits lost in all, worst " + toShortText(c.summary.worstBitsLost, 4)
            + (c.summary.clippedTensors > 0 ? ", " + counted(c.summary.clippedTensors, "tensor", "tensors") + " clipped" : std::string()) + "\n";
    };
    name("Fewest requantize edges and misaligned operations, at the least loss:\n  ", best.fewestPlaces);
    if (best.noEdge != best.fewestPlaces) name("Least loss with no requantize edge:\n  ", best.noEdge);
    if (best.noMisaligned != best.fewestPlaces && best.noMisaligned != best.noEdge)
        name("Least loss with no misaligned operation:\n  ", best.noMisaligned);

    const std::vector<bool> front = paretoFront(combinations, LossMeasure::Summed);
    std::vector<std::size_t> order(combinations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto key = [&](std::size_t at) {
            const Combination& c = combinations[at];
            return std::make_tuple(c.error.has_value(), troubledPlaces(c.summary), c.summary.summedBitsLost, c.summary.changedSlots);
        };
        return key(a) < key(b);
    });
    text += "\nThe fewest requantize edges and misaligned operations first; * has no better one in both\n";
    TextColumns rows;
    std::vector<std::string> heads = {"", "elementwise", "concat", "pooling", "resize", "overlap", "requantize", "misaligned",
                                      "split", "summed bits", "worst bits", "clipped", "changed", ""};
    if (both) heads.insert(heads.begin() + 1, "engine");
    rows.add(std::move(heads));
    for (const std::size_t at : order) {
        const Scenario& s = combinations[at].scenario;
        const Summary& summary = combinations[at].summary;
        std::string note(presetOf(s));
        if (combinations[at].error) note = toText(combinations[at].error->kind);
        std::vector<std::string> row = {
            front[at] ? "*" : "", std::string(toText(s.methods[0])), std::string(toText(s.methods[1])), std::string(toText(s.methods[2])),
            std::string(toText(s.methods[3])), s.forceOverlap == Overlap::On ? "on" : "off",
            std::to_string(summary.requantizeEdgesAfter), std::to_string(summary.misalignedOperationsAfter),
            std::to_string(summary.splitOperationsAfter), toShortText(summary.summedBitsLost, 4),
            toShortText(summary.worstBitsLost, 4), std::to_string(summary.clippedTensors), std::to_string(summary.movedSlots), note};
        if (both) row.insert(row.begin() + 1, std::string(toText(s.engine)));
        rows.add(std::move(row));
    }
    return text + rows.text();
}

std::string exportText(const ExportReport& report)
{
    std::string text = "\nWrote";
    for (std::size_t i = 0; i < report.files.size(); ++i) text.append(i ? ", " : " ").append(report.files[i]);
    text += " (" + byteText(report.bytes) + "): ";
    if (report.byteIdentical) return text + "nothing was aligned, so it has the bytes of the source.\n";
    text += counted(report.provenSlots, "slot", "slots") + " read back and equal\n";
    TextColumns rows;
    const auto row = [&](std::uint64_t count, const char* what) {
        if (count > 0) rows.add({std::to_string(count), what});
    };
    row(report.changedScales, "scales or zero points rewritten");
    row(report.insertedPairs, "Q/DQ pairs inserted");
    row(report.removedPairs, "Q/DQ pairs removed");
    row(report.splitInitializers, "shared initializers split");
    row(report.requantizedBiases, "biases requantized");
    row(report.requantizedConstants, "constants requantized");
    row(report.changedValues, "of their values changed");
    row(report.saturatedValues, "of their values saturated");
    row(report.retypedSlots, "slots with another integer type");
    text += rows.text();
    notices(text, report.notices);
    return text;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/report/table_json.h"

#include "core/base/json_text.h"
#include "core/cascade/replay.h"
#include "core/report/json_parts.h"
#include "core/report/scenario_json.h"

namespace alignscope {
namespace {

std::string policyJson(const Scheme& scheme)
{
    std::string text = "[";
    for (const policy::Name& name : policy::kNames) {
        if (!scheme.has(name.bit)) continue;
        if (text.size() > 1) text += ", ";
        text += jsonText(name.name);
    }
    return text += "]";
}

std::string slotJson(const TqcTable& table, SlotId id)
{
    const SlotList& slots = table.slots();
    const Slot& slot = slots[id];
    const Scheme& scheme = slot.scheme;
    const Operation& operation = slots.graph().operation(slot.operation);
    std::string text = "{";
    member(text, "id", jsonText(slots.id(id)));
    member(text, "operation", jsonText(operation.id));
    member(text, "type", jsonText(operation.type));
    member(text, "io", slot.io == SlotIo::In ? "\"in\"" : "\"out\"");
    member(text, "index", std::size_t{slot.index});
    member(text, "tensor", jsonText(slots.graph().tensor(slot.tensor).name));
    member(text, "parameter", slot.parameter ? "true" : "false");
    member(text, "state", jsonText(toText(table.state(id))));
    member(text, "dominator", jsonText(slots.id(table.dominator(id))));
    member(text, "master", slotIdJson(slots, table.root(id)));
    parameterMembers(text, table.effective(id));
    member(text, "policy", policyJson(scheme));
    member(text, "bits", std::size_t{scheme.bits});
    member(text, "exponent_bits", std::size_t{scheme.exponentBits});
    member(text, "quant_min", jsonNumber(scheme.quantMin));
    member(text, "quant_max", jsonNumber(scheme.quantMax));
    member(text, "channel_axis", scheme.channelAxis ? std::to_string(*scheme.channelAxis) : "null");
    member(text, "rounding", jsonText(toText(scheme.rounding)));
    member(text, "visibility", jsonText(toText(table.record(id).visibility)));
    member(text, "stored_type", slot.storedType == StoredType::None ? "null" : jsonText(toText(slot.storedType)));
    member(text, "min_scale", slot.minScale ? jsonNumber(*slot.minScale) : "null");
    return text += "}";
}

std::string changeJson(const Evaluation& evaluation, const Change& change)
{
    const SlotList& slots = evaluation.outcome.table.slots();
    std::string cause = "[";
    for (const std::uint32_t step : evaluation.causes().causeOf(change.slot)) {
        if (cause.size() > 1) cause += ", ";
        cause += std::to_string(step);
    }
    std::string text = "{";
    member(text, "slot", jsonText(slots.id(change.slot)));
    member(text, "before", valueJson(slots, evaluation.cascade.before(change.slot)));
    member(text, "after", valueJson(slots, evaluation.cascade.after(change.slot)));
    member(text, "bits_lost", change.bitsLost() ? jsonNumber(*change.bitsLost()) : "null");
    member(text, "clipped_percent", std::size_t{change.clippedPercent});
    member(text, "cause", cause + "]");
    return text += "}";
}

std::vector<std::string> stepLines(const Model& model, const Outcome& outcome)
{
    std::vector<std::string> lines;
    TqcTable table = model.baseline;
    for (const Step& step : outcome.steps) {
        const SlotList& slots = table.slots();
        std::string text = "{";
        member(text, "index", lines.size());
        member(text, "operation", jsonText(model.graph->operation(step.operation).id));
        member(text, "action", jsonText(toText(step.action)));
        member(text, "slot", jsonText(slots.id(step.slot)));
        member(text, "master", slotIdJson(slots, step.master));
        member(text, "before", valueJson(slots, slotValue(table, step.slot)));
        applyStep(table, outcome.table, step);
        member(text, "after", valueJson(slots, slotValue(table, step.slot)));
        const std::string_view reason = toText(step.reason);
        member(text, "reason", reason.empty() ? "null" : jsonText(reason));
        lines.push_back(text += "}");
    }
    return lines;
}

std::string inferredJson(const SlotList& slots, const InferredBinding& binding)
{
    std::string list = "[";
    for (const SlotId slot : binding.slots) {
        if (list.size() > 1) list += ", ";
        list += jsonText(slots.id(slot));
    }
    std::string text = "{";
    member(text, "kind",
           binding.kind == InferredBinding::Kind::Equal ? "\"equal\"" : "\"shared_initializer\"");
    member(text, "slots", list + "]");
    return text += "}";
}

std::vector<std::string> warningLines(const Evaluation& evaluation)
{
    std::vector<std::string> lines;
    for (const Message& notice : evaluation.model->notices) lines.push_back(jsonText(sentence(notice)));
    for (const Message& warning : evaluation.outcome.warnings) lines.push_back(jsonText(sentence(warning)));
    return lines;
}

} // namespace

std::string summaryJson(const Summary& summary)
{
    std::string text = "{";
    member(text, "groups", summary.groups);
    member(text, "largest_group", summary.largestGroup);
    member(text, "requantize_edges_before", summary.requantizeEdgesBefore);
    member(text, "requantize_edges_after", summary.requantizeEdgesAfter);
    member(text, "split_operations_before", summary.splitOperationsBefore);
    member(text, "split_operations_after", summary.splitOperationsAfter);
    member(text, "worst_bits_lost", jsonNumber(summary.worstBitsLost));
    member(text, "broken_promises", summary.brokenPromises);
    member(text, "changed_slots", summary.changedSlots);
    member(text, "moved_slots", summary.movedSlots);
    member(text, "misaligned_operations_before", summary.misalignedOperationsBefore);
    member(text, "misaligned_operations_after", summary.misalignedOperationsAfter);
    member(text, "summed_bits_lost", jsonNumber(summary.summedBitsLost));
    member(text, "clipped_tensors", summary.clippedTensors);
    member(text, "worst_clipped_percent", summary.worstClippedPercent);
    member(text, "changed_operations", summary.changedOperations);
    member(text, "changed_tensors", summary.changedTensors);
    member(text, "changed_graph_inputs", summary.changedGraphInputs);
    member(text, "changed_graph_outputs", summary.changedGraphOutputs);
    return text += "}";
}

std::string errorJson(const Graph& graph, const std::optional<EngineError>& error)
{
    if (!error) return "null";
    std::string text = "{";
    member(text, "kind", jsonText(toText(error->kind)));
    member(text, "operation", error->operation ? jsonText(graph.operation(error->operation).id) : "null");
    member(text, "message", jsonText(error->message));
    return text += "}";
}

std::string tableJson(const Evaluation& evaluation)
{
    const Model& model = *evaluation.model;
    const TqcTable& table = evaluation.outcome.table;
    std::string text = "{\"schema\": \"alignscope-table/1\",\n \"model\": " + jsonText(model.name);
    text += ",\n \"engine\": " + jsonText(toText(evaluation.scenario.engine));
    text += ",\n \"settings\": " + settingsJson(evaluation.scenario);
    text += ",\n \"error\": " + errorJson(*model.graph, evaluation.outcome.error);
    section(text, "warnings", warningLines(evaluation));

    std::vector<std::string> slotLines;
    std::vector<std::string> changeLines;
    std::vector<std::string> inferredLines;
    if (table.slotList()) {
        for (std::uint32_t i = 0; i < table.size(); ++i) slotLines.push_back(slotJson(table, SlotId(i)));
        for (const Change& change : evaluation.cascade.changes)
            changeLines.push_back(changeJson(evaluation, change));
        for (const InferredBinding& binding : model.inferred)
            inferredLines.push_back(inferredJson(table.slots(), binding));
    }
    section(text, "slots", slotLines);
    section(text, "changes", changeLines);
    section(text, "steps", stepLines(model, evaluation.outcome));
    section(text, "inferred", inferredLines);
    text += ",\n \"summary\": " + summaryJson(evaluation.cascade.summary);
    return text += "}\n";
}

} // namespace alignscope

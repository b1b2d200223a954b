// SPDX-License-Identifier: Apache-2.0
// diff: changes with causes, broken promises, and the summary.
#include "core/cascade/cascade.h"

#include "core/cascade/causes.h"
#include "core/cascade/hops.h"
#include "core/cascade/measures.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace alignscope {
namespace {

bool differs(const SlotValue& a, const SlotValue& b)
{
    return a.state != b.state || a.master != b.master || !sameParameters(a.parameters, b.parameters);
}

std::vector<Change> changedSlots(const TqcTable& before, const TqcTable& after)
{
    std::vector<Change> changes;
    for (std::uint32_t i = 0; i < after.size(); ++i) {
        const SlotId slot(i);
        Change change{slot, slotValue(before, slot), slotValue(after, slot), {}, 0, {}, 0};
        if (!differs(change.before, change.after)) continue;
        change.bitsLost = bitsLost(change.before.parameters, change.after.parameters);
        const auto oldRange = realRange(before, slot);
        const auto newRange = realRange(after, slot);
        if (oldRange && newRange) change.clippedShare = clippedShare(*oldRange, *newRange);
        changes.push_back(std::move(change));
    }
    return changes;
}

// An operation bound a slot to m; at the end the slot's parameters are no longer m's.
std::vector<BrokenPromise> brokenPromises(const Outcome& outcome)
{
    std::vector<std::uint32_t> lastTouch(outcome.table.size(), SlotId::kNone);
    for (std::uint32_t i = 0; i < outcome.steps.size(); ++i)
        if (outcome.steps[i].action != Action::Skip && outcome.steps[i].action != Action::Refuse)
            lastTouch[outcome.steps[i].slot.index()] = i;

    std::vector<BrokenPromise> broken;
    for (const Step& step : outcome.steps) {
        const bool binds = step.action == Action::Bind || step.action == Action::Override
            || step.action == Action::Join;
        if (!binds) continue;
        if (!broken.empty() && broken.back().operation == step.operation) continue; // one per operation
        const SlotValue slot = slotValue(outcome.table, step.slot);
        const SlotValue master = slotValue(outcome.table, step.master);
        if (slot.master == master.master || sameParameters(slot.parameters, master.parameters)) continue;
        BrokenPromise promise{step.operation, step.slot, step.master, {}};
        const std::uint32_t last = std::max(
            lastTouch[step.slot.index()] == SlotId::kNone ? 0 : lastTouch[step.slot.index()],
            lastTouch[step.master.index()] == SlotId::kNone ? 0 : lastTouch[step.master.index()]);
        if (outcome.steps[last].operation != step.operation)
            promise.brokenBy = outcome.steps[last].operation;
        broken.push_back(promise);
    }
    return broken;
}

void countMoved(const Model& model, const std::vector<Change>& changes, Summary& summary)
{
    const SlotList& slots = model.baseline.slots();
    const Graph& graph = *model.graph;
    std::unordered_map<TensorId, double> perTensor; // worst of its slots
    std::vector<bool> operations(graph.operationCount(), false);
    std::vector<bool> inputs(graph.tensorCount(), false);
    std::vector<bool> outputs(graph.tensorCount(), false);
    for (const Change& change : changes) {
        const Slot& slot = slots[change.slot];
        operations[slot.operation.index()] = true;
        summary.farthestHops = std::max(summary.farthestHops, change.hops);
        if (slot.parameter) continue;
        const bool moved = !sameParameters(change.before.parameters, change.after.parameters);
        if (!moved) continue;
        const double bits = change.bitsLost.value_or(0);
        summary.worstBitsLost = std::max(summary.worstBitsLost, bits);
        auto [entry, isNew] = perTensor.try_emplace(slot.tensor, bits);
        if (!isNew) entry->second = std::max(entry->second, bits);
        const Tensor& tensor = graph.tensor(slot.tensor);
        if (tensor.isGraphInput && slot.io == SlotIo::In) inputs[slot.tensor.index()] = true;
        if (tensor.isGraphOutput && slot.io == SlotIo::Out) outputs[slot.tensor.index()] = true;
    }
    summary.changedSlots = changes.size();
    summary.changedOperations =
        static_cast<std::size_t>(std::count(operations.begin(), operations.end(), true));
    summary.changedTensors = perTensor.size();
    summary.changedGraphInputs = static_cast<std::size_t>(std::count(inputs.begin(), inputs.end(), true));
    summary.changedGraphOutputs = static_cast<std::size_t>(std::count(outputs.begin(), outputs.end(), true));
    // In tensor order, so that the sum does not depend on the hash table.
    for (std::uint32_t tensor = 0; tensor < graph.tensorCount(); ++tensor)
        if (const auto found = perTensor.find(TensorId(tensor)); found != perTensor.end())
            summary.summedBitsLost += std::max(found->second, 0.0);
}

Summary count(const Model& model, const Cascade& cascade)
{
    Summary summary;
    summary.groups = cascade.groups.size();
    for (const Group& group : cascade.groups)
        summary.largestGroup = std::max(summary.largestGroup, group.slots.size());
    summary.requantizeEdgesBefore = cascade.edgesBefore.size();
    summary.requantizeEdgesAfter = cascade.edgesAfter.size();
    summary.splitOperationsBefore = cascade.splitBefore.size();
    summary.splitOperationsAfter = cascade.splitAfter.size();
    summary.misalignedOperationsBefore = cascade.misalignedBefore.size();
    summary.misalignedOperationsAfter = cascade.misalignedAfter.size();
    summary.brokenPromises = cascade.brokenPromises.size();
    if (model.baseline.slotList()) countMoved(model, cascade.changes, summary);
    return summary;
}

Cascade measure(const Model& model, const Outcome& outcome)
{
    Cascade cascade;
    if (!model.baseline.slotList()) return cascade;
    cascade.changes = changedSlots(model.baseline, outcome.table);
    cascade.edgesBefore = requantizeEdges(model, model.baseline);
    cascade.edgesAfter = requantizeEdges(model, outcome.table);
    cascade.misalignedBefore = misalignedOperations(model, model.baseline);
    cascade.misalignedAfter = misalignedOperations(model, outcome.table);
    cascade.splitBefore = splitOperations(model.baseline);
    cascade.splitAfter = splitOperations(outcome.table);
    cascade.brokenPromises = brokenPromises(outcome);
    cascade.groups = groupsOf(outcome.table);
    return cascade;
}

} // namespace

const Change* Cascade::change(SlotId slot) const
{
    const auto found = std::lower_bound(changes.begin(), changes.end(), slot,
                                        [](const Change& change, SlotId id) { return change.slot < id; });
    return found != changes.end() && found->slot == slot ? &*found : nullptr;
}

Cascade diff(const Model& model, const Outcome& outcome)
{
    Cascade cascade = measure(model, outcome);
    if (!model.baseline.slotList()) return cascade;
    cascade.groupsBefore = groupsOf(model.baseline);
    const CauseIndex causes(model, outcome);
    for (Change& change : cascade.changes) change.cause = causes.causeOf(change.slot);
    countHops(model, outcome, cascade.changes);
    cascade.summary = count(model, cascade);
    return cascade;
}

Summary summarize(const Model& model, const Outcome& outcome)
{
    return count(model, measure(model, outcome));
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// diff: changes with causes, broken promises, and the summary.
#include "core/cascade/cascade.h"

#include "core/cascade/causes.h"
#include "core/cascade/group_numbers.h"
#include "core/cascade/hops.h"
#include "core/cascade/measures.h"
#include "core/cascade/resolved_table.h"

#include <algorithm>
#include <utility>

namespace alignscope {
namespace {

bool differs(const SlotValue& a, const SlotValue& b)
{
    return a.state != b.state || a.master != b.master || !sameParameters(a.parameters, b.parameters);
}

SlotValue valueOf(const ResolvedTable& table, SlotId slot)
{
    return {table.table().state(slot), table.root(slot), table.effective(slot)};
}

std::vector<Change> changedSlots(const ResolvedTable& before, const ResolvedTable& after)
{
    std::vector<Change> changes;
    for (std::uint32_t i = 0; i < after.size(); ++i) {
        const SlotId slot(i);
        Change change{slot, valueOf(before, slot), valueOf(after, slot), {}, 0, {}, 0};
        if (!differs(change.before, change.after)) continue;
        change.bitsLost = bitsLost(change.before.parameters, change.after.parameters);
        const auto oldRange = realRange(before.table(), slot);
        const auto newRange = realRange(after.table(), slot);
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
        if (!bindsByPromise(step)) continue;
        if (!broken.empty() && broken.back().operation == step.operation) continue; // one per operation
        if (promiseHolds(outcome.table, step.slot, step.master)) continue;
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
    constexpr double kUntouched = -1; // bits gained count as no loss, so no value is negative
    std::vector<double> perTensor(graph.tensorCount(), kUntouched); // worst of its slots
    std::vector<bool> operations(graph.operationCount(), false);
    std::vector<bool> contracts(graph.tensorCount(), false);
    for (const Change& change : changes) {
        const Slot& slot = slots[change.slot];
        operations[slot.operation.index()] = true;
        summary.farthestHops = std::max(summary.farthestHops, change.hops);
        if (slot.parameter || sameParameters(change.before.parameters, change.after.parameters)) continue;
        const double bits = std::max(change.bitsLost.value_or(0), 0.0);
        summary.worstBitsLost = std::max(summary.worstBitsLost, bits);
        double& worst = perTensor[slot.tensor.index()];
        worst = std::max(worst, bits);
        const Tensor& tensor = graph.tensor(slot.tensor);
        if (slot.io == SlotIo::In ? tensor.isGraphInput : tensor.isGraphOutput)
            contracts[slot.tensor.index()] = true;
    }
    summary.changedSlots = changes.size();
    summary.changedOperations =
        static_cast<std::size_t>(std::count(operations.begin(), operations.end(), true));
    for (std::uint32_t i = 0; i < graph.tensorCount(); ++i) {
        if (contracts[i]) ++(graph.tensor(TensorId(i)).isGraphInput ? summary.changedGraphInputs
                                                                    : summary.changedGraphOutputs);
        if (perTensor[i] == kUntouched) continue;
        ++summary.changedTensors;
        summary.summedBitsLost += perTensor[i];
    }
}

// What of a summary does not depend on the outcome.
struct Before {
    explicit Before(const Model& model)
        : table(model.baseline), edges(requantizeEdges(model, table)),
          misaligned(misalignedOperations(model, table)), split(splitOperations(table))
    {
    }
    ResolvedTable table;
    std::vector<RequantizeEdge> edges;
    std::vector<OpId> misaligned;
    std::vector<OpId> split;
};

void measure(const Model& model, const Outcome& outcome, const ResolvedTable& before, Cascade& cascade)
{
    const ResolvedTable after(outcome.table);
    cascade.changes = changedSlots(before, after);
    cascade.edgesAfter = requantizeEdges(model, after);
    cascade.misalignedAfter = misalignedOperations(model, after);
    cascade.splitAfter = splitOperations(after);
    cascade.brokenPromises = brokenPromises(outcome);
    const GroupCount groups = countGroups(after);
    cascade.summary.groups = groups.groups;
    cascade.summary.largestGroup = groups.largest;
}

void count(const Model& model, const Cascade& cascade, const Before& before, Summary& summary)
{
    summary.requantizeEdgesBefore = before.edges.size();
    summary.requantizeEdgesAfter = cascade.edgesAfter.size();
    summary.splitOperationsBefore = before.split.size();
    summary.splitOperationsAfter = cascade.splitAfter.size();
    summary.misalignedOperationsBefore = before.misaligned.size();
    summary.misalignedOperationsAfter = cascade.misalignedAfter.size();
    summary.brokenPromises = cascade.brokenPromises.size();
    countMoved(model, cascade.changes, summary);
}

} // namespace

const Change* Cascade::change(SlotId slot) const
{
    const auto found = std::lower_bound(changes.begin(), changes.end(), slot,
                                        [](const Change& change, SlotId id) { return change.slot < id; });
    return found != changes.end() && found->slot == slot ? &*found : nullptr;
}

Cascade diff(const Model& model, const Outcome& outcome) { return diffAgainst(model, outcome, model); }

Cascade diffAgainst(const Model& model, const Outcome& outcome, const Model& origin)
{
    Cascade cascade;
    if (!model.baseline.slotList()) return cascade;
    Before before(model);
    measure(model, outcome, before.table, cascade);
    cascade.groupsBefore = groupsOf(before.table);
    cascade.groups = groupsOf(ResolvedTable(outcome.table));
    keepNumbers(cascade.groupsBefore, cascade.groups);
    const CauseIndex causes(origin, outcome);
    for (Change& change : cascade.changes) change.cause = causes.causeOf(change.slot);
    countHops(model, outcome, cascade.changes);
    count(model, cascade, before, cascade.summary);
    cascade.edgesBefore = std::move(before.edges);
    cascade.misalignedBefore = std::move(before.misaligned);
    cascade.splitBefore = std::move(before.split);
    return cascade;
}

struct Summarizer::Private {
    const Model& model;
    Before before;
};

Summarizer::Summarizer(const Model& model)
    : d(model.baseline.slotList() ? new Private{model, Before(model)} : nullptr)
{
}
Summarizer::~Summarizer() = default;

Summary Summarizer::operator()(const Outcome& outcome) const
{
    Cascade cascade;
    if (!d) return cascade.summary;
    measure(d->model, outcome, d->before.table, cascade);
    count(d->model, cascade, d->before, cascade.summary);
    return cascade.summary;
}

} // namespace alignscope

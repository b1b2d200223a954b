// SPDX-License-Identifier: Apache-2.0
// diff: changes with causes, broken promises, and the summary.
#include "core/cascade/cascade.h"

#include "core/cascade/causes.h"
#include "core/cascade/divergence.h"
#include "core/cascade/group_numbers.h"
#include "core/cascade/hops.h"
#include "core/cascade/measures.h"
#include "core/cascade/resolved_table.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace alignscope {
namespace {

SlotValue valueOf(const ResolvedTable& table, SlotId slot)
{
    return {table.table().state(slot), table.root(slot), table.effective(slot)};
}

// Bits lost between two roots; the slots of a group ask for the same pair again and again.
class BitsLost {
public:
    BitsLost(const ResolvedTable& before, const ResolvedTable& after) : m_before(before), m_after(after) {}

    std::optional<double> of(SlotId slot)
    {
        const SlotId a = m_before.root(slot);
        const SlotId b = m_after.root(slot);
        if (!a || !b) return bitsLost(m_before.effective(slot), m_after.effective(slot));
        Entry& entry = m_entries[b.index() % m_entries.size()];
        if (entry.before != a || entry.after != b)
            entry = {a, b, bitsLost(m_before.table().own(a), m_after.table().own(b))};
        return entry.bits;
    }

private:
    struct Entry {
        SlotId before;
        SlotId after;
        std::optional<double> bits;
    };
    const ResolvedTable& m_before;
    const ResolvedTable& m_after;
    std::array<Entry, 256> m_entries;
};

std::vector<Change> changesAt(const Divergence& divergence, const ResolvedTable& before, const ResolvedTable& after)
{
    std::vector<Change> changes;
    changes.reserve(divergence.slots().size());
    BitsLost bits(before, after);
    for (const SlotId slot : divergence.slots()) {
        Change& change = changes.emplace_back(Change{slot, valueOf(before, slot), valueOf(after, slot), {}, 0, {}, 0});
        change.bitsLost = bits.of(slot);
        const auto oldRange = realRange(change.before.parameters, before.table().slots()[slot].scheme);
        const auto newRange = realRange(change.after.parameters, after.table().slots()[slot].scheme);
        if (oldRange && newRange) change.clippedShare = clippedShare(*oldRange, *newRange);
    }
    return changes;
}

// An operation bound a slot to m; at the end the slot's parameters are no longer m's.
std::vector<BrokenPromise> brokenPromises(const Outcome& outcome, const ResolvedTable& after)
{
    std::vector<BrokenPromise> broken;
    for (const Step& step : outcome.steps) {
        if (!bindsByPromise(step)) continue;
        if (!broken.empty() && broken.back().operation == step.operation) continue; // one per operation
        if (promiseHolds(after, step.slot, step.master)) continue;
        broken.push_back({step.operation, step.slot, step.master, {}});
    }
    return broken;
}

// The slot and its master part where their ways to their roots do: the last step on one of them
// that another operation took.
void nameBreakers(const CauseIndex& causes, const Outcome& outcome, std::vector<BrokenPromise>& broken)
{
    for (BrokenPromise& promise : broken) {
        const auto slot = causes.wayOf(promise.slot);
        const auto master = causes.wayOf(promise.master);
        std::vector<std::uint32_t> parting;
        std::set_symmetric_difference(slot.begin(), slot.end(), master.begin(), master.end(),
                                      std::back_inserter(parting));
        for (const std::uint32_t step : parting) // oldest first: the last one stands
            if (outcome.steps[step].operation != promise.operation) promise.brokenBy = outcome.steps[step].operation;
    }
}

void setCauses(const CauseIndex& index, Cascade& cascade)
{
    auto causes = std::make_shared<std::vector<std::uint32_t>>();
    std::vector<std::size_t> ends;
    ends.reserve(cascade.changes.size());
    for (const Change& change : cascade.changes) {
        index.addCause(change.slot, *causes);
        ends.push_back(causes->size());
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        cascade.changes[i].cause = std::span<const std::uint32_t>(*causes).subspan(begin, ends[i] - begin);
        begin = ends[i];
    }
    cascade.causes = std::move(causes);
}

// Counts what moved, slot after slot.
class MovedCount {
public:
    explicit MovedCount(const Model& model)
        : m_slots(model.baseline.slots()), m_graph(*model.graph), m_perTensor(m_graph.tensorCount(), kUntouched),
          m_operations(m_graph.operationCount(), false), m_contracts(m_graph.tensorCount(), false)
    {
    }

    void add(SlotId id, bool moved, std::optional<double> bitsLost)
    {
        const Slot& slot = m_slots[id];
        m_operations[slot.operation.index()] = true;
        ++m_slotCount;
        if (slot.parameter || !moved) return;
        const double bits = std::max(bitsLost.value_or(0), 0.0);
        m_worst = std::max(m_worst, bits);
        double& worst = m_perTensor[slot.tensor.index()];
        worst = std::max(worst, bits);
        const Tensor& tensor = m_graph.tensor(slot.tensor);
        if (slot.io == SlotIo::In ? tensor.isGraphInput : tensor.isGraphOutput)
            m_contracts[slot.tensor.index()] = true;
    }

    void finish(Summary& summary) const
    {
        summary.worstBitsLost = m_worst;
        summary.changedSlots = m_slotCount;
        summary.changedOperations =
            static_cast<std::size_t>(std::count(m_operations.begin(), m_operations.end(), true));
        for (std::uint32_t i = 0; i < m_perTensor.size(); ++i) {
            if (m_perTensor[i] == kUntouched) continue;
            ++summary.changedTensors;
            summary.summedBitsLost += m_perTensor[i];
            if (m_contracts[i]) ++(m_graph.tensor(TensorId(i)).isGraphInput ? summary.changedGraphInputs
                                                                            : summary.changedGraphOutputs);
        }
    }

private:
    static constexpr double kUntouched = -1; // bits gained count as no loss, so no value is negative

    const SlotList& m_slots;
    const Graph& m_graph;
    std::vector<double> m_perTensor; // worst of its slots
    std::vector<bool> m_operations;
    std::vector<bool> m_contracts;
    double m_worst = 0;
    std::size_t m_slotCount = 0;
};

// What of a summary does not depend on the outcome.
struct Before {
    explicit Before(const Model& model) : table(model.baseline), measures(measuresOf(model, table)) {}
    ResolvedTable table;
    Measures measures;
};

void countBoth(const Before& before, const MeasureCount& after, Summary& summary)
{
    summary.requantizeEdgesBefore = before.measures.edges.size();
    summary.requantizeEdgesAfter = after.edges;
    summary.splitOperationsBefore = before.measures.split.size();
    summary.splitOperationsAfter = after.split;
    summary.misalignedOperationsBefore = before.measures.misaligned.size();
    summary.misalignedOperationsAfter = after.misaligned;
}

void countGroupsOf(const ResolvedTable& after, Summary& summary)
{
    const GroupCount groups = countGroups(after);
    summary.groups = groups.groups;
    summary.largestGroup = groups.largest;
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
    const ResolvedTable after(outcome.table);
    const Divergence divergence(before.table, after);
    cascade.changes = changesAt(divergence, before.table, after);
    Measures measures = measuresOf(model, after, before.measures, divergence);
    cascade.brokenPromises = brokenPromises(outcome, after);
    cascade.groupsBefore = groupsOf(before.table);
    cascade.groups = groupsOf(after);
    keepNumbers(cascade.groupsBefore, cascade.groups);
    const CauseIndex causes(origin, outcome);
    setCauses(causes, cascade);
    nameBreakers(causes, outcome, cascade.brokenPromises);
    countHops(model, outcome, cascade.changes);

    Summary& summary = cascade.summary;
    countBoth(before, {measures.edges.size(), measures.misaligned.size(), measures.split.size()}, summary);
    countGroupsOf(after, summary);
    summary.brokenPromises = cascade.brokenPromises.size();
    MovedCount moved(model);
    for (const Change& change : cascade.changes) {
        moved.add(change.slot, divergence.moved(change.slot), change.bitsLost);
        summary.farthestHops = std::max(summary.farthestHops, change.hops);
    }
    moved.finish(summary);

    cascade.edgesBefore = std::move(before.measures.edges);
    cascade.misalignedBefore = std::move(before.measures.misaligned);
    cascade.splitBefore = std::move(before.measures.split);
    cascade.edgesAfter = std::move(measures.edges);
    cascade.misalignedAfter = std::move(measures.misaligned);
    cascade.splitAfter = std::move(measures.split);
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
    Summary summary;
    if (!d) return summary;
    const ResolvedTable after(outcome.table);
    const Divergence divergence(d->before.table, after);
    countBoth(d->before, countMeasures(d->model, after, d->before.measures, divergence), summary);
    countGroupsOf(after, summary);
    summary.brokenPromises = brokenPromises(outcome, after).size();
    MovedCount moved(d->model);
    BitsLost bits(d->before.table, after);
    const SlotList& slots = d->model.baseline.slots();
    for (const SlotId slot : divergence.slots()) {
        const bool counts = divergence.moved(slot) && !slots[slot].parameter;
        moved.add(slot, counts, counts ? bits.of(slot) : std::nullopt);
    }
    moved.finish(summary);
    return summary;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// diff: changes, broken promises, and the summary.
#include "core/cascade/cascade.h"

#include "core/base/parallel.h"
#include "core/cascade/divergence.h"
#include "core/cascade/group_numbers.h"
#include "core/cascade/loaded_state.h"
#include "core/cascade/measures.h"

#include <algorithm>
#include <utility>

namespace alignscope {
namespace {

constexpr std::size_t kWorthAThread = 20000; // slots

// An operation bound a slot to m; at the end the slot's parameters are no longer m's.
std::vector<BrokenPromise> brokenPromises(const Outcome& outcome, const ResolvedTable& after)
{
    std::vector<BrokenPromise> broken;
    for (const Step& step : outcome.steps) {
        if (!bindsByPromise(step)) continue;
        if (!broken.empty() && broken.back().operation == step.operation) continue; // one per operation
        if (promiseHolds(after, step.slot, step.master)) continue;
        broken.push_back({step.operation, step.slot, step.master});
    }
    return broken;
}

// Counts what moved, slot after slot in their order.
class MovedCount {
public:
    explicit MovedCount(const Model& model)
        : m_slots(model.baseline.slots()), m_graph(*model.graph), m_perTensor(m_graph.tensorCount(), kUntouched),
          m_contracts(m_graph.tensorCount(), false), m_clipped(m_graph.tensorCount(), false)
    {
    }

    void add(const Change& change)
    {
        const SlotId id = change.slot;
        ++m_slotCount;
        if (!change.moved) return;
        ++m_movedCount;
        const OpId operation = m_slots.operationOf(id); // its slots stand together
        m_operationCount += operation != m_last ? 1U : 0U;
        m_last = operation;
        if (m_slots.isParameter(id)) return;
        const double ratio = std::max(change.scaleRatio, 1.0); // what is gained or unknown is no loss
        m_worst = std::max(m_worst, ratio);
        const std::size_t tensor = m_slots.tensorOf(id).index();
        m_perTensor[tensor] = std::max(m_perTensor[tensor], ratio);
        if (m_slots.isContract(id)) m_contracts[tensor] = true;
        if (change.clippedPercent == 0) return;
        m_clipped[tensor] = true;
        m_worstClipped = std::max<std::size_t>(m_worstClipped, change.clippedPercent);
    }

    void finish(Summary& summary) const
    {
        summary.worstBitsLost = *bitsLost(m_worst);
        summary.changedSlots = m_slotCount;
        summary.movedSlots = m_movedCount;
        summary.changedOperations = m_operationCount;
        summary.worstClippedPercent = m_worstClipped;
        for (std::uint32_t i = 0; i < m_perTensor.size(); ++i) {
            if (m_perTensor[i] == kUntouched) continue;
            ++summary.changedTensors;
            summary.clippedTensors += m_clipped[i] ? 1U : 0U;
            summary.summedBitsLost += *bitsLost(m_perTensor[i]);
            if (m_contracts[i]) ++(m_graph.tensor(TensorId(i)).isGraphInput ? summary.changedGraphInputs
                                                                            : summary.changedGraphOutputs);
        }
    }

private:
    static constexpr double kUntouched = 0;

    const SlotList& m_slots;
    const Graph& m_graph;
    std::vector<double> m_perTensor; // largest ratio of the scales of its slots
    std::vector<bool> m_contracts;
    std::vector<bool> m_clipped;
    double m_worst = 1;
    std::size_t m_worstClipped = 0;
    std::size_t m_slotCount = 0;
    std::size_t m_movedCount = 0;
    std::size_t m_operationCount = 0;
    OpId m_last;
};

void countBoth(const Measures& before, const MeasureCount& after, Summary& summary)
{
    summary.requantizeEdgesBefore = before.edges.size();
    summary.requantizeEdgesAfter = after.edges;
    summary.splitOperationsBefore = before.split.size();
    summary.splitOperationsAfter = after.split;
    summary.misalignedOperationsBefore = before.misaligned.size();
    summary.misalignedOperationsAfter = after.misaligned;
}

} // namespace

const Change* Cascade::change(SlotId slot) const
{
    const std::size_t place = m_places.place(slot.index());
    return place == RankedBits::kNone ? nullptr : &changes[place];
}

const GroupList& Cascade::groupList() const
{
    static const GroupList none;
    if (!m_groups) return none;
    return *m_groups->get([this] {
        GroupList list = groupsOf(tableAfter);
        keepNumbers(loaded->numbers, list.groups);
        return list;
    });
}

std::span<const Group> Cascade::groups() const { return groupList().groups; }
const Group* Cascade::group(SlotId root) const { return groupList().withRoot(root); }
const Group* Cascade::groupBefore(SlotId root) const { return loaded ? loaded->groups.withRoot(root) : nullptr; }

std::optional<double> Change::bitsLost() const { return alignscope::bitsLost(scaleRatio); }

std::vector<OpId> Cascade::movedOperations() const
{
    std::vector<OpId> operations;
    if (changes.empty()) return operations;
    const SlotList& slots = tableAfter.table().slots();
    for (const Change& change : changes) { // in slot order, so those of an operation stand together
        const Slot& slot = slots[change.slot];
        if (!change.moved || slot.parameter) continue;
        if (operations.empty() || operations.back() != slot.operation) operations.push_back(slot.operation);
    }
    return operations;
}

double Cascade::clippedShare(SlotId slot) const
{
    const auto range = [&](const ResolvedTable& table) {
        return realRange(table.effective(slot), table.table().slots()[slot].scheme);
    };
    const auto then = range(tableBefore);
    const auto now = range(tableAfter);
    return then && now ? alignscope::clippedShare(*then, *now) : 0;
}

Cascade diff(const Model& model, const Outcome& outcome)
{
    Cascade cascade;
    if (!model.baseline.slotList()) return cascade;
    cascade.loaded = loadedState(model);
    const LoadedState& loaded = *cascade.loaded;
    cascade.tableBefore = ResolvedTable(model.baseline, loaded.slots);
    cascade.tableAfter = outcome.table.isCopyOf(model.baseline) ? ResolvedTable(outcome.table, loaded.slots) : ResolvedTable(outcome.table);
    Divergence divergence(cascade.tableBefore, cascade.tableAfter, Divergence::Losses::All);
    cascade.changes = divergence.takeChanges();
    Summary& summary = cascade.summary;
    Measures measures;
    GroupCount groups;
    const auto count = [&] {
        MovedCount moved(model);
        for (const Change& change : cascade.changes) moved.add(change);
        moved.finish(summary);
        groups = countGroups(cascade.tableAfter);
        cascade.brokenPromises = brokenPromises(outcome, cascade.tableAfter);
        cascade.m_places = RankedBits(cascade.tableAfter.size(), cascade.changes, [](const Change& change) { return change.slot.index(); });
    };
    const auto measure = [&] { measures = measuresOf(model, cascade.tableAfter, loaded.measures, divergence); };
    inParallel(cascade.tableAfter.size() > kWorthAThread, count, measure);
    cascade.m_groups = std::make_shared<const Lazy<GroupList>>();
    countBoth(loaded.measures, {measures.edges.size(), measures.misaligned.size(), measures.split.size()}, summary);
    summary.groups = groups.groups;
    summary.largestGroup = groups.largest;
    summary.brokenPromises = cascade.brokenPromises.size();

    cascade.edgesBefore = loaded.measures.edges;
    cascade.misalignedBefore = loaded.measures.misaligned;
    cascade.splitBefore = loaded.measures.split;
    cascade.groupsBefore = loaded.groups.groups;
    cascade.edgesAfter = std::move(measures.edges);
    cascade.misalignedAfter = std::move(measures.misaligned);
    cascade.splitAfter = std::move(measures.split);
    return cascade;
}

struct Summarizer::Private {
    const Model& model;
    std::shared_ptr<const LoadedState> loaded;
    ResolvedTable before;
};

Summarizer::Summarizer(const Model& model)
{
    if (!model.baseline.slotList()) return;
    const auto loaded = loadedState(model);
    d = std::make_unique<const Private>(Private{model, loaded, ResolvedTable(model.baseline, loaded->slots)});
}
Summarizer::~Summarizer() = default;

Summary Summarizer::operator()(const Outcome& outcome) const
{
    Summary summary;
    if (!d) return summary;
    const ResolvedTable after(outcome.table);
    const Divergence divergence(d->before, after, Divergence::Losses::MovedData);
    countBoth(d->loaded->measures, countMeasures(d->model, after, d->loaded->measures, divergence), summary);
    const GroupCount groups = countGroups(after);
    summary.groups = groups.groups;
    summary.largestGroup = groups.largest;
    summary.brokenPromises = brokenPromises(outcome, after).size();
    MovedCount moved(d->model);
    for (const Change& change : divergence.changes()) moved.add(change);
    moved.finish(summary);
    return summary;
}

} // namespace alignscope

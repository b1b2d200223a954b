// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/trouble.h"

#include <algorithm>
#include <span>

namespace alignscope {

TroubleTally::TroubleTally(const Evaluation& evaluation, EvaluationSide side)
    : m_entries(evaluation.model->graph->operationCount())
{
    const SlotList& slots = evaluation.model->baseline.slots();
    const Cascade& cascade = evaluation.cascade;
    const bool loaded = side == EvaluationSide::Loaded;
    for (const OpId op : loaded ? cascade.misalignedBefore : cascade.misalignedAfter) m_entries[op.index()].misaligned = true;
    for (const OpId op : loaded ? cascade.splitBefore : cascade.splitAfter) m_entries[op.index()].split = true;
    for (const RequantizeEdge& edge : loaded ? cascade.edgesBefore : cascade.edgesAfter)
        ++m_entries[slots[edge.edge.to].operation.index()].requantize;
    if (loaded) return;
    for (const BrokenPromise& promise : cascade.brokenPromises) m_entries[promise.operation.index()].broken = true;
    for (const Change& change : cascade.changes) {
        const Slot& slot = slots[change.slot];
        if (slot.parameter || !change.moved) continue;
        Entry& entry = m_entries[slot.operation.index()];
        entry.changed = true;
        const auto bits = change.bitsLost();
        if (!bits) continue;
        entry.worstBitsLost = entry.measured ? std::max(entry.worstBitsLost, *bits) : *bits;
        entry.measured = true;
    }
}

Trouble TroubleTally::within(std::span<const OpId> operations) const
{
    Trouble trouble;
    for (const OpId operation : operations) {
        const Entry& entry = m_entries[operation.index()];
        trouble.misaligned += entry.misaligned ? 1U : 0U;
        trouble.split += entry.split ? 1U : 0U;
        trouble.broken += entry.broken ? 1U : 0U;
        trouble.changed += entry.changed ? 1U : 0U;
        trouble.requantize += entry.requantize;
        if (entry.measured) trouble.worstBitsLost = std::max(trouble.worstBitsLost.value_or(entry.worstBitsLost), entry.worstBitsLost);
    }
    return trouble;
}

Trouble troubleWithin(const Evaluation& evaluation, EvaluationSide side, std::span<const OpId> operations)
{
    return TroubleTally(evaluation, side).within(operations);
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/price.h"

#include <algorithm>

namespace alignscope {
namespace {

// Counts a slot; whether it differs at all.
bool count(const ResolvedTable& a, const ResolvedTable& b, SlotId slot, SlotTally& difference)
{
    if (!sameEffective(a, slot, b, slot)) ++difference.changed;
    else if (a.root(slot) != b.root(slot)) ++difference.joined;
    else return false;
    return true;
}

std::ptrdiff_t countDifference(std::size_t from, std::size_t to)
{
    return static_cast<std::ptrdiff_t>(to) - static_cast<std::ptrdiff_t>(from);
}

} // namespace

Price priceOf(const Summary& from, const Summary& to)
{
    return {countDifference(from.requantizeEdgesAfter, to.requantizeEdgesAfter),
            countDifference(from.misalignedOperationsAfter, to.misalignedOperationsAfter),
            countDifference(from.splitOperationsAfter, to.splitOperationsAfter),
            countDifference(from.brokenPromises, to.brokenPromises),
            to.worstBitsLost - from.worstBitsLost,
            to.summedBitsLost - from.summedBitsLost};
}

SlotTally slotTally(const TqcTable& a, const TqcTable& b)
{
    const ResolvedTable x(a);
    const ResolvedTable y(b);
    SlotTally difference;
    for (std::uint32_t i = 0; i < x.size() && i < y.size(); ++i) count(x, y, SlotId(i), difference);
    return difference;
}

ReachMeter::ReachMeter(const Model& model)
    : m_model(model), m_walk(*model.graph), m_tensorStamp(model.graph->tensorCount(), 0),
      m_operationStamp(model.graph->operationCount(), 0)
{
}

Reach ReachMeter::operator()(const ResolvedTable& before, const ResolvedTable& after, OpId cause)
{
    Reach reach;
    ++m_now;
    m_operations.clear();
    const SlotList& slots = m_model.baseline.slots();
    for (std::uint32_t i = 0; i < after.size(); ++i) {
        const SlotId id(i);
        const std::size_t changed = reach.slots.changed;
        if (!count(before, after, id, reach.slots)) continue;
        const Slot& slot = slots[id];
        if (m_operationStamp[slot.operation.index()] != m_now) {
            m_operationStamp[slot.operation.index()] = m_now;
            m_operations.push_back(slot.operation); // slots stand in the order of operations
        }
        if (slot.parameter || m_tensorStamp[slot.tensor.index()] == m_now || reach.slots.changed == changed) continue;
        m_tensorStamp[slot.tensor.index()] = m_now;
        ++reach.tensors;
    }
    reach.operations = m_operations.size();
    if (cause)
        m_walk.from(cause, reach.operations, [&](OpId at, std::uint32_t depth) {
            if (m_operationStamp[at.index()] != m_now) return false;
            reach.hops = std::max(reach.hops, depth);
            return true;
        });
    return reach;
}

} // namespace alignscope

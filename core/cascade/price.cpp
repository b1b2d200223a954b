// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/price.h"

#include <algorithm>

namespace alignscope {
namespace {

bool movedSlot(const ResolvedTable& a, const ResolvedTable& b, SlotId slot)
{
    return a.root(slot) != b.root(slot) || !sameParameters(a.effective(slot), b.effective(slot));
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

std::size_t movedSlots(const TqcTable& a, const TqcTable& b)
{
    const ResolvedTable x(a);
    const ResolvedTable y(b);
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < x.size() && i < y.size(); ++i) count += movedSlot(x, y, SlotId(i)) ? 1U : 0U;
    return count;
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
        if (!movedSlot(before, after, id)) continue;
        const Slot& slot = slots[id];
        ++reach.slots;
        if (m_operationStamp[slot.operation.index()] != m_now) {
            m_operationStamp[slot.operation.index()] = m_now;
            m_operations.push_back(slot.operation); // slots stand in the order of operations
        }
        if (slot.parameter || m_tensorStamp[slot.tensor.index()] == m_now
            || sameParameters(before.effective(id), after.effective(id)))
            continue;
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

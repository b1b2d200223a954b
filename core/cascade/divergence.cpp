// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/divergence.h"

#include "core/base/parallel.h"
#include "core/cascade/measures.h"

namespace alignscope {
namespace {

constexpr std::uint32_t kWorthAThread = 30000; // slots: a millisecond

} // namespace

Divergence::Divergence(const ResolvedTable& before, const ResolvedTable& after, Losses losses) : m_differs(after.size(), 0)
{
    if (before.shared() == after.shared()) return;
    const auto size = static_cast<std::uint32_t>(m_differs.size());
    m_changes.reserve(size); // no more than there can be: what stays unused costs no memory
    const std::uint32_t half = size > kWorthAThread ? size / 2 : size;
    std::vector<Change> rest;
    inParallel(half < size, [&] { compare(before, after, losses, half, size, rest); },
               [&] { compare(before, after, losses, 0, half, m_changes); });
    m_changes.insert(m_changes.end(), rest.begin(), rest.end());
}

// A million slots may be looked at, and nearly all hold one number on each side.
void Divergence::compare(const ResolvedTable& before, const ResolvedTable& after, Losses losses, std::uint32_t begin,
                         std::uint32_t end, std::vector<Change>& changes)
{
    const SlotList& slots = before.table().slots();
    changes.reserve(end - begin);
    for (std::uint32_t i = begin; i < end; ++i) {
        const SlotId slot(i);
        const ResolvedSlot& x = before[slot];
        const ResolvedSlot& y = after[slot];
        if (sameResolved(before, after, slot)) continue;
        const bool moved = !sameEffective(before, slot, after, slot);
        m_differs[i] = 1;
        Change& change = changes.emplace_back();
        change.slot = slot;
        change.moved = moved;
        if (losses == Losses::MovedData && (!moved || slots.isParameter(slot))) continue;
        if (!x.perChannel() && !y.perChannel()) {
            change.scaleRatio = scaleRatio(x.scale, y.scale);
            if (moved && x.perTensor() && y.perTensor())
                change.clippedPercent = clippedPercent({x.scale, x.offset}, {y.scale, y.offset}, slots.rangeOf(slot));
            continue;
        }
        const ParameterView then = before.effective(slot);
        const ParameterView now = after.effective(slot);
        change.scaleRatio = scaleRatio(then, now);
        change.clippedPercent = clippedPercent(then, now, slots.rangeOf(slot));
    }
}

} // namespace alignscope

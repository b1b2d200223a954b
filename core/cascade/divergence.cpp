// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/divergence.h"

#include "core/base/parallel.h"
#include "core/cascade/measures.h"

#include <bit>

namespace alignscope {
namespace {

constexpr std::uint32_t kWorthAThread = 30000; // slots: a millisecond

bool sameBits(float a, float b) { return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b); }

// What sameParameters() says of the own values of two roots, without views where both hold one number.
bool sameOwn(const TqcTable& a, SlotId rootA, const TqcTable& b, SlotId rootB)
{
    const TqcRecord& x = a.record(rootA);
    const TqcRecord& y = b.record(rootB);
    if (((x.flags | y.flags) & TqcRecord::kPerChannel) != 0) return sameParameters(a.own(rootA), b.own(rootB));
    return x.flags == y.flags && ((x.flags & TqcRecord::kHasScale) == 0 || sameBits(x.scale, y.scale))
        && ((x.flags & TqcRecord::kHasOffset) == 0 || sameBits(x.offset, y.offset));
}

} // namespace

bool sameEffective(const ResolvedTable& a, SlotId inA, const ResolvedTable& b, SlotId inB)
{
    const SlotId rootA = a.root(inA);
    const SlotId rootB = b.root(inB);
    if (!rootA || !rootB) return sameParameters(a.effective(inA), b.effective(inB));
    return sameOwn(a.table(), rootA, b.table(), rootB);
}

Divergence::Divergence(const ResolvedTable& before, const ResolvedTable& after, Losses losses) : m_differs(after.size(), 0)
{
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
        const SlotId rootBefore = before.root(slot);
        const SlotId rootAfter = after.root(slot);
        const bool moved = !sameEffective(before, slot, after, slot);
        if (!moved && rootBefore == rootAfter && before.table().state(slot) == after.table().state(slot)) continue;
        m_differs[i] = 1;
        Change& change = changes.emplace_back();
        change.slot = slot;
        change.moved = moved;
        if (losses == Losses::MovedData && (!moved || slots.isParameter(slot))) continue;
        if (rootBefore && rootAfter) {
            const TqcRecord& x = before.table().record(rootBefore);
            const TqcRecord& y = after.table().record(rootAfter);
            constexpr std::uint8_t kBoth = TqcRecord::kHasScale | TqcRecord::kHasOffset;
            if (x.flags == kBoth && y.flags == kBoth) {
                change.scaleRatio = scaleRatio(x.scale, y.scale);
                if (moved) change.clippedPercent = clippedPercent({x.scale, x.offset}, {y.scale, y.offset}, slots.rangeOf(slot));
                continue;
            }
        }
        const ParameterView x = before.effective(slot);
        const ParameterView y = after.effective(slot);
        change.scaleRatio = scaleRatio(x, y);
        change.clippedPercent = clippedPercent(x, y, slots.rangeOf(slot));
    }
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/divergence.h"

#include "core/base/parallel.h"

#include <bit>

namespace alignscope {
namespace {

constexpr std::uint32_t kWorthAThread = 100000; // slots: a millisecond

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

Divergence::Divergence(const ResolvedTable& before, const ResolvedTable& after) : m_marks(after.size(), kSame)
{
    const auto size = static_cast<std::uint32_t>(m_marks.size());
    const std::uint32_t half = size / 2;
    std::vector<SlotId> rest;
    m_slots.reserve(size); // no more than there can be: what stays unused costs no memory
    inParallel(size > kWorthAThread, [&] { compare(before, after, half, size, rest); },
               [&] { compare(before, after, 0, half, m_slots); });
    m_slots.insert(m_slots.end(), rest.begin(), rest.end());
}

void Divergence::compare(const ResolvedTable& before, const ResolvedTable& after, std::uint32_t begin, std::uint32_t end,
                         std::vector<SlotId>& slots)
{
    for (std::uint32_t i = begin; i < end; ++i) {
        const SlotId slot(i);
        if (!sameEffective(before, slot, after, slot))
            m_marks[i] = kMoved;
        else if (before.root(slot) != after.root(slot) || before.table().state(slot) != after.table().state(slot))
            m_marks[i] = kOther;
        else
            continue;
        slots.push_back(slot);
    }
}

} // namespace alignscope

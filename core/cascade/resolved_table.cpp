// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/resolved_table.h"

#include "core/base/parallel.h"

namespace alignscope {

ResolvedTable::ResolvedTable(const TqcTable& table) : m_table(&table)
{
    constexpr std::uint32_t kWorthAThread = 100000; // slots
    auto slots = std::make_shared<Slots>(table.size());
    const auto size = static_cast<std::uint32_t>(slots->size());
    const std::uint32_t half = size > kWorthAThread ? size / 2 : size;
    inParallel(half < size, [&] { resolve(*slots, half, size); }, [&] { resolve(*slots, 0, half); });
    m_shared = std::move(slots);
    m_slots = *m_shared;
}

// Reads no slot before `begin`, which another thread may be at.
void ResolvedTable::resolve(Slots& slots, std::uint32_t begin, std::uint32_t end) const
{
    const TqcTable& table = *m_table;
    for (std::uint32_t i = begin; i < end; ++i) {
        ResolvedSlot& slot = slots[i];
        slot.state = table.state(SlotId(i));
        const std::uint32_t above = table.dominator(SlotId(i)).value();
        // Most pointers lead to a root, or to a slot that was resolved before.
        if (above == i || table.dominator(SlotId(above)).value() == above) slot.root = above;
        else slot.root = above < i && above >= begin ? slots[above].root : table.root(SlotId(i)).value();
        if (slot.root == SlotId::kNone) continue;
        const TqcRecord& own = table.record(SlotId(slot.root));
        slot.flags = own.flags;
        if (slot.perChannel()) {
            slot.channels = own.channels;
            continue;
        }
        if ((own.flags & TqcRecord::kHasScale) != 0) slot.scale = own.scale;
        if ((own.flags & TqcRecord::kHasOffset) != 0) slot.offset = own.offset;
    }
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// ResolvedTable: a table with every slot's root and effective parameters looked up once, for measures that ask for all.
#pragma once

#include "core/quant/quantized.h"
#include "core/quant/tqc_table.h"

#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace alignscope {

/// What a slot amounts to, in one piece of memory: walks over edges and steps read slots in any order.
struct ResolvedSlot {
    std::uint32_t root = SlotId::kNone; ///< SlotId::kNone for a cycle
    float scale = 0;                    ///< effective; 0 without one, or with one for each channel
    union {
        float offset = 0;               ///< effective; 0 without one
        std::uint32_t channels;         ///< of TqcRecord::kPerChannel
    };
    TqcState state = TqcState::Initial; ///< of the slot itself
    std::uint8_t flags = 0;             ///< of TqcRecord, at the root
    std::uint16_t unused = 0;           ///< part of what is compared

    [[nodiscard]] bool perChannel() const noexcept { return (flags & TqcRecord::kPerChannel) != 0; }
    /// One scale and one offset.
    [[nodiscard]] bool perTensor() const noexcept { return flags == (TqcRecord::kHasScale | TqcRecord::kHasOffset); }
    /// In all that stands here.
    [[nodiscard]] bool sameBits(const ResolvedSlot& other) const noexcept
    {
        struct Bits {
            std::uint64_t low, high;
            bool operator==(const Bits&) const = default;
        };
        static_assert(sizeof(ResolvedSlot) == sizeof(Bits));
        return std::bit_cast<Bits>(*this) == std::bit_cast<Bits>(other);
    }
};

/// Valid as long as the table, which must not change. Thread: any (const).
class ResolvedTable {
public:
    using Slots = std::vector<ResolvedSlot>;

    ResolvedTable() = default;
    explicit ResolvedTable(const TqcTable& table);
    /// With slots that were looked up before, in a table that is equal to this one.
    ResolvedTable(const TqcTable& table, std::shared_ptr<const Slots> slots)
        : m_table(&table), m_shared(std::move(slots)), m_slots(*m_shared)
    {
    }

    [[nodiscard]] const TqcTable& table() const noexcept { return *m_table; }
    [[nodiscard]] const std::shared_ptr<const Slots>& shared() const noexcept { return m_shared; }
    [[nodiscard]] std::size_t size() const noexcept { return m_slots.size(); }
    [[nodiscard]] const ResolvedSlot& operator[](SlotId slot) const { return m_slots[slot.index()]; }
    /// Invalid for a cycle.
    [[nodiscard]] SlotId root(SlotId slot) const { return SlotId(m_slots[slot.index()].root); }
    /// Valid as long as the table.
    [[nodiscard]] ParameterView effective(SlotId slot) const
    {
        const ResolvedSlot& at = m_slots[slot.index()];
        if (at.perChannel()) return m_table->channelsAt(at.channels);
        return at.root != SlotId::kNone ? m_table->own(SlotId(at.root)) : ParameterView{};
    }
    /// As isQuantized().
    [[nodiscard]] bool quantized(SlotId slot) const
    {
        const ResolvedSlot& at = m_slots[slot.index()];
        return !isFp32OrSoi(at.state) && (at.perTensor() || (at.perChannel() && effective(slot).known()));
    }

private:
    void resolve(Slots& slots, std::uint32_t begin, std::uint32_t end) const;

    const TqcTable* m_table = nullptr;
    std::shared_ptr<const Slots> m_shared;
    std::span<const ResolvedSlot> m_slots; // *m_shared
};

/// Bitwise equality of the effective parameters of two slots, each in its table.
[[nodiscard]] inline bool sameEffective(const ResolvedTable& a, SlotId inA, const ResolvedTable& b, SlotId inB)
{
    const ResolvedSlot& x = a[inA];
    const ResolvedSlot& y = b[inB];
    if (x.perChannel() && y.perChannel() && x.channels == y.channels && a.table().sharesChannels(x.channels, b.table())) return true;
    if (x.perChannel() || y.perChannel()) return sameParameters(a.effective(inA), b.effective(inB));
    return x.flags == y.flags && std::bit_cast<std::uint32_t>(x.scale) == std::bit_cast<std::uint32_t>(y.scale)
        && std::bit_cast<std::uint32_t>(x.offset) == std::bit_cast<std::uint32_t>(y.offset);
}

/// Same root, state and effective parameters of a slot in two tables over the same slots.
[[nodiscard]] inline bool sameResolved(const ResolvedTable& a, const ResolvedTable& b, SlotId slot)
{
    const ResolvedSlot& x = a[slot];
    const ResolvedSlot& y = b[slot];
    if (x.sameBits(y) && !x.perChannel()) return true; // as most are
    return x.root == y.root && x.state == y.state && sameEffective(a, slot, b, slot);
}

} // namespace alignscope

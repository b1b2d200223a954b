// SPDX-License-Identifier: Apache-2.0
// Divergence: where two tables over the same slots differ, so that measures look only there.
#pragma once

#include "core/cascade/resolved_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alignscope {

/// Valid without the tables. Thread: any (const).
class Divergence {
public:
    Divergence(const ResolvedTable& before, const ResolvedTable& after);

    /// Slots with another state, root or other effective parameters, in slot order.
    [[nodiscard]] std::span<const SlotId> slots() const noexcept { return m_slots; }
    [[nodiscard]] bool differs(SlotId slot) const { return m_marks[slot.index()] != kSame; }
    /// The effective parameters differ.
    [[nodiscard]] bool moved(SlotId slot) const { return m_marks[slot.index()] == kMoved; }
    [[nodiscard]] bool differsWithin(std::uint32_t first, std::uint32_t count) const
    {
        for (std::uint32_t i = first; i < first + count; ++i)
            if (m_marks[i] != kSame) return true;
        return false;
    }

private:
    static constexpr std::uint8_t kSame = 0;
    static constexpr std::uint8_t kOther = 1;
    static constexpr std::uint8_t kMoved = 2;

    std::vector<std::uint8_t> m_marks; // per slot
    std::vector<SlotId> m_slots;

    void compare(const ResolvedTable& before, const ResolvedTable& after, std::uint32_t begin, std::uint32_t end, std::vector<SlotId>& slots);
};

/// Bitwise equality of the effective parameters of two slots, each in its table.
[[nodiscard]] bool sameEffective(const ResolvedTable& a, SlotId inA, const ResolvedTable& b, SlotId inB);

} // namespace alignscope

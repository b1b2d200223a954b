// SPDX-License-Identifier: Apache-2.0
// Divergence: where two tables over the same slots differ and by how much, in one walk over both.
#pragma once

#include "core/cascade/cascade.h"
#include "core/cascade/resolved_table.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace alignscope {

/// Valid without the tables. Thread: any (const).
class Divergence {
public:
    /// Of which slots changes() says what they lost.
    enum class Losses : std::uint8_t { All, MovedData };
    Divergence(const ResolvedTable& before, const ResolvedTable& after, Losses losses);

    /// Slots with another state, root or other effective parameters, in slot order.
    [[nodiscard]] const std::vector<Change>& changes() const noexcept { return m_changes; }
    [[nodiscard]] std::vector<Change> takeChanges() { return std::move(m_changes); }
    [[nodiscard]] bool differs(SlotId slot) const { return m_differs[slot.index()] != 0; }
    [[nodiscard]] bool differsWithin(std::uint32_t first, std::uint32_t count) const
    {
        for (std::uint32_t i = first; i < first + count; ++i)
            if (m_differs[i] != 0) return true;
        return false;
    }

private:
    std::vector<char> m_differs; // per slot
    std::vector<Change> m_changes;

    void compare(const ResolvedTable& before, const ResolvedTable& after, Losses losses, std::uint32_t begin, std::uint32_t end,
                 std::vector<Change>& changes);
};

} // namespace alignscope

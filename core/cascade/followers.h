// SPDX-License-Identifier: Apache-2.0
// Followers: who points at whom, kept current while a table changes, to find whom a step moves.
#pragma once

#include "core/quant/tqc_table.h"

#include <cstdint>
#include <vector>

namespace alignscope {

class Followers {
public:
    explicit Followers(const TqcTable& table);

    /// `slot` pointed at `from` and now points at `to`.
    void relink(SlotId slot, SlotId from, SlotId to);
    /// The slot and all that point at it over any number of others, each once, even on a cycle.
    /// Valid until the next call.
    [[nodiscard]] const std::vector<SlotId>& below(SlotId slot);

private:
    static constexpr std::uint32_t kNone = SlotId::kNone;
    void link(std::uint32_t slot, std::uint32_t master);

    // Doubly linked lists through arrays: the followers of each slot.
    std::vector<std::uint32_t> m_first;
    std::vector<std::uint32_t> m_next;
    std::vector<std::uint32_t> m_previous;
    std::vector<std::uint32_t> m_seen; // mark of the last walk
    std::uint32_t m_walk = 0;
    std::vector<SlotId> m_found;
};

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/followers.h"

#include <cstddef>

namespace alignscope {

Followers::Followers(const TqcTable& table)
    : m_first(table.size(), kNone), m_next(table.size(), kNone), m_previous(table.size(), kNone),
      m_seen(table.size(), 0)
{
    for (std::uint32_t i = 0; i < table.size(); ++i)
        if (const SlotId master = table.dominator(SlotId(i)); master.value() != i) link(i, master.value());
}

void Followers::link(std::uint32_t slot, std::uint32_t master)
{
    m_previous[slot] = kNone;
    m_next[slot] = m_first[master];
    if (m_next[slot] != kNone) m_previous[m_next[slot]] = slot;
    m_first[master] = slot;
}

void Followers::relink(SlotId slot, SlotId from, SlotId to)
{
    if (from == to) return;
    const std::uint32_t at = slot.value();
    if (from != slot) {
        const std::uint32_t next = m_next[at];
        const std::uint32_t previous = m_previous[at];
        if (next != kNone) m_previous[next] = previous;
        if (previous != kNone) m_next[previous] = next;
        else m_first[from.index()] = next;
    }
    if (to != slot) link(at, to.value());
}

const std::vector<SlotId>& Followers::below(SlotId slot)
{
    ++m_walk;
    m_found.assign(1, slot);
    m_seen[slot.index()] = m_walk;
    for (std::size_t next = 0; next < m_found.size(); ++next)
        for (std::uint32_t at = m_first[m_found[next].index()]; at != kNone; at = m_next[at]) {
            if (m_seen[at] == m_walk) continue;
            m_seen[at] = m_walk;
            m_found.emplace_back(at);
        }
    return m_found;
}

} // namespace alignscope

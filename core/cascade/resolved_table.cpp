// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/resolved_table.h"

namespace alignscope {

ResolvedTable::ResolvedTable(const TqcTable& table) : m_table(table), m_roots(table.size())
{
    for (std::uint32_t i = 0; i < m_roots.size(); ++i) {
        const std::uint32_t above = table.dominator(SlotId(i)).value();
        // Most pointers lead to a root, or to a slot that was resolved before.
        if (above == i || table.dominator(SlotId(above)).value() == above)
            m_roots[i] = above;
        else
            m_roots[i] = above < i ? m_roots[above] : table.root(SlotId(i)).value();
    }
}

} // namespace alignscope

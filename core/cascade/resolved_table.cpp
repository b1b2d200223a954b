// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/resolved_table.h"

namespace alignscope {

ResolvedTable::ResolvedTable(const TqcTable& table) : m_table(&table)
{
    auto roots = std::make_shared<Roots>(table.size());
    for (std::uint32_t i = 0; i < roots->size(); ++i) {
        const std::uint32_t above = table.dominator(SlotId(i)).value();
        // Most pointers lead to a root, or to a slot that was resolved before.
        if (above == i || table.dominator(SlotId(above)).value() == above)
            (*roots)[i] = above;
        else
            (*roots)[i] = above < i ? (*roots)[above] : table.root(SlotId(i)).value();
    }
    m_shared = std::move(roots);
    m_roots = *m_shared;
}

} // namespace alignscope

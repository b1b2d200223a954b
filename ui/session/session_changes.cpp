// SPDX-License-Identifier: Apache-2.0
// Going from change to change.
#include "ui/session/session.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace alignscope::ui {

bool Session::stepChange(int direction)
{
    if (!shown()) return false;
    const std::vector<OpId> changed = shown()->cascade.movedOperations();
    if (changed.empty()) return false;
    const auto count = static_cast<std::ptrdiff_t>(changed.size());
    std::ptrdiff_t next = direction > 0 ? 0 : count - 1;
    const OpId here = m_selection.operation ? m_selection.operation
        : m_selection.slot && m_selection.kind != Selection::Kind::Group ? m_model->baseline.slots()[m_selection.slot].operation
                                                                         : OpId{};
    if (here) {
        const auto at = std::lower_bound(changed.begin(), changed.end(), here);
        const std::ptrdiff_t index = at - changed.begin();
        const bool onChange = at != changed.end() && *at == here;
        next = ((direction > 0 ? (onChange ? index + 1 : index) : index - 1) + count) % count;
    }
    Selection target;
    target.kind = Selection::Kind::Operation;
    target.operation = changed[static_cast<std::size_t>(next)];
    reveal(target);
    return true;
}

} // namespace alignscope::ui

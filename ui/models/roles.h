// SPDX-License-Identifier: Apache-2.0
// Roles that all item models of the window share.
#pragma once

#include <Qt>

namespace alignscope::ui {

enum ItemRole {
    kSortRole = Qt::UserRole + 1, ///< a number or text that sorts as a user expects
    kTargetRole,                  ///< Selection: what a click selects
    kCopyRole                     ///< exact value for the clipboard; falls back to the display text
};

} // namespace alignscope::ui

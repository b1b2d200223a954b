// SPDX-License-Identifier: Apache-2.0
// Roles that all item models of the window share.
#pragma once

#include <QModelIndex>
#include <Qt>

namespace alignscope::ui {

enum ItemRole {
    kSortRole = Qt::UserRole + 1, ///< a number or text that sorts as a user expects
    kTargetRole,                  ///< Selection: what a click selects
    kCopyRole                     ///< exact value for the clipboard; falls back to the display text
};

struct Selection;

/// A model that knows where a selection stands without a look at all its rows.
class FindsRows {
public:
    virtual ~FindsRows() = default;
    /// In the first column; invalid if it stands nowhere.
    [[nodiscard]] virtual QModelIndex rowOf(const Selection& selection) const = 0;
};

} // namespace alignscope::ui

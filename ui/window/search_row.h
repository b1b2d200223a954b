// SPDX-License-Identifier: Apache-2.0
// SearchRow: draws a hit of the search: type and name, and below why it was found.
#pragma once

#include <QStyledItemDelegate>

namespace alignscope::ui {

class SearchRow : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace alignscope::ui

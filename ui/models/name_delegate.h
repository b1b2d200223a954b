// SPDX-License-Identifier: Apache-2.0
// NameDelegate: cells of a table in which names keep their end, which tells them apart.
#pragma once

#include <QList>
#include <QStyledItemDelegate>

namespace alignscope::ui {

/// Columns of names are elided at the left, sentences at the right.
class NameDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setNameColumns(const QList<int>& columns) { m_columns = columns; }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    QList<int> m_columns;
};

} // namespace alignscope::ui

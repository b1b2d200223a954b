// SPDX-License-Identifier: Apache-2.0
#include "ui/models/name_delegate.h"

namespace alignscope::ui {

void NameDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = m_columns.contains(index.column()) ? Qt::ElideLeft : Qt::ElideRight;
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/window/search_row.h"

#include "ui/models/search_model.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace alignscope::ui {

QSize SearchRow::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, 2 * option.fontMetrics.height() + 8};
}

void SearchRow::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool chosen = (option.state & QStyle::State_Selected) != 0;
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
    if (chosen || hovered) painter->fillRect(option.rect, chosen ? theme().accentSoft : theme().raised);
    const QRect area = option.rect.adjusted(8, 4, -8, -4);
    const QString type = index.data(SearchModel::kTypeRole).toString();
    const QString why = index.data(SearchModel::kWhyRole).toString();
    const int line = option.fontMetrics.height();
    // One line alone stands in the middle.
    QRect first(area.left(), why.isEmpty() ? area.center().y() - line / 2 : area.top(), area.width(), line);
    QFont bold = option.font;
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold);
    painter->setFont(bold);
    painter->setPen(theme().text);
    const QString shownType = boldMetrics.elidedText(type, Qt::ElideRight, area.width() / 2);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, shownType);
    first.setLeft(first.left() + boldMetrics.horizontalAdvance(shownType) + 10);
    painter->setFont(option.font);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, first.width()));
    if (!why.isEmpty()) {
        const QRect second(area.left(), area.bottom() - line + 1, area.width(), line);
        painter->setPen(chosen ? theme().text : theme().muted);
        painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(why, Qt::ElideMiddle, second.width()));
    }
    painter->restore();
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/step_gutter.h"

#include "ui/models/steps_model.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPolygonF>

namespace alignscope::ui {

void paintBreakpoint(QPainter& painter, const QPointF& centre, double radius, bool filled)
{
    painter.setPen(QPen(theme().bad, 1.4));
    painter.setBrush(filled ? QBrush(theme().bad) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, radius, radius);
}

void paintBrokenPromise(QPainter& painter, const QPointF& centre, double radius)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().warning);
    const double r = radius * 1.15;
    painter.drawPolygon(QPolygonF{{centre.x(), centre.y() - r}, {centre.x() + r, centre.y() + r * 0.8}, {centre.x() - r, centre.y() + r * 0.8}});
    painter.setPen(QPen(theme().surface, 1.2));
    painter.drawLine(QPointF(centre.x(), centre.y() - r * 0.3), QPointF(centre.x(), centre.y() + r * 0.2));
}

void StepGutter::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const int marks = index.data(StepsModel::kGutterRole).toInt();
    if (marks == 0) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF area(option.rect);
    const double y = area.center().y() + 0.5;
    if ((marks & (StepsModel::Halts | StepsModel::Armed)) != 0)
        paintBreakpoint(*painter, {area.left() + 11, y}, 4.2, (marks & StepsModel::Halts) != 0);
    if ((marks & StepsModel::BreaksPromise) != 0) paintBrokenPromise(*painter, {area.left() + 25, y}, 4.6);
    if ((marks & StepsModel::Current) != 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme().accent);
        const double x = area.right() - 10;
        painter->drawPolygon(QPolygonF{{x, y - 5}, {x + 7, y}, {x, y + 5}});
    }
    painter->restore();
}

} // namespace alignscope::ui

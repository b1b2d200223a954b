// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/overlap_diagram.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr double kBoxWidth = 58;
constexpr double kBoxHeight = 24;

void box(QPainter& painter, const QPointF& center, const QString& text, const QColor& color)
{
    const QRectF rect(center.x() - kBoxWidth / 2, center.y() - kBoxHeight / 2, kBoxWidth, kBoxHeight);
    QColor fill = color;
    fill.setAlphaF(theme().dark ? 0.28F : 0.16F);
    painter.setPen(QPen(color, 1.4));
    painter.setBrush(theme().surface);
    painter.drawRoundedRect(rect, 6, 6);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, 6, 6);
    painter.setPen(theme().text);
    painter.drawText(rect, Qt::AlignCenter, text);
}

void edge(QPainter& painter, const QPointF& from, const QPointF& to, const QColor& color)
{
    QPainterPath path(from);
    const double middle = (from.y() + to.y()) / 2;
    path.cubicTo(from.x(), middle, to.x(), middle, to.x(), to.y());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.8));
    painter.drawPath(path);
}

} // namespace

OverlapDiagram::OverlapDiagram(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"overlapDiagram"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void OverlapDiagram::setOverlap(bool on)
{
    if (m_on == on) return;
    m_on = on;
    describe();
    update();
}

void OverlapDiagram::describe()
{
    setAccessibleName(tr("Diagram of force_overlap"));
    const QString text = m_on ? tr("On: Conv2 also feeds Conv3, and follows Add1 all the same. Conv3 gets the new scale too; no rescale is needed.")
                              : tr("Off: Conv2 also feeds Conv3, so it keeps its scale. Only Add1's input is aligned; a rescale remains between them.");
    setToolTip(text);
    setAccessibleDescription(text);
}

void OverlapDiagram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(scaledFont(0.88));
    const QColor aligned = groupColor(1);
    const QColor own = groupColor(2);
    const QColor shared = m_on ? aligned : own;
    const double left = width() / 2.0 - 78;
    const double right = width() / 2.0 + 30;
    const double below = width() / 2.0 + 88;
    const QPointF conv1(left, 18), conv2(right, 18), add1((left + right) / 2 - 12, 84), conv3(below, 84);
    const QPointF down(0, kBoxHeight / 2);

    edge(painter, conv1 + down, add1 - down - QPointF(12, 0), aligned);
    edge(painter, conv2 + down, conv3 - down, shared);
    const QPointF from = conv2 + down - QPointF(8, 0);
    const QPointF to = add1 - down + QPointF(12, 0);
    if (m_on) {
        edge(painter, from, to, aligned);
    } else {
        edge(painter, from, to, own);
        const QPointF middle = (from + to) / 2;
        painter.setPen(QPen(theme().warning, 1.4));
        painter.setBrush(theme().warningSoft);
        painter.drawEllipse(middle, 8.5, 8.5);
        painter.setPen(theme().warning);
        painter.drawText(QRectF(middle.x() - 8, middle.y() - 9, 16, 17), Qt::AlignCenter, u"\u2260"_s);
    }
    box(painter, conv1, u"Conv1"_s, aligned);
    box(painter, conv2, u"Conv2"_s, shared);
    box(painter, add1, u"Add1"_s, aligned);
    box(painter, conv3, u"Conv3"_s, shared);
}

} // namespace alignscope::ui

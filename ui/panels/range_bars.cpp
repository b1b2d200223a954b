// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/range_bars.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {
constexpr int kRowHeight = 50;
constexpr int kAxisHeight = 22;
constexpr int kMargin = 6;

QString percent(double share) { return QString::number(100 * share, 'f', share < 0.1 ? 1 : 0); }
} // namespace

QString partText(const GroupMember& member)
{
    if (member.dictates) return u"\u25c6 "_s + RangeBars::tr("dictates");
    if (member.clippedPercent > 0) return u"! "_s + RangeBars::tr("%1 % of it clipped").arg(member.clippedPercent);
    const QString share = RangeBars::tr("uses %1 % of the steps").arg(percent(member.stepsUsed));
    return member.wastes ? u"\u25bd "_s + share : share;
}

RangeBars::RangeBars(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"rangeBars"_s);
    setAccessibleName(tr("Ranges of the group's members"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void RangeBars::set(std::vector<Bar> bars, RealRange common, const QColor& color)
{
    const SlotId kept = current();
    m_bars = std::move(bars);
    m_common = common;
    m_color = color;
    m_current = m_bars.empty() ? -1 : 0;
    for (std::size_t i = 0; i < m_bars.size(); ++i)
        if (m_bars[i].member.slot == kept) m_current = static_cast<int>(i);
    updateGeometry();
    update();
}

void RangeBars::setLeaving(SlotId slot, const QString& text)
{
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        if (m_bars[i].member.slot != slot) continue;
        m_bars[i].leaving = text;
        update(rowRect(static_cast<int>(i)));
    }
}

SlotId RangeBars::current() const { return m_current < 0 ? SlotId{} : m_bars[static_cast<std::size_t>(m_current)].member.slot; }

void RangeBars::setCurrent(SlotId slot)
{
    for (std::size_t i = 0; i < m_bars.size(); ++i)
        if (m_bars[i].member.slot == slot) setRow(static_cast<int>(i));
}

int RangeBars::heightOf(int rows) { return kAxisHeight + rows * kRowHeight; }
QRect RangeBars::rowRect(int row) const { return {0, kAxisHeight + row * kRowHeight, width(), kRowHeight}; }

int RangeBars::rowAt(const QPoint& position) const
{
    const int row = (position.y() - kAxisHeight) / kRowHeight;
    return position.y() >= kAxisHeight && row < static_cast<int>(m_bars.size()) ? row : -1;
}

void RangeBars::setRow(int row)
{
    if (row < 0 || row >= static_cast<int>(m_bars.size())) return;
    m_current = row;
    const Bar& bar = m_bars[static_cast<std::size_t>(row)];
    setAccessibleDescription(u"%1, %2, %3. %4"_s.arg(bar.name, rangeText(bar.member.own), partText(bar.member), bar.leaving));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
    Q_EMIT currentChanged(bar.member.slot);
}

bool RangeBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos());
        if (row < 0) {
            QToolTip::showText(help->globalPos(), tr("The group's range of now: %1").arg(rangeText(m_common, 6)), this);
            return true;
        }
        const Bar& bar = m_bars[static_cast<std::size_t>(row)];
        QToolTip::showText(help->globalPos(),
                           tr("%1 was calibrated to %2: %3 % of the steps of the group's range %4. With its loaded parameters it would have %5.")
                               .arg(bar.name, rangeText(bar.member.own, 6), percent(bar.member.stepsUsed), rangeText(m_common, 6),
                                    bitsText(bar.member.bitsRegained)),
                           this);
        return true;
    }
    return QWidget::event(event);
}

double RangeBars::xOf(double value, double low, double high) const
{
    return kMargin + (value - low) / (high - low) * (width() - 2.0 * kMargin);
}

void RangeBars::paintEvent(QPaintEvent* event)
{
    if (m_bars.empty()) return;
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double low = std::min(0.0, m_common.lo);
    double high = std::max(0.0, m_common.hi);
    for (const Bar& bar : m_bars) {
        low = std::min(low, bar.member.own.lo);
        high = std::max(high, bar.member.own.hi);
    }
    if (!(high > low)) high = low + 1;
    const auto x = [&](double value) { return xOf(value, low, high); };

    // The shared range stands behind all members, between two edges.
    QColor band = m_color;
    band.setAlphaF(t.dark ? 0.22F : 0.14F);
    painter.fillRect(QRectF(x(m_common.lo), kAxisHeight, x(m_common.hi) - x(m_common.lo), height() - kAxisHeight), band);

    const QFont plain = scaledFont(0.9);
    const QFont bold = scaledFont(0.9, true);
    const int first = std::max(0, (event->rect().top() - kAxisHeight) / kRowHeight);
    const int last = std::min(static_cast<int>(m_bars.size()) - 1, (event->rect().bottom() - kAxisHeight) / kRowHeight);
    for (int i = first; i <= last; ++i) {
        const Bar& bar = m_bars[static_cast<std::size_t>(i)];
        const GroupMember& member = bar.member;
        const QRect row = rowRect(i);
        if (i == m_current) {
            painter.setPen(hasFocus() ? QPen(t.accent, 1.5) : QPen(t.border, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -2), 5, 5);
        }
        const QString part = partText(member);
        const QFont& font = member.dictates ? bold : plain;
        const QFontMetrics metrics(font);
        const int partWidth = metrics.horizontalAdvance(part);
        painter.setFont(font);
        painter.setPen(member.dictates ? t.accent : member.wastes ? t.warning : t.muted);
        painter.drawText(QPointF(width() - kMargin - partWidth, row.top() + 15), part);
        painter.setPen(t.text);
        painter.drawText(QPointF(kMargin, row.top() + 15),
                         metrics.elidedText(bar.name, Qt::ElideLeft, width() - 2 * kMargin - partWidth - space::kUnit));
        // Zero and the ends of the shared range, beside the bar only: names and sentences stay readable.
        const auto upright = [&](double value, const QPen& pen) {
            painter.setPen(pen);
            painter.drawLine(QPointF(x(value), row.top() + 18), QPointF(x(value), row.top() + 29));
        };
        upright(0, QPen(t.muted, 1));
        for (const double end : {m_common.lo, m_common.hi}) upright(end, QPen(m_color, 1));
        const QRectF rect(x(member.own.lo), row.top() + 20, std::max(2.0, x(member.own.hi) - x(member.own.lo)), 7);
        QColor fill = m_color;
        if (!member.dictates) fill.setAlphaF(0.6F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(rect, 3, 3);
        painter.setFont(scaledFont(0.85));
        painter.setPen(t.muted);
        painter.drawText(QPointF(kMargin, row.top() + 41),
                         QFontMetrics(painter.font()).elidedText(bar.leaving, Qt::ElideRight, width() - 2 * kMargin));
    }
    paintAxis(painter, std::max(0, visibleRegion().boundingRect().top()), low, high);
}

void RangeBars::paintAxis(QPainter& painter, int top, double low, double high) const
{
    const Theme& t = theme();
    painter.fillRect(QRect(0, top, width(), kAxisHeight), t.surface);
    painter.setFont(scaledFont(0.85));
    const QFontMetrics metrics(painter.font());
    double taken = 0; // right end of the last number
    const auto mark = [&](double value, const QColor& color) {
        const QString text = number(value, 3);
        const double w = metrics.horizontalAdvance(text);
        const double left = std::clamp(xOf(value, low, high) - w / 2, double(kMargin), width() - kMargin - w);
        if (left < taken) return;
        painter.setPen(color);
        painter.drawText(QPointF(left, top + 14), text);
        taken = left + w + 6;
    };
    std::vector<double> values = {low, m_common.lo, 0, m_common.hi, high};
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (const double value : values)
        mark(value, value == m_common.lo || value == m_common.hi ? t.text : t.muted);
    painter.setPen(QPen(t.border, 1));
    painter.drawLine(0, top + kAxisHeight - 2, width(), top + kAxisHeight - 2);
}

void RangeBars::mousePressEvent(QMouseEvent* event) { setRow(rowAt(event->position().toPoint())); }

void RangeBars::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (rowAt(event->position().toPoint()) >= 0) Q_EMIT opened(current());
}

void RangeBars::keyPressEvent(QKeyEvent* event)
{
    const int count = static_cast<int>(m_bars.size());
    switch (event->key()) {
    case Qt::Key_Down: setRow(m_current + 1); break;
    case Qt::Key_Up: setRow(m_current - 1); break;
    case Qt::Key_Home: setRow(0); break;
    case Qt::Key_End: setRow(count - 1); break;
    case Qt::Key_PageDown: setRow(std::min(count - 1, m_current + 6)); break;
    case Qt::Key_PageUp: setRow(std::max(0, m_current - 6)); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current()) Q_EMIT opened(current());
        break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/range_bars.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {
constexpr int kRowHeight = 34;
constexpr int kAxisHeight = 22;
constexpr int kMargin = 6;
} // namespace

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
    m_bars = std::move(bars);
    m_common = common;
    m_color = color;
    setCurrent(0);
    updateGeometry();
    update();
}

QSize RangeBars::sizeHint() const { return {240, static_cast<int>(m_bars.size()) * kRowHeight + kAxisHeight}; }

int RangeBars::rowAt(const QPoint& position) const
{
    const int row = position.y() / kRowHeight;
    return row >= 0 && row < static_cast<int>(m_bars.size()) ? row : -1;
}

void RangeBars::setCurrent(int row)
{
    m_current = row;
    if (row >= 0 && row < static_cast<int>(m_bars.size())) {
        const Bar& bar = m_bars[static_cast<std::size_t>(row)];
        setAccessibleDescription(u"%1 %2"_s.arg(bar.name, rangeText(bar.own)));
    }
    update();
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
        const double own = bar.own.hi - bar.own.lo;
        const double common = m_common.hi - m_common.lo;
        const QString share = common > 0 ? QString::number(100 * own / common, 'f', 1) : dash();
        QToolTip::showText(help->globalPos(),
                           tr("%1 was calibrated to %2: %3 % of the group's range %4.")
                               .arg(bar.name, rangeText(bar.own, 6), share, rangeText(m_common, 6)),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void RangeBars::paintEvent(QPaintEvent*)
{
    if (m_bars.empty()) return;
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double low = std::min(0.0, m_common.lo);
    double high = std::max(0.0, m_common.hi);
    for (const Bar& bar : m_bars) {
        low = std::min(low, bar.own.lo);
        high = std::max(high, bar.own.hi);
    }
    if (!(high > low)) high = low + 1;
    const double width = this->width() - 2.0 * kMargin;
    const auto x = [&](double value) { return kMargin + (value - low) / (high - low) * width; };
    const int bottom = static_cast<int>(m_bars.size()) * kRowHeight;

    // The range of now stands behind all members.
    QColor band = m_color;
    band.setAlphaF(t.dark ? 0.20F : 0.12F);
    painter.fillRect(QRectF(x(m_common.lo), 0, x(m_common.hi) - x(m_common.lo), bottom), band);
    painter.setPen(QPen(t.border, 1));
    painter.drawLine(QPointF(x(0), 0), QPointF(x(0), bottom));

    QFont plain = scaledFont(0.9);
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars[i];
        const double top = static_cast<double>(i) * kRowHeight;
        QFont font = bar.dictates ? scaledFont(0.9, true) : plain;
        painter.setFont(font);
        painter.setPen(t.text);
        const QFontMetrics metrics(font);
        const QString range = rangeText(bar.own, 3);
        const QFontMetrics small(plain);
        const int rangeWidth = small.horizontalAdvance(range);
        const QString name = (bar.dictates ? u"\u25c6 "_s : QString()) + bar.name;
        painter.drawText(QPointF(kMargin, top + 14),
                         metrics.elidedText(name, Qt::ElideMiddle, static_cast<int>(width) - rangeWidth - space::kUnit));
        painter.setFont(plain);
        painter.setPen(t.muted);
        painter.drawText(QPointF(this->width() - kMargin - rangeWidth, top + 14), range);
        const QRectF rect(x(bar.own.lo), top + 20, std::max(2.0, x(bar.own.hi) - x(bar.own.lo)), 7);
        painter.setPen(Qt::NoPen);
        QColor fill = m_color;
        if (!bar.dictates) fill.setAlphaF(0.55F);
        painter.setBrush(fill);
        painter.drawRoundedRect(rect, 3, 3);
        if (hasFocus() && static_cast<int>(i) == m_current) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(t.accent, 1.5));
            painter.drawRoundedRect(QRectF(1, top + 1, this->width() - 2.0, kRowHeight - 2), 5, 5);
        }
    }
    painter.setFont(scaledFont(0.85));
    painter.setPen(t.muted);
    const QFontMetrics metrics(painter.font());
    const auto axis = [&](double value, Qt::Alignment side) {
        const QString text = number(value, 3);
        double left = x(value) - metrics.horizontalAdvance(text) / 2.0;
        if (side == Qt::AlignLeft) left = kMargin;
        if (side == Qt::AlignRight) left = this->width() - kMargin - metrics.horizontalAdvance(text);
        painter.drawText(QPointF(left, bottom + 15), text);
    };
    axis(low, Qt::AlignLeft);
    axis(high, Qt::AlignRight);
    if (x(0) > 60 && x(0) < this->width() - 60) axis(0, Qt::AlignCenter);
}

void RangeBars::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    if (row < 0) return;
    setCurrent(row);
    Q_EMIT slotClicked(m_bars[static_cast<std::size_t>(row)].slot);
}

void RangeBars::keyPressEvent(QKeyEvent* event)
{
    const int count = static_cast<int>(m_bars.size());
    if (event->key() == Qt::Key_Down && m_current + 1 < count) setCurrent(m_current + 1);
    else if (event->key() == Qt::Key_Up && m_current > 0) setCurrent(m_current - 1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && count > 0)
        Q_EMIT slotClicked(m_bars[static_cast<std::size_t>(m_current)].slot);
    else QWidget::keyPressEvent(event);
}

} // namespace alignscope::ui

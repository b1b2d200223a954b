// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/switch.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace alignscope::ui {
namespace {
constexpr int kWidth = 34;
constexpr int kHeight = 20;
} // namespace

Switch::Switch(const QString& text, QWidget* parent) : QCheckBox(text, parent)
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(text);
}

QSize Switch::sizeHint() const
{
    return {kWidth + space::kUnit + fontMetrics().horizontalAdvance(text()) + 4, std::max(kHeight + 4, fontMetrics().height())};
}

bool Switch::event(QEvent* event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn) Q_EMIT considered();
    if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut) Q_EMIT abandoned();
    return QCheckBox::event(event);
}

void Switch::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(1.5, (height() - kHeight) / 2.0 + 0.5, kWidth - 2, kHeight - 1);
    const bool on = isChecked();
    painter.setPen(QPen(hasFocus() ? t.accent : !isEnabled() ? t.border : on ? t.accent : t.muted, hasFocus() ? 2 : 1));
    painter.setBrush(!isEnabled() ? t.raised : on ? t.accent : t.window);
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);
    const double diameter = track.height() - 7;
    const double x = on ? track.right() - diameter - 3.5 : track.left() + 3.5;
    painter.setPen(Qt::NoPen);
    painter.setBrush(!isEnabled() ? t.border : on ? t.onAccent : t.muted);
    painter.drawEllipse(QRectF(x, track.top() + 3.5, diameter, diameter));
    painter.setPen(isEnabled() ? t.text : t.muted);
    painter.drawText(QRect(kWidth + space::kUnit, 0, width() - kWidth - space::kUnit, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace alignscope::ui

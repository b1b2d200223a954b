// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/step_slider.h"

#include "ui/panels/step_gutter.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignscope::ui {
namespace {

constexpr double kSliderMargin = 9; // room for half a handle at either end
constexpr double kHandleRadius = 6.5;

} // namespace

StepSlider::StepSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumWidth(64);
    setAttribute(Qt::WA_Hover);
}

void StepSlider::setMarks(std::vector<int> halts, std::vector<int> promiseBreaks)
{
    m_halts = std::move(halts);
    m_promiseBreaks = std::move(promiseBreaks);
    update();
}

QSize StepSlider::sizeHint() const { return {260, 30}; }

double StepSlider::pixelOf(int value) const
{
    const int span = std::max(1, maximum() - minimum());
    return kSliderMargin + (width() - 2 * kSliderMargin) * static_cast<double>(value - minimum()) / span;
}

int StepSlider::valueAt(double x) const
{
    const double share = std::clamp((x - kSliderMargin) / std::max(1.0, width() - 2 * kSliderMargin), 0.0, 1.0);
    return minimum() + static_cast<int>(std::lround(share * (maximum() - minimum())));
}

void StepSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0;
    const double x = pixelOf(value());
    const QColor line = isEnabled() ? theme().accent : theme().muted;
    painter.setPen(QPen(theme().border, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(kSliderMargin, y), QPointF(width() - kSliderMargin, y));
    painter.setPen(QPen(line, 3, Qt::SolidLine, Qt::RoundCap));
    if (isEnabled()) painter.drawLine(QPointF(kSliderMargin, y), QPointF(x, y));
    // Thousands of marks on some hundred pixels: one a pixel column is enough.
    const auto each = [&](const std::vector<int>& marks, auto&& paint) {
        double last = -10;
        for (const int mark : marks) {
            const double at = pixelOf(mark);
            if (at - last < 3) continue;
            last = at;
            paint(at);
        }
    };
    each(m_promiseBreaks, [&](double at) { paintBrokenPromise(painter, {at, y + 10}, 3.6); });
    each(m_halts, [&](double at) { paintBreakpoint(painter, {at, y - 9.5}, 3.0, true); });
    painter.setPen(QPen(hasFocus() ? theme().text : theme().surface, 1.6));
    painter.setBrush(underMouse() && isEnabled() ? theme().accent.lighter(112) : line);
    painter.drawEllipse(QPointF(x, y), kHandleRadius, kHandleRadius);
    if (!hasFocus()) return;
    painter.setPen(QPen(theme().accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

void StepSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return QSlider::mousePressEvent(event);
    setSliderDown(true);
    setSliderPosition(valueAt(event->position().x()));
    event->accept();
}

void StepSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (!isSliderDown()) return QSlider::mouseMoveEvent(event);
    setSliderPosition(valueAt(event->position().x()));
    event->accept();
}

void StepSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (!isSliderDown()) return QSlider::mouseReleaseEvent(event);
    setSliderDown(false);
    event->accept();
}

} // namespace alignscope::ui

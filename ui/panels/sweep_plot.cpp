// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sweep_plot.h"

#include "ui/models/sweep_model.h"
#include "ui/text/words.h"
#include "ui/text/scenario_text.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr double kInset = 14; // keeps rings at the edges off the labels

// 1, 2 or 5 times a power of ten, so that an axis has about `count` steps.
double niceStep(double range, int count, bool whole)
{
    const double raw = range / count;
    const double power = std::pow(10.0, std::floor(std::log10(std::max(raw, 1e-9))));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= raw) {
            step = factor * power;
            break;
        }
    return whole ? std::max(1.0, std::ceil(step)) : step;
}

} // namespace

SweepPlot::SweepPlot(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"sweepPlot"_s);
    setAccessibleName(tr("Requantize edges and misaligned operations against worst bits lost, one point a combination"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void SweepPlot::set(const std::vector<Combination>& combinations, const Scenario& current)
{
    m_combinations = combinations;
    std::map<std::pair<std::size_t, long>, Point> merged;
    for (std::size_t i = 0; i < combinations.size(); ++i) {
        const Combination& c = combinations[i];
        if (c.error) continue; // an aborted pass has no price
        const std::size_t places = c.summary.requantizeEdgesAfter + c.summary.misalignedOperationsAfter;
        Point& point = merged[{places, std::lround(c.summary.worstBitsLost * 1000)}];
        point.places = static_cast<double>(places);
        point.bits = c.summary.worstBitsLost;
        point.combinations.push_back(static_cast<int>(i));
        point.current = point.current || sameMethods(c.scenario, current);
    }
    m_points.clear();
    m_maximumPlaces = 1;
    m_maximumBits = 0.1;
    double fewest = std::numeric_limits<double>::infinity();
    for (auto& [key, point] : merged) { // by places, then bits: a point is best when its bits are the least so far
        point.best = point.bits < fewest - 1e-9;
        fewest = std::min(fewest, point.bits);
        m_maximumPlaces = std::max(m_maximumPlaces, point.places);
        m_maximumBits = std::max(m_maximumBits, point.bits);
        m_points.push_back(std::move(point));
    }
    m_hovered = -1;
    update();
}

QRectF SweepPlot::plotArea() const { return QRectF(rect()).adjusted(48, 12, -18, -38); }

QPointF SweepPlot::place(const Point& point) const
{
    const QRectF area = plotArea();
    return {area.left() + kInset + point.places / m_maximumPlaces * (area.width() - 2 * kInset), area.bottom() - point.bits / (m_maximumBits * 1.05) * area.height()};
}

QPointF SweepPlot::position(std::size_t combination) const
{
    for (const Point& point : m_points)
        if (std::find(point.combinations.begin(), point.combinations.end(), static_cast<int>(combination)) != point.combinations.end())
            return place(point);
    return {};
}

int SweepPlot::pointAt(const QPointF& position) const
{
    int nearest = -1;
    double best = 14 * 14;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const QPointF d = place(m_points[i]) - position;
        const double distance = d.x() * d.x() + d.y() * d.y();
        if (distance < best) {
            best = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

QString SweepPlot::describe(const Point& point) const
{
    QString text = tr("%1 requantize edges and misaligned operations, worst loss %2 bits").arg(QString::number(point.places), QString::number(point.bits, 'f', 2));
    constexpr std::size_t kMaximum = 6;
    for (std::size_t i = 0; i < point.combinations.size() && i < kMaximum; ++i)
        text += u'\n' + methodsText(m_combinations[static_cast<std::size_t>(point.combinations[i])].scenario);
    if (point.combinations.size() > kMaximum)
        text += u'\n' + tr("and %n more", nullptr, static_cast<int>(point.combinations.size() - kMaximum));
    return text;
}

void SweepPlot::setHovered(int point)
{
    if (point == m_hovered) return;
    m_hovered = point;
    setCursor(point >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (point >= 0) setAccessibleDescription(describe(m_points[static_cast<std::size_t>(point)]));
    update();
}

bool SweepPlot::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int at = pointAt(help->pos()); at >= 0)
            QToolTip::showText(help->globalPos(), describe(m_points[static_cast<std::size_t>(at)]), this);
        else QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void SweepPlot::mouseMoveEvent(QMouseEvent* event) { setHovered(pointAt(event->position())); }
void SweepPlot::leaveEvent(QEvent*) { setHovered(-1); }

void SweepPlot::mousePressEvent(QMouseEvent* event)
{
    if (const int at = pointAt(event->position()); at >= 0) Q_EMIT adopted(m_points[static_cast<std::size_t>(at)].combinations.front());
}

void SweepPlot::keyPressEvent(QKeyEvent* event)
{
    const int count = static_cast<int>(m_points.size());
    if (count == 0) return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Right) setHovered((m_hovered + 1) % count);
    else if (event->key() == Qt::Key_Left) setHovered((m_hovered + count - 1) % count);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_hovered >= 0)
        Q_EMIT adopted(m_points[static_cast<std::size_t>(m_hovered)].combinations.front());
    else QWidget::keyPressEvent(event);
}

void SweepPlot::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(scaledFont(0.88));
    const QFontMetrics metrics(painter.font());
    const QRectF area = plotArea();

    painter.setPen(QPen(t.border, 1));
    const double xStep = niceStep(m_maximumPlaces, 6, true);
    for (double value = 0; value <= m_maximumPlaces + 1e-9; value += xStep) {
        const double x = area.left() + kInset + value / m_maximumPlaces * (area.width() - 2 * kInset);
        painter.setPen(QPen(t.border, 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(t.muted);
        const QString text = QString::number(value);
        painter.drawText(QPointF(x - metrics.horizontalAdvance(text) / 2.0, area.bottom() + 15), text);
    }
    const double yStep = niceStep(m_maximumBits, 5, false);
    for (double value = 0; value <= m_maximumBits * 1.05; value += yStep) {
        const double y = area.bottom() - value / (m_maximumBits * 1.05) * area.height();
        painter.setPen(QPen(t.border, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(t.muted);
        const QString text = number(value, 3);
        painter.drawText(QPointF(area.left() - metrics.horizontalAdvance(text) - 6, y + metrics.ascent() / 2.0 - 1), text);
    }
    painter.setPen(t.muted);
    painter.drawText(QRectF(area.left(), height() - 19, area.width(), 17), Qt::AlignRight, tr("requantize edges + misaligned operations \u2192"));
    painter.save();
    painter.translate(13, area.top());
    painter.rotate(-90);
    painter.drawText(QRectF(-area.height(), -9, area.height(), 18), Qt::AlignRight | Qt::AlignVCenter, tr("worst bits lost \u2192"));
    painter.restore();

    // The best trade-offs, joined.
    QPainterPath front;
    for (const Point& point : m_points)
        if (point.best) {
            if (front.isEmpty()) front.moveTo(place(point));
            else front.lineTo(place(point));
        }
    QColor soft = t.accent;
    soft.setAlphaF(0.5F);
    painter.setPen(QPen(soft, 1.5, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(front);

    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const Point& point = m_points[i];
        const QPointF at = place(point);
        const double radius = 4 + std::min(5.0, std::sqrt(static_cast<double>(point.combinations.size())) * 0.7);
        QColor fill = point.best ? t.accent : t.muted;
        fill.setAlphaF(point.best ? 0.9F : 0.45F);
        painter.setPen(QPen(t.surface, 1));
        painter.setBrush(fill);
        painter.drawEllipse(at, radius, radius);
        painter.setBrush(Qt::NoBrush);
        if (point.current) {
            painter.setPen(QPen(t.text, 2));
            painter.drawEllipse(at, radius + 4, radius + 4);
        }
        if (static_cast<int>(i) == m_hovered) {
            painter.setPen(QPen(t.accent, 2));
            painter.drawEllipse(at, radius + 2, radius + 2);
        }
    }
}

} // namespace alignscope::ui

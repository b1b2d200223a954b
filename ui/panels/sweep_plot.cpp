// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sweep_plot.h"

#include "core/cascade/price.h"
#include "ui/models/sweep_model.h"
#include "ui/text/words.h"
#include "ui/text/scenario_text.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

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

void drawMarker(QPainter& painter, Engine engine, const QPointF& at, double radius)
{
    if (engine == Engine::Ppq) return painter.drawEllipse(at, radius, radius);
    const double r = radius * 1.25; // of about the same area
    painter.drawPolygon(QPolygonF{{at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)}});
}

} // namespace

SweepPlot::SweepPlot(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"sweepPlot"_s);
    setAccessibleName(tr("Requantize edges and misaligned operations against bits lost, one point a combination"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void SweepPlot::set(const std::vector<Combination>& combinations, const Scenario& current, LossMeasure measure)
{
    m_combinations = combinations;
    m_measure = measure;
    const std::vector<bool> front = paretoFront(combinations, measure);
    std::map<std::tuple<std::size_t, long, Engine>, Point> merged; // by places, then bits: as the keys walk them
    for (std::size_t i = 0; i < combinations.size(); ++i) {
        const Combination& c = combinations[i];
        if (c.error) continue; // an aborted pass has no price
        const std::size_t places = troubledPlaces(c.summary);
        const double bits = lossOf(c.summary, measure);
        Point& point = merged[{places, std::lround(bits * 1000), c.scenario.engine}];
        point.places = static_cast<double>(places);
        point.bits = bits;
        point.engine = c.scenario.engine;
        point.combinations.push_back(static_cast<int>(i));
        point.current = point.current || sameCombination(c.scenario, current);
        point.best = point.best || front[i];
    }
    m_points.clear();
    m_maximumPlaces = 1;
    m_maximumBits = 0.1;
    for (auto& [key, point] : merged) {
        m_maximumPlaces = std::max(m_maximumPlaces, point.places);
        m_maximumBits = std::max(m_maximumBits, point.bits);
        m_points.push_back(std::move(point));
    }
    setHovered(-1);
    renewAxes();
    update();
}

void SweepPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    renewAxes();
}

// As many numbers as stand apart from each other.
void SweepPlot::renewAxes()
{
    const QFontMetrics metrics(scaledFont(0.88));
    const auto ticks = [&](double maximum, double end, int most, bool whole, auto&& fits) {
        Ticks made;
        for (int count = most;; --count) {
            made.step = niceStep(maximum, std::max(1, count), whole);
            made.texts.clear();
            for (int i = 0; i * made.step <= end + 1e-9; ++i)
                made.texts.push_back(whole ? QString::number(i * made.step) : number(i * made.step, 3));
            if (count <= 1 || fits(made)) return made;
        }
    };
    const auto widest = [&](const Ticks& made) {
        int width = 0;
        for (const QString& text : made.texts) width = std::max(width, metrics.horizontalAdvance(text));
        return width;
    };
    m_upwards = ticks(m_maximumBits, m_maximumBits * 1.05, 5, false,
                      [&](const Ticks& made) { return made.step / (m_maximumBits * 1.05) * plotArea().height() >= metrics.height() + 2; });
    m_left = std::max(48, 30 + widest(m_upwards));
    m_across = ticks(m_maximumPlaces, m_maximumPlaces, 6, true, [&](const Ticks& made) {
        return made.step / m_maximumPlaces * (plotArea().width() - 2 * kInset) >= widest(made) + 8;
    });
}

std::vector<QRectF> SweepPlot::numberPlaces() const
{
    const QFontMetrics metrics(scaledFont(0.88));
    const QRectF area = plotArea();
    std::vector<QRectF> places;
    for (std::size_t i = 0; i < m_across.texts.size(); ++i) {
        const double width = metrics.horizontalAdvance(m_across.texts[i]);
        const double x = area.left() + kInset + static_cast<double>(i) * m_across.step / m_maximumPlaces * (area.width() - 2 * kInset);
        places.emplace_back(x - width / 2, area.bottom() + 15 - metrics.ascent(), width, metrics.height());
    }
    for (std::size_t i = 0; i < m_upwards.texts.size(); ++i) {
        const double width = metrics.horizontalAdvance(m_upwards.texts[i]);
        const double y = area.bottom() - static_cast<double>(i) * m_upwards.step / (m_maximumBits * 1.05) * area.height();
        places.emplace_back(area.left() - width - 6, y - metrics.ascent() / 2.0 - 1, width, metrics.height());
    }
    return places;
}

QRectF SweepPlot::plotArea() const { return QRectF(rect()).adjusted(m_left, 26, -18, -38); }

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
    const Summary& summary = m_combinations[static_cast<std::size_t>(point.combinations.front())].summary;
    QString text = tr("%1: %2 requantize edges, %3 misaligned operations, summed bits lost %4, worst %5")
                       .arg(engineTitle(point.engine), QString::number(summary.requantizeEdgesAfter), QString::number(summary.misalignedOperationsAfter),
                            QString::number(summary.summedBitsLost, 'f', 2), QString::number(summary.worstBitsLost, 'f', 2));
    if (point.current) text += u'\n' + tr("The scenario in force is one of these");
    if (point.best) text += u'\n' + tr("No other is better in one and not worse in the other");
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
    Q_EMIT consideredChanged();
}

int SweepPlot::considered() const { return m_hovered < 0 ? -1 : m_points[static_cast<std::size_t>(m_hovered)].combinations.front(); }

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

void SweepPlot::focusOutEvent(QFocusEvent* event)
{
    setHovered(-1);
    QWidget::focusOutEvent(event);
}

void SweepPlot::mousePressEvent(QMouseEvent* event)
{
    if (const int at = pointAt(event->position()); at >= 0) Q_EMIT adopted(m_points[static_cast<std::size_t>(at)].combinations.front());
}

void SweepPlot::keyPressEvent(QKeyEvent* event)
{
    const int count = static_cast<int>(m_points.size());
    if (count == 0) return QWidget::keyPressEvent(event);
    const auto start = std::find_if(m_points.begin(), m_points.end(), [](const Point& p) { return p.current; });
    const int here = m_hovered >= 0 || start == m_points.end() ? m_hovered : static_cast<int>(start - m_points.begin());
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down: setHovered((here + 1) % count); break;
    case Qt::Key_Left:
    case Qt::Key_Up: setHovered(here < 0 ? count - 1 : (here + count - 1) % count); break;
    case Qt::Key_Home: setHovered(0); break;
    case Qt::Key_End: setHovered(count - 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (considered() < 0) return QWidget::keyPressEvent(event);
        Q_EMIT adopted(considered());
        break;
    case Qt::Key_C:
        if (considered() < 0 || event->modifiers() != Qt::NoModifier) return QWidget::keyPressEvent(event);
        Q_EMIT compared(considered());
        break;
    default: return QWidget::keyPressEvent(event);
    }
    if (m_hovered >= 0 && event->key() != Qt::Key_C) {
        const Point& point = m_points[static_cast<std::size_t>(m_hovered)];
        QToolTip::showText(mapToGlobal(place(point).toPoint()), describe(point), this);
    }
}

void SweepPlot::drawAxes(QPainter& painter) const
{
    const Theme& t = theme();
    const QFontMetrics metrics(painter.font());
    const QRectF area = plotArea();
    const std::vector<QRectF> places = numberPlaces();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QRectF& place = places[i];
        const bool across = i < m_across.texts.size();
        const QString& text = across ? m_across.texts[i] : m_upwards.texts[i - m_across.texts.size()];
        const double x = place.center().x();
        const double y = place.top() + metrics.ascent() / 2.0 + 1;
        painter.setPen(QPen(t.border, 1));
        if (across) painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        else painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(t.muted);
        painter.drawText(place.topLeft() + QPointF(0, metrics.ascent()), text);
    }
    painter.setPen(t.muted);
    QString rightwards = tr("requantize edges + misaligned operations \u2192");
    // Beside the name of the other axis, which runs down to the corner.
    const double beside = 26;
    if (metrics.horizontalAdvance(rightwards) > width() - beside - 8) rightwards = tr("edges + misaligned \u2192");
    const QRectF below(beside, height() - 19, std::max(area.right(), width() - 8.0) - beside, 17);
    painter.drawText(below, Qt::AlignRight, metrics.elidedText(rightwards, Qt::ElideRight, static_cast<int>(below.width())));
    // Upwards along the whole widget: in a low dock the axis alone is too short for its name.
    const int room = height() - 8;
    QString upwards = m_measure == LossMeasure::Summed ? tr("summed bits lost \u2192") : tr("worst bits lost \u2192");
    if (metrics.horizontalAdvance(upwards) > room) upwards = tr("bits lost \u2192");
    painter.save();
    painter.translate(13, 4);
    painter.rotate(-90);
    painter.drawText(QRectF(-room, -9, room, 18), Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(upwards, Qt::ElideRight, room));
    painter.restore();
}

// What the signs mean, in one line above the plot.
void SweepPlot::drawKey(QPainter& painter) const
{
    const Theme& t = theme();
    const QFontMetrics metrics(painter.font());
    double x = plotArea().left();
    const double y = 12;
    const auto entry = [&](const QString& text, auto&& sign) {
        const double needed = 14 + metrics.horizontalAdvance(text);
        if (x + needed > width()) return; // the tool tips say it as well
        sign(QPointF(x + 5, y));
        painter.setPen(t.muted);
        painter.drawText(QPointF(x + 14, y + metrics.ascent() / 2.0 - 1), text);
        x += needed + 12;
    };
    for (const Engine engine : {Engine::Ppq, Engine::Strict})
        entry(engineTitle(engine), [&](const QPointF& at) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.muted);
            drawMarker(painter, engine, at, 4.5);
        });
    entry(tr("best trade-offs"), [&](const QPointF& at) {
        painter.setPen(QPen(t.accent, 1.5, Qt::DashLine));
        painter.drawLine(at - QPointF(6, 0), at + QPointF(6, 0));
    });
    entry(tr("now"), [&](const QPointF& at) {
        painter.setPen(QPen(t.text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, 4.5, 4.5);
    });
}

void SweepPlot::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(scaledFont(0.88));
    drawAxes(painter);
    drawKey(painter);

    QPainterPath front;
    double last = -1;
    for (const Point& point : m_points)
        if (point.best && point.places != last) { // both engines may stand at one place
            last = point.places;
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
        const double radius = 4 + std::min(4.0, std::sqrt(static_cast<double>(point.combinations.size())) * 0.6);
        QColor fill = point.best ? t.accent : t.muted;
        fill.setAlphaF(point.best ? 0.85F : 0.45F);
        painter.setPen(QPen(t.surface, 1));
        painter.setBrush(fill);
        drawMarker(painter, point.engine, at, radius);
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

// SPDX-License-Identifier: Apache-2.0
// GraphView: where the view stands, and how it moves.
#include "ui/canvas/graph_view_p.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace alignscope::ui {
namespace {

constexpr double kReadableZoom = 0.8; // where values stand in the pills

constexpr double kMargin = 28; // pixels around a fitted graph
constexpr double kClose = 8;   // pixels around what is revealed
constexpr double kHomeZoom = 0.85;
constexpr double kLeastHome = 0.6; // names can be read; all of a graph that is larger is not shown at first

} // namespace

GraphView::Pose GraphView::Private::pose() const
{
    return {origin + QPointF(area().width(), area().height()) / (2 * zoom), zoom};
}

double GraphView::Private::leastZoom() const
{
    const Drawing* now = placed();
    if (!now) return 0.05;
    const QRectF b = now->bounds();
    return std::min(0.25, 0.6 * std::min(area().width() / b.width(), area().height() / b.height()));
}

GraphView::Pose GraphView::Private::poseFor(const QRectF& scene, double largestZoom) const
{
    const auto within = [&](double left) {
        const double across = (area().width() - left - 2 * kMargin) / std::max(1.0, scene.width());
        const double along = (area().height() - 2 * kMargin) / std::max(1.0, scene.height());
        return std::clamp(std::min(across, along), leastZoom(), largestZoom);
    };
    const double whole = within(0);
    if (legend->isHidden()) return {scene.center(), whole};
    // Beside the legend, unless that would make the graph much smaller.
    const double left = legend->width() + 14.0;
    const bool covered = (area().width() - scene.width() * whole) / 2 < left
        && scene.height() * whole > area().height() - 2.0 * (legend->height() + 14.0);
    const double beside = within(left);
    if (!covered || beside < 0.75 * whole) return {scene.center(), whole};
    return {scene.center() - QPointF(left / (2 * beside), 0), beside};
}

// Where a model is first seen: all of it, or its beginning when all of it could not be read.
void GraphView::Private::goHome()
{
    const Drawing* now = placed();
    if (!now) return;
    Pose pose = poseFor(now->bounds(), kMostFit);
    fitted = atHome = pose.zoom >= kLeastHome;
    if (!fitted) {
        pose.zoom = kHomeZoom;
        const QSizeF half = area() / (2 * kHomeZoom);
        const bool down = now->options().direction == layout::Direction::Down;
        const auto along = [down](const QRectF& rect) { return down ? rect.top() : rect.left(); };
        QRectF start = now->nodes().empty() ? now->bounds() : now->node(0).rect;
        bool found = false; // the input that stands first
        for (const DrawnNode& node : now->nodes()) {
            if (node.kind != DrawnNode::Kind::GraphInput || (found && along(node.rect) >= along(start))) continue;
            start = node.rect;
            found = true;
        }
        const double margin = kMargin / kHomeZoom;
        pose.centre = down ? QPointF(start.center().x(), start.top() + half.height() - margin)
                           : QPointF(start.left() + half.width() - margin, start.center().y());
    }
    setPose(pose);
}

void GraphView::Private::fitAgain()
{
    if (atHome) goHome();
    else setPose(poseFor(placed()->bounds(), kMostFit));
}

void GraphView::Private::setPose(const Pose& pose)
{
    const bool zoomed = std::abs(pose.zoom - zoom) > 1e-9;
    zoom = pose.zoom;
    origin = pose.centre - QPointF(area().width(), area().height()) / (2 * zoom);
    snapOrigin();
    viewMoved();
    if (zoomed) Q_EMIT view->zoomChanged(zoom);
}

// On whole device pixels lines stay crisp, and a pan can shift the cached base layer.
void GraphView::Private::snapOrigin()
{
    const double unit = zoom * view->viewport()->devicePixelRatioF();
    origin = {std::round(origin.x() * unit) / unit, std::round(origin.y() * unit) / unit};
}

void GraphView::Private::viewMoved()
{
    minimap->setVisibleScene(viewport().visible);
    arrangeOverlays();
    view->viewport()->update();
    Q_EMIT view->viewChanged();
}

void GraphView::Private::flyTo(const Pose& to, bool keepsFit)
{
    stopFlight();
    fitted = keepsFit;
    atHome = false;
    if (!animated || !view->isVisible()) {
        setPose(to);
        return;
    }
    flightFrom = pose();
    flightTo = to;
    flight.start();
}

void GraphView::Private::stopFlight()
{
    if (flight.state() != QAbstractAnimation::Stopped) flight.stop();
}

GraphView::Pose GraphView::pose() const { return d->pose(); }
void GraphView::flyTo(const Pose& pose) { d->flyTo(pose); }

void GraphView::lookAs(const GraphView& other)
{
    d->stopFlight();
    d->fitted = other.d->fitted;
    d->atHome = other.d->atHome;
    d->setPose(other.pose());
}

void GraphView::fit()
{
    if (const Drawing* now = d->placed()) d->flyTo(d->poseFor(now->bounds(), kMostFit), true);
}

void GraphView::goHome()
{
    d->stopFlight();
    d->goHome();
}

void GraphView::fitSelection()
{
    const Drawing* now = d->placed();
    if (!now) return;
    const QRectF bounds = boundsOf(*now, d->look.get(), d->selected);
    if (bounds.isNull())
        fit();
    else
        d->flyTo(d->poseFor(bounds.adjusted(-80, -80, 80, 80), 1.25));
}

void GraphView::zoomIn() { d->zoomAt(QRectF(viewport()->rect()).center(), 1.25); }
void GraphView::zoomOut() { d->zoomAt(QRectF(viewport()->rect()).center(), 0.8); }

void GraphView::zoomActual()
{
    d->flyTo({d->pose().centre, 1.0});
}

void GraphView::reveal(const Selection& selection)
{
    const Drawing* now = d->placed();
    if (!now) return;
    const QRectF bounds = boundsOf(*now, d->look.get(), selection);
    if (bounds.isNull()) return;
    const QRectF around = bounds.adjusted(-40, -40, 40, 40);
    const QRectF free = d->freeArea();
    if (QRectF(toScene(free.topLeft()), toScene(free.bottomRight())).contains(around) && lodOf(d->zoom) != Lod::Far) return;
    Pose pose = d->pose();
    pose.centre = bounds.center();
    // Close enough to be read, far enough to hold all of it.
    const double holds = d->poseFor(around, 1.0).zoom;
    pose.zoom = std::min(std::max(pose.zoom, kReadableZoom), holds);
    // A little too long for that: rather its end with the values than all of it without them.
    constexpr double kNearly = 0.6;
    bool edgeEnd = false;
    if (pose.zoom < kReadableZoom && holds >= kNearly * kReadableZoom && selection.kind == Selection::Kind::Edge && selection.slot) {
        const QRectF last = boundsOf(*now, d->look.get(), slotSelection(now->model().baseline.slots(), selection.slot));
        const QSizeF seen = d->area() / kReadableZoom;
        pose.zoom = kReadableZoom;
        edgeEnd = true;
        // As much of the edge as fits beside its end.
        const double halfX = seen.width() / 2 - 60;
        const double halfY = seen.height() / 2 - 60;
        pose.centre = {std::clamp(bounds.center().x(), last.right() - halfX, std::max(last.right() - halfX, last.left() + halfX)),
                       std::clamp(bounds.center().y(), last.bottom() - halfY, std::max(last.bottom() - halfY, last.top() + halfY))};
    }
    // In the middle of what is free, but wholly in the view, however little is free.
    const QRectF all(QPointF(0, 0), d->area());
    const QSizeF half = (bounds.size() * pose.zoom + QSizeF(2 * kClose, 2 * kClose)) / 2;
    QPointF at = free.center();
    if (2 * half.width() < all.width()) at.setX(std::clamp(at.x(), half.width(), all.width() - half.width()));
    if (2 * half.height() < all.height()) at.setY(std::clamp(at.y(), half.height(), all.height() - half.height()));
    if (!edgeEnd) pose.centre += (all.center() - at) / pose.zoom;
    else pose.centre += (all.center() - free.center()) / pose.zoom;
    d->flyTo(pose);
}

void GraphView::setCovered(const QRect& covered) { d->cover = covered; }

// Beside or below what covers a corner of the view, whichever has more room.
QRectF GraphView::Private::freeArea() const
{
    const QRectF all(QPointF(0, 0), area());
    const QRectF hidden = QRectF(cover) & all;
    if (hidden.isEmpty()) return all;
    const QRectF parts[] = {{all.topLeft(), QPointF(hidden.left(), all.bottom())}, {QPointF(hidden.right(), all.top()), all.bottomRight()},
                            {QPointF(all.left(), hidden.bottom()), all.bottomRight()}};
    const auto size = [](const QRectF& r) { return r.width() * r.height(); };
    return *std::max_element(std::begin(parts), std::end(parts), [&](const QRectF& a, const QRectF& b) { return size(a) < size(b); });
}

void GraphView::centerOn(const QPointF& scenePosition)
{
    d->stopFlight();
    d->fitted = false;
    d->setPose({scenePosition, d->zoom});
}

} // namespace alignscope::ui

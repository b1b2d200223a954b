// SPDX-License-Identifier: Apache-2.0
// GraphView: pointer, wheel, gestures, keys.
#include "ui/canvas/badges.h"
#include "ui/canvas/describe.h"
#include "ui/canvas/graph_view_p.h"

#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignscope::ui {
namespace {

constexpr double kMostZoom = 4.0;
constexpr double kDragThreshold = 4.0; // pixels before a press on empty ground becomes a pan

} // namespace

void GraphView::Private::zoomAt(QPointF position, double factor)
{
    if (!placed()) return;
    stopFlight();
    const double next = std::clamp(zoom * factor, leastZoom(), kMostZoom);
    if (std::abs(next - zoom) < 1e-9) return;
    const QPointF still = origin + position / zoom;
    zoom = next;
    origin = still - position / zoom;
    fitted = false;
    snapOrigin();
    viewMoved();
    Q_EMIT view->zoomChanged(zoom);
}

void GraphView::Private::pan(QPointF pixels)
{
    const Drawing* now = placed();
    if (!now) return;
    stopFlight();
    fitted = false;
    origin -= pixels / zoom;
    // A corner of the graph always stays in sight.
    const double keep = 60.0 / zoom;
    const QRectF b = now->bounds();
    const QSizeF visible = area() / zoom;
    origin.setX(std::clamp(origin.x(), b.left() - visible.width() + keep, b.right() - keep));
    origin.setY(std::clamp(origin.y(), b.top() - visible.height() + keep, b.bottom() - keep));
    snapOrigin();
    viewMoved();
}

Hit GraphView::Private::hitAt(QPointF position) const
{
    const Drawing* now = placed();
    return now ? hitTest(*now, look.get(), origin + position / zoom, zoom) : Hit{};
}

void GraphView::Private::setHover(const Hit& hit)
{
    if (hit == hover) return;
    hover = hit;
    renewHovered();
    view->viewport()->setCursor(hit.part == Hit::Part::Nothing ? Qt::ArrowCursor : Qt::PointingHandCursor);
    view->viewport()->update();
    Q_EMIT view->hovered(hit.selection);
}

void GraphView::Private::walk(Walk step)
{
    const Drawing* now = placed();
    if (!now || now->nodes().empty()) return;
    if (selected.kind == Selection::Kind::Slot && walkSlots(step)) return;
    const std::uint32_t at = nodeOf(*now, selected);
    std::uint32_t next = kNoIndex;
    if (at != kNoIndex) {
        next = neighbour(*now, at, step);
    } else {
        // Nothing selected yet: start at the first box in sight.
        std::vector<std::uint32_t> visible;
        now->nodeGrid().collect(viewport().visible, visible);
        if (!visible.empty()) next = visible.front();
    }
    if (next == kNoIndex) return;
    const Selection s = selectionOf(now->node(next));
    if (s.kind == Selection::Kind::None) return;
    select(s, true);
    view->reveal(s);
}

// From a pill the arrow keys lead along its edge to the pill at the other end, back into its box,
// or to the next pill on its side.
bool GraphView::Private::walkSlots(Walk step)
{
    const Drawing& now = *placed();
    const std::uint32_t at = now.portOf(selected.slot);
    if (at == kNoIndex) return false;
    const DrawnPort& port = now.port(at);
    const DrawnNode& node = now.node(port.node);
    std::uint32_t next = kNoIndex;
    if (step == Walk::ToPrevious || step == Walk::ToNext) {
        const std::uint32_t first = node.firstPort + (port.input ? 0 : node.inputCount);
        const std::uint32_t end = first + (port.input ? node.inputCount : node.outputCount);
        for (std::uint32_t p = at; next == kNoIndex;) {
            if (step == Walk::ToNext ? p + 1 >= end : p <= first) return true; // the last of its side
            p = step == Walk::ToNext ? p + 1 : p - 1;
            if (now.port(p).slot) next = p;
        }
    } else if ((step == Walk::ToProducer) != port.input) {
        const Selection box = selectionOf(node);
        select(box, true);
        view->reveal(box);
        return true;
    } else {
        for (const std::uint32_t e : now.edgesAt(port)) {
            next = port.input ? now.edges()[e].fromPort : now.edges()[e].toPort;
            break;
        }
        if (next == kNoIndex) return true;
    }
    const DrawnPort& there = now.port(next);
    Selection s = selectionOf(now.node(there.node));
    if (there.slot) s = {Selection::Kind::Slot, now.model().baseline.slots()[there.slot].operation, there.slot, {}};
    if (s.kind == Selection::Kind::None) return true;
    select(s, true);
    view->reveal(s);
    return true;
}

void GraphView::Private::activate(const Selection& selection, Qt::KeyboardModifiers modifiers)
{
    if (selection.kind == Selection::Kind::Block) {
        Q_EMIT view->blockOpened(selection.block, (modifiers & Qt::AltModifier) != 0 ? Opening::Everything : Opening::Block);
        return;
    }
    view->fitSelection();
    Q_EMIT view->activated(selection);
}

// While something is dragged Escape ends that, and nothing else.
bool GraphView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && d->drag == Private::Drag::Bind
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QAbstractScrollArea::event(event);
}

bool GraphView::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        auto* help = static_cast<QHelpEvent*>(event);
        const Hit hit = d->hitAt(help->pos());
        const QString text = hit.part == Hit::Part::Nothing
            ? QString()
            : hit.part == Hit::Part::Crowd ? describeCrowd(*d->drawing, *d->look, crowdOf(*d->drawing, *d->look, hit.index, d->zoom))
            : describeRich(*d->drawing, d->look.get(), hit.selection);
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    case QEvent::NativeGesture: {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture) break;
        d->zoomAt(gesture->position(), 1.0 + gesture->value());
        return true;
    }
    case QEvent::Gesture: {
        auto* gesture = static_cast<QGestureEvent*>(event);
        if (auto* pinch = static_cast<QPinchGesture*>(gesture->gesture(Qt::PinchGesture))) {
            d->zoomAt(viewport()->mapFromGlobal(pinch->centerPoint().toPoint()), pinch->scaleFactor());
            gesture->accept(pinch);
            return true;
        }
        break;
    }
    case QEvent::Leave: d->setHover({}); break;
    default: break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void GraphView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (d->placed() && (d->fitted || d->fitWhenShown)) {
        d->stopFlight();
        if (std::exchange(d->fitWhenShown, false))
            d->goHome();
        else
            d->fitAgain();
    }
    d->arrangeOverlays();
    d->viewMoved();
}

void GraphView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Model graph"));
        d->renewLook();
    }
}

void GraphView::scrollContentsBy(int, int) {} // the view has its own position

void GraphView::mousePressEvent(QMouseEvent* event)
{
    d->stopFlight();
    if (d->drag == Private::Drag::Bind) return d->endBinding(std::nullopt); // another button
    const bool panButton = event->button() == Qt::MiddleButton;
    if (event->button() != Qt::LeftButton && !panButton) {
        event->ignore(); // back and forward are the window's
        return;
    }
    d->pressed = panButton ? Hit{} : d->hitAt(event->position());
    d->dragStart = event->position();
    d->dragOrigin = event->position();
    d->drag = panButton ? Private::Drag::Pan : Private::Drag::Press;
    d->bands = !panButton && (event->modifiers() & Qt::ControlModifier) != 0;
    if (panButton) viewport()->setCursor(Qt::ClosedHandCursor);
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    if (d->drag == Private::Drag::None) {
        d->setHover(d->hitAt(event->position()));
        return;
    }
    const QPointF moved = event->position() - d->dragStart;
    if (d->bands && d->drag != Private::Drag::None) {
        if (moved.manhattanLength() > kDragThreshold) d->drag = Private::Drag::Band;
        d->dragOrigin = event->position();
        if (d->drag == Private::Drag::Band) viewport()->setCursor(Qt::CrossCursor);
        viewport()->update();
        return;
    }
    if (d->drag == Private::Drag::Press && moved.manhattanLength() > kDragThreshold && d->slotOf(d->pressed))
        d->startBinding(d->slotOf(d->pressed), event->position());
    if (d->drag == Private::Drag::Bind) {
        d->moveBinding(event->position());
        return;
    }
    if (d->drag == Private::Drag::Press && moved.manhattanLength() > kDragThreshold
        && (d->pressed.part == Hit::Part::Nothing || d->pressed.part == Hit::Part::Edge)) {
        d->drag = Private::Drag::Pan;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (d->drag != Private::Drag::Pan) return;
    d->pan(event->position() - d->dragOrigin);
    d->dragOrigin = event->position();
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    if (d->drag == Private::Drag::Bind) return d->endBinding(event->position());
    const auto drag = std::exchange(d->drag, Private::Drag::None);
    viewport()->unsetCursor();
    if (drag == Private::Drag::Press && event->button() == Qt::LeftButton) {
        const Hit hit = d->hitAt(event->position());
        const SlotId slot = d->slotOf(hit);
        const bool beside = (event->modifiers() & Qt::ControlModifier) != 0 && slot
            && d->selected.kind == Selection::Kind::Slot;
        if (hit == d->pressed && beside) Q_EMIT secondSlotPicked(slot);
        else if (hit == d->pressed && hit.part == Hit::Part::Crowd) d->openCrowd(hit, event->globalPosition().toPoint());
        else if (hit == d->pressed) d->select(hit.selection, true);
    }
    if (drag == Private::Drag::Band) {
        const QRectF band(toScene(d->dragStart), toScene(event->position()));
        if (d->placed()) d->flyTo(d->poseFor(band.normalized(), kMostZoom));
        viewport()->update();
    }
    d->hover = {};
    d->setHover(d->hitAt(event->position()));
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    const Hit hit = d->hitAt(event->position());
    if (hit.part == Hit::Part::Nothing) {
        d->zoomAt(event->position(), 1.6);
        return;
    }
    if (hit.part == Hit::Part::Crowd) return; // the first click was enough
    d->select(hit.selection, true);
    d->activate(hit.selection, event->modifiers());
}

void GraphView::wheelEvent(QWheelEvent* event)
{
    const bool zooms = d->wheelZooms != ((event->modifiers() & Qt::ControlModifier) != 0);
    QPointF pixels = event->pixelDelta();
    if (pixels.isNull()) pixels = QPointF(event->angleDelta()) * (60.0 / 120.0);
    if (zooms) {
        const double delta = event->angleDelta().y() != 0 ? event->angleDelta().y() : 2.0 * pixels.y();
        d->zoomAt(event->position(), std::pow(2.0, delta / 360.0));
    } else {
        // Qt itself turns the wheel sideways with Alt; Shift is what viewers use.
        if ((event->modifiers() & Qt::ShiftModifier) != 0 && pixels.x() == 0) pixels = {pixels.y(), 0};
        d->pan(pixels);
    }
    event->accept();
    if (d->drag == Private::Drag::Bind) d->moveBinding(event->position());
    else d->setHover(d->hitAt(event->position()));
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool down = !d->drawing || d->drawing->options().direction == layout::Direction::Down;
    const auto walks = [&](Walk vertical, Walk horizontal) { d->walk(down ? vertical : horizontal); };
    if (modifiers == Qt::ShiftModifier) {
        switch (event->key()) {
        case Qt::Key_Up: zoomIn(); return;
        case Qt::Key_Down: zoomOut(); return;
        case Qt::Key_Backspace: zoomActual(); return;
        case Qt::Key_Plus: zoomIn(); return;
        default: break;
        }
    }
    if (modifiers == Qt::ControlModifier) {
        switch (event->key()) {
        case Qt::Key_0: fit(); return;
        case Qt::Key_Equal:
        case Qt::Key_Plus: zoomIn(); return;
        case Qt::Key_Minus: zoomOut(); return;
        default: break;
        }
    }
    const bool opens = modifiers == Qt::AltModifier && d->selected.kind == Selection::Kind::Block
        && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter);
    if (modifiers != Qt::NoModifier && !opens) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up: walks(Walk::ToProducer, Walk::ToPrevious); break;
    case Qt::Key_Down: walks(Walk::ToConsumer, Walk::ToNext); break;
    case Qt::Key_Left: walks(Walk::ToPrevious, Walk::ToProducer); break;
    case Qt::Key_Right: walks(Walk::ToNext, Walk::ToConsumer); break;
    case Qt::Key_PageUp: d->pan({0, 0.8 * d->area().height()}); break;
    case Qt::Key_PageDown: d->pan({0, -0.8 * d->area().height()}); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); break;
    case Qt::Key_Minus: zoomOut(); break;
    case Qt::Key_Space:
    case Qt::Key_Home: fit(); break;
    case Qt::Key_F: fitSelection(); break;
    case Qt::Key_Escape:
        if (d->drag == Private::Drag::Bind) {
            d->endBinding(std::nullopt);
            break;
        }
        if (d->drag == Private::Drag::Band) {
            d->drag = Private::Drag::None;
            viewport()->update();
            break;
        }
        if (d->selected.kind == Selection::Kind::None) event->ignore();
        d->select({}, true);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (d->selected.kind != Selection::Kind::None) d->activate(d->selected, modifiers);
        break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void GraphView::contextMenuEvent(QContextMenuEvent* event)
{
    Selection target = d->selected;
    if (event->reason() == QContextMenuEvent::Mouse) {
        const Hit hit = d->hitAt(event->pos());
        // On the second slot of a pair the menu is about both.
        if (d->secondSlot && d->slotOf(hit) == d->secondSlot) target = d->selected;
        else target = hit.selection;
        d->select(target, true);
    }
    Q_EMIT contextMenuRequested(target, event->globalPos());
    event->accept();
}

} // namespace alignscope::ui

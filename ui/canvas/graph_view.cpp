// SPDX-License-Identifier: Apache-2.0
// GraphView: what it shows and how it is painted. Events are in graph_view_input.cpp.
#include "ui/canvas/graph_view.h"

#include "core/graph/same_graph.h"
#include "ui/canvas/describe.h"
#include "ui/canvas/drawing_builder.h"
#include "ui/canvas/emphasis.h"
#include "ui/canvas/graph_view_p.h"
#include "ui/canvas/painter_p.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignscope::ui {

GraphView::GraphView(QWidget* parent) : QAbstractScrollArea(parent), d(std::make_unique<Private>(this))
{
    setObjectName(QStringLiteral("graphView"));
    setAccessibleName(tr("Model graph"));
    viewport()->setObjectName(QStringLiteral("graphViewport"));
    viewport()->setAccessibleName(tr("Model graph"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->grabGesture(Qt::PinchGesture);
    d->minimap = new Minimap(this);
    d->legend = new Legend(this);
    d->wayBack = new QPushButton(tr("Nothing of the graph is here. Show all of it (Ctrl+0)"), viewport());
    d->wayBack->setObjectName(QStringLiteral("wayBack"));
    d->wayBack->setCursor(Qt::PointingHandCursor);
    d->wayBack->setFocusPolicy(Qt::NoFocus); // the key does the same
    d->wayBack->hide();
    connect(d->wayBack, &QPushButton::clicked, this, &GraphView::fit);
    connect(d->minimap, &Minimap::centreRequested, this, &GraphView::centerOn);
    connect(d->legend, &Legend::sizeChanged, this, [this] { d->arrangeOverlays(); });

    d->flight.setDuration(220);
    d->flight.setEasingCurve(QEasingCurve::OutCubic);
    d->flight.setStartValue(0.0);
    d->flight.setEndValue(1.0);
    connect(&d->flight, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        const double t = value.toDouble();
        const auto& from = d->flightFrom;
        const auto& to = d->flightTo;
        const double zoom = from.zoom * std::pow(to.zoom / from.zoom, t);
        // Zooming along a straight line keeps one point still only if the centre follows the scale.
        const double share = std::abs(to.zoom - from.zoom) > 1e-6 * from.zoom
            ? (1.0 - from.zoom / zoom) / (1.0 - from.zoom / to.zoom)
            : t;
        d->setPose({from.centre + (to.centre - from.centre) * share, zoom});
    });
    d->glide.setDuration(240);
    d->glide.setEasingCurve(QEasingCurve::InOutCubic);
    d->glide.setStartValue(0.0);
    d->glide.setEndValue(1.0);
}

GraphView::~GraphView()
{
    d->lookJob.stop();
    d->previewJob.stop();
    d->emphasisJob.stop();
    d->signsJob.stop();
    d->frames.stop();
    d->pool.waitForDone();
}

GraphView::Private::Private(GraphView* owner) : view(owner), lookJob(*owner, pool), previewJob(*owner, pool), emphasisJob(*owner, pool), signsJob(*owner, pool),
      frames(*owner, pool, [owner] { owner->viewport()->update(); })
{
    pool.setMaxThreadCount(4);
}

const std::shared_ptr<const Drawing>& GraphView::Private::placedPointer() const
{
    static const std::shared_ptr<const Drawing> none;
    if (glideNow) return glideNow;
    return drawing && drawing->placed() ? drawing : none;
}

CanvasScene GraphView::Private::scene() const
{
    return {placed(), look.get(), previewLook.get(), &palette(), layers};
}

QSizeF GraphView::Private::area() const
{
    return view->viewport()->size();
}

CanvasViewport GraphView::Private::viewport() const
{
    CanvasViewport v;
    v.zoom = zoom;
    v.toDevice = QTransform(zoom, 0, 0, zoom, -origin.x() * zoom, -origin.y() * zoom);
    v.visible = QRectF(origin, area() / zoom);
    return v;
}

CanvasViewport GraphView::Private::viewport(const QRect& part) const
{
    CanvasViewport v = viewport();
    v.visible = QRectF(origin + QPointF(part.topLeft()) / zoom, QSizeF(part.size()) / zoom);
    return v;
}

// ---- what is shown

void GraphView::setDrawing(std::shared_ptr<const Drawing> drawing)
{
    d->stopFlight();
    d->glide.stop();
    d->glideNow.reset();
    ++d->drawingSerial;
    const std::shared_ptr<const Drawing> old = std::exchange(d->drawing, std::move(drawing));
    const Drawing* now = d->placed();
    const bool same = now && old && old->placed() && isSameGraph(*old->model().graph, *now->model().graph);
    if (d->drag == Private::Drag::Bind) d->endBinding(std::nullopt);
    if (!same) d->selected = {};
    if (!same) d->pointed = {};
    if (!same) d->secondSlot = {};
    d->hover = {};
    d->selectedEmphasis = {};
    // Its indices are those of the old drawing's boxes and edges.
    if (!same || !(old->options() == now->options()) || old->nodes().size() != now->nodes().size()
        || old->edges().size() != now->edges().size())
        d->difference = nullptr;
    d->renewStepLit();
    d->renewLook();
    d->minimap->setDrawing(now ? d->drawing : nullptr);
    if (!now) {
        viewport()->update();
        return;
    }
    if (!same) {
        d->fitWhenShown = !isVisible();
        d->goHome();
    } else if (d->fitted) {
        d->fitAgain();
        d->startGlide(old);
    } else {
        // Keep the selected box, else whatever stands nearest to the centre, where it is.
        std::uint32_t anchor = nodeOf(*old, d->selected);
        if (anchor == kNoIndex && d->selected.kind == Selection::Kind::Block && now->options().blocks)
            anchor = old->nodeOf((*now->options().blocks)[d->selected.block].operations.front());
        if (anchor == kNoIndex) {
            std::vector<std::uint32_t> near;
            old->nodeGrid().collect(visibleScene(), near);
            double best = 1e300;
            for (const std::uint32_t index : near) {
                const QPointF off = old->node(index).rect.center() - visibleScene().center();
                const double distance = QPointF::dotProduct(off, off);
                if (distance < best && (old->node(index).operation || old->node(index).block != kNoBlock)) {
                    best = distance;
                    anchor = index;
                }
            }
        }
        // Of a block that opened, the first of its operations stands where the block stood.
        std::uint32_t there = kNoIndex;
        if (anchor != kNoIndex)
            there = now->nodeOf(old->node(anchor).block != kNoBlock ? old->blockOf(old->node(anchor)).operations.front()
                                                                    : old->node(anchor).operation);
        if (there != kNoIndex) {
            d->origin += now->node(there).rect.center() - old->node(anchor).rect.center();
            d->snapOrigin();
        }
        d->startGlide(old);
        d->viewMoved();
    }
}

void GraphView::setEvaluation(std::shared_ptr<const Evaluation> evaluation, ShownVariants variants)
{
    d->evaluation = std::move(evaluation);
    d->variants = std::move(variants);
    d->renewLook();
}

void GraphView::setPreview(std::shared_ptr<const Evaluation> preview)
{
    d->preview = std::move(preview);
    d->renewPreview();
}

void GraphView::setMode(CanvasMode mode)
{
    if (d->mode == mode) return;
    d->mode = mode;
    d->renewLook();
}

void GraphView::setLayers(const CanvasLayers& layers)
{
    if (d->layers == layers) return;
    d->layers = layers;
    d->renewLegend();
    viewport()->update();
}

void GraphView::setSelection(const Selection& selection) { d->select(selection, false); }

void GraphView::setStepMark(const std::optional<StepMark>& mark)
{
    if (d->stepMark == mark) return;
    d->stepMark = mark;
    d->renewStepLit();
    viewport()->update();
}

void GraphView::setSearchHits(std::vector<OpId> hits)
{
    d->searchHits = std::move(hits);
    viewport()->update();
}

void GraphView::setPointed(const Selection& selection)
{
    if (d->pointed == selection) return;
    d->pointed = selection;
    viewport()->update();
}

void GraphView::setDark(bool dark)
{
    if (d->dark == dark) return;
    d->dark = dark;
    d->minimap->setDark(dark);
    d->legend->setDark(dark);
    viewport()->update();
}

void GraphView::setWheelZooms(bool zooms) { d->wheelZooms = zooms; }
void GraphView::setAnimations(bool on)
{
    d->animated = on;
    if (on) return;
    // What is on its way arrives at once.
    if (d->flight.state() != QAbstractAnimation::Stopped) d->flight.setCurrentTime(d->flight.duration());
    if (d->glide.state() != QAbstractAnimation::Stopped) d->glide.setCurrentTime(d->glide.duration());
}
void GraphView::setSynchronousLimit(std::size_t slots) { d->synchronousLimit = slots; }
bool GraphView::preparingPicture() const { return d->lookJob.running() || d->previewJob.running() || d->emphasisJob.running() || d->frames.rendering(); }
bool GraphView::preparingLegend() const { return d->signsJob.running() || (d->signsDue && isVisible()); }
void GraphView::setMinimapVisible(bool visible)
{
    d->minimap->setWanted(visible);
    d->arrangeOverlays();
}
void GraphView::setLegendVisible(bool visible)
{
    d->legend->setWanted(visible);
    d->arrangeOverlays();
}

double GraphView::zoom() const { return d->zoom; }
Selection GraphView::selection() const { return d->selected; }
std::optional<StepMark> GraphView::stepMark() const { return d->stepMark; }
CanvasMode GraphView::mode() const { return d->mode; }
const CanvasLayers& GraphView::layers() const { return d->layers; }
bool GraphView::isDark() const { return d->dark; }
std::shared_ptr<const Drawing> GraphView::drawing() const { return d->drawing; }
std::shared_ptr<const Evaluation> GraphView::evaluation() const { return d->evaluation; }
QPointF GraphView::toScene(const QPointF& p) const { return d->origin + p / d->zoom; }
QPointF GraphView::fromScene(const QPointF& p) const { return (p - d->origin) * d->zoom; }
QRectF GraphView::visibleScene() const { return d->viewport().visible; }
Selection GraphView::selectionAt(const QPoint& p) const { return d->hitAt(p).selection; }

// A comparison has a model of its own, on the same graph.
bool GraphView::Private::shows(const Evaluation& other) const
{
    return other.model->graph == drawing->model().graph;
}

void GraphView::Private::select(const Selection& selection, bool tell)
{
    if (selected == selection) {
        if (tell && secondSlot) Q_EMIT view->selectionChanged(selection); // alone again
        return;
    }
    selected = selection;
    renewSelected();
    renewHovered();
    announce();
    view->viewport()->update();
    if (tell) Q_EMIT view->selectionChanged(selection);
}

void GraphView::Private::announce()
{
    const QString text = drawing ? describePlain(*drawing, look.get(), selected) : QString();
    if (view->accessibleDescription() == text) return;
    view->setAccessibleDescription(text);
    QAccessibleEvent event(view, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void GraphView::Private::renewLegend()
{
    legend->setContent(withLayers(signs, layers));
    arrangeOverlays();
}

QList<QRect> GraphView::overlays() const
{
    QList<QRect> taken;
    for (const QWidget* widget : {static_cast<const QWidget*>(d->legend), static_cast<const QWidget*>(d->minimap)})
        if (!widget->isHidden()) taken << widget->geometry().translated(-viewport()->pos());
    return taken;
}

void GraphView::Private::arrangeOverlays()
{
    const QRect area = view->viewport()->geometry();
    const bool room = area.width() > 420 && area.height() > 300;
    const Drawing* now = placed();
    minimap->setVisible(room && now && minimap->isWanted()
                        && !viewport().visible.adjusted(-1, -1, 1, 1).contains(now->bounds()));
    legend->setVisible(room && now && legend->isWanted() && !legend->isEmpty());
    legend->setRoom(area.size());
    const int gap = 14;
    minimap->move(area.right() - minimap->width() - gap + 1, area.bottom() - minimap->height() - gap + 1);
    legend->move(area.left() + gap, area.bottom() - legend->height() - gap + 1);
    wayBack->setVisible(seesNothing());
    if (!wayBack->isHidden()) {
        wayBack->resize(wayBack->sizeHint());
        wayBack->move((area.width() - wayBack->width()) / 2, (area.height() - wayBack->height()) / 2);
    }
}

bool GraphView::Private::seesNothing() const
{
    const Drawing* now = placed();
    if (!now || now->nodes().empty()) return false;
    const QRectF visible = viewport().visible;
    if (!visible.intersects(now->bounds())) return true;
    if (lodOf(zoom) == Lod::Far) return false; // then much is in sight, and it takes long to look for
    std::vector<std::uint32_t> near;
    now->nodeGrid().collect(visible, near);
    for (const std::uint32_t index : near)
        if (now->node(index).rect.adjusted(-20, -20, 20, 20).intersects(visible)) return false;
    now->edgeGrid().collect(visible, near); // of whole cells
    return std::none_of(near.begin(), near.end(), [&](std::uint32_t index) {
        const auto points = now->points(now->edges()[index]);
        for (std::size_t i = 1; i < points.size(); ++i)
            if (QRectF(points[i - 1], points[i]).normalized().adjusted(-20, -20, 20, 20).intersects(visible)) return true;
        return false;
    });
}

// ---- gliding to a new layout of the same boxes

void GraphView::Private::startGlide(std::shared_ptr<const Drawing> from)
{
    constexpr std::size_t kMostNodes = 1500; // a frame places all boxes anew
    if (!animated || !view->isVisible() || from->options() != drawing->options()
        || from->nodes().size() != drawing->nodes().size() || from->nodes().size() > kMostNodes)
        return;
    glideFrom = std::move(from);
    glideTo = drawing;
    glide.disconnect(view);
    QObject::connect(&glide, &QVariantAnimation::valueChanged, view, [this](const QVariant& value) {
        const double t = value.toDouble();
        layout::Layout between;
        between.nodes.resize(glideTo->nodes().size());
        between.edges.resize(glideTo->inputGraph().edges.size());
        // The anchor stands still on screen, so old places are shifted by how far the scene moved.
        const std::uint32_t anchor = nodeOf(*glideTo, selected);
        const QPointF shift = anchor == kNoIndex ? QPointF()
                                                 : glideTo->node(anchor).rect.center()
                                                       - glideFrom->node(anchor).rect.center();
        for (std::uint32_t i = 0; i < between.nodes.size(); ++i) {
            const DrawnNode& node = glideTo->node(i);
            const BoxMargins m = marginsOf(node, glideTo->options().direction);
            const QPointF a = glideFrom->node(i).rect.topLeft() + shift;
            const QPointF p = a + (node.rect.topLeft() - a) * t;
            between.nodes[i] = {p.x() - m.left, p.y() - m.top, node.rect.width(), node.rect.height()};
        }
        glideNow = t < 1.0 ? glideTo->withLayout(between) : nullptr;
        ++drawingSerial;
        view->viewport()->update();
    });
    glide.start();
}

// ---- painting

FrameKey GraphView::Private::frameKey() const
{
    return {drawingSerial, lookSerial, zoom, origin, view->viewport()->size(), view->viewport()->devicePixelRatioF(),
            dark, showsDifference(), layers};
}

LayerScene GraphView::Private::layerScene() const
{
    return {placedPointer(), look, showsDifference() ? difference : nullptr, layers, dark};
}

// A selection that dims the rest takes the place of the difference.
bool GraphView::Private::showsDifference() const
{
    return mode == CanvasMode::Difference && !selectedEmphasis.dimsOthers && difference && difference->dimsOthers;
}

void GraphView::Private::paint(QPainter& out)
{
    frames.paint(out, layerScene(), frameKey());
    if (!placed()) return;
    const CanvasScene s = scene();
    const CanvasViewport v = viewport();
    if (showsDifference()) painter.paintLit(out, s, v, stepLit);
    if (showsDifference() && lodOf(zoom) != Lod::Far) {
        Emphasis found; // what was asked for or selected is read whether it changed or not
        const auto ask = [&](std::uint32_t node) {
            if (node != kNoIndex && placed()->node(node).rect.adjusted(-20, -20, 20, 20).intersects(v.visible)) found.nodes.push_back(node);
        };
        for (const OpId hit : searchHits) ask(placed()->nodeOf(hit));
        ask(nodeOf(*placed(), selected));
        for (const std::uint32_t edge : edgesOf(*placed(), selected))
            if (placed()->isQuantizer(placed()->ends()[edge].from)) ask(placed()->ends()[edge].from);
        std::sort(found.nodes.begin(), found.nodes.end());
        found.nodes.erase(std::unique(found.nodes.begin(), found.nodes.end()), found.nodes.end());
        painter.paintLit(out, s, v, found);
    }
    painter.paintSearchHits(out, s, v, searchHits);
    painter.paintEmphasis(out, s, v, selectedEmphasis, 1.0);
    if (selectedEmphasis.dimsOthers) painter.paintLit(out, s, v, stepLit);
    if (!hoverEmphasis.empty()) painter.paintEmphasis(out, s, v, hoverEmphasis, 0.0);
    if (layers.bindings) {
        if (selectedEmphasis.arcs.empty() && hoverEmphasis.arcs.empty() && selected.kind == Selection::Kind::None
            && lodOf(zoom) == Lod::Near) {
            Emphasis fresh;
            fresh.arcs = newArcs;
            painter.paintArcs(out, s, v, fresh);
        }
        painter.paintArcs(out, s, v, selectedEmphasis);
        painter.paintArcs(out, s, v, hoverEmphasis);
    }
    painter.paintVariants(out, s, v, selectedEmphasis);
    if (stepMark) painter.paintStep(out, s, v, *stepMark);
    painter.paintByHand(out, s, v);
    if (drag == Drag::Bind) painter.paintBindTargets(out, s, v, binding.legal);
    if (drag == Drag::Bind) paintBinding(out, s, v); // under the values that it would give
    if (previewLook) painter.paintGhosts(out, s, v);
    if (hover.part != Hit::Part::Nothing && !(hover.selection == selected))
        painter.paintSelection(out, s, v, hover.selection, palette().hover, 1.5);
    painter.paintSelection(out, s, v, selected, palette().accent, 2.2);
    if (!(pointed == selected)) painter.paintSelection(out, s, v, pointed, palette().hover, 2.6);
    paintSecondSlot(out, s, v);
    if (drag == Drag::Bind) paintBindingNote(out, s);
    if (signsDue && !frames.rendering()) startSigns();
}

// As images: Qt hands the pixels of a line that can be seen through to other threads, some at a time, which takes 2 ms.
static void paintFocusFrame(QPainter& out, const QRect& rect, const QColor& color)
{
    QImage ink(1, 1, QImage::Format_ARGB32_Premultiplied);
    ink.fill(color);
    out.drawImage(QRect(rect.left(), rect.top(), rect.width(), 1), ink);
    out.drawImage(QRect(rect.left(), rect.bottom(), rect.width(), 1), ink);
    out.drawImage(QRect(rect.left(), rect.top() + 1, 1, rect.height() - 2), ink);
    out.drawImage(QRect(rect.right(), rect.top() + 1, 1, rect.height() - 2), ink);
}

void GraphView::paintEvent(QPaintEvent*)
{
    QPainter out(viewport());
    d->paint(out);
    if (d->drag == Private::Drag::Band) {
        const QRectF band = QRectF(d->dragStart, d->dragOrigin).normalized();
        out.setPen(QPen(d->palette().accent, 1, Qt::DashLine));
        out.setBrush(withAlpha(d->palette().accent, 28));
        out.drawRect(band);
    }
    if (hasFocus()) paintFocusFrame(out, viewport()->rect(), withAlpha(d->palette().accent, 150));
}

} // namespace alignscope::ui

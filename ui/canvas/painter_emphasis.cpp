// SPDX-License-Identifier: Apache-2.0
// What the user points at: lit groups, chains of causes, arcs, ghosts, selection.
#include "ui/canvas/painter_p.h"

#include "ui/canvas/curve.h"
#include "ui/canvas/hit_test.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <set>

namespace alignscope::ui {
// From the slave's outer side to the master's, beyond their tags, so that no value is crossed.
std::optional<CanvasPainter::Swing> CanvasPainter::swingOf(const DrawnPort& slave, const DrawnPort& master, const Frame& frame,
                                                           const QColor& color, const QPen& pen)
{
    const bool down = frame.down();
    const auto outward = [down](const DrawnPort& port) {
        const double sign = port.input ? -1.0 : 1.0;
        return down ? QPointF(0, sign) : QPointF(sign, 0);
    };
    const auto leave = [&](const DrawnPort& port, double aside) {
        const bool tagged = frame.lod == Lod::Near && frame.look->slot(port.slot).scaleChanged;
        const double beyond = (down ? port.pill.height() : port.pill.width()) / 2.0 + 1.5
            + (tagged && down ? metrics::kTagHeight + 2.0 : 0.0);
        return port.pill.center() + outward(port) * beyond + (down ? QPointF(aside, 0) : QPointF(0, 0));
    };
    // Off the middle, where the edge runs.
    const double side = slave.pill.center().x() < master.pill.center().x() ? 1.0 : -1.0;
    const double off = std::min(slave.pill.width(), master.pill.width()) * 0.28;
    const QPointF start = leave(slave, side * off);
    const QPointF end = leave(master, -side * off);
    const double apart = std::abs(down ? end.y() - start.y() : end.x() - start.x());
    const double across = std::abs(down ? end.x() - start.x() : end.y() - start.y());
    const double reach = std::min(150.0, 20.0 + 0.35 * apart + 0.12 * across);
    QPointF control1 = start + outward(slave) * reach;
    QPointF control2 = end + outward(master) * reach;
    // Far along the flow, or backwards: past the boxes between, not over them.
    const bool backwards = QPointF::dotProduct(end - start, outward(slave)) < -30.0;
    if ((backwards || apart > 300.0) && across < 160.0) {
        const double bow = std::min(260.0, 90.0 + 0.15 * apart);
        const QPointF wide = down ? QPointF(side * bow, 0) : QPointF(0, bow);
        control1 += wide;
        control2 += wide;
    }
    if (slave.node == master.node && slave.input != master.input) {
        // Through the box it would cross what is written there: around its nearer side.
        const QRectF& box = frame.drawing.node(slave.node).rect;
        constexpr double kBeside = 16;
        const auto around = [&](double from, double to, double first, double last) {
            const bool before = from + to < first + last;
            const double turn = before ? first - kBeside : last + kBeside;
            return (turn - (from + to) / 8.0) / 0.75; // of both control points, for a curve that turns there
        };
        if (down) {
            const double x = around(start.x(), end.x(), box.left(), box.right());
            control1.setX(x);
            control2.setX(x);
        } else {
            const double y = around(start.y(), end.y(), box.top(), box.bottom());
            control1.setY(y);
            control2.setY(y);
        }
    }
    const CurvePiece curve{start, control1, control2, end};
    std::vector<CurveStretch> seen = stretchesWithin(curve, frame.nearby());
    if (seen.empty()) return {};
    return Swing{curve, color, pen, std::move(seen)};
}

void CanvasPainter::paintEmphasis(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                                  const Emphasis& emphasis, double strength)
{
    Frame frame(scene, view);
    useFonts(frame.drawing);
    if (emphasis.dimsOthers) {
        collect(frame);
        splitBy(emphasis);
    }
    emphasise(painter, frame, emphasis, strength);
}

// In pixels of the device, and one for all that fall on the same: the stroker splits curves that are
// thousands of units wide into as many pieces, however small they become.
void CanvasPainter::outlineFar(QPainter& painter, const Frame& frame, const Emphasis& emphasis) const
{
    const auto outline = [&](PixelFilter& pixels, const QRectF& rect, const QPen& pen, double out) {
        if (!rect.intersects(frame.nearby()) || !pixels.shows(rect)) return;
        const QRectF seen = frame.view.toDevice.mapRect(rect).adjusted(-out, -out, out, out);
        painter.setPen(pen);
        painter.drawRoundedRect(seen, seen.height() / 2, seen.height() / 2);
    };
    PixelFilter slots(frame.view.zoom);
    for (const SlotId slot : frame.look ? emphasis.slots : std::vector<SlotId>()) {
        const std::uint32_t index = frame.drawing.portOf(slot);
        if (index == kNoIndex) continue;
        const std::uint32_t group = frame.look->slot(slot).group;
        const QColor color = group != 0 ? frame.palette.group(group).solid : frame.palette.accent;
        outline(slots, frame.drawing.port(index).pill, QPen(withAlpha(color, 150), 2.0), 2.5);
    }
    PixelFilter causes(frame.view.zoom);
    for (const OpId op : emphasis.causes)
        if (const std::uint32_t index = frame.drawing.nodeOf(op); index != kNoIndex)
            outline(causes, frame.drawing.node(index).rect, QPen(frame.palette.accent, 1.5), 2.0);
}

// What is in sight has been collected and split.
void CanvasPainter::emphasise(QPainter& painter, Frame& frame, const Emphasis& emphasis, double strength)
{
    const CanvasViewport& view = frame.view;
    if (emphasis.dimsOthers) {
        const QRectF area = view.toDevice.mapRect(view.visible);
        // On a dark ground the eye tells less apart: as much would leave nearly black.
        const double veil = frame.palette.canvas.lightness() > 128 ? 205 : 165;
        painter.fillRect(area.adjusted(-1, -1, 1, 1), withAlpha(frame.palette.canvas, static_cast<int>(std::lround(veil * strength))));
        paintAnew(painter, frame, m_splitNodes.lit, m_splitEdges.lit);
    }

    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    if (frame.lod == Lod::Far) return outlineFar(painter, frame, emphasis);
    painter.setTransform(view.toDevice, true);
    if (frame.look) {
        for (const SlotId slot : emphasis.slots) {
            const std::uint32_t index = frame.drawing.portOf(slot);
            if (index == kNoIndex) continue;
            const QRectF pill = frame.drawing.port(index).pill;
            if (!pill.intersects(view.visible)) continue;
            const SlotLook look = frame.look->slot(slot);
            const QColor color = look.group != 0 ? frame.palette.group(look.group).solid : frame.palette.accent;
            const double out = frame.atLeast(3.5, 2.5);
            painter.setPen(QPen(withAlpha(color, 150), frame.atLeast(3.0, 2.0)));
            painter.drawRoundedRect(pill.adjusted(-out, -out, out, out), pill.height() / 2 + out,
                                    pill.height() / 2 + out);
        }
    }
    for (const OpId op : emphasis.causes) {
        const std::uint32_t index = frame.drawing.nodeOf(op);
        if (index == kNoIndex) continue;
        const QRectF rect = frame.drawing.node(index).rect.adjusted(-12, -12, 12, 12);
        if (!rect.intersects(frame.nearby())) continue; // dashes take long, seen or not
        QPen pen(frame.palette.accent, frame.atLeast(2.0, 1.5), Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({4, 2.5});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, metrics::kBoxRadius + 10, metrics::kBoxRadius + 10);
    }
}

void CanvasPainter::paintLit(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view, const Emphasis& lit)
{
    if (lit.empty()) return;
    Frame frame(scene, view);
    useFonts(frame.drawing);
    paintAnew(painter, frame, lit.nodes, lit.edges);
}

void CanvasPainter::paintAnew(QPainter& painter, Frame& frame, const Indices& nodes, const Indices& edges)
{
    const PainterScope scope(painter);
    frame.enter(painter);
    paintEdges(painter, frame, edges);
    paintBoxes(painter, frame, nodes);
    decorate(painter, frame, nodes, edges);
}

// Of a group that runs through a large network, hundreds of arcs pass through the view on the same pixels:
// where one enters and leaves it and passes in between, in a few pixels.
std::vector<std::int64_t> CanvasPainter::placeOf(const Swing& swing, const CanvasViewport& view)
{
    constexpr double kApart = 5; // pixels
    std::vector<std::int64_t> place;
    for (const CurveStretch& stretch : swing.seen) {
        const auto sees = [&](double t) { return view.visible.contains(swing.curve.at(t)); };
        constexpr int kSamples = 24;
        const auto sample = [&](int i) { return stretch.from + (stretch.to - stretch.from) * i / kSamples; };
        int first = 0;
        while (first <= kSamples && !sees(sample(first))) ++first;
        if (first > kSamples) continue; // it passes by
        int last = kSamples;
        while (!sees(sample(last))) --last;
        const auto border = [&](double in, double out) {
            for (int i = 0; i < 30; ++i) {
                const double middle = (in + out) / 2;
                (sees(middle) ? in : out) = middle;
            }
            return in;
        };
        const double enters = first == 0 ? stretch.from : border(sample(first), sample(first - 1));
        const double leaves = last == kSamples ? stretch.to : border(sample(last), sample(last + 1));
        for (const double t : {enters, (enters + leaves) / 2, leaves}) {
            const QPointF pixel = view.toDevice.map(swing.curve.at(t)) / kApart;
            place.push_back(std::llround(pixel.x()));
            place.push_back(std::llround(pixel.y()));
        }
    }
    return place;
}

void CanvasPainter::paintArcs(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                              const Emphasis& emphasis)
{
    const Frame frame(scene, view);
    if (!frame.look) return;
    const PainterScope scope(painter);
    painter.setTransform(view.toDevice, true);
    painter.setRenderHint(QPainter::Antialiasing, true);
    std::vector<Emphasis::Arc> shown;
    std::vector<Swing> swings;
    std::set<std::vector<std::int64_t>> places; // where arcs come into sight and leave it
    for (const Emphasis::Arc& arc : emphasis.arcs) {
        const std::uint32_t from = frame.drawing.portOf(arc.slave);
        const std::uint32_t to = frame.drawing.portOf(arc.master);
        if (from == kNoIndex || to == kNoIndex || from == to) continue;
        const DrawnPort& slave = frame.drawing.port(from);
        const DrawnPort& master = frame.drawing.port(to);
        const QColor color = frame.palette.group(frame.look->slot(arc.master).group).solid;
        auto swing = swingOf(slave, master, frame, color, QPen(color, frame.atLeast(1.8, 1.4), Qt::SolidLine, Qt::RoundCap));
        if (!swing || !places.insert(placeOf(*swing, view)).second) continue;
        shown.push_back(arc);
        if (shown.size() > kMaxArcs) break;
        swings.push_back(std::move(*swing));
    }
    if (swings.empty()) return;
    // Arcs run behind the values, so that these stay readable; their heads stand outside of them.
    const QPainterPath clear = frame.lod == Lod::Near ? besideValues(frame, swings) : QPainterPath();
    paintSwings(painter, frame, swings, clear);
    // Where nothing can be clipped (SVG), at least the values at the ends lie on top.
    if (clear.isEmpty() || shown.size() > kMaxArcs) return;
    for (const Emphasis::Arc& arc : shown)
        for (const SlotId slot : {arc.slave, arc.master}) {
            const DrawnPort& port = frame.drawing.port(frame.drawing.portOf(slot));
            if (port.pill.intersects(frame.nearby())) paintPill(painter, frame, port);
        }
}

// Everything in sight but pills, tags and what is written in boxes that the lines may cross. Empty where
// these are too many: the clip of a whole picture would take longer than all that is painted in it.
QPainterPath CanvasPainter::besideValues(const Frame& frame, std::span<const Swing> swings)
{
    constexpr std::size_t kMostBoxes = 3000;
    useFonts(frame.drawing);
    Indices nodes;
    Indices near;
    for (const Swing& swing : swings) {
        const QPointF points[] = {swing.curve.start, swing.curve.control1, swing.curve.control2, swing.curve.end};
        const auto [left, right] = std::minmax_element(std::begin(points), std::end(points), [](QPointF a, QPointF b) { return a.x() < b.x(); });
        const auto [top, bottom] = std::minmax_element(std::begin(points), std::end(points), [](QPointF a, QPointF b) { return a.y() < b.y(); });
        const QRectF area(QPointF(left->x() - 60, top->y() - 60), QPointF(right->x() + 60, bottom->y() + 60));
        if (!area.intersects(frame.nearby())) continue;
        frame.drawing.nodeGrid().collect(area & frame.nearby(), near);
        nodes.insert(nodes.end(), near.begin(), near.end());
        if (nodes.size() <= kMostBoxes) continue;
        std::sort(nodes.begin(), nodes.end());
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
        if (nodes.size() > kMostBoxes) return {};
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    QPainterPath clear;
    clear.addRect(frame.view.visible);
    for (const std::uint32_t index : nodes) {
        const DrawnNode& node = frame.drawing.node(index);
        if (node.kind == DrawnNode::Kind::Operation)
            for (const QRectF& line : textLines(frame, node)) clear.addRect(line);
        if (node.operation)
            for (const QRectF& marker : markerRects(frame, node)) clear.addRect(marker);
        if (frame.scene.layers.requantizeEdges)
            for (const QRectF& badge : badgeRects(frame, index)) clear.addRect(badge);
        for (const DrawnPort& port : frame.drawing.ports(node)) {
            if (!port.slot) continue;
            clear.addRect(port.pill.adjusted(-1, -1, 1, 1)); // odd-even: a hole
            const SlotLook look = frame.look->slot(port.slot);
            if (look.changed && look.scaleChanged) clear.addRect(tagRect(frame, port));
        }
    }
    return clear;
}

void CanvasPainter::paintTagAbove(QPainter& painter, const Frame& frame, SlotId slot)
{
    const std::uint32_t port = frame.drawing.portOf(slot);
    if (port != kNoIndex && frame.look->slot(slot).changed && frame.look->slot(slot).scaleChanged)
        paintTag(painter, frame, frame.drawing.port(port));
}

void CanvasPainter::paintSwings(QPainter& painter, const Frame& frame, std::span<const Swing> swings,
                                const QPainterPath& clear)
{
    if (!clear.isEmpty()) {
        painter.save();
        painter.setClipPath(clear, Qt::IntersectClip); // takes long, so it serves all lines
    }
    painter.setBrush(Qt::NoBrush);
    constexpr std::size_t kFewArcs = 24;
    const auto take = [this](const CurvePiece& piece) {
        m_path.clear();
        m_path.moveTo(piece.start);
        m_path.cubicTo(piece.control1, piece.control2, piece.end);
    };
    for (const Swing& swing : swings) {
        // The rest of a line through a whole network would take a frame's time.
        for (const CurveStretch& stretch : swing.seen) {
            QPen pen = swing.pen;
            if (pen.style() == Qt::CustomDashLine && stretch.from > 0) { // dashes stay where they are
                take(swing.curve.part(0.0, stretch.from));
                pen.setDashOffset(m_path.length() / pen.widthF());
            }
            take(swing.curve.part(stretch.from, stretch.to));
            if (swings.size() <= kFewArcs) { // set off from what is below; of more, most of that is other arcs
                painter.setPen(QPen(frame.palette.canvas, frame.atLeast(4.5, 3.5), Qt::SolidLine, Qt::RoundCap));
                painter.drawPath(m_path);
            }
            painter.setPen(pen);
            painter.drawPath(m_path);
        }
    }
    if (!clear.isEmpty()) painter.restore();
    painter.setPen(Qt::NoPen);
    for (const Swing& swing : swings) {
        const QPointF tip = swing.curve.end;
        const QPointF away = swing.curve.control2 - tip;
        const double length = std::hypot(away.x(), away.y());
        if (length < 1) continue;
        const QPointF unit = away / length;
        const double size = frame.atLeast(5.0, 4.0);
        const QPointF side(-unit.y() * size * 0.75, unit.x() * size * 0.75);
        const QPointF head[3] = {tip, tip + unit * size * 1.6 + side, tip + unit * size * 1.6 - side};
        painter.setBrush(swing.color);
        painter.drawPolygon(head, 3);
    }
}

void CanvasPainter::paintGhosts(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view)
{
    const Frame frame(scene, view);
    if (!frame.look || !scene.preview) return;
    useFonts(frame.drawing);
    collect(frame);
    const PainterScope scope(painter);
    painter.setTransform(view.toDevice, true);
    painter.setRenderHint(QPainter::Antialiasing, true);
    const CanvasPalette& palette = frame.palette;
    const CanvasLook& next = *scene.preview;
    for (const std::uint32_t index : m_nodes) {
        const DrawnNode& node = frame.drawing.node(index);
        for (const DrawnPort& port : frame.drawing.ports(node)) {
            if (!port.slot) continue;
            const SlotLook now = frame.look->slot(port.slot);
            const SlotLook then = next.slot(port.slot);
            if (now.scale == then.scale || !(then.scale > 0)) continue;
            const double bits = now.scale > 0 ? std::log2(then.scale / now.scale) : 0.0;
            const int level = haloLevel(bits);
            const QColor color = level > 0 ? palette.halo[static_cast<std::size_t>(std::max(2, level) - 1)]
                                           : palette.lossless(then.clippedPercent > 0).border;
            QPen pen(color, frame.atLeast(1.8, 1.6), Qt::CustomDashLine, Qt::FlatCap);
            pen.setDashPattern({3, 2});
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            const double out = frame.atLeast(4.0, 2.0);
            painter.drawRoundedRect(port.pill.adjusted(-out, -out, out, out), port.pill.height() / 2 + out,
                                    port.pill.height() / 2 + out);
            if (frame.lod != Lod::Near || port.compact) continue;
            const MeasuredText& value = next.valueText(port.slot, *m_value);
            const double width = value.width + 24.0;
            const bool above = port.input || !frame.down();
            const double top = above ? port.pill.top() - out - metrics::kTagHeight - 1.0
                                     : port.pill.bottom() + out + 1.0;
            const QRectF tag(port.pill.center().x() - width / 2, top, width, metrics::kTagHeight);
            QFont font = m_fonts.value;
            font.setItalic(true);
            paintLabel(painter, tag, {palette.canvas, color, palette.text},
                       QChar(0x2192) + QLatin1Char(' ') + value.text, value.width + 12.0, font);
        }
    }
    const auto direction = frame.drawing.options().direction;
    for (const std::uint32_t index : m_edges) {
        const DrawnEdge& edge = frame.drawing.edges()[index];
        if (!edge.target || edge.stub) continue;
        const auto counts = [](RescaleKind kind) { return kind == RescaleKind::Same || kind == RescaleKind::New; };
        const bool now = counts(frame.look->rescale(edge.target));
        const bool then = counts(next.edge(edge.target).kind);
        if (now == then) continue;
        m_path.clear();
        appendCurve(m_path, frame.drawing.points(edge), direction);
        QPen pen(then ? palette.rescale.border : palette.agree.border, frame.atLeast(3.0, 2.0),
                 Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({2.5, 2});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(m_path);
    }
}

// A ring around a box runs behind its pills, so that their values stay readable.
static void keepPillsClear(QPainter& painter, const Drawing& drawing, const DrawnNode& node)
{
    QPainterPath clear;
    clear.setFillRule(Qt::OddEvenFill);
    clear.addRect(node.rect.adjusted(-40, -40, 40, 40));
    for (const DrawnPort& port : drawing.ports(node)) clear.addRoundedRect(port.pill, port.pill.height() / 2, port.pill.height() / 2);
    painter.setClipPath(clear, Qt::IntersectClip);
}

void CanvasPainter::paintSelection(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                                   const Selection& selection, const QColor& color, double width)
{
    const Frame frame(scene, view);
    const PainterScope scope(painter);
    painter.setTransform(view.toDevice, true);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    const double line = frame.atLeast(width, width);
    painter.setPen(QPen(color, line));
    const auto ring = [&](const QRectF& rect, double radius, double out) {
        painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out);
    };
    switch (selection.kind) {
    case Selection::Kind::Block:
    case Selection::Kind::Operation: {
        const std::uint32_t index = selection.kind == Selection::Kind::Block ? frame.drawing.nodeOfBlock(selection.block)
                                                                            : frame.drawing.nodeOf(selection.operation);
        if (index == kNoIndex) break;
        if (frame.lod == Lod::Near) keepPillsClear(painter, frame.drawing, frame.drawing.node(index));
        ring(frame.drawing.node(index).rect, metrics::kBoxRadius, 1.5 + line / 2);
        break;
    }
    case Selection::Kind::Slot: {
        const std::uint32_t index = frame.drawing.portOf(selection.slot);
        if (index == kNoIndex) break;
        const QRectF& pill = frame.drawing.port(index).pill;
        ring(pill, pill.height() / 2, 2.0 + line / 2);
        break;
    }
    case Selection::Kind::Edge: {
        const auto direction = frame.drawing.options().direction;
        for (const std::uint32_t i : edgesOf(frame.drawing, selection)) {
            const DrawnEdge& edge = frame.drawing.edges()[i];
            if (edge.stub) continue;
            m_path.clear();
            appendCurve(m_path, frame.drawing.points(edge), direction);
            painter.setPen(QPen(withAlpha(color, 60), frame.atLeast(9.0, 7.0), Qt::SolidLine, Qt::RoundCap));
            painter.drawPath(m_path);
            const bool rescaled = frame.look && edge.target
                && frame.look->rescale(edge.target) != RescaleKind::None;
            if (rescaled) continue;
            painter.setPen(QPen(color, line, Qt::SolidLine, Qt::RoundCap));
            painter.drawPath(m_path);
        }
        const std::uint32_t terminal = selection.slot ? kNoIndex : frame.drawing.terminalOf(selection.tensor);
        painter.setPen(QPen(color, line));
        if (terminal != kNoIndex) {
            const QRectF& rect = frame.drawing.node(terminal).rect;
            ring(rect, rect.height() / 2, 1.5 + line / 2);
        }
        break;
    }
    case Selection::Kind::Group:
    case Selection::Kind::None: break;
    }
}

void CanvasPainter::paintStep(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view, const StepMark& step)
{
    const Frame frame(scene, view);
    if (frame.look && step.slot && step.master && step.slot != step.master && frame.lod != Lod::Far) {
        Emphasis binding;
        binding.arcs.push_back({step.slot, step.master});
        paintArcs(painter, scene, view, binding);
    }
    const PainterScope scope(painter);
    painter.setTransform(view.toDevice, true);
    painter.setRenderHint(QPainter::Antialiasing, true);
    const QColor& color = frame.palette.step;
    const std::uint32_t index = step.operation ? frame.drawing.nodeOf(step.operation) : kNoIndex;
    if (index != kNoIndex) {
        const DrawnNode& node = frame.drawing.node(index);
        const double out = frame.atLeast(6.0, 3.5);
        {
            const PainterScope clipped(painter);
            if (frame.lod == Lod::Near) keepPillsClear(painter, frame.drawing, node);
            const QRectF ring = node.rect.adjusted(-out, -out, out, out);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(withAlpha(color, 60), frame.atLeast(9.0, 6.0)));
            painter.drawRoundedRect(ring, metrics::kBoxRadius + out, metrics::kBoxRadius + out);
            painter.setPen(QPen(color, frame.atLeast(2.0, 1.8)));
            painter.drawRoundedRect(ring, metrics::kBoxRadius + out, metrics::kBoxRadius + out);
        }
        // The pointer at its side says it without colour; it keeps its size on screen.
        const double size = frame.atLeast(11.0, 9.0);
        const QPointF tip = frame.down() ? QPointF(node.rect.left() - out - frame.atLeast(3.0, 2.0), node.rect.center().y())
                                         : QPointF(node.rect.center().x(), node.rect.top() - out - frame.atLeast(3.0, 2.0));
        const QPointF back = frame.down() ? QPointF(-1.5 * size, 0) : QPointF(0, -1.5 * size);
        const QPointF side = frame.down() ? QPointF(0, 0.8 * size) : QPointF(0.8 * size, 0);
        const QPointF pointer[3] = {tip, tip + back + side, tip + back - side};
        painter.setPen(QPen(frame.palette.canvas, frame.atLeast(2.0, 1.5)));
        painter.setBrush(color);
        painter.drawPolygon(pointer, 3);
    }
    if (frame.lod == Lod::Far) return;
    painter.setBrush(Qt::NoBrush);
    const auto ring = [&](SlotId slot, double width) {
        const std::uint32_t port = slot ? frame.drawing.portOf(slot) : kNoIndex;
        if (port == kNoIndex) return;
        const QRectF& pill = frame.drawing.port(port).pill;
        const double out = frame.atLeast(3.0, 2.5);
        painter.setPen(QPen(color, frame.atLeast(width, width)));
        painter.drawRoundedRect(pill.adjusted(-out, -out, out, out), pill.height() / 2 + out, pill.height() / 2 + out);
    };
    ring(step.slot, 2.4);
    if (step.master != step.slot) ring(step.master, 1.2);
}

void CanvasPainter::paintSearchHits(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                                    const std::vector<OpId>& hits)
{
    const Frame frame(scene, view);
    const PainterScope scope(painter);
    painter.setTransform(view.toDevice, true);
    painter.setRenderHint(QPainter::Antialiasing, frame.lod != Lod::Far);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(frame.palette.searchHit, frame.atLeast(2.5, 2.5)));
    PixelFilter pixels(view.zoom);
    std::uint32_t last = kNoIndex;
    for (const OpId op : hits) {
        const std::uint32_t index = frame.drawing.nodeOf(op);
        if (index == kNoIndex || index == last) continue;
        last = index; // hits in one collapsed block follow each other
        const DrawnNode& node = frame.drawing.node(index);
        const QRectF rect = node.rect;
        if (!rect.intersects(view.visible)) continue;
        const double out = frame.atLeast(4.0, 2.5);
        if (frame.lod == Lod::Far) {
            if (pixels.shows(rect)) painter.drawRect(rect.adjusted(-out, -out, out, out));
            continue;
        }
        const PainterScope clipped(painter);
        if (frame.lod == Lod::Near) keepPillsClear(painter, frame.drawing, node);
        painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), metrics::kBoxRadius + out,
                                metrics::kBoxRadius + out);
    }
}

} // namespace alignscope::ui

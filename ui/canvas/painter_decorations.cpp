// SPDX-License-Identifier: Apache-2.0
// What a scenario changes on the canvas: halos, requantize edges, markers, hulls.
#include "ui/canvas/painter_p.h"

#include "ui/canvas/curve.h"

#include <QCoreApplication>
#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>

namespace alignscope::ui {
namespace {

constexpr std::size_t kFew = 16; // so many times fewer are looked up one by one

} // namespace

void CanvasPainter::paintDecorations(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                                     const Emphasis* lit, double strength)
{
    Frame frame(scene, view);
    useFonts(frame.drawing);
    collect(frame);
    {
        const PainterScope scope(painter);
        frame.enter(painter);
        if (frame.look && scene.layers.hulls && hullsShow(view.zoom)) paintHulls(painter, frame);
        if (lit == nullptr || !lit->dimsOthers) {
            decorate(painter, frame, m_nodes, m_edges);
        } else {
            splitBy(*lit);
            decorate(painter, frame, m_splitNodes.unlit, m_splitEdges.unlit);
        }
    }
    if (lit != nullptr) emphasise(painter, frame, *lit, strength);
}

void CanvasPainter::decorate(QPainter& painter, const Frame& frame, const Indices& nodes, const Indices& edges)
{
    const CanvasLayers& layers = frame.scene.layers;
    if (frame.look && layers.cost) paintHalos(painter, frame, nodes);
    if (frame.look && layers.requantizeEdges) paintRescaleEdges(painter, frame, edges);
    constexpr double kPillsVanish = 0.06; // thinner than a pixel below
    if (frame.view.zoom > kPillsVanish) {
        for (const std::uint32_t index : nodes) {
            if (!frame.goesOn()) return;
            paintPills(painter, frame, frame.drawing.node(index));
        }
    }
    if (!frame.look) return;
    if (layers.requantizeEdges) paintRescaleBadges(painter, frame, edges);
    if (frame.lod == Lod::Far && frame.drawing.options().collapsed.empty()) return;
    for (const std::uint32_t index : nodes) {
        if (!frame.goesOn()) return;
        const DrawnNode& node = frame.drawing.node(index);
        if (node.block != kNoBlock) paintBlockMarks(painter, frame, node);
        else if (frame.lod != Lod::Far) paintMarkers(painter, frame, node);
    }
}

void CanvasPainter::paintHalos(QPainter& painter, const Frame& frame, const std::vector<std::uint32_t>& nodes)
{
    PixelFilter pixels(frame.view.zoom);
    const auto halo = [&](const DrawnNode& node) {
        const OperationLook& look = frame.look->operation(node.operation);
        if (!look.changed || (frame.lod == Lod::Far && !pixels.shows(node.rect))) return;
        paintHalo(painter, frame, node, look.worstBitsLost, look.clipped);
    };
    // From far there are many more boxes in sight than operations that changed.
    const auto marked = frame.look->operations();
    if (kFew * marked.size() < nodes.size() && frame.drawing.options().collapsed.empty()) {
        const bool all = nodes.size() == frame.drawing.nodes().size();
        for (const OpId operation : marked) {
            if (!frame.look->operation(operation).changed) continue;
            const std::uint32_t index = frame.drawing.nodeOf(operation);
            if (index == kNoIndex || (!all && !std::binary_search(nodes.begin(), nodes.end(), index))) continue;
            halo(frame.drawing.node(index));
        }
        return;
    }
    for (const std::uint32_t index : nodes) {
        if (!frame.goesOn()) return;
        const DrawnNode& node = frame.drawing.node(index);
        if (node.block != kNoBlock) paintBlockHalo(painter, frame, node);
        if (node.operation) halo(node);
    }
}

template <class Visit>
void CanvasPainter::eachRescaled(const Frame& frame, const Indices& edges, Visit&& visit) const
{
    const auto rescaled = frame.look->rescaled();
    const auto ends = frame.drawing.ends();
    if (kFew * rescaled.size() >= edges.size()) {
        for (const std::uint32_t index : edges) {
            if (!frame.goesOn()) return;
            if (!ends[index].target) continue;
            const RescaleKind kind = frame.look->rescale(ends[index].target);
            if (kind != RescaleKind::None) visit(frame.drawing.edges()[index], kind);
        }
        return;
    }
    // From far there are many more edges in sight than requantize edges.
    const bool all = edges.size() == ends.size();
    for (const SlotId target : rescaled) {
        if (!frame.goesOn()) return;
        const std::uint32_t port = frame.drawing.portOf(target);
        if (port == kNoIndex) continue;
        for (const std::uint32_t index : frame.drawing.edgesAt(frame.drawing.port(port))) {
            if (ends[index].target != target) continue;
            if (all || std::binary_search(edges.begin(), edges.end(), index))
                visit(frame.drawing.edges()[index], frame.look->rescale(target));
        }
    }
}

void CanvasPainter::paintHalo(QPainter& painter, const Frame& frame, const DrawnNode& node, double bitsLost, bool clipped)
{
    const int level = haloLevel(bitsLost);
    const QColor color = level > 0 ? frame.palette.halo[static_cast<std::size_t>(level - 1)]
                                   : frame.palette.lossless(clipped).border;
    if (frame.lod == Lod::Far) {
        const double out = frame.atLeast(6.0, 1.5);
        frame.fill(painter, node.rect.adjusted(-out, -out, out, out), color);
        frame.fill(painter, node.rect, mixed(color, frame.palette.box, 0.25));
        return;
    }
    const double wide = frame.atLeast(3.6, 2.6);
    const double out = wide + 0.5;
    paintRounded(painter, frame.pixels(), node.rect.adjusted(-out, -out, out, out), metrics::kBoxRadius + out, {},
                 withAlpha(color, 90), 2.0 * wide);
    paintRounded(painter, frame.pixels(), node.rect.adjusted(-1.5, -1.5, 1.5, 1.5), metrics::kBoxRadius + 1.5, {}, color,
                 frame.atLeast(2.0, 1.5));
}

void CanvasPainter::paintRescaleEdges(QPainter& painter, const Frame& frame,
                                      const std::vector<std::uint32_t>& edges)
{
    const auto direction = frame.drawing.options().direction;
    const CanvasPalette& palette = frame.palette;
    painter.setBrush(Qt::NoBrush);
    PixelFilter pixels(frame.view.zoom);
    eachRescaled(frame, edges, [&](const DrawnEdge& edge, RescaleKind kind) {
        if (edge.stub) return;
        const bool resolved = kind == RescaleKind::Resolved;
        const QColor& color = resolved ? palette.agree.border : palette.rescale.border;
        const auto points = frame.drawing.points(edge);
        if (frame.lod == Lod::Far) {
            if (!pixels.shows(QRectF(points.front(), points.back()).normalized())) return;
            if (frame.raw) {
                frame.raw->polyline(points, color.rgb(), frame.pixels(painter, frame.atLeast(2.0, 2.0)),
                                    resolved ? FarRaster::Stroke::Dotted : FarRaster::Stroke::Solid);
                return;
            }
            painter.setPen(QPen(color, frame.atLeast(2.0, 2.0), resolved ? Qt::DotLine : Qt::SolidLine));
            painter.drawPolyline(points.data(), static_cast<int>(points.size()));
            return;
        }
        const double line = frame.atLeast(1.5, 1.2);
        if (resolved) {
            m_path.clear();
            appendCurve(m_path, points, direction);
            painter.setPen(QPen(color, line, Qt::DashLine, Qt::FlatCap));
            painter.drawPath(m_path);
            return;
        }
        takeRoute(frame, points);
        drawRoute(painter, frame, QPen(color, 3.4 * line, Qt::SolidLine, Qt::FlatCap));
        drawRoute(painter, frame, QPen(palette.canvas, 1.5 * line, Qt::SolidLine, Qt::FlatCap));
    });
}

void CanvasPainter::paintRescaleBadges(QPainter& painter, const Frame& frame,
                                       const std::vector<std::uint32_t>& edges)
{
    if (frame.lod == Lod::Far) return;
    const CanvasPalette& palette = frame.palette;
    const QFont& font = m_fonts.label;
    const bool pairs = frame.lod == Lod::Near
        && frame.drawing.model().quantSource == QuantSource::Qdq
        && frame.drawing.options().fold == Fold::Folded;
    m_badges = {};
    for (const std::uint32_t index : edges) {
        if (!frame.goesOn()) return;
        const DrawnEdge& edge = frame.drawing.edges()[index];
        if (!edge.target) continue;
        const EdgeLook look = frame.look->edge(edge.target);
        if (look.kind == RescaleKind::None && (!pairs || edge.stub)) continue;
        const std::uint32_t consumer = frame.drawing.ends()[index].to;
        if (m_badges.consumer() != consumer) m_badges = Badges(frame.drawing, *frame.look, consumer, frame.view.zoom, *m_label);
        const std::size_t count = m_badges.standsFor(index).size();
        if (count == 0) continue;
        if (look.kind == RescaleKind::None) {
            paintPairBadge(painter, frame, edge);
            continue;
        }
        const bool resolved = look.kind == RescaleKind::Resolved;
        const LabelColors& colors = resolved ? palette.agree : palette.rescale;
        if (frame.lod == Lod::Mid) {
            const double side = badgeWidth(look, frame.view.zoom, *m_label);
            const QRectF rect(edge.middle.x() - side / 2, edge.middle.y() - side / 2, side, side);
            QFont scaled = font;
            scaled.setPixelSize(std::max(1, static_cast<int>(side * 0.78)));
            const QString sign = resolved ? QStringLiteral("=") : QString(QChar(0x2260));
            paintLabel(painter, rect, colors, sign, side * 0.6, scaled, side * 0.08, frame.pixels());
            continue;
        }
        const QString text = badgeText(look, count);
        const double width = m_label->horizontalAdvance(text);
        paintLabel(painter, badgeRect(edge, width), colors, text, width, font, look.kind == RescaleKind::New ? 2.0 : 1.0, frame.pixels());
    }
}

QString CanvasPainter::badgeText(const EdgeLook& look, std::size_t count)
{
    const bool resolved = look.kind == RescaleKind::Resolved;
    return count > 1 ? QString(resolved ? QChar(u'=') : QChar(0x2260)) + u' ' + QString::number(count)
        : resolved ? QStringLiteral(u"= \u2713") : ratioText(look.ratio);
}

QRectF CanvasPainter::badgeRect(const DrawnEdge& edge, double textWidth)
{
    return {edge.middle.x() - textWidth / 2 - 7, edge.middle.y() - 8.5, textWidth + 14, 17};
}

// Of what is drawn in full; where two touch, one for both.
std::vector<QRectF> CanvasPainter::badgeRects(const Frame& frame, std::uint32_t consumer) const
{
    std::vector<QRectF> rects;
    for (const auto& [index, count] : Badges(frame.drawing, *frame.look, consumer, frame.view.zoom, *m_label).shown()) {
        const DrawnEdge& edge = frame.drawing.edges()[index];
        const EdgeLook look = frame.look->edge(edge.target);
        if (look.kind == RescaleKind::None) continue;
        const QRectF rect = badgeRect(edge, m_label->horizontalAdvance(badgeText(look, count)));
        const auto touched = std::find_if(rects.begin(), rects.end(), [&](const QRectF& other) { return other.intersects(rect); });
        if (touched == rects.end()) rects.push_back(rect);
        else *touched |= rect;
    }
    return rects;
}

// The folded Q/DQ pair: which integer travels on the edge.
void CanvasPainter::paintPairBadge(QPainter& painter, const Frame& frame, const DrawnEdge& edge)
{
    const SlotList& slots = frame.drawing.model().baseline.slots();
    static const QString names[] = {{}, QStringLiteral("i4"), QStringLiteral("u4"), QStringLiteral("i8"),
                                    QStringLiteral("u8"), QStringLiteral("i16"), QStringLiteral("u16"),
                                    QStringLiteral("i32"), QStringLiteral("f8")};
    const QString& text = names[static_cast<std::size_t>(slots[edge.target].storedType)];
    if (text.isEmpty()) return;
    const LabelColors colors{frame.palette.canvas, frame.palette.quietEdge, frame.palette.secondaryText};
    const double width = text.size() > 2 ? 26 : 20;
    paintLabel(painter, {edge.middle.x() - width / 2, edge.middle.y() - 6.5, width, 13}, colors, text,
               m_value->horizontalAdvance(text), m_fonts.value, 0.8, frame.pixels());
}

QString CanvasPainter::methodLabel(const OperationLook& look)
{
    return look.overlap ? methodText(look.method) + QCoreApplication::translate("Canvas", " + overlap")
                        : methodText(look.method);
}

// The chip with the method and the sign whether the inputs agree; null where there is none.
std::array<QRectF, 2> CanvasPainter::markerRects(const Frame& frame, const DrawnNode& node) const
{
    const OperationLook& look = frame.look->operation(node.operation);
    const double right = node.rect.right() - (frame.down() ? 10.0 : node.textLeft - 2.0);
    const double top = node.rect.top() + node.textTop;
    const double chip = look.aligned ? m_value->horizontalAdvance(methodLabel(look)) + 12.0 : 0.0;
    return {look.aligned ? QRectF(right - chip, top, chip, 15) : QRectF(),
            look.disagree || look.agree ? QRectF(right - 20, top + 18, 20, 15) : QRectF()};
}

void CanvasPainter::paintMarkers(QPainter& painter, const Frame& frame, const DrawnNode& node)
{
    if (!node.operation) return;
    const OperationLook& look = frame.look->operation(node.operation);
    const CanvasPalette& palette = frame.palette;
    const DrawingFonts& fonts = m_fonts;
    const double right = node.rect.right() - (frame.down() ? 10.0 : node.textLeft - 2.0);
    const double top = node.rect.top() + node.textTop;

    if (frame.lod == Lod::Near) {
        const auto [chip, verdict] = markerRects(frame, node);
        if (!chip.isNull()) paintLabel(painter, chip, palette.method, methodLabel(look), chip.width() - 12.0, fonts.value, 1.0, frame.pixels());
        if (!verdict.isNull()) {
            const bool bad = look.disagree;
            const QString sign = bad ? QString(QChar(0x2260)) : QStringLiteral("=");
            paintLabel(painter, verdict, bad ? palette.rescale : palette.agree, sign,
                       m_label->horizontalAdvance(sign), fonts.label, 1.0, frame.pixels());
        }
    } else if (look.disagree) {
        const double side = frame.atLeast(15.0, 11.0);
        QFont font = fonts.label;
        font.setPixelSize(static_cast<int>(side * 0.8));
        paintLabel(painter, {node.rect.right() - side - 4, node.rect.center().y() - side / 2, side, side},
                   palette.rescale, QString(QChar(0x2260)), side * 0.6, font, side * 0.08, frame.pixels());
    }
    if (node.marksConstants && frame.lod == Lod::Near && !look.aligned) {
        const QPointF at(right - 5, top + 8);
        const QPointF diamond[4] = {at + QPointF(0, -4), at + QPointF(4, 0), at + QPointF(0, 4),
                                    at + QPointF(-4, 0)};
        painter.setPen(QPen(palette.quietText, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(diamond, 4);
    }
    if (!look.broken) return;
    const double size = frame.atLeast(11.0, 8.0);
    const QPointF at = node.rect.topRight() + QPointF(1, 3);
    m_path.clear();
    m_path.moveTo(at + QPointF(0, -size));
    m_path.lineTo(at + QPointF(size, size * 0.75));
    m_path.lineTo(at + QPointF(-size, size * 0.75));
    m_path.closeSubpath();
    painter.setPen(QPen(palette.warning.border, size * 0.16, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(palette.warning.fill);
    painter.drawPath(m_path);
    painter.setPen(QPen(palette.warning.text, size * 0.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at + QPointF(0, -size * 0.35), at + QPointF(0, size * 0.2));
    painter.drawPoint(at + QPointF(0, size * 0.5));
}

// A ribbon through all members of a group: around their pills, across boxes that hold several of
// them, along edges both of whose ends belong to it. Made of what is in sight: groups run through
// the whole of a large graph.
void CanvasPainter::paintHulls(QPainter& painter, const Frame& frame)
{
    constexpr double kWidth = 30;
    const Drawing& drawing = frame.drawing;
    const SlotList& slots = drawing.model().baseline.slots();
    const QRectF near = frame.nearby();
    const auto groupOf = [&](SlotId slot) { return slot && !slots.isParameter(slot) ? frame.look->slot(slot).group : 0U; };
    m_hulls.clear();
    for (const std::uint32_t index : m_nodes) {
        for (const DrawnPort& port : drawing.ports(drawing.node(index)))
            if (const std::uint32_t group = groupOf(port.slot); group != 0 && near.intersects(port.pill))
                m_hulls.push_back({group, false, static_cast<std::uint32_t>(&port - drawing.ports().data())});
    }
    for (const std::uint32_t index : m_edges) {
        const DrawnEdge& edge = drawing.edges()[index];
        if (edge.stub || !edge.source || !edge.target) continue;
        const std::uint32_t group = groupOf(edge.target);
        if (group != 0 && group == groupOf(edge.source)) m_hulls.push_back({group, true, index});
    }
    std::stable_sort(m_hulls.begin(), m_hulls.end(), [](const HullPart& a, const HullPart& b) { return a.group < b.group; });

    QPainterPathStroker stroker;
    stroker.setWidth(kWidth);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    for (std::size_t first = 0; first < m_hulls.size();) {
        if (!frame.goesOn()) return;
        const std::uint32_t group = m_hulls[first].group;
        QPainterPath hull;
        hull.setFillRule(Qt::WindingFill);
        m_path.clear(); // the lines through the middle
        std::uint32_t lastNode = kNoIndex;
        QPointF lastCentre;
        for (; first < m_hulls.size() && m_hulls[first].group == group; ++first) {
            const HullPart& part = m_hulls[first];
            if (part.edge) {
                appendCurveWithin(m_path, drawing.points(drawing.edges()[part.index]), drawing.options().direction, near);
                continue;
            }
            const DrawnPort& port = drawing.port(part.index);
            hull.addRoundedRect(port.pill.adjusted(-8, -8, 8, 8), kWidth / 2, kWidth / 2);
            if (port.node == lastNode) {
                m_path.moveTo(lastCentre);
                m_path.lineTo(port.pill.center());
            }
            lastNode = port.node;
            lastCentre = port.pill.center();
        }
        if (!m_path.isEmpty()) hull.addPath(stroker.createStroke(m_path));
        painter.setBrush(withAlpha(frame.palette.group(group).solid, 46));
        painter.drawPath(hull);
    }
}

} // namespace alignscope::ui

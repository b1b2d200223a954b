// SPDX-License-Identifier: Apache-2.0
// What was done by hand: pins, bindings, excluded edges, and the gesture that binds.
#include "ui/canvas/painter_p.h"

#include "ui/canvas/curve.h"

#include <algorithm>
#include <cmath>

namespace alignscope::ui {
void paintPin(QPainter& painter, QPointF tip, double size, const LabelColors& colors)
{
    const double u = size / 15.0;
    const QPointF head = tip + QPointF(4.5, -8.0) * u;
    painter.setPen(QPen(colors.text, 1.6 * u, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(tip, head);
    painter.setPen(QPen(colors.fill, 1.4 * u));
    painter.setBrush(colors.text);
    painter.drawEllipse(head, 4.6 * u, 4.6 * u);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.fill);
    painter.drawEllipse(head + QPointF(-1.3, -1.3) * u, 1.2 * u, 1.2 * u);
}

void paintScissors(QPainter& painter, QPointF centre, QPointF direction, double size, const LabelColors& colors)
{
    const double u = size / 17.0;
    painter.setPen(QPen(colors.border, 1.2 * u));
    painter.setBrush(colors.fill);
    painter.drawEllipse(centre, 8.5 * u, 8.5 * u);
    // The blades open across the line.
    const QPointF across(-direction.y(), direction.x());
    const auto at = [&](double along, double aside) { return centre + (across * along + direction * aside) * u; };
    painter.setPen(QPen(colors.text, 1.4 * u, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(at(5.0, -2.6), at(-2.0, 1.4));
    painter.drawLine(at(5.0, 2.6), at(-2.0, -1.4));
    painter.drawEllipse(at(-3.4, 2.5), 1.7 * u, 1.7 * u);
    painter.drawEllipse(at(-3.4, -2.5), 1.7 * u, 1.7 * u);
}

QPen handPen(const QColor& color, double width)
{
    QPen pen(color, width, Qt::CustomDashLine, Qt::RoundCap);
    pen.setDashPattern({4, 2.4, 0.2, 2.4});
    return pen;
}

// Between the badge in the middle and the aligned operation: where the producer was cut off.
void CanvasPainter::paintExcludedEdges(QPainter& painter, const Frame& frame)
{
    if (frame.lod == Lod::Far || frame.look->excluded().empty()) return;
    std::vector<std::uint32_t> edges;
    for (const SlotId target : frame.look->excluded())
        if (const std::uint32_t port = frame.drawing.portOf(target); port != kNoIndex)
            for (const std::uint32_t index : frame.drawing.edgesAt(frame.drawing.port(port)))
                if (frame.drawing.ends()[index].target == target) edges.push_back(index);
    for (const std::uint32_t index : edges) {
        const DrawnEdge& edge = frame.drawing.edges()[index];
        const auto points = frame.drawing.points(edge);
        m_path.clear();
        if (edge.stub) {
            const QPointF along = frame.down() ? QPointF(0, metrics::kStubLength) : QPointF(metrics::kStubLength, 0);
            m_path.moveTo(points.back() - along);
            m_path.lineTo(points.back());
        } else {
            appendCurve(m_path, points, frame.drawing.options().direction);
        }
        const double at = edge.stub ? 0.5 : 0.8;
        const QPointF before = m_path.pointAtPercent(at - 0.02);
        const QPointF way = m_path.pointAtPercent(at + 0.02) - before;
        const double length = std::hypot(way.x(), way.y());
        if (length <= 0) continue;
        if (!frame.nearby().contains(m_path.pointAtPercent(at))) continue;
        paintScissors(painter, m_path.pointAtPercent(at), way / length, frame.atLeast(17.0, 13.0), frame.palette.method);
    }
}

void CanvasPainter::paintByHand(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view)
{
    const Frame frame(scene, view);
    if (!frame.look) return;
    const PainterScope scope(painter);
    painter.setTransform(view.toDevice, true);
    painter.setRenderHint(QPainter::Antialiasing, true);
    if (scene.layers.bindings) paintHandArcs(painter, frame);
    paintExcludedEdges(painter, frame);
}

void CanvasPainter::paintHandArcs(QPainter& painter, const Frame& frame)
{
    if (frame.look->boundByHand().empty()) return;
    std::vector<Swing> swings;
    for (const SlotId slot : frame.look->boundByHand()) {
        const std::uint32_t from = frame.drawing.portOf(slot);
        const std::uint32_t to = frame.drawing.portOf(frame.look->slot(slot).boundTo);
        if (from == kNoIndex || to == kNoIndex || from == to) continue;
        const DrawnPort& slave = frame.drawing.port(from);
        const DrawnPort& master = frame.drawing.port(to);
        const QColor color = frame.palette.accent;
        auto swing = swingOf(slave, master, frame, color, handPen(color, frame.atLeast(1.8, 1.4)));
        if (!swing) continue;
        if (swings.size() == kMaxArcs) break;
        swings.push_back(std::move(*swing));
    }
    if (swings.empty()) return;
    paintSwings(painter, frame, swings, frame.lod == Lod::Near ? besideValues(frame, swings) : QPainterPath());
    if (frame.lod != Lod::Near) return;
    useFonts(frame.drawing);
    for (const SlotId slot : frame.look->boundByHand())
        for (const SlotId end : {slot, frame.look->slot(slot).boundTo}) paintTagAbove(painter, frame, end);
}

void CanvasPainter::paintBindTargets(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                                     const std::vector<bool>& legal)
{
    const Frame frame(scene, view);
    if (frame.lod == Lod::Far) return;
    collect(frame);
    const PainterScope scope(painter);
    painter.setTransform(view.toDevice, true);
    painter.setRenderHint(QPainter::Antialiasing, true);
    const double out = frame.atLeast(2.5, 2.0);
    for (const std::uint32_t index : m_nodes)
        for (const DrawnPort& port : frame.drawing.ports(frame.drawing.node(index))) {
            if (!port.slot) continue;
            const double radius = port.pill.height() / 2;
            if (legal[port.slot.index()]) {
                painter.setPen(QPen(frame.palette.agree.border, frame.atLeast(2.0, 1.6)));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(port.pill.adjusted(-out, -out, out, out), radius + out, radius + out);
            } else {
                painter.setPen(Qt::NoPen);
                painter.setBrush(withAlpha(frame.palette.canvas, 170));
                painter.drawRoundedRect(port.pill.adjusted(-1, -1, 1, 1), radius, radius);
            }
        }
}

} // namespace alignscope::ui

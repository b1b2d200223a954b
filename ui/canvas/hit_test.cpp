// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/hit_test.h"

#include "ui/canvas/badges.h"
#include "ui/canvas/curve.h"
#include "ui/canvas/painter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alignscope::ui {
namespace {

Hit nodeHit(const Drawing& drawing, const CanvasLook* look, std::uint32_t index, QPointF position, double zoom)
{
    const DrawnNode& node = drawing.node(index);
    const double slack = std::min(6.0, 3.0 / zoom);
    for (std::uint32_t p = node.firstPort; p < node.firstPort + node.inputCount + node.outputCount; ++p) {
        const DrawnPort& port = drawing.port(p);
        if (!port.slot || !port.pill.adjusted(-slack, -slack, slack, slack).contains(position)) continue;
        if (lodOf(zoom) == Lod::Far) break; // too small to aim at
        const std::uint32_t group = look ? look->slot(port.slot).group : 0;
        const bool onLabel = group != 0 && lodOf(zoom) == Lod::Near && !port.compact
            && position.x() < port.pill.left() + metrics::kChipWidth;
        if (!onLabel) return {Hit::Part::Pill, p, slotSelection(drawing.model().baseline.slots(), port.slot)};
        Selection s;
        s.kind = Selection::Kind::Group;
        s.slot = look->groupOf(port.slot)->root;
        return {Hit::Part::GroupLabel, p, s};
    }
    if (!node.rect.contains(position)) return {};
    const bool terminal = node.kind != DrawnNode::Kind::Operation;
    return {terminal ? Hit::Part::Terminal : Hit::Part::Box, index, selectionOf(node)};
}

// The nearest one, where several touch.
Hit badgeHit(const Drawing& drawing, const CanvasLook& look, QPointF position, double zoom)
{
    constexpr double kReach = 40; // at least half of a badge
    std::vector<std::uint32_t> edges;
    drawing.edgeGrid().collect(QRectF(position.x() - kReach, position.y() - kReach, 2 * kReach, 2 * kReach), edges);
    const QFontMetricsF label(drawing.fonts().label);
    Badges badges;
    Hit best;
    double nearest = std::numeric_limits<double>::max();
    for (const std::uint32_t index : edges) {
        const DrawnEdge& edge = drawing.edges()[index];
        if (!edge.target || look.rescale(edge.target) == RescaleKind::None) continue;
        const QPointF off = position - edge.middle;
        const double half = badgeWidth(look.edge(edge.target), zoom, label) / 2 + 2;
        if (std::abs(off.x()) > half || std::abs(off.y()) > 10 || off.manhattanLength() >= nearest) continue;
        const std::uint32_t consumer = drawing.ends()[index].to;
        if (badges.consumer() != consumer) badges = Badges(drawing, look, consumer, zoom, label);
        const auto edgesOfIt = badges.standsFor(index);
        if (edgesOfIt.empty()) continue;
        nearest = off.manhattanLength();
        best = edgesOfIt.size() > 1 ? Hit{Hit::Part::Crowd, index, selectionOf(drawing.node(consumer))}
                                    : Hit{Hit::Part::Badge, index, selectionOf(edge)};
    }
    return best;
}

} // namespace

Selection selectionOf(const DrawnEdge& edge)
{
    Selection s;
    s.kind = Selection::Kind::Edge;
    s.tensor = edge.tensor;
    s.slot = edge.target;
    return s;
}

Selection selectionOf(const DrawnNode& node)
{
    Selection s;
    if (node.block != kNoBlock) {
        s.kind = Selection::Kind::Block;
        s.block = node.block;
    } else if (node.operation) {
        s.kind = Selection::Kind::Operation;
        s.operation = node.operation;
    } else if (node.tensor) {
        s.kind = Selection::Kind::Edge;
        s.tensor = node.tensor;
    }
    return s;
}

Hit hitTest(const Drawing& drawing, const CanvasLook* look, QPointF position, double zoom)
{
    if (!drawing.placed()) return {};
    const double slack = std::clamp(5.0 / zoom, 3.0, 24.0);
    const QRectF around(position.x() - slack, position.y() - slack, 2 * slack, 2 * slack);
    Hit best;
    // Badges lie on top of everything, then pills, boxes, lines.
    std::vector<std::uint32_t> edges;
    drawing.edgeGrid().collect(around, edges);
    if (look && lodOf(zoom) != Lod::Far)
        if (const Hit badge = badgeHit(drawing, *look, position, zoom); badge.part != Hit::Part::Nothing) return badge;
    std::vector<std::uint32_t> nodes;
    drawing.nodeGrid().collect(around, nodes);
    for (const std::uint32_t index : nodes) {
        const Hit hit = nodeHit(drawing, look, index, position, zoom);
        if (hit.part == Hit::Part::Pill || hit.part == Hit::Part::GroupLabel) return hit;
        if (hit.part != Hit::Part::Nothing) best = hit;
    }
    if (best.part != Hit::Part::Nothing) return best;
    double nearest = slack * slack;
    for (const std::uint32_t index : edges) {
        const DrawnEdge& edge = drawing.edges()[index];
        const auto points = drawing.points(edge);
        double distance = std::numeric_limits<double>::max();
        const auto direction = drawing.options().direction;
        if (edge.stub) {
            const QPointF along = direction == layout::Direction::Down ? QPointF(0, metrics::kStubLength)
                                                                       : QPointF(metrics::kStubLength, 0);
            const QPointF head[2] = {points.back() - along, points.back()};
            const QPointF tail[2] = {points.front(), points.front() + along};
            distance = std::min(squaredDistance(head, direction, position),
                                squaredDistance(tail, direction, position));
        } else {
            distance = squaredDistance(points, direction, position);
        }
        if (distance >= nearest) continue;
        nearest = distance;
        best = {Hit::Part::Edge, index, selectionOf(edge)};
    }
    return best;
}

std::uint32_t neighbour(const Drawing& drawing, std::uint32_t index, Walk step)
{
    const DrawnNode& node = drawing.node(index);
    if (step == Walk::ToProducer || step == Walk::ToConsumer) {
        const bool up = step == Walk::ToProducer;
        const std::uint32_t first = node.firstPort + (up ? 0 : node.inputCount);
        const std::uint32_t count = up ? node.inputCount : node.outputCount;
        for (std::uint32_t p = first; p < first + count; ++p)
            for (const std::uint32_t e : drawing.edgesAt(drawing.port(p))) {
                const DrawnEdge& edge = drawing.edges()[e];
                return drawing.port(up ? edge.fromPort : edge.toPort).node;
            }
        return kNoIndex;
    }
    // Beside: the nearest node that overlaps across the direction of flow.
    const bool down = drawing.options().direction == layout::Direction::Down;
    const QRectF bounds = drawing.bounds();
    const QRectF lane = down ? QRectF(bounds.left(), node.rect.top(), bounds.width(), node.rect.height())
                             : QRectF(node.rect.left(), bounds.top(), node.rect.width(), bounds.height());
    std::vector<std::uint32_t> candidates;
    drawing.nodeGrid().collect(lane, candidates);
    const auto along = [down](const QRectF& r) { return down ? r.center().x() : r.center().y(); };
    std::uint32_t best = kNoIndex;
    double distance = std::numeric_limits<double>::max();
    for (const std::uint32_t other : candidates) {
        if (other == index || !drawing.node(other).rect.intersects(lane)) continue;
        const double d = (along(drawing.node(other).rect) - along(node.rect)) * (step == Walk::ToNext ? 1 : -1);
        if (d > 0 && d < distance) {
            distance = d;
            best = other;
        }
    }
    return best;
}

std::uint32_t nodeOf(const Drawing& drawing, const Selection& selection)
{
    switch (selection.kind) {
    case Selection::Kind::Operation: return drawing.nodeOf(selection.operation);
    case Selection::Kind::Slot:
    case Selection::Kind::Group: {
        const std::uint32_t port = drawing.portOf(selection.slot);
        return port == kNoIndex ? drawing.nodeOf(selection.operation) : drawing.port(port).node;
    }
    case Selection::Kind::Edge: {
        const std::uint32_t port = drawing.portOf(selection.slot);
        return port == kNoIndex ? drawing.terminalOf(selection.tensor) : drawing.port(port).node;
    }
    case Selection::Kind::Block: return drawing.nodeOfBlock(selection.block);
    case Selection::Kind::None: break;
    }
    return kNoIndex;
}

std::vector<std::uint32_t> edgesOf(const Drawing& drawing, const Selection& selection)
{
    if (selection.kind != Selection::Kind::Edge) return {};
    const std::uint32_t port = selection.slot ? drawing.portOf(selection.slot) : kNoIndex;
    if (port != kNoIndex && drawing.port(port).input && drawing.options().fold == Fold::Unfolded) {
        std::vector<std::uint32_t> all;
        for (const std::uint32_t edge : drawing.edgesAt(drawing.port(port))) {
            const auto route = drawing.routeTo(edge);
            all.insert(all.end(), route.begin(), route.end());
        }
        return all;
    }
    std::vector<std::uint32_t> all;
    for (const std::uint32_t index : drawing.edgesOf(selection.tensor))
        if (!selection.slot || drawing.edges()[index].target == selection.slot) all.push_back(index);
    return all;
}

QRectF boundsOf(const Drawing& drawing, const CanvasLook* look, const Selection& selection)
{
    QRectF bounds;
    if (selection.kind == Selection::Kind::Group && look && selection.slot) {
        if (const Group* group = look->groupOf(selection.slot))
            for (const SlotId slot : group->slots) {
                const std::uint32_t port = drawing.portOf(slot);
                const std::uint32_t box = port != kNoIndex ? drawing.port(port).node
                                                           : drawing.nodeOf(drawing.model().baseline.slots()[slot].operation);
                if (box != kNoIndex) bounds |= drawing.node(box).rect;
            }
        return bounds;
    }
    if (selection.kind == Selection::Kind::Edge) {
        for (const std::uint32_t index : edgesOf(drawing, selection)) {
            bounds |= drawing.node(drawing.ends()[index].from).rect;
            bounds |= drawing.node(drawing.ends()[index].to).rect;
        }
        return bounds;
    }
    const std::uint32_t node = nodeOf(drawing, selection);
    return node == kNoIndex ? bounds : drawing.node(node).rect;
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/drawing_builder.h"
#include "ui/canvas/hit_test.h"
#include "ui/export/picture.h"

#include <vector>

namespace alignscope::ui {

QRectF neighbourhoodArea(const Drawing& drawing, const Evaluation* evaluation, CanvasMode mode,
                         const Selection& selection)
{
    std::vector<std::uint32_t> nodes;
    const auto add = [&](std::uint32_t node) {
        if (node != kNoIndex) nodes.push_back(node);
    };
    if (selection.kind == Selection::Kind::Edge) {
        for (const std::uint32_t index : drawing.edgesOf(selection.tensor)) {
            const DrawnEdge& edge = drawing.edges()[index];
            if (selection.slot && edge.target != selection.slot) continue;
            add(drawing.port(edge.fromPort).node);
            add(drawing.port(edge.toPort).node);
        }
    } else if (selection.kind == Selection::Kind::Group && evaluation != nullptr) {
        const TqcTable& table = mode == CanvasMode::Before ? evaluation->model->baseline : evaluation->outcome.table;
        for (std::uint32_t i = 0; i < table.size(); ++i) {
            if (table.root(SlotId(i)) != table.root(selection.slot)) continue;
            if (const std::uint32_t port = drawing.portOf(SlotId(i)); port != kNoIndex) add(drawing.port(port).node);
        }
    }
    if (nodes.empty()) add(nodeOf(drawing, selection));
    if (nodes.empty()) return {};

    QRectF area;
    const auto hold = [&](std::uint32_t index) {
        const DrawnNode& node = drawing.node(index);
        const BoxMargins m = marginsOf(node, drawing.options().direction);
        area |= node.rect.adjusted(-m.left, -m.top, m.right, m.bottom);
    };
    for (const std::uint32_t index : nodes) {
        hold(index);
        for (const DrawnPort& port : drawing.ports(drawing.node(index)))
            for (const std::uint32_t e : drawing.edgesAt(port)) {
                const DrawnEdge& edge = drawing.edges()[e];
                if (edge.stub) continue; // its other end stands anywhere
                hold(drawing.port(edge.fromPort).node);
                hold(drawing.port(edge.toPort).node);
                for (const QPointF& point : drawing.points(edge)) area |= QRectF(point, QSizeF(1, 1));
            }
    }
    area.adjust(-24, -24, 24, 24);
    // Boxes that reach in are shown whole, unless they bring in ever more.
    std::vector<std::uint32_t> inside;
    drawing.nodeGrid().collect(area, inside);
    const QRectF needed = area;
    for (const std::uint32_t index : inside)
        if (drawing.node(index).rect.intersects(needed)) hold(index);
    return area;
}

} // namespace alignscope::ui

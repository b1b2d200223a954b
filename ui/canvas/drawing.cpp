// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/drawing.h"

#include "ui/canvas/curve.h"
#include "ui/canvas/drawing_builder.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace alignscope::ui {
namespace {

constexpr QSizeF kBadgeSize(62, 20); // a requantize badge with a little air

// Where badges already stand, so that the next one goes somewhere else.
class BadgePlaces {
public:
    [[nodiscard]] bool isFree(const QRectF& rect) const
    {
        bool found = false;
        each(rect, [&](std::int64_t key) {
            const auto cell = m_cells.find(key);
            if (cell == m_cells.end()) return;
            for (const QRectF& other : cell->second) found = found || other.intersects(rect);
        });
        return !found;
    }
    void take(const QRectF& rect)
    {
        each(rect, [&](std::int64_t key) { m_cells[key].push_back(rect); });
    }

private:
    static constexpr double kCell = 128;
    template <class Visitor> static void each(const QRectF& rect, Visitor&& visit)
    {
        const auto cell = [](double v) { return static_cast<std::int64_t>(std::floor(v / kCell)); };
        for (std::int64_t y = cell(rect.top()); y <= cell(rect.bottom()); ++y)
            for (std::int64_t x = cell(rect.left()); x <= cell(rect.right()); ++x)
                visit(y * 0x100000000 + x);
    }
    std::unordered_map<std::int64_t, std::vector<QRectF>> m_cells;
};

} // namespace

DrawingFonts drawingFonts(const QFont& base)
{
    const auto font = [&](int pixels, QFont::Weight weight) {
        QFont f = base;
        f.setPixelSize(pixels);
        f.setWeight(weight);
        f.setHintingPreference(QFont::PreferNoHinting); // widths stay right at every zoom
        return f;
    };
    return {font(13, QFont::DemiBold), font(11, QFont::Normal), font(10, QFont::Normal),
            font(10, QFont::Bold)};
}

std::shared_ptr<const Drawing> Drawing::make(std::shared_ptr<const Model> model,
                                             const DrawingFonts& fonts, const DrawingOptions& options)
{
    auto drawing = std::make_shared<Drawing>();
    drawing->m_model = std::move(model);
    drawing->m_options = options;
    drawing->m_fonts = fonts;
    DrawingBuilder(*drawing, fonts).run();
    return drawing;
}

std::shared_ptr<const Drawing> Drawing::withLayout(const layout::Layout& layout) const
{
    if (layout.nodes.size() != m_nodes.size() || layout.edges.size() != m_input.edges.size()) return {};
    auto drawing = std::make_shared<Drawing>(*this);
    drawing->place(layout);
    drawing->index();
    return drawing;
}

void Drawing::place(const layout::Layout& layout)
{
    const bool down = m_options.direction == layout::Direction::Down;
    m_placed = true;
    m_bounds = {};
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        DrawnNode& node = m_nodes[i];
        const BoxMargins m = marginsOf(node, m_options.direction);
        const QPointF to(std::round(layout.nodes[i].x + m.left), std::round(layout.nodes[i].y + m.top));
        const QPointF shift = to - node.rect.topLeft();
        node.rect.translate(shift);
        for (std::uint32_t p = node.firstPort; p < node.firstPort + node.inputCount + node.outputCount; ++p) {
            m_ports[p].pill.translate(shift);
            m_ports[p].anchor += shift;
        }
        m_bounds |= node.rect.adjusted(-m.left, -m.top, m.right, m.bottom);
    }

    m_points.clear();
    const QFontMetricsF elide(m_fonts.value);
    std::vector<bool> labelled(m_ports.size(), false);
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        DrawnEdge& edge = m_edges[i];
        const QPointF start = m_ports[edge.fromPort].anchor;
        const QPointF end = m_ports[edge.toPort].anchor;
        edge.firstPoint = static_cast<std::uint32_t>(m_points.size());
        m_points.push_back(start);
        edge.stub = false;
        if (m_layoutEdge[i] != kNoIndex) {
            const layout::Route& route = layout.edges[m_layoutEdge[i]];
            edge.stub = route.stub;
            // The ends of the route stand on the margin's border, straight off the pills; only
            // ends that stand elsewhere are kept as points of their own.
            for (std::size_t k = 0; k < route.points.size() && !route.stub; ++k) {
                const QPointF point(route.points[k].x, route.points[k].y);
                const bool isEnd = k == 0 || k + 1 == route.points.size();
                const QPointF near = k == 0 ? start : end;
                const double aside = std::abs(down ? point.x() - near.x() : point.y() - near.y());
                if (isEnd && aside < 1.5) continue;
                m_points.push_back(point);
                m_bounds |= QRectF(point, QSizeF(1, 1));
            }
        }
        m_points.push_back(end);
        edge.pointCount = static_cast<std::uint32_t>(m_points.size()) - edge.firstPoint;
        edge.labelled = edge.stub && !labelled[edge.fromPort];
        if (edge.stub) labelled[edge.fromPort] = true;
        edge.label.clear();
        if (edge.stub && edge.tensor) {
            const std::string& name = m_model->graph->tensor(edge.tensor).name;
            edge.label = elide.elidedText(QString::fromStdString(name), Qt::ElideMiddle, 96);
        }
    }
    m_bounds.adjust(-24, -24, 24, 24);
}

void Drawing::index()
{
    const layout::Direction direction = m_options.direction;
    std::vector<SpatialGrid::Entry> entries;
    entries.reserve(m_nodes.size());
    BadgePlaces places;
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
        const double out = metrics::kPillHeight / 2.0 + 2.0;
        QRectF rect = m_nodes[i].rect.adjusted(-out, -out, out, out);
        for (const DrawnPort& port : ports(m_nodes[i])) rect |= port.pill;
        entries.push_back({rect, i});
        places.take(rect);
    }
    m_nodeGrid.build(m_bounds, entries);

    entries.clear();
    for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
        DrawnEdge& edge = m_edges[i];
        const auto route = points(edge);
        if (edge.stub) {
            const bool down = direction == layout::Direction::Down;
            const double reach = metrics::kStubLength + 24.0;
            const QPointF back = down ? QPointF(0, reach) : QPointF(reach, 0);
            edge.middle = route.back() - (down ? QPointF(0, 32) : QPointF(52, 0));
            entries.push_back({QRectF(route.front(), route.front() + back).normalized().adjusted(-60, -6, 60, 6), i});
            entries.push_back({QRectF(route.back() - back, route.back()).normalized().adjusted(-60, -6, 60, 6), i});
            continue;
        }
        std::size_t longest = 1;
        double length = -1;
        for (std::size_t k = 1; k < route.size(); ++k) {
            const QPointF d = route[k] - route[k - 1];
            if (QPointF::dotProduct(d, d) > length) {
                length = QPointF::dotProduct(d, d);
                longest = k;
            }
            entries.push_back({QRectF(route[k - 1], route[k]).normalized().adjusted(-6, -6, 6, 6), i});
        }
        const CurvePiece piece = curvePiece(route[longest - 1], route[longest], direction);
        edge.middle = piece.at(0.5);
        for (const double t : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8}) {
            const QPointF at = piece.at(t);
            if (!places.isFree({at - QPointF(kBadgeSize.width() / 2, kBadgeSize.height() / 2), kBadgeSize}))
                continue;
            edge.middle = at;
            break;
        }
        places.take({edge.middle - QPointF(kBadgeSize.width() / 2, kBadgeSize.height() / 2), kBadgeSize});
    }
    m_edgeGrid.build(m_bounds, entries);
}

std::uint32_t Drawing::nodeOf(OpId operation) const
{
    return operation && operation.index() < m_nodeOfOperation.size() ? m_nodeOfOperation[operation.index()]
                                                                     : kNoIndex;
}

std::uint32_t Drawing::nodeOfBlock(std::uint32_t block) const
{
    return block < m_nodeOfBlock.size() ? m_nodeOfBlock[block] : kNoIndex;
}

std::uint32_t Drawing::portOf(SlotId slot) const
{
    return slot && slot.index() < m_portOfSlot.size() ? m_portOfSlot[slot.index()] : kNoIndex;
}

std::uint32_t Drawing::terminalOf(TensorId tensor) const
{
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i)
        if (m_nodes[i].kind != DrawnNode::Kind::Operation && m_nodes[i].tensor == tensor) return i;
    return kNoIndex;
}

} // namespace alignscope::ui

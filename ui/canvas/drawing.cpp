// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/drawing.h"

#include "ui/canvas/curve.h"
#include "ui/canvas/drawing_builder.h"
#include "ui/canvas/text_widths.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <utility>

namespace alignscope::ui {
namespace {

constexpr QSizeF kBadgeSize(62, 20); // a requantize badge with a little air

// Where badges already stand, so that the next one goes somewhere else.
class BadgePlaces {
public:
    BadgePlaces(const QRectF& bounds, std::size_t expected) : m_bounds(bounds)
    {
        const double area = std::max(1.0, bounds.width()) * std::max(1.0, bounds.height());
        m_side = std::max(128.0, std::sqrt(area / kMostCells));
        m_columns = column(bounds.right()) + 1;
        m_first.assign(m_columns * (row(bounds.bottom()) + 1), kNoIndex);
        m_taken.reserve(2 * expected);
        m_rects.reserve(expected);
    }
    [[nodiscard]] bool isFree(const QRectF& rect) const
    {
        for (std::size_t y = row(rect.top()); y <= row(rect.bottom()); ++y)
            for (std::size_t x = column(rect.left()); x <= column(rect.right()); ++x)
                for (std::uint32_t i = m_first[y * m_columns + x]; i != kNoIndex; i = m_taken[i].next)
                    if (m_rects[m_taken[i].rect].intersects(rect)) return false;
        return true;
    }
    void take(const QRectF& rect)
    {
        const auto index = static_cast<std::uint32_t>(m_rects.size());
        m_rects.push_back(rect);
        for (std::size_t y = row(rect.top()); y <= row(rect.bottom()); ++y)
            for (std::size_t x = column(rect.left()); x <= column(rect.right()); ++x) {
                std::uint32_t& first = m_first[y * m_columns + x];
                m_taken.push_back({index, first});
                first = static_cast<std::uint32_t>(m_taken.size() - 1);
            }
    }

private:
    static constexpr double kMostCells = 500'000;
    struct Taken {
        std::uint32_t rect; // index into m_rects
        std::uint32_t next; // index into m_taken
    };
    [[nodiscard]] std::size_t cell(double from, double length) const
    {
        return static_cast<std::size_t>(std::clamp(from, 0.0, std::max(0.0, length)) / m_side);
    }
    [[nodiscard]] std::size_t column(double x) const { return cell(x - m_bounds.left(), m_bounds.width()); }
    [[nodiscard]] std::size_t row(double y) const { return cell(y - m_bounds.top(), m_bounds.height()); }

    QRectF m_bounds;
    double m_side = 1;
    std::size_t m_columns = 1;
    std::vector<std::uint32_t> m_first; // of each cell, index into m_taken
    std::vector<Taken> m_taken;
    std::vector<QRectF> m_rects;
};

} // namespace

DrawingFonts drawingFonts(const QFont& base)
{
    const auto font = [&](int pixels, QFont::Weight weight) {
        QFont f = base;
        f.setPixelSize(pixels);
        f.setWeight(weight);
        f.setHintingPreference(QFont::PreferNoHinting); // widths stay right at every zoom
        // A glyph for each character: fonts have others for digits beside letters, and for "ff", which
        // a PDF cannot name, so that they were lost when its text is copied. Widths are sums, too.
        f.setStyleStrategy(QFont::PreferNoShaping);
        f.setKerning(false);
        return f;
    };
    return {font(13, QFont::DemiBold), font(11, QFont::Normal), font(10, QFont::Normal),
            font(10, QFont::Bold)};
}

std::shared_ptr<Drawing> Drawing::unplaced(std::shared_ptr<const Model> model, const DrawingFonts& fonts,
                                           const DrawingOptions& options)
{
    auto drawing = std::make_shared<Drawing>();
    drawing->m_model = std::move(model);
    drawing->m_options = options;
    drawing->m_fonts = fonts;
    DrawingBuilder(*drawing, fonts).run();
    drawing->m_anyQuantized = std::any_of(drawing->m_nodes.begin(), drawing->m_nodes.end(), [](const DrawnNode& node) { return node.quantized; });
    drawing->indexEdges();
    return drawing;
}

std::shared_ptr<const Drawing> Drawing::make(std::shared_ptr<const Model> model,
                                             const DrawingFonts& fonts, const DrawingOptions& options)
{
    return unplaced(std::move(model), fonts, options);
}

std::shared_ptr<const Drawing> Drawing::withLayout(const layout::Layout& layout) const
{
    if (!fits(layout)) return {};
    auto drawing = std::make_shared<Drawing>(*this);
    drawing->place(layout);
    drawing->index();
    return drawing;
}

Result<std::shared_ptr<const Drawing>> Drawing::makePlaced(std::shared_ptr<const Model> model, const DrawingFonts& fonts,
                                                           const DrawingOptions& options, const Layouter& layouter)
{
    const std::shared_ptr<Drawing> drawing = unplaced(std::move(model), fonts, options);
    {
        const auto layout = layouter(drawing->m_input);
        if (!layout) return tl::unexpected(layout.error());
        if (!drawing->fits(*layout)) return std::shared_ptr<const Drawing>();
        drawing->place(*layout);
    }
    drawing->index();
    return std::shared_ptr<const Drawing>(drawing);
}

bool Drawing::fits(const layout::Layout& layout) const
{
    return layout.nodes.size() == m_nodes.size() && layout.edges.size() == m_input.edges.size();
}

void Drawing::place(const layout::Layout& layout)
{
    const bool down = m_options.direction == layout::Direction::Down;
    static std::atomic_uint64_t placements = 0;
    m_placement = ++placements;
    m_bounds = {};
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        DrawnNode& node = m_nodes[i];
        const BoxMargins m = marginsOf(node, m_options.direction);
        const QPointF to(std::round(layout.nodes[i].x + m.left), std::round(layout.nodes[i].y + m.top));
        const QPointF shift = to - node.rect.topLeft();
        node.rect.translate(shift);
        for (std::uint32_t p = node.firstPort; p < node.firstPort + node.inputCount + node.outputCount; ++p)
            m_ports[p].pill.translate(shift);
        m_bounds |= node.rect.adjusted(-m.left, -m.top, m.right, m.bottom);
    }

    m_points.clear();
    std::size_t most = 2 * m_edges.size();
    for (const layout::Route& route : layout.edges) most += route.stub ? 0 : route.points.size();
    m_points.reserve(most);
    m_labels.clear();
    std::vector<std::uint32_t> labelOf(m_model->graph->tensorCount(), kNoIndex);
    TextWidths widths(m_fonts.value);
    std::vector<bool> labelled(m_ports.size(), false);
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        DrawnEdge& edge = m_edges[i];
        const QPointF start = anchor(m_ports[edge.fromPort]);
        const QPointF end = anchor(m_ports[edge.toPort]);
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
        edge.label = kNoIndex;
        if (!edge.stub || !edge.tensor) continue;
        std::uint32_t& label = labelOf[edge.tensor.index()];
        if (label == kNoIndex) {
            label = static_cast<std::uint32_t>(m_labels.size());
            const std::string& name = m_model->graph->tensor(edge.tensor).name;
            m_labels.push_back(widths.elided(QString::fromStdString(name), Qt::ElideMiddle, metrics::kPillWidth - 10));
        }
        edge.label = label;
    }
    m_bounds.adjust(-24, -24, 24, 24);
}

QString Drawing::fullLabel(const DrawnEdge& edge) const
{
    return edge.label == kNoIndex ? QString() : QString::fromStdString(m_model->graph->tensor(edge.tensor).name);
}

void Drawing::index()
{
    const layout::Direction direction = m_options.direction;
    const bool down = direction == layout::Direction::Down;
    const auto room = [this](const DrawnNode& node) {
        const double out = metrics::kPillHeight / 2.0 + 2.0;
        QRectF rect = node.rect.adjusted(-out, -out, out, out);
        for (const DrawnPort& port : ports(node)) rect |= port.pill;
        return rect;
    };
    m_nodeGrid.build(m_bounds, [&](auto&& visit) {
        for (std::uint32_t i = 0; i < m_nodes.size(); ++i) visit(room(m_nodes[i]), i);
    });
    m_edgeGrid.build(m_bounds, [&](auto&& visit) {
        const double reach = metrics::kStubLength + 24.0;
        const QPointF back = down ? QPointF(0, reach) : QPointF(reach, 0);
        for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
            const auto route = points(m_edges[i]);
            if (m_edges[i].stub) {
                visit(QRectF(route.front(), route.front() + back).normalized().adjusted(-60, -6, 60, 6), i);
                visit(QRectF(route.back() - back, route.back()).normalized().adjusted(-60, -6, 60, 6), i);
                continue;
            }
            for (std::size_t k = 1; k < route.size(); ++k)
                visit(QRectF(route[k - 1], route[k]).normalized().adjusted(-6, -6, 6, 6), i);
        }
    });

    BadgePlaces places(m_bounds, m_nodes.size() + m_edges.size());
    for (const DrawnNode& node : m_nodes) places.take(room(node));
    for (DrawnEdge& edge : m_edges) {
        const auto route = points(edge);
        if (edge.stub) {
            edge.middle = route.back() - (down ? QPointF(0, 32) : QPointF(52, 0));
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
    for (const std::uint32_t i : m_terminals)
        if (m_nodes[i].tensor == tensor) return i;
    return kNoIndex;
}

std::vector<std::uint32_t> Drawing::routeTo(std::uint32_t edge) const
{
    constexpr std::size_t kMost = 8; // files with more boxes in a row are broken, perhaps cyclic
    std::vector<std::uint32_t> route{edge};
    while (route.size() < kMost && isQuantizer(m_ends[route.back()].from)) {
        const DrawnNode& box = m_nodes[m_ends[route.back()].from];
        if (box.inputCount == 0 || edgesAt(m_ports[box.firstPort]).empty()) break;
        route.push_back(edgesAt(m_ports[box.firstPort]).front());
    }
    return route;
}

std::span<const std::uint32_t> Drawing::edgesOf(TensorId tensor) const
{
    if (!tensor || tensor.index() + 1 >= m_tensorBegin.size()) return {};
    const std::uint32_t begin = m_tensorBegin[tensor.index()];
    return {m_tensorEdges.data() + begin, m_tensorBegin[tensor.index() + 1] - begin};
}

void Drawing::indexEdges()
{
    m_ends.clear();
    m_ends.reserve(m_edges.size());
    for (const DrawnEdge& edge : m_edges)
        m_ends.push_back({m_ports[edge.fromPort].node, m_ports[edge.toPort].node, edge.target});
    m_terminals.clear();
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i)
        if (m_nodes[i].kind != DrawnNode::Kind::Operation) m_terminals.push_back(i);
    m_tensorBegin.assign(m_model->graph->tensorCount() + 1, 0);
    for (const DrawnEdge& edge : m_edges)
        if (edge.tensor) ++m_tensorBegin[edge.tensor.index() + 1];
    for (std::size_t i = 1; i < m_tensorBegin.size(); ++i) m_tensorBegin[i] += m_tensorBegin[i - 1];
    m_tensorEdges.resize(m_tensorBegin.back());
    std::vector<std::uint32_t> next(m_tensorBegin.begin(), m_tensorBegin.end() - 1);
    for (std::uint32_t i = 0; i < m_edges.size(); ++i)
        if (m_edges[i].tensor) m_tensorEdges[next[m_edges[i].tensor.index()]++] = i;
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// Drawing: boxes, pills and routes of one model in one fold state; what the canvas paints and hits.
#pragma once

#include "core/graph/blocks.h"
#include "core/layout/layout.h"
#include "core/quant/model.h"
#include "ui/canvas/spatial_grid.h"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace alignscope::ui {

/// Folded: Q/DQ pairs are badges on edges. Unfolded: every node of the file is a box.
enum class Fold : std::uint8_t { Folded, Unfolded };

/// Only a part of the graph: what lies at most `hops` edges around the seeds.
struct DrawingFocus {
    std::vector<OpId> seeds; ///< of Model::graph; empty: everything is drawn
    std::uint32_t hops = 0;
    [[nodiscard]] bool active() const noexcept { return !seeds.empty(); }
    bool operator==(const DrawingFocus&) const = default;
};

struct DrawingOptions {
    Fold fold = Fold::Folded;
    layout::Direction direction = layout::Direction::Down;
    bool attributes = false;   ///< rows with the attributes inside the boxes
    bool initializers = false; ///< rows with the constants inside the boxes
    DrawingFocus focus;
    std::shared_ptr<const BlockTree> blocks; ///< of Model::graph; null: there are none
    std::vector<std::uint32_t> collapsed;    ///< of `blocks`, sorted; Q/DQ nodes and a focus expand them
    bool operator==(const DrawingOptions&) const = default;
};

/// The fonts of the canvas at zoom 1, with sizes in pixels. Made from the application's font.
struct DrawingFonts {
    QFont type;  ///< operator type
    QFont name;  ///< node name, rows
    QFont value; ///< scales in pills and tags
    QFont label; ///< group labels, badges
};
[[nodiscard]] DrawingFonts drawingFonts(const QFont& base);

inline constexpr std::uint32_t kNoIndex = 0xffffffffU;

/// A box or a terminal. Coordinates are scene pixels at zoom 1 once there is a layout.
struct DrawnNode {
    enum class Kind : std::uint8_t { Operation, GraphInput, GraphOutput };
    Kind kind = Kind::Operation;
    Category category = Category::Other;
    bool quantized = false;
    bool marksConstants = false; ///< has weights that are not drawn as pills
    OpId operation;              ///< of Model::graph; invalid for terminals, blocks and Q/DQ boxes
    std::uint32_t block = kNoBlock; ///< of DrawingOptions::blocks: the box of a collapsed block
    TensorId tensor;             ///< of Model::graph: a terminal's tensor, what a Q/DQ box quantizes
    QRectF rect;
    QString type;                ///< first line, elided
    QString name;                ///< second line, elided
    QString fullName;
    float typeWidth = 0;
    float nameWidth = 0;
    float textLeft = 0;          ///< from rect.left()
    float textTop = 0;
    std::uint32_t firstPort = 0; ///< inputs first
    std::uint32_t inputCount = 0;
    std::uint32_t outputCount = 0;
    std::uint32_t firstRow = 0;
    std::uint32_t rowCount = 0;
};

/// Where an edge meets a box. A port with a slot is a pill; without one a small dot.
struct DrawnPort {
    std::uint32_t node = 0;
    SlotId slot;
    TensorId tensor;
    bool input = true;
    bool compact = false;    ///< too narrow for a value
    QRectF pill;             ///< of a dot: its bounding square
    std::uint32_t firstEdge = 0; ///< into Drawing::edgesAt
    std::uint32_t edgeCount = 0;
};

struct DrawnEdge {
    std::uint32_t fromPort = 0;
    std::uint32_t toPort = 0;
    TensorId tensor;
    SlotId source;  ///< the producer's output slot, if any
    SlotId target;  ///< the consumer's input slot, if any
    std::uint32_t firstPoint = 0;
    std::uint32_t pointCount = 0;
    bool stub = false;
    bool labelled = false; ///< a stub that carries its label (one a producer, one a consumer)
    std::uint32_t label = kNoIndex; ///< of a stub: see Drawing::label()
    QPointF middle; ///< where a badge stands
};

/// What walks over all edges ask for, packed.
struct EdgeEnds {
    std::uint32_t from = 0; ///< nodes
    std::uint32_t to = 0;
    SlotId target;          ///< as in DrawnEdge
};

/// A row below the name: an attribute or a constant.
struct DrawnRow {
    QString text;
    bool constant = false;
};

/// Immutable. Thread: any; make() and withLayout() are meant to run off the GUI thread.
class Drawing {
public:
    /// Boxes with their sizes, not yet placed. Never null.
    [[nodiscard]] static std::shared_ptr<const Drawing>
    make(std::shared_ptr<const Model> model, const DrawingFonts& fonts, const DrawingOptions& options);
    using Layouter = std::function<Result<layout::Layout>(const layout::InputGraph& graph)>;
    /// As make() and withLayout(), without the copy between them.
    [[nodiscard]] static Result<std::shared_ptr<const Drawing>>
    makePlaced(std::shared_ptr<const Model> model, const DrawingFonts& fonts, const DrawingOptions& options,
               const Layouter& layouter);
    /// What to hand to layoutFast or layoutBest.
    [[nodiscard]] const layout::InputGraph& inputGraph() const { return m_input; }
    /// The same boxes, placed. A layout of another graph gives null.
    [[nodiscard]] std::shared_ptr<const Drawing> withLayout(const layout::Layout& layout) const;

    [[nodiscard]] bool placed() const { return m_placement != 0; }
    /// Another number for each drawing that is placed, as long as the program runs; 0: it is not placed.
    [[nodiscard]] std::uint64_t placement() const { return m_placement; }
    [[nodiscard]] const Model& model() const { return *m_model; }
    [[nodiscard]] const std::shared_ptr<const Model>& modelPointer() const { return m_model; }
    [[nodiscard]] const DrawingOptions& options() const { return m_options; }
    [[nodiscard]] const DrawingFonts& fonts() const { return m_fonts; }
    [[nodiscard]] QRectF bounds() const { return m_bounds; }

    [[nodiscard]] std::span<const DrawnNode> nodes() const { return m_nodes; }
    [[nodiscard]] std::span<const DrawnPort> ports() const { return m_ports; }
    [[nodiscard]] std::span<const DrawnEdge> edges() const { return m_edges; }
    /// One for each of edges().
    [[nodiscard]] std::span<const EdgeEnds> ends() const { return m_ends; }
    [[nodiscard]] const DrawnNode& node(std::uint32_t index) const { return m_nodes[index]; }
    [[nodiscard]] const DrawnPort& port(std::uint32_t index) const { return m_ports[index]; }
    [[nodiscard]] std::span<const DrawnPort> ports(const DrawnNode& node) const
    {
        return {m_ports.data() + node.firstPort, node.inputCount + node.outputCount};
    }
    [[nodiscard]] std::span<const DrawnRow> rows(const DrawnNode& node) const
    {
        return {m_rows.data() + node.firstRow, node.rowCount};
    }
    [[nodiscard]] std::span<const QPointF> points(const DrawnEdge& edge) const
    {
        return {m_points.data() + edge.firstPoint, edge.pointCount};
    }
    /// Where the edges of a port end: at its pill's outer side, in the middle of a dot.
    [[nodiscard]] QPointF anchor(const DrawnPort& port) const
    {
        const QPointF centre = port.pill.center();
        if (!port.slot) return centre;
        if (m_options.direction == layout::Direction::Down) return {centre.x(), port.input ? port.pill.top() : port.pill.bottom()};
        return {port.input ? port.pill.left() : port.pill.right(), centre.y()};
    }
    /// The tensor's name, elided; empty unless the edge is a stub.
    [[nodiscard]] QString label(const DrawnEdge& edge) const
    {
        return edge.label == kNoIndex ? QString() : m_labels[edge.label];
    }
    /// The same whole.
    [[nodiscard]] QString fullLabel(const DrawnEdge& edge) const;
    /// Edges that end or start at a port, as indices.
    [[nodiscard]] std::span<const std::uint32_t> edgesAt(const DrawnPort& port) const
    {
        return {m_portEdges.data() + port.firstEdge, port.edgeCount};
    }

    /// Drawn quietly, because what is quantized is what one looks for; where nothing is, nothing stands back.
    [[nodiscard]] bool standsBack(const DrawnNode& node) const { return m_anyQuantized && !node.quantized; }
    [[nodiscard]] bool standsBack(const DrawnEdge& edge) const { return m_anyQuantized && !edge.source && !edge.target; }

    /// kNoIndex when it is not drawn. What a collapsed block holds is drawn as the block.
    [[nodiscard]] std::uint32_t nodeOf(OpId operation) const;
    [[nodiscard]] std::uint32_t nodeOfBlock(std::uint32_t block) const;
    [[nodiscard]] const Block& blockOf(const DrawnNode& node) const { return (*m_options.blocks)[node.block]; }
    [[nodiscard]] std::uint32_t portOf(SlotId slot) const;
    /// The terminal of a graph input or output.
    [[nodiscard]] std::uint32_t terminalOf(TensorId tensor) const;
    /// Edges that carry a tensor, as indices in ascending order.
    [[nodiscard]] std::span<const std::uint32_t> edgesOf(TensorId tensor) const;

    /// A Q or DQ box, as they stand in unfolded drawings.
    [[nodiscard]] bool isQuantizer(std::uint32_t node) const
    {
        const DrawnNode& n = m_nodes[node];
        return n.kind == DrawnNode::Kind::Operation && n.category == Category::Quantize && !n.operation && n.block == kNoBlock;
    }
    /// The edge and those before it as far as they come through Q and DQ boxes.
    [[nodiscard]] std::vector<std::uint32_t> routeTo(std::uint32_t edge) const;

    [[nodiscard]] const SpatialGrid& nodeGrid() const { return m_nodeGrid; }
    [[nodiscard]] const SpatialGrid& edgeGrid() const { return m_edgeGrid; }

private:
    friend class DrawingBuilder;
    static std::shared_ptr<Drawing> unplaced(std::shared_ptr<const Model> model, const DrawingFonts& fonts,
                                             const DrawingOptions& options);
    [[nodiscard]] bool fits(const layout::Layout& layout) const;
    void place(const layout::Layout& layout);
    void index();
    void indexEdges();

    std::shared_ptr<const Model> m_model;
    DrawingOptions m_options;
    DrawingFonts m_fonts;
    layout::InputGraph m_input;
    std::uint64_t m_placement = 0;
    bool m_anyQuantized = false;
    std::vector<DrawnNode> m_nodes;
    std::vector<DrawnPort> m_ports;
    std::vector<DrawnEdge> m_edges;
    std::vector<EdgeEnds> m_ends;
    std::vector<DrawnRow> m_rows;
    std::vector<QPointF> m_points;
    std::vector<QString> m_labels;
    std::vector<std::uint32_t> m_portEdges;
    std::vector<std::uint32_t> m_layoutEdge;    // edge -> index in m_input.edges, kNoIndex: drawn straight
    std::vector<std::uint32_t> m_nodeOfOperation;
    std::vector<std::uint32_t> m_portOfSlot;
    std::vector<std::uint32_t> m_nodeOfBlock;
    std::vector<std::uint32_t> m_tensorBegin;   // per tensor + 1: into m_tensorEdges
    std::vector<std::uint32_t> m_tensorEdges;
    std::vector<std::uint32_t> m_terminals;     // nodes that are no operations
    QRectF m_bounds;
    SpatialGrid m_nodeGrid;
    SpatialGrid m_edgeGrid;
};

/// Measures of the drawing that painter and builder share, in scene pixels.
namespace metrics {
inline constexpr double kPillHeight = 17;
inline constexpr double kPillWidth = 96;
inline constexpr double kCompactPillWidth = 32;
inline constexpr double kPillGap = 8;
inline constexpr double kChipWidth = 25;  ///< the part of a pill that carries the group's label
inline constexpr double kTagHeight = 15;
inline constexpr double kDotSize = 6;
inline constexpr double kBoxRadius = 7;
inline constexpr double kBandWidth = 4;
inline constexpr double kRowHeight = 15;
inline constexpr double kStubLength = 22;
inline constexpr double kMarkRow = 20;     ///< of a collapsed block: where its trouble is counted
inline constexpr double kLeastBlock = 170; ///< its width
} // namespace metrics

} // namespace alignscope::ui

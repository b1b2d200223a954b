// SPDX-License-Identifier: Apache-2.0
// DrawingBuilder: from a model to boxes with their sizes and ports. Internal to Drawing.
#pragma once

#include "ui/canvas/drawing.h"
#include "ui/canvas/text_widths.h"

#include <map>
#include <string_view>

namespace alignscope::ui {

class DrawingBuilder {
public:
    DrawingBuilder(Drawing& drawing, const DrawingFonts& fonts);
    void run();

private:
    [[nodiscard]] std::vector<OpId> topologicalOrder() const;
    [[nodiscard]] std::vector<bool> drawnOperations() const;
    void reserve(const std::vector<bool>& drawn);
    [[nodiscard]] bool isConstantNode(OpId operation) const;
    void addOperation(OpId operation);
    void addBlock(std::uint32_t block);
    [[nodiscard]] std::uint32_t blockOf(OpId operation) const { return m_blockOf.empty() ? kNoBlock : m_blockOf[operation.index()]; }
    [[nodiscard]] SlotId dataSlot(OpId modelOperation, SlotIo io, std::size_t index) const;
    void addTerminal(TensorId tensor, DrawnNode::Kind kind);
    void addPort(SlotId slot, TensorId tensor, bool input);
    void addRows(DrawnNode& node, OpId operation);
    void measure(DrawnNode& node, bool family);
    void placePorts(DrawnNode& node, std::uint32_t first, std::uint32_t count, bool input) const;
    void connect();
    void addEdge(std::uint32_t fromPort, std::uint32_t toPort);
    [[nodiscard]] TensorId modelTensor(TensorId tensor) const;

    Drawing& m_drawing;
    const Model& m_model;
    const Graph& m_graph;
    const bool m_unfolded;
    const bool m_down;
    TextWidths m_type;
    TextWidths m_name;
    std::map<std::string_view, QString> m_types; // elided, by operator type
    std::vector<std::uint32_t> m_sourceOf;        // tensor of m_graph -> output port
    std::vector<std::uint32_t> m_blockOf;         // operation of m_graph -> the box it is part of; empty: none
    std::vector<std::uint32_t> m_terminal;        // tensor of m_graph -> input terminal made
    struct Sink {
        std::uint32_t port;
        TensorId tensor; // of m_graph
    };
    std::vector<Sink> m_sinks;                    // every input port that an edge reaches
};

/// Room that a box keeps around itself for pills, tags and halos, in scene pixels.
struct BoxMargins {
    double left = 0, top = 0, right = 0, bottom = 0;
};
[[nodiscard]] BoxMargins marginsOf(const DrawnNode& node, layout::Direction direction);

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// Every place where an operation may quantize, before it is known which operations are quantized.
// The rules of product.md fill it in steps: nodes (Q3, Q4, Q6), fixed point (Q5), schemes (Q7).
#pragma once

#include "core/io/node_index.h"
#include "core/quant/tqc_table.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace alignscope {

inline constexpr std::uint32_t kNoSocket = 0xFFFFFFFFU;

struct Socket {
    OpId operation;
    SlotIo io = SlotIo::In;
    std::uint32_t index = 0;
    TensorId tensor;                   ///< in the operation graph
    std::uint32_t raw = kNoTensor;     ///< in the NodeIndex
    bool parameter = false;
    bool data = true;
    TqcState state = TqcState::Fp32;
    Visibility visibility = Visibility::ExportWhenActive;
    std::uint32_t dominator = kNoSocket; ///< kNoSocket: a root
    const QuantNode* own = nullptr;      ///< its parameters; kept but not in force when unusable
    std::vector<std::uint32_t> chain;    ///< SlotOrigin::chain
    Scheme scheme;
    StoredType stored = StoredType::None;
};

class Sockets {
public:
    Sockets(const NodeIndex& index, std::shared_ptr<const Graph> graph, std::span<const QuantNode> nodes);

    [[nodiscard]] const NodeIndex& index() const noexcept { return m_index; }
    [[nodiscard]] const Graph& graph() const noexcept { return *m_graph; }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(m_sockets.size()); }
    [[nodiscard]] Socket& operator[](std::uint32_t id) { return m_sockets[id]; }
    [[nodiscard]] const Socket& operator[](std::uint32_t id) const { return m_sockets[id]; }
    /// kNoSocket for absent inputs and outputs.
    [[nodiscard]] std::uint32_t find(OpId operation, SlotIo io, std::uint32_t index) const;
    [[nodiscard]] std::uint32_t begin(OpId operation) const { return m_begin[operation.index()]; }
    [[nodiscard]] std::uint32_t end(OpId operation) const { return m_begin[operation.index() + 1]; }
    /// The output socket that writes the tensor.
    [[nodiscard]] std::uint32_t producerOf(TensorId tensor) const;

    [[nodiscard]] std::uint32_t root(std::uint32_t id) const;
    /// In force: quantized with usable parameters at its root.
    [[nodiscard]] bool known(std::uint32_t id) const;
    /// The parameters in force; null when not known.
    [[nodiscard]] const QuantNode* effective(std::uint32_t id) const;

    [[nodiscard]] const QuantNode* quantNode(std::uint32_t node) const;
    [[nodiscard]] std::string_view type(OpId operation) const { return m_graph->operation(operation).type; }

private:
    const NodeIndex& m_index;
    std::shared_ptr<const Graph> m_graph;
    std::span<const QuantNode> m_nodes;
    std::vector<Socket> m_sockets;
    std::vector<std::uint32_t> m_begin; // per operation + 1
};

/// Q3, Q4 and the constants of Q6: parameters from the Q and DQ nodes next to each socket.
void applyQuantNodes(Sockets& sockets);
/// Q5: tensors without Q, until nothing changes.
void propagateToFloatTensors(Sockets& sockets);
/// The rest of Q6: passive biases, Clip and Pad.
void markPassiveParameters(Sockets& sockets);
/// Q7: policy, range and stored type of every socket.
void assignSchemes(Sockets& sockets);

/// Conv, Gemm, MatMul...: operations whose constants are weights and biases.
[[nodiscard]] bool isComputing(std::string_view type) noexcept;

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// NodeIndex: the nodes of the main graph by role, with their tensors as numbers.
#pragma once

#include "core/base/name_table.h"
#include "core/io/onnx_source.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace onnx {
class GraphProto;
class NodeProto;
}

namespace alignscope {

/// Rule Q1: what a node is to the graph that the user sees.
enum class NodeRole : std::uint8_t {
    Operation,
    Quantize,
    Dequantize,
    Constant,
    ParameterHelper ///< Identity / Cast that feeds only scales and zero points
};

inline constexpr std::uint32_t kNoTensor = NameTable::kNone;

struct RawUse {
    std::uint32_t node;
    std::uint32_t index;
};

struct RawTensor {
    std::string_view name; ///< in the skeleton
    std::uint32_t producer = kNoNode;
    std::uint32_t initializer = kNoNode;
    std::uint32_t sparseInitializer = kNoNode;
    bool isGraphInput = false;
    bool isGraphOutput = false;
    bool readInSubgraph = false;
    std::span<const RawUse> uses; ///< in the order of nodes and their inputs
};

/// Valid while the source lives. Thread: any (const).
class NodeIndex {
public:
    explicit NodeIndex(const OnnxSource& source);
    NodeIndex(const NodeIndex&) = delete; // tensors have views into it
    NodeIndex& operator=(const NodeIndex&) = delete;

    [[nodiscard]] const OnnxSource& source() const noexcept { return m_source; }
    [[nodiscard]] const onnx::GraphProto& graph() const noexcept { return m_graph; }
    [[nodiscard]] const onnx::NodeProto& node(std::uint32_t index) const;
    [[nodiscard]] std::uint32_t nodeCount() const noexcept { return static_cast<std::uint32_t>(m_roles.size()); }
    [[nodiscard]] NodeRole role(std::uint32_t node) const { return m_roles[node]; }
    [[nodiscard]] bool isQuant(std::uint32_t node) const
    {
        return m_roles[node] == NodeRole::Quantize || m_roles[node] == NodeRole::Dequantize;
    }

    /// Producers stand before readers and no tensor is written twice.
    [[nodiscard]] bool inOrder() const noexcept { return m_inOrder; }
    /// Inputs and outputs of all nodes, absent ones included.
    [[nodiscard]] std::size_t operandCount() const noexcept { return m_operands.size(); }

    [[nodiscard]] std::size_t tensorCount() const noexcept { return m_tensors.size(); }
    [[nodiscard]] const RawTensor& tensor(std::uint32_t id) const { return m_tensors[id]; }
    [[nodiscard]] std::uint32_t find(std::string_view name) const;
    /// Tensor numbers in slot order, kNoTensor for absent ones.
    [[nodiscard]] std::span<const std::uint32_t> inputs(std::uint32_t node) const;
    [[nodiscard]] std::span<const std::uint32_t> outputs(std::uint32_t node) const;

    /// The tensor above all Q and DQ (rule Q2).
    [[nodiscard]] std::uint32_t throughQuant(std::uint32_t tensor) const { return m_above[tensor]; }
    /// Where a scale or zero point is stored, Identity and Cast looked through.
    [[nodiscard]] ParameterSource parameterSource(std::uint32_t tensor) const;

private:
    std::uint32_t intern(std::string_view name);
    void readNodes();
    void listUses();
    void readTensors();
    void markSubgraphReads(const onnx::GraphProto& body, int depth);
    void findHelpers();
    void resolveQuant();

    const OnnxSource& m_source;
    const onnx::GraphProto& m_graph;
    std::vector<NodeRole> m_roles;
    std::vector<RawTensor> m_tensors;
    NameTable m_byName;
    std::vector<RawUse> m_uses; // by tensor
    bool m_inOrder = true;
    std::vector<std::uint32_t> m_operands;
    std::vector<std::uint32_t> m_inputBegin;
    std::vector<std::uint32_t> m_outputBegin;
    std::vector<std::uint32_t> m_above;
};

/// "", "ai.onnx" and "com.microsoft" define Q and DQ alike.
[[nodiscard]] bool isQuantDomain(std::string_view domain) noexcept;
[[nodiscard]] bool isStandardDomain(std::string_view domain) noexcept;

} // namespace alignscope

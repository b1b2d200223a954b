// SPDX-License-Identifier: Apache-2.0
// Graph: operations, tensors and their edges as immutable flat arrays.
#pragma once

#include "core/base/ids.h"
#include "core/base/message.h"
#include "core/base/name_table.h"
#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alignscope {

/// What an operation is for, as viewers colour it.
enum class Category : std::uint8_t {
    Compute, Activation, Pool, Normalization, Shape, Elementwise, Concat, Quantize, Constant,
    Control, Other
};

/// Category of an operator type ("Conv", "QLinearAdd", ...); Other when unknown.
[[nodiscard]] Category categoryOf(std::string_view type) noexcept;

/// A named value of an operation as a reader sees it ("strides" -> "[2, 2]"), never parsed back.
struct Attribute {
    std::string name;
    std::string text;
};

struct Operation {
    std::string id;     ///< unique in the graph and independent of node order (Q1 of product.md)
    std::string name;   ///< the node's name in the file; may be empty or repeated
    std::string type;   ///< operator type
    std::string domain; ///< "" for ai.onnx
    std::uint32_t position = 0; ///< index of the node in the file
    Category category = Category::Other;
    bool hasSubgraph = false;      ///< If, Loop, Scan: a body exists that is not looked into
    bool isFunctionCall = false;   ///< calls a model-local function
    std::vector<Attribute> attributes;
};

enum class TensorKind : std::uint8_t {
    Activation, ///< written by an operation or a graph input
    Constant    ///< an initializer or the output of a Constant node: a parameter of its readers
};

struct Tensor {
    std::string name;
    TensorKind kind = TensorKind::Activation;
    bool isGraphInput = false;
    bool isGraphOutput = false;
    std::int32_t elementType = 0;     ///< onnx TensorProto.DataType number, 0 when unknown
    bool shapeKnown = false;
    std::vector<std::int64_t> shape;  ///< -1 for a symbolic or unknown dimension
    std::uint64_t payloadBytes = 0;   ///< size of a constant's data in the file
};

/// Where a tensor is read: input `index` of `operation`.
struct Use {
    OpId operation;
    std::uint32_t index = 0;

    bool operator==(const Use&) const = default;
};

/// Immutable after GraphBuilder::build. Operations stand in the order in which the ppq engine
/// visits them (Q9), constants first among tensors of no particular order.
/// Thread: any (const).
class Graph {
public:
    [[nodiscard]] std::size_t operationCount() const noexcept { return m_operations.size(); }
    [[nodiscard]] std::size_t tensorCount() const noexcept { return m_tensors.size(); }

    [[nodiscard]] const Operation& operation(OpId id) const { return m_operations[id.index()]; }
    [[nodiscard]] const Tensor& tensor(TensorId id) const { return m_tensors[id.index()]; }

    /// Inputs in slot order. An absent optional input is an invalid TensorId.
    [[nodiscard]] std::span<const TensorId> inputs(OpId id) const;
    [[nodiscard]] std::span<const TensorId> outputs(OpId id) const;
    /// All reads of a tensor, by operation order and then input index; an operation that reads
    /// twice stands here twice.
    [[nodiscard]] std::span<const Use> uses(TensorId id) const;
    /// The operation that writes the tensor; invalid for graph inputs and constants.
    [[nodiscard]] OpId producer(TensorId id) const { return m_producers[id.index()].operation; }
    /// Output index at the producer. Meaningless without one.
    [[nodiscard]] std::uint32_t producerIndex(TensorId id) const
    {
        return m_producers[id.index()].index;
    }

    [[nodiscard]] std::span<const TensorId> graphInputs() const { return m_graphInputs; }
    [[nodiscard]] std::span<const TensorId> graphOutputs() const { return m_graphOutputs; }

    /// Invalid when there is none. `id` is Operation::id; names of tensors are unique.
    [[nodiscard]] OpId findOperation(std::string_view id) const;
    [[nodiscard]] TensorId findTensor(std::string_view name) const;

private:
    friend class GraphBuilder;
    void indexNames();

    std::vector<Operation> m_operations;
    std::vector<Tensor> m_tensors;
    std::vector<TensorId> m_operands;            // inputs then outputs of each operation
    std::vector<std::uint32_t> m_inputBegin;     // per operation + 1 sentinel
    std::vector<std::uint32_t> m_outputBegin;    // per operation
    std::vector<Use> m_uses;
    std::vector<std::uint32_t> m_useBegin;       // per tensor + 1 sentinel
    std::vector<Use> m_producers;
    std::vector<TensorId> m_graphInputs;
    std::vector<TensorId> m_graphOutputs;
    NameTable m_operationIndex; // by id
    NameTable m_tensorIndex;
};

/// How build() orders the operations.
enum class OperationOrder {
    AsAdded,     ///< keep it (a quantization config gives its own order)
    Topological  ///< producers first, ties by position; a cycle keeps the order of the file
};

/// Collects a graph and checks it. Single use.
class GraphBuilder {
public:
    /// Tensors are found or made by name. An empty name is an absent tensor (invalid id).
    TensorId tensor(std::string_view name);
    /// A tensor whose name the caller knows to be neither empty nor taken. Not with tensor().
    TensorId newTensor(std::string_view name);
    [[nodiscard]] Tensor& info(TensorId id) { return m_tensors[id.index()]; }
    [[nodiscard]] std::size_t tensorCount() const noexcept { return m_tensors.size(); }

    /// Adds an operation; `operation.id` is assigned by build() when it is empty (rule Q1).
    void add(Operation operation, std::vector<TensorId> inputs, std::vector<TensorId> outputs)
    {
        add(std::move(operation), std::span<const TensorId>(inputs), std::span<const TensorId>(outputs));
    }
    void add(Operation operation, std::span<const TensorId> inputs, std::span<const TensorId> outputs);
    /// Room for so many operations and tensors.
    void reserve(std::size_t operations, std::size_t tensors);
    void addGraphInput(TensorId id);
    void addGraphOutput(TensorId id);

    struct Built {
        std::shared_ptr<const Graph> graph;
        std::vector<Message> notices; ///< second producers, cycles
    };
    [[nodiscard]] Result<Built> build(OperationOrder order) &&;
    /// The operations with these ids in this order, on the places that they share in the
    /// topological order; all others stay at theirs. Unknown and repeated ids are passed over.
    [[nodiscard]] Result<Built> build(std::span<const std::string> ids) &&;

private:
    [[nodiscard]] std::uint32_t nodeCount() const { return static_cast<std::uint32_t>(m_nodes.size()); }
    [[nodiscard]] std::span<const TensorId> inputs(std::uint32_t node) const
    {
        return {m_operands.data() + m_inputBegin[node], m_outputBegin[node] - m_inputBegin[node]};
    }
    [[nodiscard]] std::span<const TensorId> outputs(std::uint32_t node) const
    {
        const std::size_t end = node + 1 < m_inputBegin.size() ? m_inputBegin[node + 1] : m_operands.size();
        return {m_operands.data() + m_outputBegin[node], end - m_outputBegin[node]};
    }
    void assignIds();
    std::vector<std::uint32_t> topologicalOrder(std::vector<Message>& notices) const;
    void reorder(std::vector<std::uint32_t>& sequence, std::span<const std::string> ids) const;
    Result<Built> build(OperationOrder order, std::span<const std::string> ids);

    std::vector<Operation> m_nodes;
    std::vector<TensorId> m_operands;         // inputs then outputs of each node
    std::vector<std::uint32_t> m_inputBegin;  // per node
    std::vector<std::uint32_t> m_outputBegin; // per node
    std::vector<Tensor> m_tensors;
    NameTable m_tensorIndex;
    std::vector<TensorId> m_graphInputs;
    std::vector<TensorId> m_graphOutputs;
};

} // namespace alignscope

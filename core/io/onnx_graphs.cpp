// SPDX-License-Identifier: Apache-2.0
#include "core/io/onnx_graphs.h"

#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/io/attribute_text.h"
#include "core/io/onnx_proto.h"
#include "core/io/tensor_values.h"

#include <algorithm>
#include <set>
#include <utility>

namespace alignscope {
namespace {

using FunctionNames = std::set<std::pair<std::string, std::string>>;

FunctionNames functionNames(const onnx::ModelProto& model)
{
    FunctionNames names;
    for (const auto& function : model.functions()) names.emplace(function.domain(), function.name());
    return names;
}

std::uint64_t payloadSize(const onnx::TensorProto& tensor, const TensorRanges* ranges)
{
    const auto count = elementCount(dimsOf(tensor));
    if (const auto bytes = count ? byteCount(tensor.data_type(), *count) : std::nullopt) return *bytes;
    return ranges != nullptr ? ranges->bytes : 0;
}

void describeTensor(Tensor& tensor, const onnx::TypeProto& type, bool takeType)
{
    if (!type.has_tensor_type()) return;
    const auto& info = type.tensor_type();
    if (takeType && tensor.elementType == 0) tensor.elementType = info.elem_type();
    if (!info.has_shape() || tensor.shapeKnown) return;
    if (info.shape().dim_size() > static_cast<int>(limits::kMaxRank)) return;
    tensor.shapeKnown = true;
    for (const auto& dim : info.shape().dim())
        tensor.shape.push_back(dim.has_dim_value() && dim.dim_value() >= 0 ? dim.dim_value() : -1);
}

void describeConstant(Tensor& tensor, const onnx::TensorProto& proto, const TensorRanges* ranges)
{
    tensor.kind = TensorKind::Constant;
    tensor.elementType = proto.data_type();
    tensor.payloadBytes = payloadSize(proto, ranges);
    if (proto.dims_size() > static_cast<int>(limits::kMaxRank)) return;
    tensor.shapeKnown = true;
    tensor.shape = dimsOf(proto);
}

/// Both graphs differ only in which nodes they take and how they name tensors.
class GraphMaker {
public:
    GraphMaker(const NodeIndex& index, bool lookThrough)
        : m_index(index), m_lookThrough(lookThrough), m_functions(functionNames(index.source().skeleton())),
          m_ids(index.tensorCount())
    {
    }

    Result<GraphBuilder::Built> run(std::span<const std::string> order)
    {
        if (m_index.nodeCount() > limits::kMaxOperations)
            return fail(MessageCode::TooManyItems, "nodes", std::to_string(limits::kMaxOperations));
        for (const auto& info : m_index.graph().input()) {
            const std::uint32_t tensor = m_index.find(info.name());
            // Up to IR 3 every initializer is listed as an input too.
            if (tensor != kNoTensor && m_index.tensor(tensor).initializer == kNoNode)
                m_builder.addGraphInput(id(tensor));
        }
        for (std::uint32_t node = 0; node < m_index.nodeCount(); ++node)
            if (!m_lookThrough || m_index.role(node) == NodeRole::Operation) addNode(node);
        for (const auto& info : m_index.graph().output()) m_builder.addGraphOutput(id(m_index.find(info.name())));
        describeTensors();
        return order.empty() ? std::move(m_builder).build(OperationOrder::Topological)
                             : std::move(m_builder).build(order);
    }

private:
    TensorId id(std::uint32_t tensor)
    {
        if (tensor == kNoTensor) return {};
        const std::uint32_t real = m_lookThrough ? m_index.throughQuant(tensor) : tensor;
        return ownId(real);
    }

    void addNode(std::uint32_t node)
    {
        const onnx::NodeProto& proto = m_index.node(node);
        Operation operation;
        operation.name = proto.name();
        operation.type = proto.op_type();
        operation.domain = proto.domain() == "ai.onnx" ? std::string() : proto.domain();
        operation.position = node;
        operation.category = categoryOf(proto.op_type());
        operation.attributes = attributesOf(proto);
        operation.hasSubgraph = std::any_of(proto.attribute().begin(), proto.attribute().end(), [](const auto& a) {
            return a.has_g() || a.graphs_size() > 0;
        });
        operation.isFunctionCall = m_functions.count({proto.domain(), proto.op_type()}) > 0;
        m_inputs.clear();
        m_outputs.clear();
        for (const std::uint32_t tensor : m_index.inputs(node)) m_inputs.push_back(id(tensor));
        // What an operation writes is its own even where another has written it before.
        for (const std::uint32_t tensor : m_index.outputs(node)) m_outputs.push_back(ownId(tensor));
        m_builder.add(std::move(operation), std::span<const TensorId>(m_inputs), std::span<const TensorId>(m_outputs));
    }

    TensorId ownId(std::uint32_t tensor)
    {
        if (tensor == kNoTensor) return {};
        if (!m_ids[tensor]) m_ids[tensor] = m_builder.newTensor(m_index.tensor(tensor).name);
        return m_ids[tensor];
    }

    void describeTensors()
    {
        const auto& graph = m_index.graph();
        const auto values = [&](const auto& infos) {
            for (const auto& info : infos) describeValue(info);
        };
        for (int i = 0; i < graph.initializer_size(); ++i) {
            const auto& proto = graph.initializer(i);
            const auto ranges = m_index.source().initializerRanges();
            const auto at = static_cast<std::size_t>(i);
            if (const TensorId tensor = known(m_index.find(proto.name())))
                describeConstant(m_builder.info(tensor), proto, at < ranges.size() ? &ranges[at] : nullptr);
        }
        for (const auto& proto : graph.sparse_initializer())
            if (const TensorId tensor = known(m_index.find(proto.values().name())))
                m_builder.info(tensor).kind = TensorKind::Constant;
        for (std::uint32_t node = 0; node < m_index.nodeCount(); ++node)
            if (m_index.role(node) == NodeRole::Constant) describeConstantNode(node);
        values(graph.input());
        values(graph.output());
        values(graph.value_info());
    }

    void describeConstantNode(std::uint32_t node)
    {
        const auto outputs = m_index.outputs(node);
        const TensorId tensor = outputs.empty() ? TensorId{} : known(outputs[0]);
        if (!tensor) return;
        Tensor& info = m_builder.info(tensor);
        info.kind = TensorKind::Constant;
        for (const auto& attribute : m_index.node(node).attribute())
            if (attribute.has_t()) describeConstant(info, attribute.t(), nullptr);
    }

    void describeValue(const onnx::ValueInfoProto& info)
    {
        const std::uint32_t tensor = m_index.find(info.name());
        if (const TensorId exact = known(tensor)) describeTensor(m_builder.info(exact), info.type(), true);
        if (!m_lookThrough || tensor == kNoTensor || m_index.throughQuant(tensor) == tensor) return;
        // The shape behind Q and DQ is the producer's, the type only behind the DQ.
        const std::uint32_t producer = m_index.tensor(tensor).producer;
        const bool real = producer != kNoNode && m_index.role(producer) == NodeRole::Dequantize;
        if (const TensorId above = known(m_index.throughQuant(tensor)))
            describeTensor(m_builder.info(above), info.type(), real);
    }

    /// The tensor's id if an operation, input or output has made it part of this graph.
    TensorId known(std::uint32_t tensor) const { return tensor == kNoTensor ? TensorId{} : m_ids[tensor]; }

    const NodeIndex& m_index;
    bool m_lookThrough;
    FunctionNames m_functions;
    GraphBuilder m_builder;
    std::vector<TensorId> m_ids; // by raw tensor
    std::vector<TensorId> m_inputs; // of one node
    std::vector<TensorId> m_outputs;
};

} // namespace

bool isPlain(const NodeIndex& index)
{
    return index.inOrder() && index.nodeCount() <= limits::kMaxOperations && index.tensorCount() <= limits::kMaxTensors
        && index.operandCount() <= limits::kMaxEdges;
}

Result<GraphBuilder::Built> buildFileGraph(const NodeIndex& index)
{
    return GraphMaker(index, false).run({});
}

Result<GraphBuilder::Built> buildOperationGraph(const NodeIndex& index, std::span<const std::string> order)
{
    return GraphMaker(index, true).run(order);
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/io/node_index.h"

#include "core/io/onnx_proto.h"
#include "core/io/tensor_values.h"

#include <algorithm>

namespace alignscope {
namespace {

NodeRole roleOf(const onnx::NodeProto& node)
{
    if (isQuantDomain(node.domain())) {
        if (node.op_type() == "QuantizeLinear") return NodeRole::Quantize;
        if (node.op_type() == "DequantizeLinear") return NodeRole::Dequantize;
    }
    if (isStandardDomain(node.domain()) && node.op_type() == "Constant") return NodeRole::Constant;
    return NodeRole::Operation;
}

bool mayBeHelper(const onnx::NodeProto& node)
{
    return isStandardDomain(node.domain()) && (node.op_type() == "Identity" || node.op_type() == "Cast")
        && node.input_size() == 1 && node.output_size() == 1;
}

} // namespace

bool isStandardDomain(std::string_view domain) noexcept
{
    return domain.empty() || domain == "ai.onnx";
}

bool isQuantDomain(std::string_view domain) noexcept
{
    return isStandardDomain(domain) || domain == "com.microsoft";
}

NodeIndex::NodeIndex(const OnnxSource& source) : m_source(source), m_graph(source.skeleton().graph())
{
    readNodes();
    listUses();
    readTensors();
    findHelpers();
    resolveQuant();
}

const onnx::NodeProto& NodeIndex::node(std::uint32_t index) const
{
    return m_graph.node(static_cast<int>(index));
}

std::uint32_t NodeIndex::intern(std::string_view name)
{
    if (name.empty()) return kNoTensor;
    const auto next = static_cast<std::uint32_t>(m_tensors.size());
    const std::uint32_t tensor = m_byName.insert(name, next, [this](std::uint32_t id) { return m_tensors[id].name; });
    if (tensor == next) {
        m_tensors.emplace_back();
        m_tensors.back().name = name;
    }
    return tensor;
}

std::uint32_t NodeIndex::find(std::string_view name) const
{
    return m_byName.find(name, [this](std::uint32_t id) { return m_tensors[id].name; });
}

std::span<const std::uint32_t> NodeIndex::inputs(std::uint32_t node) const
{
    return {m_operands.data() + m_inputBegin[node], m_outputBegin[node] - m_inputBegin[node]};
}

std::span<const std::uint32_t> NodeIndex::outputs(std::uint32_t node) const
{
    return {m_operands.data() + m_outputBegin[node], m_inputBegin[node + 1] - m_outputBegin[node]};
}

void NodeIndex::readNodes()
{
    const auto count = static_cast<std::uint32_t>(m_graph.node_size());
    m_roles.reserve(count);
    m_inputBegin.reserve(count + 1);
    m_outputBegin.reserve(count);
    // What a node writes and the constants are all tensors there are, but for mistakes.
    const std::size_t tensors = count + static_cast<std::size_t>(m_graph.initializer_size() + m_graph.input_size());
    m_tensors.reserve(tensors);
    m_byName.reserve(tensors);
    std::vector<bool> readBefore; // a node stands above the one that writes the tensor
    for (std::uint32_t index = 0; index < count; ++index) {
        const onnx::NodeProto& proto = node(index);
        m_roles.push_back(roleOf(proto));
        m_inputBegin.push_back(static_cast<std::uint32_t>(m_operands.size()));
        for (int i = 0; i < proto.input_size(); ++i) {
            const std::uint32_t tensor = intern(proto.input(i));
            m_operands.push_back(tensor);
            if (tensor == kNoTensor || m_tensors[tensor].producer != kNoNode) continue;
            readBefore.resize(m_tensors.size());
            readBefore[tensor] = true;
        }
        m_outputBegin.push_back(static_cast<std::uint32_t>(m_operands.size()));
        for (const std::string& name : proto.output()) {
            const std::uint32_t tensor = intern(name);
            m_operands.push_back(tensor);
            if (tensor == kNoTensor) continue;
            if (m_tensors[tensor].producer == kNoNode) m_tensors[tensor].producer = index;
            else m_inOrder = false;
            if (tensor < readBefore.size() && readBefore[tensor]) m_inOrder = false;
        }
    }
    m_inputBegin.push_back(static_cast<std::uint32_t>(m_operands.size()));
}

void NodeIndex::listUses()
{
    std::vector<std::uint32_t> end(m_tensors.size(), 0);
    const auto eachUse = [&](auto&& visit) {
        for (std::uint32_t node = 0; node < nodeCount(); ++node) {
            const auto read = inputs(node);
            for (std::uint32_t i = 0; i < read.size(); ++i)
                if (read[i] != kNoTensor) visit(read[i], RawUse{node, i});
        }
    };
    std::uint32_t count = 0;
    eachUse([&](std::uint32_t tensor, RawUse) {
        ++end[tensor];
        ++count;
    });
    m_uses.resize(count);
    std::uint32_t begin = 0;
    for (std::uint32_t tensor = 0; tensor < m_tensors.size(); ++tensor) {
        m_tensors[tensor].uses = {m_uses.data() + begin, end[tensor]};
        begin += end[tensor];
        end[tensor] = begin - end[tensor];
    }
    eachUse([&](std::uint32_t tensor, RawUse use) { m_uses[end[tensor]++] = use; });
}

void NodeIndex::readTensors()
{
    for (int i = 0; i < m_graph.initializer_size(); ++i) {
        const std::uint32_t tensor = intern(m_graph.initializer(i).name());
        if (tensor != kNoTensor && m_tensors[tensor].initializer == kNoNode)
            m_tensors[tensor].initializer = static_cast<std::uint32_t>(i);
    }
    for (int i = 0; i < m_graph.sparse_initializer_size(); ++i) {
        const std::uint32_t tensor = intern(m_graph.sparse_initializer(i).values().name());
        if (tensor != kNoTensor) m_tensors[tensor].sparseInitializer = static_cast<std::uint32_t>(i);
    }
    for (const auto& info : m_graph.input()) {
        const std::uint32_t tensor = intern(info.name());
        if (tensor != kNoTensor) m_tensors[tensor].isGraphInput = true;
    }
    for (const auto& info : m_graph.output()) {
        const std::uint32_t tensor = intern(info.name());
        if (tensor != kNoTensor) m_tensors[tensor].isGraphOutput = true;
    }
    for (const auto& proto : m_graph.node())
        for (const auto& attribute : proto.attribute()) {
            if (attribute.has_g()) markSubgraphReads(attribute.g(), 0);
            for (const auto& body : attribute.graphs()) markSubgraphReads(body, 0);
        }
}

// A name of the outer graph that a body reads is a reader that has no slot. A body that defines the
// same name itself is not looked into: counting one reader too many only makes a slot FP32.
void NodeIndex::markSubgraphReads(const onnx::GraphProto& body, int depth)
{
    if (depth > 100) return;
    const auto mark = [&](const std::string& name) {
        if (const std::uint32_t tensor = find(name); tensor != kNoTensor) m_tensors[tensor].readInSubgraph = true;
    };
    for (const auto& proto : body.node()) {
        for (const std::string& name : proto.input()) mark(name);
        for (const auto& attribute : proto.attribute()) {
            if (attribute.has_g()) markSubgraphReads(attribute.g(), depth + 1);
            for (const auto& inner : attribute.graphs()) markSubgraphReads(inner, depth + 1);
        }
    }
    for (const auto& info : body.output()) mark(info.name());
}

void NodeIndex::findHelpers()
{
    std::vector<std::uint32_t> removed;
    for (std::uint32_t index = 0; index < nodeCount(); ++index)
        if (mayBeHelper(node(index)) && m_roles[index] == NodeRole::Operation)
            m_roles[index] = NodeRole::ParameterHelper;
    const auto keeps = [&](std::uint32_t index) {
        const std::uint32_t output = outputs(index)[0];
        if (output == kNoTensor) return false;
        const RawTensor& tensor = m_tensors[output];
        if (tensor.isGraphOutput || tensor.readInSubgraph || tensor.uses.empty()) return false;
        return std::all_of(tensor.uses.begin(), tensor.uses.end(), [&](const RawUse& use) {
            return isQuant(use.node) ? use.index > 0 : m_roles[use.node] == NodeRole::ParameterHelper;
        });
    };
    for (std::uint32_t index = 0; index < nodeCount(); ++index) {
        std::uint32_t at = index;
        // One that is none takes those above it out as well.
        while (m_roles[at] == NodeRole::ParameterHelper && !keeps(at)) {
            m_roles[at] = NodeRole::Operation;
            const std::uint32_t input = inputs(at)[0];
            if (input == kNoTensor || m_tensors[input].producer == kNoNode) break;
            at = m_tensors[input].producer;
        }
    }
}

void NodeIndex::resolveQuant()
{
    m_above.assign(m_tensors.size(), kNoTensor);
    std::vector<std::uint32_t> path;
    for (std::uint32_t start = 0; start < m_tensors.size(); ++start) {
        path.clear();
        std::uint32_t at = start;
        while (m_above[at] == kNoTensor) {
            path.push_back(at);
            m_above[at] = at; // ends a cycle at the place where it is met again
            const std::uint32_t producer = m_tensors[at].producer;
            if (producer == kNoNode || !isQuant(producer)) break;
            const auto operands = inputs(producer);
            if (operands.empty() || operands[0] == kNoTensor) break;
            at = operands[0];
        }
        const std::uint32_t top = m_above[at];
        for (const std::uint32_t tensor : path) m_above[tensor] = top;
    }
}

ParameterSource NodeIndex::parameterSource(std::uint32_t tensor) const
{
    ParameterSource result;
    if (tensor == kNoTensor) return result;
    result.kind = ParameterSource::Kind::Unknown;
    for (std::uint32_t steps = 0; steps <= nodeCount(); ++steps) {
        const RawTensor& raw = m_tensors[tensor];
        result.name = raw.name;
        const onnx::TensorProto* stored = nullptr;
        if (raw.initializer != kNoNode) {
            result.kind = ParameterSource::Kind::Initializer;
            result.index = raw.initializer;
            stored = &m_graph.initializer(static_cast<int>(raw.initializer));
        } else if (raw.producer != kNoNode && m_roles[raw.producer] == NodeRole::Constant) {
            result.kind = ParameterSource::Kind::Constant;
            result.index = raw.producer;
            for (const auto& attribute : node(raw.producer).attribute()) {
                if (attribute.name() == "value" && attribute.has_t()) stored = &attribute.t();
                if (attribute.name() == "value_float" || attribute.name() == "value_floats")
                    result.elementType = onnx::TensorProto::FLOAT;
                if (attribute.name() == "value_int" || attribute.name() == "value_ints")
                    result.elementType = onnx::TensorProto::INT64;
                if (attribute.name() == "value_float" || attribute.name() == "value_int") result.count = 1;
                if (attribute.name() == "value_floats") result.count = static_cast<std::uint64_t>(attribute.floats_size());
                if (attribute.name() == "value_ints") result.count = static_cast<std::uint64_t>(attribute.ints_size());
            }
        } else if (raw.producer != kNoNode && mayBeHelper(node(raw.producer)) && inputs(raw.producer)[0] != kNoTensor) {
            result.through.push_back(raw.producer);
            tensor = inputs(raw.producer)[0];
            continue;
        }
        if (stored != nullptr) {
            result.elementType = stored->data_type();
            result.count = elementCount(dimsOf(*stored)).value_or(0);
        }
        return result;
    }
    return result;
}

} // namespace alignscope

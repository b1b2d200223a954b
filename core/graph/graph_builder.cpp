// SPDX-License-Identifier: Apache-2.0
// GraphBuilder: ids, order, producers and uses.
#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/graph/graph.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <unordered_set>

namespace alignscope {

TensorId GraphBuilder::tensor(std::string_view name)
{
    if (name.empty()) return {};
    const auto [entry, isNew] = m_tensorIndex.try_emplace(std::string(name), TensorId(m_tensors.size()));
    if (isNew) {
        m_tensors.emplace_back();
        m_tensors.back().name = name;
    }
    return entry->second;
}

void GraphBuilder::add(Operation operation, std::vector<TensorId> inputs,
                       std::vector<TensorId> outputs)
{
    m_nodes.push_back({std::move(operation), std::move(inputs), std::move(outputs)});
}

void GraphBuilder::addGraphInput(TensorId id)
{
    if (!id || m_tensors[id.index()].isGraphInput) return;
    m_tensors[id.index()].isGraphInput = true;
    m_graphInputs.push_back(id);
}

void GraphBuilder::addGraphOutput(TensorId id)
{
    if (!id || m_tensors[id.index()].isGraphOutput) return;
    m_tensors[id.index()].isGraphOutput = true;
    m_graphOutputs.push_back(id);
}

// Q1: the node's name; if empty or not unique TYPE@first output tensor, then #2, #3...
void GraphBuilder::assignIds()
{
    std::unordered_map<std::string, int> nameCount;
    for (const Node& node : m_nodes)
        if (!node.operation.name.empty()) ++nameCount[node.operation.name];

    std::unordered_set<std::string> taken;
    for (Node& node : m_nodes) {
        Operation& operation = node.operation;
        if (operation.id.empty() && !operation.name.empty() && nameCount[operation.name] == 1)
            operation.id = operation.name;
        if (!operation.id.empty()) taken.insert(operation.id);
    }
    for (Node& node : m_nodes) {
        Operation& operation = node.operation;
        if (!operation.id.empty()) continue;
        const auto written = std::find_if(node.outputs.begin(), node.outputs.end(),
                                          [](TensorId id) { return id.valid(); });
        std::string base = operation.type + "@"
            + (written == node.outputs.end() ? std::string() : m_tensors[written->index()].name);
        std::string id = base;
        for (int number = 2; !taken.insert(id).second; ++number)
            id = base + "#" + std::to_string(number);
        operation.id = std::move(id);
    }
}

std::vector<std::uint32_t> GraphBuilder::topologicalOrder(std::vector<Message>& notices) const
{
    const auto count = m_nodes.size();
    std::vector<std::uint32_t> producer(m_tensors.size(), OpId::kNone);
    for (std::uint32_t node = 0; node < count; ++node)
        for (const TensorId output : m_nodes[node].outputs)
            if (output && producer[output.index()] == OpId::kNone)
                producer[output.index()] = node;

    std::vector<std::uint32_t> pending(count, 0);
    std::vector<std::vector<std::uint32_t>> readers(count);
    bool sorted = true;
    for (std::uint32_t node = 0; node < count; ++node) {
        for (const TensorId input : m_nodes[node].inputs) {
            if (!input) continue;
            const auto from = producer[input.index()];
            if (from == OpId::kNone) continue;
            ++pending[node];
            readers[from].push_back(node);
            sorted = sorted && from < node;
        }
    }
    std::vector<std::uint32_t> order;
    order.reserve(count);
    if (sorted) {
        for (std::uint32_t node = 0; node < count; ++node) order.push_back(node);
        return order;
    }
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready;
    for (std::uint32_t node = 0; node < count; ++node)
        if (pending[node] == 0) ready.push(node);
    while (!ready.empty()) {
        const auto node = ready.top();
        ready.pop();
        order.push_back(node);
        for (const auto reader : readers[node])
            if (--pending[reader] == 0) ready.push(reader);
    }
    if (order.size() < count) {
        bool told = false;
        for (std::uint32_t node = 0; node < count; ++node) {
            if (pending[node] == 0) continue;
            if (!told) notices.push_back({MessageCode::GraphHasCycle, {m_nodes[node].operation.id}});
            told = true;
            order.push_back(node);
        }
    }
    return order;
}

void GraphBuilder::reorder(std::vector<std::uint32_t>& sequence, std::span<const std::string> ids) const
{
    std::unordered_map<std::string_view, std::uint32_t> nodeOf;
    for (std::uint32_t node = 0; node < m_nodes.size(); ++node) nodeOf.emplace(m_nodes[node].operation.id, node);
    std::vector<std::uint32_t> named;
    std::vector<bool> isNamed(m_nodes.size(), false);
    for (const std::string& id : ids) {
        const auto found = nodeOf.find(id);
        if (found == nodeOf.end() || isNamed[found->second]) continue;
        isNamed[found->second] = true;
        named.push_back(found->second);
    }
    auto next = named.begin();
    for (std::uint32_t& place : sequence)
        if (isNamed[place]) place = *next++;
}

Result<GraphBuilder::Built> GraphBuilder::build(OperationOrder order) &&
{
    return build(order, {});
}

Result<GraphBuilder::Built> GraphBuilder::build(std::span<const std::string> ids) &&
{
    return build(OperationOrder::Topological, ids);
}

Result<GraphBuilder::Built> GraphBuilder::build(OperationOrder order, std::span<const std::string> ids)
{
    std::size_t edges = 0;
    for (const Node& node : m_nodes) edges += node.inputs.size() + node.outputs.size();
    const auto tooMany = [](const char* what, std::size_t limit) {
        return fail(MessageCode::TooManyItems, what, std::to_string(limit));
    };
    if (m_nodes.size() > limits::kMaxOperations) return tooMany("operations", limits::kMaxOperations);
    if (m_tensors.size() > limits::kMaxTensors) return tooMany("tensors", limits::kMaxTensors);
    if (edges > limits::kMaxEdges) return tooMany("edges", limits::kMaxEdges);

    Built built;
    assignIds();
    std::vector<std::uint32_t> sequence;
    if (order == OperationOrder::Topological) {
        sequence = topologicalOrder(built.notices);
    } else {
        sequence.resize(m_nodes.size());
        for (std::uint32_t i = 0; i < sequence.size(); ++i) sequence[i] = i;
    }
    if (!ids.empty()) reorder(sequence, ids);

    auto graph = std::make_shared<Graph>();
    graph->m_tensors = std::move(m_tensors);
    graph->m_graphInputs = std::move(m_graphInputs);
    graph->m_graphOutputs = std::move(m_graphOutputs);
    graph->m_producers.resize(graph->m_tensors.size());
    graph->m_operations.reserve(m_nodes.size());
    graph->m_operands.reserve(edges);

    // The first producer in the file counts, whatever the order of the operations.
    for (std::uint32_t node = 0; node < m_nodes.size(); ++node) {
        const auto& outputs = m_nodes[node].outputs;
        for (std::uint32_t index = 0; index < outputs.size(); ++index) {
            if (!outputs[index]) continue;
            Use& producer = graph->m_producers[outputs[index].index()];
            if (producer.operation) {
                built.notices.push_back(
                    {MessageCode::SecondProducer,
                     {graph->m_tensors[outputs[index].index()].name,
                      m_nodes[producer.operation.index()].operation.id, m_nodes[node].operation.id}});
            } else {
                producer = {OpId(node), index};
            }
        }
    }
    std::vector<std::uint32_t> placeOf(m_nodes.size());
    for (std::uint32_t place = 0; place < sequence.size(); ++place) placeOf[sequence[place]] = place;
    for (Use& producer : graph->m_producers)
        if (producer.operation) producer.operation = OpId(placeOf[producer.operation.index()]);

    std::vector<std::uint32_t> useCount(graph->m_tensors.size() + 1, 0);
    for (const auto index : sequence) {
        Node& node = m_nodes[index];
        graph->m_inputBegin.push_back(static_cast<std::uint32_t>(graph->m_operands.size()));
        for (const TensorId input : node.inputs) {
            graph->m_operands.push_back(input);
            if (input) ++useCount[input.index()];
        }
        graph->m_outputBegin.push_back(static_cast<std::uint32_t>(graph->m_operands.size()));
        graph->m_operands.insert(graph->m_operands.end(), node.outputs.begin(), node.outputs.end());
        graph->m_operations.push_back(std::move(node.operation));
    }
    graph->m_inputBegin.push_back(static_cast<std::uint32_t>(graph->m_operands.size()));

    graph->m_useBegin.resize(graph->m_tensors.size() + 1, 0);
    for (std::size_t i = 0; i < graph->m_tensors.size(); ++i)
        graph->m_useBegin[i + 1] = graph->m_useBegin[i] + useCount[i];
    graph->m_uses.resize(graph->m_useBegin.back());
    std::vector<std::uint32_t> next(graph->m_useBegin.begin(), graph->m_useBegin.end() - 1);
    for (std::uint32_t op = 0; op < graph->m_operations.size(); ++op) {
        const auto inputs = graph->inputs(OpId(op));
        for (std::uint32_t index = 0; index < inputs.size(); ++index)
            if (inputs[index]) graph->m_uses[next[inputs[index].index()]++] = {OpId(op), index};
    }
    for (std::uint32_t op = 0; op < graph->m_operations.size(); ++op)
        graph->m_operationIndex.emplace(graph->m_operations[op].id, OpId(op));
    for (std::uint32_t tensor = 0; tensor < graph->m_tensors.size(); ++tensor)
        graph->m_tensorIndex.emplace(graph->m_tensors[tensor].name, TensorId(tensor));
    built.graph = std::move(graph);
    return built;
}

} // namespace alignscope

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
    const auto next = static_cast<std::uint32_t>(m_tensors.size());
    const auto nameOf = [this](std::uint32_t number) -> std::string_view { return m_tensors[number].name; };
    const TensorId id(m_tensorIndex.insert(name, next, nameOf));
    return id.value() == next ? newTensor(name) : id;
}

TensorId GraphBuilder::newTensor(std::string_view name)
{
    m_tensors.emplace_back();
    m_tensors.back().name = name;
    return TensorId(m_tensors.size() - 1);
}

void GraphBuilder::add(Operation operation, std::span<const TensorId> inputs, std::span<const TensorId> outputs)
{
    m_nodes.push_back(std::move(operation));
    m_inputBegin.push_back(static_cast<std::uint32_t>(m_operands.size()));
    m_operands.insert(m_operands.end(), inputs.begin(), inputs.end());
    m_outputBegin.push_back(static_cast<std::uint32_t>(m_operands.size()));
    m_operands.insert(m_operands.end(), outputs.begin(), outputs.end());
}

void GraphBuilder::reserve(std::size_t operations, std::size_t tensors)
{
    m_nodes.reserve(operations);
    m_inputBegin.reserve(operations);
    m_outputBegin.reserve(operations);
    m_tensors.reserve(tensors);
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
    const auto nameOf = [this](std::uint32_t node) -> std::string_view { return m_nodes[node].name; };
    NameTable names;
    names.reserve(m_nodes.size());
    std::vector<bool> repeated(m_nodes.size(), false); // by the first node with the name
    std::vector<std::uint32_t> firstWith(m_nodes.size());
    for (std::uint32_t node = 0; node < nodeCount(); ++node) {
        if (m_nodes[node].name.empty()) continue;
        firstWith[node] = names.insert(m_nodes[node].name, node, nameOf);
        if (firstWith[node] != node) repeated[firstWith[node]] = true;
    }
    bool all = true;
    for (std::uint32_t node = 0; node < nodeCount(); ++node) {
        Operation& operation = m_nodes[node];
        if (operation.id.empty() && !operation.name.empty() && !repeated[firstWith[node]]) operation.id = operation.name;
        all = all && !operation.id.empty();
    }
    if (all) return;

    std::unordered_set<std::string> taken;
    for (const Operation& operation : m_nodes)
        if (!operation.id.empty()) taken.insert(operation.id);
    for (std::uint32_t node = 0; node < nodeCount(); ++node) {
        Operation& operation = m_nodes[node];
        if (!operation.id.empty()) continue;
        const auto written = outputs(node);
        const auto first = std::find_if(written.begin(), written.end(), [](TensorId id) { return id.valid(); });
        const std::string base =
            operation.type + "@" + (first == written.end() ? std::string() : m_tensors[first->index()].name);
        std::string id = base;
        for (int number = 2; !taken.insert(id).second; ++number)
            id = base + "#" + std::to_string(number);
        operation.id = std::move(id);
    }
}

std::vector<std::uint32_t> GraphBuilder::topologicalOrder(std::vector<Message>& notices) const
{
    const std::uint32_t count = nodeCount();
    std::vector<std::uint32_t> producer(m_tensors.size(), OpId::kNone);
    for (std::uint32_t node = 0; node < count; ++node)
        for (const TensorId output : outputs(node))
            if (output && producer[output.index()] == OpId::kNone)
                producer[output.index()] = node;

    const auto producerOf = [&](TensorId input) { return input ? producer[input.index()] : OpId::kNone; };
    bool sorted = true;
    for (std::uint32_t node = 0; node < count; ++node)
        for (const TensorId input : inputs(node))
            sorted = sorted && (producerOf(input) == OpId::kNone || producerOf(input) < node);
    std::vector<std::uint32_t> order;
    order.reserve(count);
    if (sorted) {
        for (std::uint32_t node = 0; node < count; ++node) order.push_back(node);
        return order;
    }
    std::vector<std::uint32_t> pending(count, 0);
    std::vector<std::vector<std::uint32_t>> readers(count);
    for (std::uint32_t node = 0; node < count; ++node) {
        for (const TensorId input : inputs(node)) {
            const auto from = producerOf(input);
            if (from == OpId::kNone) continue;
            ++pending[node];
            readers[from].push_back(node);
        }
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
            if (!told) notices.push_back({MessageCode::GraphHasCycle, {m_nodes[node].id}});
            told = true;
            order.push_back(node);
        }
    }
    return order;
}

void GraphBuilder::reorder(std::vector<std::uint32_t>& sequence, std::span<const std::string> ids) const
{
    std::unordered_map<std::string_view, std::uint32_t> nodeOf;
    for (std::uint32_t node = 0; node < m_nodes.size(); ++node) nodeOf.emplace(m_nodes[node].id, node);
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
    const std::size_t edges = m_operands.size();
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

    // The first producer in the file counts, whatever the order of the operations.
    for (std::uint32_t node = 0; node < m_nodes.size(); ++node) {
        const auto written = outputs(node);
        for (std::uint32_t index = 0; index < written.size(); ++index) {
            if (!written[index]) continue;
            Use& producer = graph->m_producers[written[index].index()];
            if (producer.operation) {
                built.notices.push_back(
                    {MessageCode::SecondProducer,
                     {graph->m_tensors[written[index].index()].name, m_nodes[producer.operation.index()].id,
                      m_nodes[node].id}});
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
    for (std::uint32_t node = 0; node < nodeCount(); ++node)
        for (const TensorId input : inputs(node))
            if (input) ++useCount[input.index()];
    if (std::is_sorted(sequence.begin(), sequence.end())) { // as they were added
        graph->m_operations = std::move(m_nodes);
        graph->m_operands = std::move(m_operands);
        graph->m_inputBegin = std::move(m_inputBegin);
        graph->m_outputBegin = std::move(m_outputBegin);
    } else {
        graph->m_operations.reserve(sequence.size());
        graph->m_operands.reserve(edges);
        graph->m_inputBegin.reserve(sequence.size() + 1);
        graph->m_outputBegin.reserve(sequence.size());
        for (const auto node : sequence) {
            const auto read = inputs(node);
            const auto written = outputs(node);
            graph->m_inputBegin.push_back(static_cast<std::uint32_t>(graph->m_operands.size()));
            graph->m_operands.insert(graph->m_operands.end(), read.begin(), read.end());
            graph->m_outputBegin.push_back(static_cast<std::uint32_t>(graph->m_operands.size()));
            graph->m_operands.insert(graph->m_operands.end(), written.begin(), written.end());
            graph->m_operations.push_back(std::move(m_nodes[node]));
        }
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
    graph->m_tensors.shrink_to_fit();
    graph->indexNames();
    built.graph = std::move(graph);
    return built;
}

} // namespace alignscope

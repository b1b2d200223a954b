// SPDX-License-Identifier: Apache-2.0
#include "tests/support/layout/model_graph.h"

#include <algorithm>
#include <vector>

namespace alignscope::testing
{

namespace
{

constexpr std::uint32_t kNone = 0xffffffff;

double port(std::size_t index, std::size_t count)
{
    return (static_cast<double>(index) + 1) / (static_cast<double>(count) + 1);
}

double widthOf(const Operation& operation, std::size_t ports)
{
    const auto letters = static_cast<double>(std::min<std::size_t>(operation.name.size(), 22));
    return std::max({96.0, 30 + 7 * letters, 44 * static_cast<double>(std::min<std::size_t>(ports, 24))});
}

} // namespace

layout::InputGraph drawnGraph(const Graph& graph)
{
    layout::InputGraph drawn;
    std::vector<std::uint32_t> source(graph.tensorCount(), kNone);
    std::vector<double> sourcePort(graph.tensorCount(), 0.5);
    for (const TensorId tensor : graph.graphInputs()) {
        if (graph.tensor(tensor).kind != TensorKind::Activation) continue;
        source[tensor.index()] = static_cast<std::uint32_t>(drawn.nodes.size());
        drawn.nodes.push_back({110, 34});
    }
    const auto firstOperation = static_cast<std::uint32_t>(drawn.nodes.size());
    for (std::uint32_t op = 0; op < graph.operationCount(); ++op) {
        const auto outputs = graph.outputs(OpId(op));
        for (std::size_t o = 0; o < outputs.size(); ++o) {
            if (!outputs[o] || graph.producer(outputs[o]) != OpId(op)) continue;
            source[outputs[o].index()] = firstOperation + op;
            sourcePort[outputs[o].index()] = port(o, outputs.size());
        }
        std::size_t inputs = 0;
        for (const TensorId input : graph.inputs(OpId(op)))
            inputs += input && graph.tensor(input).kind == TensorKind::Activation;
        drawn.nodes.push_back({widthOf(graph.operation(OpId(op)), std::max(inputs, outputs.size())), 76});
    }
    for (std::uint32_t op = 0; op < graph.operationCount(); ++op) {
        std::vector<TensorId> inputs;
        for (const TensorId input : graph.inputs(OpId(op)))
            if (input && source[input.index()] != kNone) inputs.push_back(input);
        for (std::size_t i = 0; i < inputs.size(); ++i)
            drawn.edges.push_back({source[inputs[i].index()], firstOperation + op,
                                   sourcePort[inputs[i].index()], port(i, inputs.size())});
    }
    for (const TensorId tensor : graph.graphOutputs()) {
        if (source[tensor.index()] == kNone) continue;
        drawn.edges.push_back({source[tensor.index()], static_cast<std::uint32_t>(drawn.nodes.size()),
                               sourcePort[tensor.index()], 0.5});
        drawn.nodes.push_back({110, 34});
    }
    return drawn;
}

} // namespace alignscope::testing

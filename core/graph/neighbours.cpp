// SPDX-License-Identifier: Apache-2.0
#include "core/graph/neighbours.h"

#include <algorithm>

namespace alignscope {

std::vector<Neighbour> producersOf(const Graph& graph, OpId operation)
{
    std::vector<Neighbour> found;
    const auto inputs = graph.inputs(operation);
    for (std::uint32_t i = 0; i < inputs.size(); ++i)
        if (inputs[i] && graph.producer(inputs[i])) found.push_back({graph.producer(inputs[i]), inputs[i], i});
    return found;
}

std::vector<Neighbour> consumersOf(const Graph& graph, TensorId tensor)
{
    std::vector<Neighbour> found;
    for (const Use& use : graph.uses(tensor)) found.push_back({use.operation, tensor, use.index});
    return found;
}

std::vector<Neighbour> consumersOf(const Graph& graph, OpId operation)
{
    std::vector<Neighbour> found;
    for (const TensorId output : graph.outputs(operation)) {
        if (!output) continue;
        const auto readers = consumersOf(graph, output);
        found.insert(found.end(), readers.begin(), readers.end());
    }
    return found;
}

std::vector<OpId> neighbourhood(const Graph& graph, std::span<const OpId> seeds, std::uint32_t hops)
{
    std::vector<bool> seen(graph.operationCount(), false);
    std::vector<bool> seenTensor(graph.tensorCount(), false);
    std::vector<OpId> all;
    std::vector<OpId> border;
    const auto reach = [&](OpId operation, std::vector<OpId>& next) {
        if (!operation || seen[operation.index()]) return;
        seen[operation.index()] = true;
        next.push_back(operation);
        all.push_back(operation);
    };
    for (const OpId seed : seeds) reach(seed, border);
    // Readers of a graph input that was reached, one hop later.
    std::vector<TensorId> inputs;
    for (std::uint32_t hop = 0; hop < hops; ++hop) {
        std::vector<OpId> next;
        for (const TensorId tensor : inputs)
            for (const Use& use : graph.uses(tensor)) reach(use.operation, next);
        inputs.clear();
        for (const OpId operation : border) {
            for (const Neighbour& n : producersOf(graph, operation)) reach(n.operation, next);
            for (const Neighbour& n : consumersOf(graph, operation)) reach(n.operation, next);
            for (const TensorId tensor : graph.inputs(operation)) {
                if (!tensor || graph.producer(tensor) || seenTensor[tensor.index()]
                    || graph.tensor(tensor).kind == TensorKind::Constant)
                    continue;
                seenTensor[tensor.index()] = true;
                inputs.push_back(tensor);
            }
        }
        if (next.empty() && inputs.empty()) break;
        border = std::move(next);
    }
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/compare/operation_order.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace alignscope {

std::string_view toText(OperationOrderKind order) noexcept
{
    switch (order) {
    case OperationOrderKind::Listed: return "listed";
    case OperationOrderKind::Topological: return "topological";
    case OperationOrderKind::Reversed: return "reversed";
    }
    return {};
}

std::vector<OpId> operationsInOrder(const Graph& graph, OperationOrderKind order)
{
    const auto count = static_cast<std::uint32_t>(graph.operationCount());
    std::vector<OpId> operations;
    operations.reserve(count);
    if (order == OperationOrderKind::Listed) {
        for (std::uint32_t op = 0; op < count; ++op) operations.emplace_back(op);
        return operations;
    }
    std::vector<std::uint32_t> waiting(count, 0); // inputs whose producer has not been visited
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready;
    for (std::uint32_t op = 0; op < count; ++op) {
        for (const TensorId input : graph.inputs(OpId(op)))
            if (input && graph.producer(input)) ++waiting[op];
        if (waiting[op] == 0) ready.push(op);
    }
    std::vector<bool> visited(count, false);
    while (!ready.empty()) {
        const OpId next(ready.top());
        ready.pop();
        visited[next.index()] = true;
        operations.push_back(next);
        for (const TensorId output : graph.outputs(next)) {
            if (!output) continue;
            for (const Use& use : graph.uses(output))
                if (--waiting[use.operation.index()] == 0) ready.push(use.operation.value());
        }
    }
    for (std::uint32_t op = 0; op < count; ++op) // around a cycle: as listed
        if (!visited[op]) operations.emplace_back(op);
    if (order == OperationOrderKind::Reversed) std::reverse(operations.begin(), operations.end());
    return operations;
}

Model withOrder(const Model& model, OperationOrderKind order)
{
    Model result = model;
    if (model.slotGraph && order != OperationOrderKind::Listed)
        result.slotGraph = std::make_shared<SlotGraph>(
            model.slotGraph->inOrder(operationsInOrder(*model.graph, order)));
    return result;
}

} // namespace alignscope

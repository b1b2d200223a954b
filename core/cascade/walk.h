// SPDX-License-Identifier: Apache-2.0
// Walk: breadth-first walks over the operations of a graph, along edges in both directions.
#pragma once

#include "core/graph/graph.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace alignscope {

/// One walk at a time; stamps spare clearing between walks.
class Walk {
public:
    explicit Walk(const Graph& graph) : m_graph(graph), m_stamp(graph.operationCount(), 0), m_depth(m_stamp) {}

    /// Calls `reached(operation, edges from start)`, nearest first, until it returned true `wanted`
    /// times or everything was reached.
    template <class Reached> void from(OpId start, std::size_t wanted, Reached reached)
    {
        ++m_now;
        m_queue.assign(1, start);
        m_stamp[start.index()] = m_now;
        m_depth[start.index()] = 0;
        for (std::size_t next = 0; next < m_queue.size() && wanted > 0; ++next) {
            const OpId at = m_queue[next];
            const std::uint32_t depth = m_depth[at.index()];
            if (reached(at, depth)) --wanted;
            for (const TensorId tensor : m_graph.inputs(at))
                if (tensor) visit(m_graph.producer(tensor), depth + 1);
            for (const TensorId tensor : m_graph.outputs(at)) {
                if (!tensor) continue;
                for (const Use& use : m_graph.uses(tensor)) visit(use.operation, depth + 1);
            }
        }
    }

private:
    void visit(OpId operation, std::uint32_t depth)
    {
        if (!operation || m_stamp[operation.index()] == m_now) return;
        m_stamp[operation.index()] = m_now;
        m_depth[operation.index()] = depth;
        m_queue.push_back(operation);
    }

    const Graph& m_graph;
    std::vector<std::uint32_t> m_stamp;
    std::vector<std::uint32_t> m_depth;
    std::vector<OpId> m_queue;
    std::uint32_t m_now = 0;
};

} // namespace alignscope

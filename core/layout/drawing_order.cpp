// SPDX-License-Identifier: Apache-2.0
#include "core/layout/drawing_order.h"

#include "core/base/disjoint_sets.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>

namespace alignscope::layout
{

namespace
{

/// Edges grouped by one of their ends.
struct Grouped {
    std::vector<Index> begin, edges;

    Grouped(std::size_t nodeCount, const std::vector<InputEdge>& input, Index InputEdge::*end)
        : begin(nodeCount + 1), edges(input.size())
    {
        for (const InputEdge& edge : input)
            ++begin[edge.*end + 1];
        for (std::size_t i = 1; i < begin.size(); ++i)
            begin[i] += begin[i - 1];
        std::vector<Index> next(begin.begin(), begin.end() - 1);
        for (Index e = 0; e < input.size(); ++e)
            edges[next[input[e].*end]++] = e;
    }
};

/// Kahn's order with the caller's order for ties; where a cycle blocks it, the earliest node goes
/// first. Returns the depth (longest path from a source) and marks the edges that lead backward.
std::vector<Index> findDepths(std::size_t n, const std::vector<InputEdge>& edges, const Grouped& out,
                              const Grouped& in, std::vector<std::uint8_t>& backward)
{
    std::vector<Index> open(n);
    for (const InputEdge& edge : edges)
        if (edge.from != edge.to) ++open[edge.to];
    std::priority_queue<Index, std::vector<Index>, std::greater<>> ready;
    for (Index v = 0; v < n; ++v)
        if (open[v] == 0) ready.push(v);
    std::vector<std::uint8_t> done(n);
    std::vector<Index> depth(n);
    Index earliest = 0;
    for (std::size_t count = 0; count < n; ++count) {
        Index v = 0;
        if (!ready.empty()) {
            v = ready.top();
            ready.pop();
        } else {
            while (done[earliest])
                ++earliest;
            v = earliest;
        }
        done[v] = 1;
        for (Index i = in.begin[v]; i < in.begin[v + 1]; ++i)
            if (!done[edges[in.edges[i]].from] || edges[in.edges[i]].from == v) backward[in.edges[i]] = 1;
        for (Index i = out.begin[v]; i < out.begin[v + 1]; ++i) {
            const Index to = edges[out.edges[i]].to;
            if (done[to]) continue;
            depth[to] = std::max(depth[to], depth[v] + 1);
            if (--open[to] == 0) ready.push(to);
        }
    }
    return depth;
}

void findComponents(DrawingOrder& result, const std::vector<InputEdge>& edges)
{
    const std::size_t n = result.component.size();
    DisjointSets sets(n);
    for (const InputEdge& edge : edges) {
        sets.unite(edge.from, edge.to);
    }
    for (Index v = 0; v < n; ++v) // a root is the smallest of its component
        result.component[v] = sets.find(v) == v ? result.componentCount++ : result.component[sets.find(v)];
}

} // namespace

DrawingOrder findDrawingOrder(std::size_t n, const std::vector<InputEdge>& edges)
{
    DrawingOrder result;
    result.backward.assign(edges.size(), 0);
    result.component.assign(n, 0);
    result.position.assign(n, 0);
    result.order.reserve(n);
    const Grouped out(n, edges, &InputEdge::from);
    const Grouped in(n, edges, &InputEdge::to);
    result.highest = findDepths(n, edges, out, in, result.backward);
    const std::vector<Index>& depth = result.highest;
    findComponents(result, edges);

    // Producers of each node, the deepest first: the long branch is drawn, then the short ones,
    // then what starts right there.
    std::vector<Index> producers;
    std::vector<Index> producerBegin(n + 1);
    producers.reserve(edges.size());
    std::vector<std::uint8_t> isRead(n);
    for (Index v = 0; v < n; ++v) {
        producerBegin[v] = static_cast<Index>(producers.size());
        for (Index i = in.begin[v]; i < in.begin[v + 1]; ++i) {
            const Index e = in.edges[i];
            if (result.backward[e]) continue;
            producers.push_back(edges[e].from);
            isRead[edges[e].from] = 1;
        }
        std::stable_sort(producers.begin() + producerBegin[v], producers.end(),
                         [&](Index a, Index b) { return depth[a] > depth[b]; });
    }
    producerBegin[n] = static_cast<Index>(producers.size());

    std::vector<Index> sinks;
    for (Index v = 0; v < n; ++v)
        if (!isRead[v]) sinks.push_back(v);
    std::stable_sort(sinks.begin(), sinks.end(), [&](Index a, Index b) {
        if (result.component[a] != result.component[b]) return result.component[a] < result.component[b];
        return depth[a] < depth[b];
    });
    std::vector<std::uint8_t> entered(n);
    std::vector<Index> stack;
    std::vector<Index> next(producerBegin.begin(), producerBegin.end() - 1);
    for (const Index sink : sinks) {
        entered[sink] = 1;
        stack.push_back(sink);
        while (!stack.empty()) {
            const Index v = stack.back();
            if (next[v] < producerBegin[v + 1]) {
                const Index producer = producers[next[v]++];
                if (entered[producer]) continue;
                entered[producer] = 1;
                stack.push_back(producer);
            } else {
                stack.pop_back();
                result.position[v] = static_cast<Index>(result.order.size());
                result.order.push_back(v);
            }
        }
    }
    result.lowest.assign(n, std::numeric_limits<Index>::max());
    for (std::size_t p = n; p-- > 0;) {
        const Index v = result.order[p];
        if (!isRead[v]) result.lowest[v] = depth[v];
        for (Index i = producerBegin[v]; i < producerBegin[v + 1]; ++i)
            result.lowest[producers[i]] = std::min(result.lowest[producers[i]], result.lowest[v] - 1);
    }
    return result;
}

} // namespace alignscope::layout

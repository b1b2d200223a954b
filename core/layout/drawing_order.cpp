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

/// Moves a few nodes that read others far above, and are read less often than that, up to the last of these: fewer
/// lines come down from there.
class EarlyParts {
public:
    EarlyParts(DrawingOrder& result, const std::vector<InputEdge>& edges, const Grouped& out, const std::vector<Index>& producers,
               const std::vector<Index>& producerBegin)
        : m_result(result), m_edges(edges), m_out(out), m_producers(producers), m_producerBegin(producerBegin),
          m_part(m_result.position.size())
    {
    }

    /// What was added to the order since it had `begin` nodes, for `reader`. Where it moves, the `begins` beyond its new place follow.
    void add(Index begin, Index reader, std::vector<Index>& begins)
    {
        constexpr Index kMost = 64;  // nodes
        constexpr Index kFar = 200;  // places in the order, and ranks: in a segment these see to it
        auto& order = m_result.order;
        const auto end = static_cast<Index>(order.size());
        if (end - begin > kMost || begin < kFar) return;
        Index last = 0; // of those it reads
        Index first = end;
        Index reads = 0;
        for (Index p = begin; p < end; ++p)
            for (Index i = m_producerBegin[order[p]]; i < m_producerBegin[order[p] + 1]; ++i) {
                const Index producer = m_producers[i];
                const Index at = m_result.position[producer];
                if (at >= begin) continue;
                if (at + kFar > begin || m_result.highest[producer] + kFar > m_result.highest[reader]) return;
                last = std::max(last, at);
                if (m_out.begin[producer + 1] - m_out.begin[producer] > kManyReaders) continue; // hardly drawn as a line
                first = std::min(first, at);
                ++reads;
            }
        if (first >= last || reads < 3 * countReaders(begin)) return;
        const std::size_t moved = end - last + begins.size();
        if (moved > m_work) return;
        m_work -= moved;
        std::rotate(order.begin() + last + 1, order.begin() + begin, order.end());
        for (Index p = last + 1; p < end; ++p)
            m_result.position[order[p]] = p;
        for (Index& each : begins)
            if (each > last) each += end - begin;
    }

private:
    /// Lines that lead out of what was added since.
    Index countReaders(Index begin)
    {
        const auto& order = m_result.order;
        ++m_now;
        for (std::size_t p = begin; p < order.size(); ++p)
            m_part[order[p]] = m_now;
        Index readers = 0;
        for (std::size_t p = begin; p < order.size(); ++p)
            for (Index i = m_out.begin[order[p]]; i < m_out.begin[order[p] + 1]; ++i)
                readers += m_part[m_edges[m_out.edges[i]].to] != m_now ? 1U : 0U;
        return readers;
    }

    DrawingOrder& m_result;
    const std::vector<InputEdge>& m_edges;
    const Grouped& m_out;
    const std::vector<Index>& m_producers;
    const std::vector<Index>& m_producerBegin;
    std::vector<Index> m_part; // by node: the last part counted that it stands in
    Index m_now = 0;
    std::size_t m_work = 5'000'000; // places
};

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
    std::vector<Index> begins; // of each on the stack: where what it needs begins in the order
    std::vector<Index> next(producerBegin.begin(), producerBegin.end() - 1);
    EarlyParts early(result, edges, out, producers, producerBegin);
    const auto enter = [&](Index v) {
        entered[v] = 1;
        stack.push_back(v);
        begins.push_back(static_cast<Index>(result.order.size()));
    };
    for (const Index sink : sinks) {
        enter(sink);
        while (!stack.empty()) {
            const Index v = stack.back();
            if (next[v] < producerBegin[v + 1]) {
                const Index producer = producers[next[v]++];
                if (!entered[producer]) enter(producer);
                continue;
            }
            const Index begin = begins.back();
            stack.pop_back();
            begins.pop_back();
            result.position[v] = static_cast<Index>(result.order.size());
            result.order.push_back(v);
            if (!stack.empty()) early.add(begin, stack.back(), begins);
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

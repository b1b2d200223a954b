// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/hops.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace alignscope {
namespace {

// Breadth-first walks from one operation at a time; stamps spare clearing between walks.
class Walk {
public:
    explicit Walk(const Graph& graph) : m_graph(graph), m_stamp(graph.operationCount(), 0), m_depth(m_stamp)
    {
    }

    // Walks until `wanted` operations are reached or everything is.
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

} // namespace

void countHops(const Model& model, const Outcome& outcome, std::vector<Change>& changes)
{
    const SlotList& slots = model.baseline.slots();
    // Changes sorted by the operation that caused them and the operation they happened at.
    struct Pair {
        OpId cause;
        OpId place;
        std::uint32_t change;
    };
    std::vector<Pair> pairs;
    for (std::uint32_t i = 0; i < changes.size(); ++i)
        if (!changes[i].cause.empty())
            pairs.push_back({outcome.steps[changes[i].cause.back()].operation,
                             slots[changes[i].slot].operation, i});
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return std::pair(a.cause, a.place) < std::pair(b.cause, b.place);
    });
    Walk walk(*model.graph);
    for (std::size_t begin = 0; begin < pairs.size();) {
        std::size_t end = begin;
        std::size_t places = 0;
        for (; end < pairs.size() && pairs[end].cause == pairs[begin].cause; ++end)
            places += end == begin || pairs[end].place != pairs[end - 1].place ? 1U : 0U;
        walk.from(pairs[begin].cause, places, [&](OpId at, std::uint32_t depth) {
            auto found = std::lower_bound(pairs.begin() + static_cast<std::ptrdiff_t>(begin),
                                          pairs.begin() + static_cast<std::ptrdiff_t>(end), at,
                                          [](const Pair& pair, OpId id) { return pair.place < id; });
            const auto last = pairs.begin() + static_cast<std::ptrdiff_t>(end);
            const bool here = found != last && found->place == at;
            for (; found != last && found->place == at; ++found) changes[found->change].hops = depth;
            return here;
        });
        begin = end;
    }
}

} // namespace alignscope

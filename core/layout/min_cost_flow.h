// SPDX-License-Identifier: Apache-2.0
// MinCostFlow: the network simplex method; its potentials place what the arcs hold together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace alignscope::layout
{

/// Add arcs, then solve once. The potentials of the nodes solve the dual problem: they make
///   sum of weight * |p[to] - p[from] - distance|  over all springs
/// least while p[right] - p[left] >= distance holds for every pair that is kept apart.
/// Parts that no arc connects stand anywhere. Deterministic.
class MinCostFlow
{
public:
    explicit MinCostFlow(std::uint32_t nodeCount);

    /// Returns the spring's number.
    std::size_t addSpring(std::uint32_t from, std::uint32_t to, double distance, std::int64_t weight);
    /// Pairs must not form a circle.
    void keepApart(std::uint32_t left, std::uint32_t right, double distance);

    /// False when it was stopped or took more than `maxPivots` steps; potentials mean nothing then.
    [[nodiscard]] bool solve(std::size_t maxPivots, const std::stop_token& stop);
    /// With which of -weight to weight the spring pulls.
    [[nodiscard]] std::int64_t force(std::size_t spring) const
    {
        return m_arcs[spring].flow - m_arcs[spring].capacity / 2;
    }
    [[nodiscard]] double potential(std::uint32_t node) const { return m_potential[node]; }

private:
    enum State : std::int8_t { Lower = 1, Tree = 0, Upper = -1 };
    struct Arc {
        std::uint32_t source = 0, target = 0;
        double cost = 0;
        std::int64_t capacity = 0;
        std::int64_t flow = 0;
        State state = Lower;
    };

    void makeTree();
    [[nodiscard]] bool findEntering(std::uint32_t& entering);
    void pivot(std::uint32_t entering);
    void rehang(std::uint32_t lowest, std::uint32_t highest, std::uint32_t under, std::uint32_t arc);
    void unlink(std::uint32_t node);
    void link(std::uint32_t node, std::uint32_t parent);
    void moveSubtree(std::uint32_t top, double by);
    [[nodiscard]] bool leadsUp(std::uint32_t node) const { return m_arcs[m_parentArc[node]].source == node; }

    std::uint32_t m_nodes;
    std::vector<Arc> m_arcs;
    std::vector<std::int64_t> m_supply;
    std::vector<std::uint32_t> m_parent, m_parentArc, m_depth, m_firstChild, m_next, m_previous;
    std::vector<double> m_potential;
    std::vector<std::uint32_t> m_stack;
    std::size_t m_searchFrom = 0;
    std::size_t m_realArcs = 0;
};

} // namespace alignscope::layout

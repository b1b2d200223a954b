// SPDX-License-Identifier: Apache-2.0
#include "core/layout/min_cost_flow.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace alignscope::layout
{

namespace
{

constexpr std::uint32_t kNoNode = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t kUnlimited = std::numeric_limits<std::int64_t>::max();
/// Reduced costs below are rounding.
constexpr double kSmallestGain = 1e-6;

} // namespace

MinCostFlow::MinCostFlow(std::uint32_t nodeCount) : m_nodes(nodeCount), m_supply(nodeCount) {}

// A spring pulls with any force between -weight and weight; forces are flows, shifted to start at 0.
std::size_t MinCostFlow::addSpring(std::uint32_t from, std::uint32_t to, double distance, std::int64_t weight)
{
    m_arcs.push_back({from, to, distance, 2 * weight, 0, Lower});
    m_supply[from] += weight;
    m_supply[to] -= weight;
    return m_arcs.size() - 1;
}

void MinCostFlow::keepApart(std::uint32_t left, std::uint32_t right, double distance)
{
    m_arcs.push_back({right, left, -distance, kUnlimited, 0, Lower});
}

/// Every node hangs below an artificial root by an arc that is too dear to stay in use.
void MinCostFlow::makeTree()
{
    m_realArcs = m_arcs.size();
    double dearest = 1;
    for (const Arc& arc : m_arcs) dearest = std::max(dearest, std::abs(arc.cost));
    const double tooDear = (dearest + 1) * (m_nodes + 1.0);
    const std::uint32_t root = m_nodes;
    m_parent.assign(std::size_t{m_nodes} + 1, root);
    m_parent[root] = kNoNode;
    m_parentArc.assign(std::size_t{m_nodes} + 1, kNoNode);
    m_depth.assign(std::size_t{m_nodes} + 1, 1);
    m_depth[root] = 0;
    m_firstChild.assign(std::size_t{m_nodes} + 1, kNoNode);
    m_next.assign(std::size_t{m_nodes} + 1, kNoNode);
    m_previous.assign(std::size_t{m_nodes} + 1, kNoNode);
    m_potential.assign(std::size_t{m_nodes} + 1, 0);
    for (std::uint32_t v = 0; v < m_nodes; ++v) {
        m_parentArc[v] = static_cast<std::uint32_t>(m_arcs.size());
        if (m_supply[v] >= 0) {
            m_arcs.push_back({v, root, 0, kUnlimited, m_supply[v], Tree});
        } else {
            m_arcs.push_back({root, v, tooDear, kUnlimited, -m_supply[v], Tree});
            m_potential[v] = tooDear;
        }
        link(v, root);
    }
}

void MinCostFlow::link(std::uint32_t node, std::uint32_t parent)
{
    m_parent[node] = parent;
    m_previous[node] = kNoNode;
    m_next[node] = m_firstChild[parent];
    if (m_next[node] != kNoNode) m_previous[m_next[node]] = node;
    m_firstChild[parent] = node;
}

void MinCostFlow::unlink(std::uint32_t node)
{
    if (m_previous[node] != kNoNode) m_next[m_previous[node]] = m_next[node];
    else m_firstChild[m_parent[node]] = m_next[node];
    if (m_next[node] != kNoNode) m_previous[m_next[node]] = m_previous[node];
}

/// The best arc of the next block that has any that gains.
bool MinCostFlow::findEntering(std::uint32_t& entering)
{
    const std::size_t block = std::max<std::size_t>(16, static_cast<std::size_t>(std::sqrt(m_realArcs)));
    double best = -kSmallestGain;
    bool found = false;
    std::size_t left = block;
    for (std::size_t i = 0; i < m_realArcs; ++i) {
        const std::size_t a = m_searchFrom;
        m_searchFrom = m_searchFrom + 1 == m_realArcs ? 0 : m_searchFrom + 1;
        const Arc& arc = m_arcs[a];
        const double reduced = arc.cost + m_potential[arc.source] - m_potential[arc.target];
        const double gain = arc.state == Lower ? reduced : arc.state == Upper ? -reduced : 0;
        if (gain < best) {
            best = gain;
            entering = static_cast<std::uint32_t>(a);
            found = true;
        }
        if (--left == 0) {
            if (found) return true;
            left = block;
        }
    }
    return found;
}

void MinCostFlow::moveSubtree(std::uint32_t top, double by)
{
    m_stack.assign(1, top);
    while (!m_stack.empty()) {
        const std::uint32_t node = m_stack.back();
        m_stack.pop_back();
        m_potential[node] += by;
        m_depth[node] = m_depth[m_parent[node]] + 1;
        for (std::uint32_t child = m_firstChild[node]; child != kNoNode; child = m_next[child])
            m_stack.push_back(child);
    }
}

/// Turns the path from `lowest` up to `highest` round and hangs it below `under`.
void MinCostFlow::rehang(std::uint32_t lowest, std::uint32_t highest, std::uint32_t under, std::uint32_t arc)
{
    std::uint32_t node = lowest;
    for (;;) {
        const std::uint32_t parent = m_parent[node];
        const std::uint32_t parentArc = m_parentArc[node];
        unlink(node);
        link(node, under);
        m_parentArc[node] = arc;
        if (node == highest) break;
        under = node;
        arc = parentArc;
        node = parent;
    }
}

void MinCostFlow::pivot(std::uint32_t entering)
{
    Arc& in = m_arcs[entering];
    const std::uint32_t first = in.state == Lower ? in.source : in.target;
    const std::uint32_t second = in.state == Lower ? in.target : in.source;
    std::uint32_t a = first;
    std::uint32_t b = second;
    while (a != b) {
        if (m_depth[a] >= m_depth[b]) a = m_parent[a];
        else b = m_parent[b];
    }
    const std::uint32_t join = a;
    // The arc that is first used up, of equals the one that keeps the method from going in circles.
    std::int64_t delta = in.capacity;
    std::uint32_t out = kNoNode;
    bool onFirst = false;
    const auto room = [&](std::uint32_t node, bool grows) {
        const Arc& arc = m_arcs[m_parentArc[node]];
        return !grows ? arc.flow : arc.capacity == kUnlimited ? kUnlimited : arc.capacity - arc.flow;
    };
    for (std::uint32_t v = first; v != join; v = m_parent[v]) {
        const std::int64_t value = room(v, !leadsUp(v));
        if (value >= delta) continue;
        delta = value;
        out = v;
        onFirst = true;
    }
    for (std::uint32_t v = second; v != join; v = m_parent[v]) {
        const std::int64_t value = room(v, leadsUp(v));
        if (value > delta) continue;
        delta = value;
        out = v;
        onFirst = false;
    }
    if (delta > 0) {
        in.flow += in.state == Lower ? delta : -delta;
        for (std::uint32_t v = first; v != join; v = m_parent[v])
            m_arcs[m_parentArc[v]].flow += leadsUp(v) ? -delta : delta;
        for (std::uint32_t v = second; v != join; v = m_parent[v])
            m_arcs[m_parentArc[v]].flow += leadsUp(v) ? delta : -delta;
    }
    if (out == kNoNode) {
        in.state = in.state == Lower ? Upper : Lower;
        return;
    }
    Arc& leaving = m_arcs[m_parentArc[out]];
    in.state = Tree;
    leaving.state = leaving.flow == 0 ? Lower : Upper;
    const std::uint32_t below = onFirst ? first : second;
    const std::uint32_t above = onFirst ? second : first;
    rehang(below, out, above, entering);
    const double wanted = in.source == below ? m_potential[above] - in.cost : m_potential[above] + in.cost;
    moveSubtree(below, wanted - m_potential[below]);
}

bool MinCostFlow::solve(std::size_t maxPivots, const std::stop_token& stop)
{
    makeTree();
    std::uint32_t entering = 0;
    for (std::size_t pivots = 0; findEntering(entering); ++pivots) {
        if (pivots >= maxPivots || ((pivots & 255) == 0 && stop.stop_requested())) return false;
        pivot(entering);
    }
    return true;
}

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/sides.h"

#include "core/base/disjoint_sets.h"
#include "core/layout/ordering.h"
#include "core/layout/ranking.h"

#include <algorithm>

namespace alignscope::layout
{

namespace
{

/// The other side must be that much emptier for a part to move.
constexpr double kEmptier = 0.9;
constexpr Index kMostItemsBalanced = 4000;

/// Items by rank and by their order there.
using Layers = std::vector<std::vector<Index>>;

/// A part with the bends of the lines within it.
class MovingPart
{
public:
    MovingPart(const Segment& segment, const Layering& layering, const std::vector<Index>& trunk,
               const std::vector<Index>& nodes)
        : m_layering(layering), m_trunk(trunk), m_mine(layering.itemCount())
    {
        std::vector<std::uint8_t> mine(segment.nodes.size());
        for (const Index v : nodes)
            mine[v] = m_mine[v] = 1;
        std::vector<std::uint8_t> bundles(segment.bundleCount);
        for (const SegmentEdge& edge : segment.edges)
            if (mine[edge.from]) bundles[edge.bundle] = 1;
        for (Index item = layering.nodeCount; item < layering.itemCount(); ++item)
            m_mine[item] = bundles[layering.bundle[item - layering.nodeCount]];
        for (Index item = 0; item < layering.itemCount(); ++item)
            if (m_mine[item]) m_ranks.push_back(layering.rank[item]);
        std::sort(m_ranks.begin(), m_ranks.end());
        m_ranks.erase(std::unique(m_ranks.begin(), m_ranks.end()), m_ranks.end());
    }

    /// -1: all of it stands left of the trunk; 1: right; 0: neither.
    [[nodiscard]] int side() const
    {
        int result = 0;
        for (const Index r : m_ranks) {
            if (m_trunk[r] == m_layering.itemCount()) continue;
            for (const Index item : m_layering.layers[r]) {
                if (!m_mine[item]) continue;
                const int here = m_layering.place[item] < m_layering.place[m_trunk[r]] ? -1 : 1;
                if (result == -here) return 0;
                result = here;
            }
        }
        return result;
    }

    /// Whether less would stand beside the trunk than now.
    [[nodiscard]] bool wantsOver(int side) const
    {
        double here = 0;
        double there = 0;
        for (const Index r : m_ranks) {
            if (m_trunk[r] == m_layering.itemCount()) continue;
            double widths[3]{0, 0, 0}; // of this part, of all on its side, of all on the other
            for (const Index item : m_layering.layers[r]) {
                if (item == m_trunk[r]) continue;
                const double width = m_layering.isBend(item) ? kLineGap : m_layering.width[item] + kNodeGap;
                const bool left = m_layering.place[item] < m_layering.place[m_trunk[r]];
                if (m_mine[item]) widths[0] += width;
                widths[left == (side < 0) ? 1 : 2] += width;
            }
            here = std::max(here, widths[1]);
            there = std::max(there, widths[2] + widths[0]);
        }
        return there < here * kEmptier;
    }

    /// The layers with the part on the other side: next to the trunk, or outside of all.
    [[nodiscard]] Layers moved(int side, bool next) const
    {
        Layers layers = m_layering.layers;
        for (const Index r : m_ranks) {
            std::vector<Index> rest;
            std::vector<Index> part;
            for (const Index item : layers[r])
                (m_mine[item] ? part : rest).push_back(item);
            const auto trunk = std::find(rest.begin(), rest.end(), m_trunk[r]);
            auto at = side < 0 ? rest.end() : rest.begin();
            if (next && trunk != rest.end()) at = side < 0 ? trunk + 1 : trunk;
            rest.insert(at, part.begin(), part.end());
            layers[r] = std::move(rest);
        }
        return layers;
    }

private:
    const Layering& m_layering;
    const std::vector<Index>& m_trunk;
    std::vector<std::uint8_t> m_mine; ///< per item
    std::vector<Index> m_ranks;
};

} // namespace

std::vector<Index> trunkItems(const Layering& layering)
{
    std::vector<Index> items(layering.layers.size(), layering.itemCount());
    for (const Link& link : layering.links) {
        if (link.priority != LinkPriority::Trunk) continue;
        items[layering.rank[link.upper]] = link.upper;
        items[layering.rank[link.lower]] = link.lower;
    }
    return items;
}

std::vector<std::vector<Index>> findFreeParts(const Segment& segment, const std::vector<std::uint8_t>& stub,
                                              const std::vector<Index>& trunk)
{
    const auto n = static_cast<Index>(segment.nodes.size());
    std::vector<std::uint8_t> isTrunk(n);
    for (const Index v : trunk)
        isTrunk[v] = 1;
    DisjointSets sets(n);
    for (Index e = 0; e < segment.edges.size(); ++e) {
        const SegmentEdge& edge = segment.edges[e];
        if (stub[e] || isTrunk[edge.from] || isTrunk[edge.to]) continue;
        sets.unite(edge.from, edge.to);
    }
    std::vector<Index> fork(n, n); // per part: the box of the trunk above it
    std::vector<std::uint8_t> comesBack(n);
    for (Index e = 0; e < segment.edges.size(); ++e) {
        const SegmentEdge& edge = segment.edges[e];
        if (stub[e] || isTrunk[edge.from] == isTrunk[edge.to]) continue;
        const Index part = sets.find(isTrunk[edge.from] ? edge.to : edge.from);
        if (!isTrunk[edge.from] || (fork[part] != n && fork[part] != edge.from)) comesBack[part] = 1;
        fork[part] = edge.from;
    }
    std::vector<Index> number(n, n);
    std::vector<std::vector<Index>> parts;
    for (Index v = 0; v < n; ++v) {
        const Index part = sets.find(v);
        if (isTrunk[v] || fork[part] == n || comesBack[part]) continue;
        if (number[part] == n) {
            number[part] = static_cast<Index>(parts.size());
            parts.emplace_back();
        }
        parts[number[part]].push_back(v);
    }
    return parts;
}

std::vector<std::int8_t> chooseSides(const Segment& segment, const std::vector<std::vector<Index>>& parts,
                                     const std::vector<Index>& rank, Index rankCount)
{
    std::vector<double> taken[2]{std::vector<double>(rankCount), std::vector<double>(rankCount)};
    std::vector<std::int8_t> side(segment.nodes.size());
    for (const auto& part : parts) {
        double widest[2]{0, 0};
        for (const Index v : part)
            for (int s = 0; s < 2; ++s)
                widest[s] = std::max(widest[s], taken[s][rank[v]]);
        const int chosen = widest[0] <= widest[1] ? 0 : 1;
        for (const Index v : part) {
            taken[chosen][rank[v]] += segment.nodes[v].width + kNodeGap;
            side[v] = chosen == 0 ? -1 : 1;
        }
    }
    return side;
}

void balanceSides(const Segment& segment, Layering& layering)
{
    if (layering.layers.empty() || layering.itemCount() > kMostItemsBalanced) return;
    const auto parts = findFreeParts(segment, layering.stub, findTrunk(segment));
    if (parts.empty()) return;
    const std::vector<Index> trunk = trunkItems(layering);
    double crossings = countCrossings(layering);
    for (const auto& nodes : parts) {
        const MovingPart part(segment, layering, trunk, nodes);
        const int side = part.side();
        if (side == 0 || !part.wantsOver(side)) continue;
        const Layers before = layering.layers;
        for (const bool next : {true, false}) {
            layering.layers = part.moved(side, next);
            layering.updatePlaces();
            const double now = countCrossings(layering);
            if (now <= crossings) {
                crossings = now;
                break;
            }
            layering.layers = before;
            layering.updatePlaces();
        }
    }
}

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/layering.h"

#include "core/layout/ranking.h"
#include "core/layout/sides.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace alignscope::layout
{

namespace
{

/// Lines that may pass a rank beside its boxes; more are not readable, and stubs are.
constexpr Index kLinesPerRank = 12;
/// Of tensors that as many read (dense concatenations) only three: a reader follows no more.
constexpr Index kReadersOfShared = 5;
constexpr Index kSharedLinesPerRank = 3;

/// Ranks that hold no further line, found quickly.
class FullRanks
{
public:
    explicit FullRanks(std::size_t count) : m_words(count / 64 + 1) {}
    void add(Index rank) { m_words[rank / 64] |= std::uint64_t{1} << (rank % 64); }
    [[nodiscard]] bool anyIn(Index begin, Index end) const
    {
        for (Index r = begin; r < end;) {
            const std::uint64_t rest = m_words[r / 64] >> (r % 64);
            if (rest != 0) return r + static_cast<Index>(std::countr_zero(rest)) < end;
            r = (r / 64 + 1) * 64;
        }
        return false;
    }

private:
    std::vector<std::uint64_t> m_words;
};

/// Decides which edges become stubs; returns per bundle the rank of the last reader that is drawn.
std::vector<Index> limitLines(const Segment& segment, Layering& layering, Index rankCount,
                              const std::vector<std::uint8_t>& onTrunk)
{
    const std::vector<Index>& rank = layering.rank;
    std::vector<Index> room(rankCount, kLinesPerRank);
    for (const Index r : rank)
        ++room[r];
    std::vector<Index> sharedRoom(rankCount, kSharedLinesPerRank);
    std::vector<Index> reach(segment.bundleCount);
    std::vector<Index> readers(segment.bundleCount);
    for (const SegmentEdge& edge : segment.edges) {
        reach[edge.bundle] = rank[edge.from];
        ++readers[edge.bundle];
    }

    std::vector<Index> order(segment.edges.size());
    std::iota(order.begin(), order.end(), Index{0});
    const auto span = [&](Index e) {
        return onTrunk[e] ? 0 : rank[segment.edges[e].to] - rank[segment.edges[e].from];
    };
    std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return span(a) < span(b); });
    FullRanks full(rankCount);
    FullRanks sharedFull(rankCount);
    for (const Index e : order) {
        const SegmentEdge& edge = segment.edges[e];
        if (edge.stub) {
            layering.stub[e] = 1;
            continue;
        }
        const Index begin = reach[edge.bundle] + 1;
        const Index end = rank[edge.to];
        const bool shared = readers[edge.bundle] >= kReadersOfShared;
        if (begin < end && !onTrunk[e]
            && (full.anyIn(begin, end) || (shared && sharedFull.anyIn(begin, end)))) {
            layering.stub[e] = 1;
            continue;
        }
        for (Index r = begin; r < end; ++r) {
            if (room[r] > 0) --room[r];
            if (room[r] == 0) full.add(r);
            if (!shared) continue;
            if (sharedRoom[r] > 0) --sharedRoom[r];
            if (sharedRoom[r] == 0) sharedFull.add(r);
        }
        reach[edge.bundle] = std::max(reach[edge.bundle], end == 0 ? 0 : end - 1);
    }
    return reach;
}

void indexLinks(Layering& layering)
{
    const std::size_t n = layering.rank.size();
    layering.upBegin.assign(n + 1, 0);
    layering.downBegin.assign(n + 1, 0);
    for (const Link& link : layering.links) {
        ++layering.upBegin[link.lower + 1];
        ++layering.downBegin[link.upper + 1];
    }
    for (std::size_t i = 1; i <= n; ++i) {
        layering.upBegin[i] += layering.upBegin[i - 1];
        layering.downBegin[i] += layering.downBegin[i - 1];
    }
    layering.up.resize(layering.links.size());
    layering.down.resize(layering.links.size());
    std::vector<Index> nextUp(layering.upBegin.begin(), layering.upBegin.end() - 1);
    std::vector<Index> nextDown(layering.downBegin.begin(), layering.downBegin.end() - 1);
    for (Index l = 0; l < layering.links.size(); ++l) {
        layering.up[nextUp[layering.links[l].lower]++] = l;
        layering.down[nextDown[layering.links[l].upper]++] = l;
    }
}

void fillLayers(Layering& layering, const std::vector<std::int8_t>& side, Index rankCount)
{
    layering.layers.assign(rankCount, {});
    std::vector<std::uint8_t> seen(layering.itemCount());
    std::vector<Index> stack;
    std::vector<Index> below;
    const auto sideOf = [&](Index item) { return layering.isBend(item) ? 0 : side[item]; };
    for (Index root = 0; root < layering.nodeCount; ++root) {
        if (seen[root] || !layering.linksAbove(root).empty()) continue;
        stack.push_back(root);
        while (!stack.empty()) {
            const Index item = stack.back();
            stack.pop_back();
            if (seen[item]) continue;
            seen[item] = 1;
            layering.layers[layering.rank[item]].push_back(item);
            const auto links = layering.linksBelow(item);
            below.assign(links.begin(), links.end());
            std::stable_sort(below.begin(), below.end(), [&](Index a, Index b) {
                const Link& x = layering.links[a];
                const Link& y = layering.links[b];
                if (x.upperPort != y.upperPort) return x.upperPort > y.upperPort;
                return sideOf(x.lower) > sideOf(y.lower);
            });
            for (const Index l : below)
                stack.push_back(layering.links[l].lower);
        }
    }
}

} // namespace

void Layering::updatePlaces()
{
    place.resize(rank.size());
    for (const auto& layer : layers)
        for (Index i = 0; i < layer.size(); ++i)
            place[layer[i]] = i;
}

Layering makeLayering(const Segment& segment, const std::vector<Index>& ranks)
{
    Layering layering;
    const auto n = static_cast<Index>(segment.nodes.size());
    layering.nodeCount = n;
    layering.continued = segment.pinTop || segment.pinBottom;
    layering.rank = ranks;
    layering.stub.assign(segment.edges.size(), 0);
    layering.chainBegin.assign(segment.bundleCount, 0);
    if (n == 0) return layering;
    const Index rankCount = *std::max_element(ranks.begin(), ranks.end()) + 1;

    std::vector<Index> trunkNext(n, n);
    const std::vector<Index> trunk = findTrunk(segment);
    layering.trunkTop = trunk.front();
    layering.trunkBottom = trunk.back();
    for (std::size_t i = 1; i < trunk.size(); ++i)
        trunkNext[trunk[i - 1]] = trunk[i];
    std::vector<std::uint8_t> onTrunk(segment.edges.size());
    for (Index e = 0; e < segment.edges.size(); ++e) {
        const SegmentEdge& edge = segment.edges[e];
        if (edge.stub || trunkNext[edge.from] != edge.to) continue;
        onTrunk[e] = 1;
        trunkNext[edge.from] = n; // of several edges to the same reader only one is the trunk
    }
    const std::vector<Index> reach = limitLines(segment, layering, rankCount, onTrunk);

    layering.width.reserve(n);
    for (const Size& size : segment.nodes)
        layering.width.push_back(size.width);
    std::vector<Index> made(segment.bundleCount); // bends of the chain + 1
    for (const SegmentEdge& edge : segment.edges) {
        if (made[edge.bundle]) continue;
        layering.chainBegin[edge.bundle] = layering.itemCount();
        const Index bends = reach[edge.bundle] - ranks[edge.from];
        made[edge.bundle] = bends + 1;
        for (Index i = 0; i < bends; ++i) {
            const Index bend = layering.itemCount();
            layering.rank.push_back(ranks[edge.from] + 1 + i);
            layering.bundle.push_back(edge.bundle);
            if (i == 0)
                layering.links.push_back({edge.from, bend, edge.fromPort, 0.5, LinkPriority::Normal});
            else
                layering.links.push_back({bend - 1, bend, 0.5, 0.5, LinkPriority::Line});
        }
    }
    layering.width.resize(layering.rank.size(), 0);
    const std::vector<std::uint8_t> spine = findSpines(segment);
    std::vector<Index> trunkReach(segment.bundleCount);
    for (Index e = 0; e < segment.edges.size(); ++e) {
        if (layering.stub[e]) continue;
        const SegmentEdge& edge = segment.edges[e];
        const Index upper = layering.itemOnRank(edge, ranks[edge.to] - 1);
        const bool direct = upper == edge.from;
        layering.links.push_back({upper, edge.to, direct ? edge.fromPort : 0.5, edge.toPort,
                                  onTrunk[e]           ? LinkPriority::Trunk
                                  : spine[e] && direct ? LinkPriority::Spine
                                                       : LinkPriority::Normal});
        if (onTrunk[e]) trunkReach[edge.bundle] = ranks[edge.to];
    }
    for (Link& link : layering.links) {
        if (!layering.isBend(link.lower)) continue;
        if (layering.rank[link.lower] < trunkReach[layering.bundle[link.lower - n]])
            link.priority = LinkPriority::Trunk;
    }
    indexLinks(layering);
    const auto side = chooseSides(segment, findFreeParts(segment, layering.stub, trunk), ranks, rankCount);
    fillLayers(layering, side, rankCount);
    layering.updatePlaces();
    return layering;
}

} // namespace alignscope::layout

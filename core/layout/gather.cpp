// SPDX-License-Identifier: Apache-2.0
#include "core/layout/gather.h"

#include "core/layout/sides.h"

#include <algorithm>

namespace alignscope::layout
{

namespace
{

constexpr Index kNoEdge = 0xffffffff;

/// The drawn edges of a box.
struct Ends {
    Index input = kNoEdge; ///< its only one
    Index inputs = 0;
    Index output = kNoEdge; ///< one of its only bundle
    bool oneOutput = true;
};

std::vector<Ends> findEnds(const Segment& segment, const Layering& layering)
{
    std::vector<Ends> ends(segment.nodes.size());
    for (Index e = 0; e < segment.edges.size(); ++e) {
        const SegmentEdge& edge = segment.edges[e];
        if (layering.stub[e]) continue;
        ends[edge.to].input = e;
        ++ends[edge.to].inputs;
        Ends& from = ends[edge.from];
        from.oneOutput = from.oneOutput
                         && (from.output == kNoEdge || segment.edges[from.output].bundle == edge.bundle);
        from.output = e;
    }
    return ends;
}

} // namespace

std::vector<Lift> findLifts(const Segment& segment, const Layering& layering)
{
    const std::vector<Ends> ends = findEnds(segment, layering);
    const std::vector<Index> trunk = trunkItems(layering);
    std::vector<Index> boxes(layering.layers.size()); // per rank
    for (Index v = 0; v < layering.nodeCount; ++v)
        ++boxes[layering.rank[v]];
    std::vector<Index> highest(segment.nodes.size()); // what a box may not stand above
    for (Index e = 0; e < segment.edges.size(); ++e) {
        const SegmentEdge& edge = segment.edges[e];
        highest[edge.to] = std::max(highest[edge.to], layering.rank[edge.from] + 1);
    }
    std::vector<Index> readers(segment.bundleCount);
    for (Index e = 0; e < segment.edges.size(); ++e)
        if (!layering.stub[e]) ++readers[segment.edges[e].bundle];
    std::vector<Lift> lifts;
    for (Index v = 0; v < layering.nodeCount; ++v) {
        const Ends& end = ends[v];
        const Index rank = layering.rank[v];
        if (trunk[rank] == v || end.inputs != 1 || end.output == kNoEdge || !end.oneOutput || boxes[rank] < 2) continue;
        if (readers[segment.edges[end.input].bundle] == 1 && highest[v] < rank) lifts.push_back({v, highest[v]});
    }
    return lifts;
}

std::optional<Layering> lift(const Segment& segment, const Layering& layering, const Lift& lift)
{
    std::vector<Index> ranks(layering.rank.begin(), layering.rank.begin() + layering.nodeCount);
    const Index old = ranks[lift.box];
    ranks[lift.box] = lift.rank;
    Layering lifted = makeLayering(segment, ranks);
    if (lifted.stub != layering.stub) return std::nullopt;
    const Ends ends = findEnds(segment, layering)[lift.box];
    const SegmentEdge& input = segment.edges[ends.input];
    const Index output = segment.edges[ends.output].bundle;
    std::vector<Index> key(lifted.itemCount());
    for (Index v = 0; v < layering.nodeCount; ++v)
        key[v] = layering.place[v];
    key[lift.box] = layering.place[layering.itemOnRank(input, lift.rank)];
    std::vector<Index> producer(segment.bundleCount);
    for (const SegmentEdge& edge : segment.edges)
        producer[edge.bundle] = edge.from;
    for (Index bend = lifted.nodeCount; bend < lifted.itemCount(); ++bend) {
        const Index bundle = lifted.bundle[bend - lifted.nodeCount];
        const Index rank = lifted.rank[bend];
        if (bundle == output && rank <= old)
            key[bend] = rank == old ? layering.place[lift.box] : layering.place[layering.itemOnRank(input, rank)];
        else
            key[bend] = layering.place[layering.chainBegin[bundle] + rank - layering.rank[producer[bundle]] - 1];
    }
    for (auto& layer : lifted.layers)
        std::sort(layer.begin(), layer.end(), [&](Index a, Index b) { return key[a] < key[b]; });
    lifted.updatePlaces();
    return lifted;
}

} // namespace alignscope::layout

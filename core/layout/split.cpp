// SPDX-License-Identifier: Apache-2.0
#include "core/layout/split.h"

#include <algorithm>

namespace alignscope::layout
{

bool canSplitOff(const Segment& segment, const Layering& layering, Index edge)
{
    const SegmentEdge& own = segment.edges[edge];
    if (layering.stub[edge] || layering.rank[own.to] - layering.rank[own.from] < 2) return false;
    for (Index e = 0; e < segment.edges.size(); ++e)
        if (e != edge && segment.edges[e].bundle == own.bundle && !layering.stub[e]) return true;
    return false;
}

std::optional<Split> splitOff(const Segment& segment, const Layering& layering, Index edge)
{
    Split split{segment, {}};
    split.segment.edges[edge].bundle = split.segment.bundleCount++;
    split.layering = makeLayering(split.segment, {layering.rank.begin(), layering.rank.begin() + layering.nodeCount});
    Layering& made = split.layering;
    if (made.stub != layering.stub) return std::nullopt;
    std::vector<Index> key(made.itemCount());
    std::copy_n(layering.place.begin(), layering.nodeCount, key.begin());
    for (Index e = 0; e < segment.edges.size(); ++e) {
        if (made.stub[e]) continue;
        for (Index r = made.rank[segment.edges[e].from] + 1; r < made.rank[segment.edges[e].to]; ++r)
            key[made.itemOnRank(split.segment.edges[e], r)] = layering.place[layering.itemOnRank(segment.edges[e], r)];
    }
    for (auto& layer : made.layers) {
        std::sort(layer.begin(), layer.end());
        std::stable_sort(layer.begin(), layer.end(), [&](Index a, Index b) { return key[a] < key[b]; });
    }
    made.updatePlaces();
    return split;
}

} // namespace alignscope::layout

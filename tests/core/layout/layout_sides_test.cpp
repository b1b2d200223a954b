// SPDX-License-Identifier: Apache-2.0
#include "core/layout/ordering.h"
#include "core/layout/ranking.h"
#include "core/layout/sides.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alignscope::layout
{
namespace
{

/// A trunk of ten boxes; two heads of four boxes hang below its second and third.
Segment trunkWithTwoHeads()
{
    Segment segment;
    segment.nodes.assign(18, {100, 40});
    const auto connect = [&](Index from, Index to) { segment.edges.push_back({from, to, 0, 0.5, 0.5, false}); };
    // In topological order: 0 1, the heads 2 to 5 and 6 to 9, then the rest of the trunk.
    connect(0, 1);
    connect(1, 2);
    connect(1, 10);
    for (Index v = 2; v < 5; ++v)
        connect(v, v + 1);
    for (Index v = 6; v < 9; ++v)
        connect(v, v + 1);
    for (Index v = 10; v < 17; ++v)
        connect(v, v + 1);
    segment.edges.push_back({1, 6, 0, 0.5, 0.5, false});
    for (SegmentEdge& edge : segment.edges)
        edge.bundle = edge.from;
    segment.bundleCount = 18;
    return segment;
}

TEST(LayoutSides, twoHeadsOnOneSide_oneMovesOver)
{
    const Segment segment = trunkWithTwoHeads();
    Layering layering = makeLayering(segment, assignRanks(segment));
    const auto isHead = [&](Index item) { return item >= 2 && item < 10; };
    for (auto& layer : layering.layers) // both left of the trunk
        std::stable_sort(layer.begin(), layer.end(),
                         [&](Index a, Index b) { return isHead(a) > isHead(b); });
    layering.updatePlaces();
    ASSERT_EQ(countCrossings(layering), 0);
    balanceSides(segment, layering);
    EXPECT_EQ(countCrossings(layering), 0);
    const auto isLeft = [&](Index v) {
        const auto& layer = layering.layers[layering.rank[v]];
        const auto trunk = std::find_if(layer.begin(), layer.end(), [&](Index item) { return !isHead(item); });
        return layering.place[v] < layering.place[*trunk];
    };
    EXPECT_NE(isLeft(2), isLeft(6));
    for (Index v = 2; v < 6; ++v)
        EXPECT_EQ(isLeft(v), isLeft(2)) << v;
    for (Index v = 6; v < 10; ++v)
        EXPECT_EQ(isLeft(v), isLeft(6)) << v;
}

} // namespace
} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/gather.h"
#include "core/layout/ordering.h"
#include "core/layout/segment_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace alignscope::layout
{
namespace
{

Segment withTensors(Segment segment)
{
    for (SegmentEdge& edge : segment.edges)
        edge.bundle = edge.from;
    segment.bundleCount = static_cast<Index>(segment.nodes.size());
    return segment;
}

/// A trunk of seven boxes (0 to 6) and a branch of two (7, 8) from its first to its last.
Segment trunkWithBranch()
{
    Segment segment;
    segment.nodes.assign(9, {100, 40});
    for (Index v = 0; v < 6; ++v)
        segment.edges.push_back({v, v + 1, 0, 0.5, 0.3, false});
    segment.edges.push_back({0, 7, 0, 0.5, 0.5, false});
    segment.edges.push_back({7, 8, 0, 0.5, 0.5, false});
    segment.edges.push_back({8, 6, 0, 0.5, 0.7, false});
    return withTensors(segment);
}

TEST(LayoutGather, boxHalfwayDownItsLine_isLiftedInPlace)
{
    const Segment segment = trunkWithBranch();
    const Layering scattered = makeLayering(segment, {0, 1, 2, 3, 4, 5, 6, 1, 4});
    const std::vector<Lift> lifts = findLifts(segment, scattered);
    ASSERT_EQ(lifts.size(), 1u);
    EXPECT_EQ(lifts.front().box, 8u);
    EXPECT_EQ(lifts.front().rank, 2u);
    const auto lifted = lift(segment, scattered, lifts.front());
    ASSERT_TRUE(lifted);
    EXPECT_EQ(lifted->rank[8], 2u);
    EXPECT_EQ(countCrossings(*lifted), countCrossings(scattered));
    EXPECT_TRUE(findLifts(segment, *lifted).empty());
    for (Index r = 1; r < 6; ++r) // the branch stays on its side
        EXPECT_EQ(lifted->place[r], scattered.place[r]) << r;
}

TEST(LayoutGather, tensorThatOthersReadToo_isLeftAlone)
{
    Segment segment = trunkWithBranch();
    segment.nodes.push_back({100, 40});
    segment.edges.push_back({7, 9, 7, 0.5, 0.5, false});
    segment = withTensors(segment);
    EXPECT_TRUE(findLifts(segment, makeLayering(segment, {0, 1, 2, 3, 4, 5, 6, 1, 4, 5})).empty());
}

/// How far a branch of four boxes leans beside a trunk; the third reads operands that stand right of it, the
/// first of them one rank higher than the others if it is `far`.
double leanOfBranch(Index trunk, Index operands, bool far)
{
    const Index branch = trunk + operands;
    Segment segment;
    segment.nodes.assign(branch + 4, {100, 40});
    std::vector<Index> ranks(branch + 4, 2);
    std::iota(ranks.begin(), ranks.begin() + trunk, Index{0});
    for (Index v = 1; v < trunk; ++v)
        segment.edges.push_back({v - 1, v, 0, 0.5, 0.5, false});
    for (Index i = 0; i < operands; ++i)
        segment.edges.push_back({trunk + i, branch + 2, 0, 0.5, 0.5, false});
    for (Index i = 0; i < 4; ++i) {
        segment.edges.push_back({i == 0 ? 0 : branch + i - 1, branch + i, 0, 0.5, 0.5, false});
        ranks[branch + i] = i + 1;
    }
    if (far) ranks[trunk] = 1;
    segment = withTensors(segment);
    Layering layering = makeLayering(segment, ranks);
    for (auto& layer : layering.layers)
        std::sort(layer.begin(), layer.end(), [&](Index a, Index b) {
            const auto isOperand = [&](Index item) { return item >= trunk && item < branch; };
            return isOperand(a) != isOperand(b) ? isOperand(b) : a < b;
        });
    layering.updatePlaces();
    const SegmentLayout drawn = drawLayering(segment, layering, Care::Patient, {});
    double lean = 0;
    for (Index i = 1; i < 4; ++i)
        lean += std::abs(drawn.nodes[branch + i].x - drawn.nodes[branch + i - 1].x);
    return lean;
}

TEST(LayoutGather, branchWithOperandsOnOneSide_isAColumn)
{
    EXPECT_NEAR(leanOfBranch(600, 4, false), 0, 1e-6); // little beside all lines
    EXPECT_NEAR(leanOfBranch(40, 2, true), 0, 1e-6);
}

} // namespace
} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/coordinates.h"
#include "core/layout/layout.h"
#include "core/layout/ranking.h"
#include "core/layout/straighten.h"
#include "tests/support/layout/graphs.h"
#include "tests/support/layout/quality.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alignscope::layout
{
namespace
{

/// Two chains of three boxes from a fork.
Segment fork()
{
    Segment segment;
    segment.nodes.assign(7, {100, 40});
    for (const auto& [from, to] : {std::pair(0u, 1u), {1u, 2u}, {2u, 3u}, {0u, 4u}, {4u, 5u}, {5u, 6u}})
        segment.edges.push_back({from, to, from, 0.5, 0.5, false});
    segment.bundleCount = 7;
    return segment;
}

class Straighten : public ::testing::Test
{
protected:
    Layering layering = makeLayering(fork(), assignRanks(fork()));
    std::vector<double> x = alignItems(layering);
    /// The chain that does not hang straight below the fork, its first box outermost; and its side.
    std::vector<Index> side = x[1] == x[0] ? std::vector<Index>{4, 5, 6} : std::vector<Index>{1, 2, 3};
    double outwards = x[side[0]] < x[0] ? -1 : 1;
};

TEST_F(Straighten, lineThatMissesByAFewPixels_becomesUpright)
{
    x[side[1]] += 4 * outwards;
    x[side[2]] += 4 * outwards;
    straighten(layering, x);
    EXPECT_NEAR(x[side[1]], x[side[0]], 1e-6);
    EXPECT_NEAR(x[side[2]], x[side[1]], 1e-6);
}

TEST_F(Straighten, lineThatTurns_keepsItsForm)
{
    x[side[1]] += 30 * outwards;
    x[side[2]] += 30 * outwards;
    const std::vector<double> before = x;
    straighten(layering, x);
    EXPECT_EQ(x, before);
}

TEST(StraightenAll, noRoom_nothingMoves)
{
    Segment segment; // three columns side by side; the middle one's boxes are held 4 pixels off each other
    segment.nodes = {{400, 40}, {100, 40}, {100, 40}, {108, 40}, {108, 40}, {100, 40}, {100, 40}, {100, 40}};
    for (const auto& [from, to] : {std::pair(0u, 1u), {0u, 2u}, {0u, 3u}, {1u, 4u}, {2u, 5u}, {3u, 6u}, {4u, 7u}}) // the first is the trunk
        segment.edges.push_back({from, to, from, 0.5, 0.5, false});
    segment.bundleCount = 8;
    Layering layering = makeLayering(segment, assignRanks(segment));
    layering.layers = {{0}, {1, 2, 3}, {4, 5, 6}, {7}};
    layering.updatePlaces();
    const std::vector<double> before{400, 100, 228, 360, 100, 232, 360, 100};
    std::vector<double> x = before;
    straighten(layering, x);
    EXPECT_EQ(x, before);
    x[3] = x[6] = 364; // the third makes room
    straighten(layering, x);
    EXPECT_EQ(x[2], x[5]);
}

TEST(StraightenAll, linesOfTheBestLayout_hardlyEverMissByAFewPixels)
{
    BestOptions options;
    options.workerProgram = ALIGNSCOPE_LAYOUT_WORKER;
    options.secondsPerSegment = 60;
    options.secondsInTotal = 600;
    std::size_t slips = 0;
    std::size_t bends = 0;
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
        const InputGraph graph = testing::randomDag(150, 1.1, seed);
        const auto best = layoutBest(graph, options);
        ASSERT_TRUE(best);
        slips += testing::measure(graph, *best).nearStraight;
        bends += testing::measure(graph, *best).bends;
    }
    EXPECT_LT(slips * 60, bends);
}

} // namespace
} // namespace alignscope::layout

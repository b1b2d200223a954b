// SPDX-License-Identifier: Apache-2.0
#include "core/layout/ordering.h"
#include "core/layout/ranking.h"
#include "core/layout/reinsert.h"
#include "core/layout/search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace alignscope::layout
{
namespace
{

/// Three chains of six boxes from one box to another, and a line past them.
Segment threeChainsAndALine()
{
    Segment segment;
    segment.nodes.assign(20, {100, 40});
    const auto connect = [&](Index from, Index to) { segment.edges.push_back({from, to, from, 0.5, 0.5, false}); };
    for (Index chain = 0; chain < 3; ++chain) {
        connect(0, 1 + 6 * chain);
        for (Index v = 1 + 6 * chain; v < 6 + 6 * chain; ++v)
            connect(v, v + 1);
        connect(6 + 6 * chain, 19);
    }
    connect(0, 19);
    segment.bundleCount = 20;
    return segment;
}

class Reinsert : public ::testing::Test
{
protected:
    /// In each rank the three boxes with the line's bend at a place that changes from rank to rank.
    void SetUp() override
    {
        layering.layers.assign(8, {});
        layering.layers.front() = {0};
        layering.layers.back() = {19};
        for (Index r = 1; r < 7; ++r) {
            layering.layers[r] = {r, 6 + r, 12 + r};
            layering.layers[r].insert(layering.layers[r].begin() + (r * 2) % 4, bend(r));
        }
        layering.updatePlaces();
    }
    [[nodiscard]] Index bend(Index rank) const { return layering.itemOnRank(segment.edges.back(), rank); }
    Column line() const
    {
        Column result;
        for (Index r = 1; r < 7; ++r)
            result.push_back(bend(r));
        return result;
    }

    Segment segment = threeChainsAndALine();
    Layering layering = makeLayering(segment, assignRanks(segment));
    std::int64_t work = std::numeric_limits<std::int64_t>::max();
};

TEST_F(Reinsert, lineThatChangesSides_runsWhereItCrossesNothing)
{
    ASSERT_GT(countCrossings(layering), 5);
    EXPECT_TRUE(reinsert(layering, line(), {}, work));
    EXPECT_EQ(countCrossings(layering), 0);
    for (Index r = 1; r < 7; ++r)
        EXPECT_EQ(layering.place[bend(r)], layering.place[bend(1)]) << r;
}

TEST_F(Reinsert, lineWithEqualCrossingsEverywhere_runsNearItsEnds)
{
    std::vector<double> x(layering.itemCount());
    x[0] = x[19] = 500;
    for (Index r = 1; r < 7; ++r)
        for (Index chain = 0; chain < 3; ++chain)
            x[6 * chain + r] = 300 + 200 * chain;
    reinsert(layering, line(), {&x, 0.001}, work);
    EXPECT_EQ(countCrossings(layering), 0);
    for (Index r = 1; r < 7; ++r) {
        EXPECT_GE(layering.place[bend(r)], 1u) << r; // beside the chain in the middle
        EXPECT_LE(layering.place[bend(r)], 2u) << r;
    }
}

TEST_F(Reinsert, withoutEnoughWork_nothingMoves)
{
    const auto before = layering.layers;
    work = 10;
    EXPECT_FALSE(reinsert(layering, line(), {}, work));
    EXPECT_EQ(layering.layers, before);
}

TEST_F(Reinsert, columns_holdEveryLineAndNoTrunk)
{
    const auto columns = findColumns(layering);
    EXPECT_NE(std::find(columns.begin(), columns.end(), line()), columns.end());
    EXPECT_NE(std::find(columns.begin(), columns.end(), Column{1, 2, 3, 4, 5, 6}), columns.end());
    std::vector<std::uint8_t> isTrunk(layering.itemCount());
    for (const Link& link : layering.links)
        if (link.priority == LinkPriority::Trunk) isTrunk[link.upper] = isTrunk[link.lower] = 1;
    for (const Column& column : columns)
        for (std::size_t i = 0; i < column.size(); ++i) {
            EXPECT_FALSE(isTrunk[column[i]]);
            EXPECT_EQ(layering.rank[column[i]], layering.rank[column[0]] + i);
        }
}

TEST_F(Reinsert, search_findsAnOrderWithoutCrossings)
{
    std::swap(layering.layers[3][0], layering.layers[3][2]);
    std::swap(layering.layers[5][1], layering.layers[5][3]);
    layering.updatePlaces();
    searchOrder(layering, {});
    EXPECT_EQ(countCrossings(layering), 0);
}

} // namespace
} // namespace alignscope::layout

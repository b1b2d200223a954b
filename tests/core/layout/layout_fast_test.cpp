// SPDX-License-Identifier: Apache-2.0
#include "core/base/message_codes.h"
#include "core/layout/layout.h"
#include "tests/support/layout/graphs.h"
#include "tests/support/layout/quality.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace alignscope
{
namespace
{

using layout::Direction;
using layout::InputGraph;
using layout::Layout;
using layout::layoutFast;

Layout layOut(const InputGraph& graph)
{
    auto result = layoutFast(graph);
    EXPECT_TRUE(result) << sentence(result.error());
    return result ? *result : Layout{};
}

bool sameDrawing(const Layout& a, const Layout& b)
{
    const auto sameBox = [](const auto& x, const auto& y) {
        return x.x == y.x && x.y == y.y && x.width == y.width && x.height == y.height;
    };
    const auto samePoint = [](const auto& x, const auto& y) { return x.x == y.x && x.y == y.y; };
    const auto sameRoute = [&](const auto& x, const auto& y) {
        return x.stub == y.stub
               && std::equal(x.points.begin(), x.points.end(), y.points.begin(), y.points.end(), samePoint);
    };
    return std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(), sameBox)
           && std::equal(a.edges.begin(), a.edges.end(), b.edges.begin(), b.edges.end(), sameRoute);
}

struct Case {
    std::string name;
    InputGraph graph;
};

void PrintTo(const Case& c, std::ostream* stream)
{
    *stream << c.name;
}

std::vector<Case> cases()
{
    std::vector<Case> all{
        {"chain", testing::chain(300)},
        {"residual", testing::residualNet(33)},
        {"inception", testing::inceptionNet(20)},
        {"unet", testing::unet(4, 4)},
        {"unet_long", testing::unet(6, 40)},
        {"every_to_every", testing::everyToEvery(40)},
        {"transformer", testing::transformer(24)},
        {"cnn", testing::cnn(3000)},
        {"detector", testing::detector()},
    };
    for (std::uint32_t seed = 1; seed <= 12; ++seed)
        all.push_back(
            {"random_" + std::to_string(seed), testing::randomDag(20 + 60 * seed, 0.6 + 0.15 * seed, seed)});
    return all;
}

class LayoutFast : public ::testing::TestWithParam<Case>
{
};

void expectSound(const InputGraph& graph, const Layout& drawing)
{
    ASSERT_EQ(drawing.nodes.size(), graph.nodes.size());
    ASSERT_EQ(drawing.edges.size(), graph.edges.size());
    const testing::Quality quality = testing::measure(graph, drawing);
    EXPECT_EQ(quality.overlaps, 0u);
    EXPECT_EQ(quality.throughBoxes, 0u);
    EXPECT_EQ(quality.looseEnds, 0u);
    EXPECT_EQ(quality.upward, 0u);
    for (const auto& box : drawing.nodes) {
        EXPECT_GE(box.x, -1e-6);
        EXPECT_GE(box.y, -1e-6);
        EXPECT_LE(box.x + box.width, drawing.size.width + 1e-6);
        EXPECT_LE(box.y + box.height, drawing.size.height + 1e-6);
    }
    for (const auto& route : drawing.edges)
        for (const auto& point : route.points) {
            EXPECT_GE(point.x, -1e-6);
            EXPECT_LE(point.x, drawing.size.width + 1e-6);
        }
}

TEST_P(LayoutFast, drawing_isSound)
{
    expectSound(GetParam().graph, layOut(GetParam().graph));
}

TEST_P(LayoutFast, edgesLeadDown)
{
    const Layout drawing = layOut(GetParam().graph);
    for (const auto& edge : GetParam().graph.edges)
        EXPECT_LT(drawing.nodes[edge.from].y + drawing.nodes[edge.from].height, drawing.nodes[edge.to].y);
}

TEST_P(LayoutFast, sameGraph_sameDrawing)
{
    EXPECT_TRUE(sameDrawing(layOut(GetParam().graph), layOut(GetParam().graph)));
}

TEST_P(LayoutFast, directionRight_isTheDrawingTransposed)
{
    InputGraph turned = GetParam().graph;
    turned.direction = Direction::Right;
    for (auto& size : turned.nodes)
        std::swap(size.width, size.height);
    Layout drawing = layOut(turned);
    expectSound(turned, drawing);
    for (auto& box : drawing.nodes) {
        std::swap(box.x, box.y);
        std::swap(box.width, box.height);
    }
    for (auto& route : drawing.edges)
        for (auto& point : route.points)
            std::swap(point.x, point.y);
    EXPECT_TRUE(sameDrawing(drawing, layOut(GetParam().graph)));
}

INSTANTIATE_TEST_SUITE_P(Graphs, LayoutFast, ::testing::ValuesIn(cases()),
                         [](const auto& named) { return named.param.name; });

TEST(Layout, emptyGraph_isEmpty)
{
    const Layout drawing = layOut({});
    EXPECT_TRUE(drawing.nodes.empty());
    EXPECT_EQ(drawing.size.width, 0);
}

TEST(Layout, singleNode_standsAtTheOrigin)
{
    const Layout drawing = layOut({{{150, 46}}, {}, Direction::Down});
    ASSERT_EQ(drawing.nodes.size(), 1u);
    EXPECT_EQ(drawing.nodes[0].x, 0);
    EXPECT_EQ(drawing.size.width, 150);
    EXPECT_EQ(drawing.size.height, 46);
}

TEST(Layout, edgeToNowhere_isRefused)
{
    const auto result = layoutFast({{{150, 46}}, {{0, 1, 0.5, 0.5}}, Direction::Down});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, MessageCode::LayoutEdgeOutOfRange);
}

TEST(Layout, cycleAndSelfLoop_becomeStubs)
{
    InputGraph graph = testing::chain(6);
    graph.edges.push_back({4, 1, 0.5, 0.5});
    graph.edges.push_back({3, 3, 0.5, 0.5});
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    EXPECT_EQ(std::count_if(drawing.edges.begin(), drawing.edges.end(),
                            [](const auto& route) { return route.stub; }),
              2);
    EXPECT_TRUE(drawing.edges[6].stub);
}

TEST(Layout, wholeGraphIsACycle_isDrawn)
{
    InputGraph graph = testing::chain(5);
    graph.edges.push_back({4, 0, 0.5, 0.5});
    expectSound(graph, layOut(graph));
}

TEST(Layout, edgesAgainstTheCallersOrder_leadDownAll)
{
    InputGraph graph = testing::residualNet(8);
    const auto last = static_cast<std::uint32_t>(graph.nodes.size() - 1);
    for (auto& edge : graph.edges) {
        edge.from = last - edge.from;
        edge.to = last - edge.to;
    }
    std::reverse(graph.nodes.begin(), graph.nodes.end());
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    EXPECT_EQ(testing::measure(graph, drawing).stubs, 0u);
}

TEST(Layout, absurdSizesAndPorts_areMadeSane)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    InputGraph graph{{{nan, 46}, {150, infinity}, {-5, -5}, {1e300, 1e300}, {0, 0}},
                     {{0, 1, nan, 7}, {1, 2, -3, 0.5}, {2, 3, infinity, 0.5}, {3, 4, 0.5, -infinity}},
                     Direction::Down};
    const Layout drawing = layOut(graph);
    EXPECT_EQ(testing::measure(graph, drawing).overlaps, 0u);
    EXPECT_TRUE(std::isfinite(drawing.size.width));
    EXPECT_TRUE(std::isfinite(drawing.size.height));
    for (const auto& route : drawing.edges)
        for (const auto& point : route.points)
            EXPECT_TRUE(std::isfinite(point.x + point.y));
}

TEST(Layout, separateParts_standBesideEachOther)
{
    InputGraph graph = testing::chain(20);
    const auto offset = static_cast<std::uint32_t>(graph.nodes.size());
    const InputGraph other = testing::residualNet(3);
    graph.nodes.insert(graph.nodes.end(), other.nodes.begin(), other.nodes.end());
    for (auto edge : other.edges) {
        edge.from += offset;
        edge.to += offset;
        graph.edges.push_back(edge);
    }
    graph.nodes.resize(graph.nodes.size() + 30, {150, 46}); // and thirty boxes without edges
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    EXPECT_LT(drawing.size.height, 46 * 90 + 46 * 90);
}

TEST(Layout, trunkOfAResidualNet_isStraight)
{
    const InputGraph graph = testing::residualNet(16);
    const Layout drawing = layOut(graph);
    const auto middle = [&](std::size_t v) { return drawing.nodes[v].x + drawing.nodes[v].width / 2; };
    std::size_t aside = 0;
    for (std::size_t v = 0; v < graph.nodes.size(); ++v)
        aside += std::abs(middle(v) - middle(0)) > 0.01;
    EXPECT_EQ(aside, 4u); // the four convolutions in shortcuts
    EXPECT_EQ(testing::measure(graph, drawing).crossings, 0u);
}

TEST(Layout, trunk_staysStraightAcrossSegments)
{
    const InputGraph graph = testing::cnn(2000);
    const Layout drawing = layOut(graph);
    const auto middle = [&](const auto& box) { return box.x + box.width / 2; };
    std::size_t onTrunk = 0;
    for (const auto& box : drawing.nodes)
        onTrunk += std::abs(middle(box) - middle(drawing.nodes.front())) < 0.01;
    EXPECT_GT(onTrunk, graph.nodes.size() / 2);
    EXPECT_LT(drawing.size.width, 1500); // nothing drifts from segment to segment
}

TEST(Layout, parametersBesideTheTrunk_standNextToTheirReader)
{
    InputGraph graph = testing::chain(200);
    for (std::uint32_t v = 1; v < 200; v += 2) { // each second box reads two parameters
        for (int i = 0; i < 2; ++i) {
            graph.edges.push_back({static_cast<std::uint32_t>(graph.nodes.size()), v, 0.5, 0.7 + 0.1 * i});
            graph.nodes.push_back({120, 40});
        }
    }
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    EXPECT_EQ(testing::measure(graph, drawing).crossings, 0u);
    for (const auto& edge : graph.edges) {
        EXPECT_LT(drawing.nodes[edge.to].y - drawing.nodes[edge.from].y, 200);
    }
    EXPECT_LT(drawing.size.width, 700);
}

TEST(Layout, manyOperandsOfOneReader_standInRowsAndDoNotPushTheTrunkAside)
{
    InputGraph graph;
    for (std::uint32_t v = 0; v < 120; ++v) {
        graph.nodes.push_back({140, 46});
        if (v > 0) graph.edges.push_back({v - 1, v, 0.5, v % 3 == 2 ? 0.1 : 0.5});
    }
    for (std::uint32_t v = 2; v < 120; v += 3) // as a BatchNormalization whose parameters are operations
        for (int i = 0; i < 4; ++i) {
            graph.edges.push_back({static_cast<std::uint32_t>(graph.nodes.size()), v, 0.5, 0.3 + 0.2 * i});
            graph.nodes.push_back({180, 46});
        }
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    EXPECT_EQ(testing::measure(graph, drawing).crossings, 0u);
    const auto middle = [&](std::size_t v) { return drawing.nodes[v].x + drawing.nodes[v].width / 2; };
    for (std::uint32_t v = 1; v < 120; ++v)
        EXPECT_NEAR(middle(v), middle(0), 0.01) << v;
    EXPECT_LT(drawing.size.width, 140 + 3 * 208); // not all four beside each other
}

TEST(Layout, manyEqualBranches_standInRows)
{
    for (const bool joined : {false, true}) {
        InputGraph graph;
        graph.nodes.assign(2, {150, 46}); // fork and join
        for (std::uint32_t i = 0; i < 24; ++i) {
            const auto v = static_cast<std::uint32_t>(graph.nodes.size());
            graph.nodes.resize(v + 2, {150, 46});
            graph.edges.push_back({0, v, 0.5, 0.5});
            graph.edges.push_back({v, v + 1, 0.5, 0.5});
            if (joined) graph.edges.push_back({v + 1, 1, 0.5, i / 23.0});
        }
        if (!joined) graph.edges.push_back({0, 1, 0.5, 0.5});
        const Layout drawing = layOut(graph);
        expectSound(graph, drawing);
        EXPECT_LT(drawing.size.width, 24 * 178 * 0.6) << joined;
        EXPECT_LE(testing::measure(graph, drawing).crossings, 12u) << joined;
    }
}

/// Chains below one box, which one more box reads or nothing.
InputGraph wideFork(std::uint32_t branches, std::uint32_t boxes, bool joined)
{
    InputGraph graph;
    graph.nodes.assign(joined ? 2 : 1, {150, 46});
    for (std::uint32_t i = 0; i < branches; ++i) {
        const auto first = static_cast<std::uint32_t>(graph.nodes.size());
        graph.nodes.resize(first + boxes, {150, 46});
        for (std::uint32_t k = 0; k < boxes; ++k)
            graph.edges.push_back({k == 0 ? 0 : first + k - 1, first + k, 0.5, 0.5});
        if (joined) graph.edges.push_back({first + boxes - 1, 1, 0.5, i / (branches - 1.0)});
    }
    return graph;
}

TEST(Layout, branchesOfAWideFork_haveLinesAllOfThem)
{
    for (const auto& [graph, columns] : {std::pair(wideFork(24, 5, true), 24), std::pair(wideFork(60, 3, false), 20),
                                         std::pair(wideFork(800, 1, false), 60)}) {
        const Layout drawing = layOut(graph);
        expectSound(graph, drawing);
        EXPECT_EQ(testing::measure(graph, drawing).stubs, 0u) << columns;
        EXPECT_LT(drawing.size.width, columns * 178 + 200) << columns;
    }
}

TEST(Layout, networksThatMeet_standBesideEachOther)
{
    constexpr std::uint32_t kBoxes = 90;
    InputGraph graph = testing::chain(2 * kBoxes + 1);
    graph.edges[kBoxes - 1].to = 2 * kBoxes; // two chains with one end
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    for (std::uint32_t v = 0; v < kBoxes; ++v)
        EXPECT_NEAR(drawing.nodes[v].y, drawing.nodes[kBoxes + v].y, 0.01) << v;
}

TEST(Layout, treeOfManyInputs_isAsHighAsItIsDeep)
{
    InputGraph graph;
    graph.nodes.assign(127, {100, 40});
    for (std::uint32_t v = 0; v < 126; ++v) // 64 leaves first
        graph.edges.push_back({v, 64 + v / 2, 0.5, v % 2 == 0 ? 0.3 : 0.7});
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    EXPECT_EQ(testing::measure(graph, drawing).crossings, 0u);
    for (std::uint32_t leaf = 0; leaf < 64; ++leaf)
        EXPECT_NEAR(drawing.nodes[leaf].y, drawing.nodes[0].y, 0.01) << leaf;
}

TEST(Layout, branchesThatEnd_hangOnBothSidesOfTheTrunk)
{
    InputGraph graph = testing::chain(36); // a detector: heads with outputs of their own
    for (const std::uint32_t fork : {12u, 14u, 16u, 18u}) {
        std::uint32_t from = fork;
        for (int i = 0; i < 8; ++i) {
            graph.edges.push_back({from, static_cast<std::uint32_t>(graph.nodes.size()), 0.5, 0.5});
            from = static_cast<std::uint32_t>(graph.nodes.size());
            graph.nodes.push_back({150, 46});
        }
    }
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    EXPECT_EQ(testing::measure(graph, drawing).crossings, 0u);
    const double trunk = drawing.nodes[0].x + drawing.nodes[0].width / 2;
    EXPECT_GT(trunk, 0.3 * drawing.size.width);
    EXPECT_LT(trunk, 0.7 * drawing.size.width);
}

TEST(Layout, gatesOfASideBranch_standStraightBelowEachOther)
{
    InputGraph graph = testing::chain(40);
    std::uint32_t from = 4;
    std::vector<std::uint32_t> column;
    for (int i = 0; i < 6; ++i) { // convolution, its sigmoid, and their product
        const auto v = static_cast<std::uint32_t>(graph.nodes.size());
        graph.nodes.resize(v + 3, {150, 46});
        graph.edges.insert(graph.edges.end(), {{from, v, 0.5, 0.5},
                                               {v, v + 1, 0.5, 0.5},
                                               {v, v + 2, 0.5, 0.3},
                                               {v + 1, v + 2, 0.5, 0.7}});
        from = v + 2;
        column.insert(column.end(), {v, v + 1, v + 2});
    }
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    for (std::size_t i = 2; i < column.size(); ++i) // the first two stand below the fork
        EXPECT_NEAR(drawing.nodes[column[i]].x, drawing.nodes[column[2]].x, 0.01) << i;
}

TEST(Layout, operandsOfTwoBranches_doNotCrossTheirFork)
{
    InputGraph graph;
    const auto add = [&](double width) {
        graph.nodes.push_back({width, 46});
        return static_cast<std::uint32_t>(graph.nodes.size() - 1);
    };
    const auto normalize = [&](std::uint32_t from) { // a convolution and a normalization of four parameters
        const std::uint32_t convolution = add(90);
        const std::uint32_t result = add(170);
        graph.edges.insert(graph.edges.end(),
                           {{from, convolution, 0.5, 0.3}, {convolution, result, 0.5, 0.1}});
        graph.edges.push_back({add(180), convolution, 0.5, 0.7});
        for (int i = 0; i < 4; ++i)
            graph.edges.push_back({add(180), result, 0.5, 0.3 + 0.2 * i});
        return result;
    };
    std::uint32_t last = add(120);
    for (int block = 0; block < 6; ++block) {
        const std::uint32_t shortcut = normalize(last);
        for (int i = 0; i < 3; ++i)
            last = normalize(last);
        const std::uint32_t sum = add(90);
        graph.edges.insert(graph.edges.end(), {{last, sum, 0.5, 0.3}, {shortcut, sum, 0.5, 0.7}});
        last = sum;
    }
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    EXPECT_EQ(testing::measure(graph, drawing).crossings, 0u);
}

TEST(Layout, manyEqualBlocks_standInRows)
{
    InputGraph graph;
    graph.nodes.assign(2, {150, 46}); // fork and join
    for (std::uint32_t i = 0; i < 16; ++i) {
        const auto v = static_cast<std::uint32_t>(graph.nodes.size());
        graph.nodes.resize(v + 5, {150, 46}); // one that two read, with an operand each
        graph.edges.insert(graph.edges.end(), {{0, v, 0.5, 0.5},
                                               {v, v + 1, 0.5, 0.3},
                                               {v, v + 2, 0.5, 0.3},
                                               {v + 3, v + 1, 0.5, 0.7},
                                               {v + 4, v + 2, 0.5, 0.7},
                                               {v + 1, 1, 0.5, i / 16.0},
                                               {v + 2, 1, 0.5, (i + 0.5) / 16.0}});
    }
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    EXPECT_LT(drawing.size.width, 16 * 3 * 178 * 0.7);
}

TEST(Layout, inceptionBlocks_doNotCross)
{
    const InputGraph graph = testing::inceptionNet(12);
    EXPECT_EQ(testing::measure(graph, layOut(graph)).crossings, 0u);
}

TEST(Layout, longSkips_runInLanes)
{
    const InputGraph graph = testing::unet(6, 40);
    const testing::Quality quality = testing::measure(graph, layOut(graph));
    EXPECT_EQ(quality.stubs, 0u);
    EXPECT_LE(quality.crossings, 12u);
}

TEST(Layout, longSkip_runsBesideWhatItPassesOnly)
{
    InputGraph graph = testing::chain(400);
    for (std::uint32_t i = 0; i < 11; ++i) { // wide, and in the segment that the skip leaves further down
        const auto v = static_cast<std::uint32_t>(graph.nodes.size());
        graph.nodes.resize(v + 2, {150, 46});
        graph.edges.insert(graph.edges.end(), {{1, v, 0.5, 0.5}, {v, v + 1, 0.5, 0.5}, {v + 1, 4, 0.5, 0.5}});
    }
    graph.edges.push_back({6, 350, 0.5, 0.5});
    const Layout drawing = layOut(graph);
    expectSound(graph, drawing);
    const auto& skip = drawing.edges.back();
    ASSERT_FALSE(skip.stub);
    const double trunk = drawing.nodes[6].x + drawing.nodes[6].width / 2;
    double aside = 0;
    for (const auto& point : skip.points)
        aside = std::max(aside, std::abs(point.x - trunk));
    EXPECT_GT(drawing.size.width, 900);
    EXPECT_LT(aside, 150);
}

TEST(Layout, tensorReadByAllLayers_isStubbedFarAway)
{
    const InputGraph graph = testing::transformer(40);
    const Layout drawing = layOut(graph);
    const std::uint32_t mask = 2; // feeds one Add a layer
    std::size_t stubs = 0;
    for (std::size_t e = 0; e < graph.edges.size(); ++e)
        stubs += graph.edges[e].from == mask && drawing.edges[e].stub;
    EXPECT_GE(stubs, 36u);
    EXPECT_LT(drawing.size.width, 2500);
}

TEST(Layout, denseConcatenation_atMostThreeLinesPassABoxOnASide)
{
    for (const std::size_t layers : {std::size_t{12}, std::size_t{30}, std::size_t{77}}) {
        const InputGraph graph = testing::everyToEvery(layers);
        const Layout drawing = layOut(graph);
        std::size_t most = 0;
        for (const auto& box : drawing.nodes) {
            const double y = box.y + box.height / 2;
            std::set<double> left; // lines of one tensor run along each other
            std::set<double> right;
            for (const auto& route : drawing.edges)
                for (std::size_t i = 1; i < route.points.size() && !route.stub; ++i) {
                    const auto& a = route.points[i - 1];
                    const auto& b = route.points[i];
                    if (a.y >= y || b.y <= y) continue;
                    const double x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
                    (x < box.x ? left : right).insert(x);
                }
            most = std::max({most, left.size(), right.size()});
        }
        EXPECT_LE(most, 3u) << layers;
        EXPECT_GT(most, 0u);
    }
}

TEST(Layout, stoppedTask_isCancelled)
{
    std::stop_source source;
    source.request_stop();
    const auto result = layoutFast(testing::cnn(500), Task{source.get_token(), {}});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, MessageCode::Cancelled);
}

TEST(Layout, progress_growsToOne)
{
    std::vector<double> seen;
    ASSERT_TRUE(layoutFast(testing::cnn(500), Task{{}, [&](double f) { seen.push_back(f); }}));
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    ASSERT_FALSE(seen.empty());
    EXPECT_EQ(seen.back(), 1);
}

TEST(Layout, oneTensorReadByThousands_isDrawnInTime)
{
    InputGraph graph;
    graph.nodes.resize(20001, {150, 46});
    for (std::uint32_t v = 1; v < graph.nodes.size(); ++v)
        graph.edges.push_back({0, v, 0.5, 0.5});
    const Layout drawing = layOut(graph);
    EXPECT_EQ(drawing.nodes.size(), graph.nodes.size());
}

} // namespace
} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/base/message_codes.h"
#include "core/layout/layout.h"
#include "tests/support/layout/graphs.h"
#include "tests/support/layout/quality.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <stop_token>
#include <thread>

namespace alignscope
{
namespace
{

using layout::BestOptions;
using layout::InputGraph;
using layout::Layout;
using layout::layoutBest;
using layout::layoutFast;

/// Makes the workers of one test misbehave.
class Behaviour
{
public:
    explicit Behaviour(const char* name) { ::setenv("ALIGNSCOPE_TEST_WORKER", name, 1); }
    ~Behaviour() { ::unsetenv("ALIGNSCOPE_TEST_WORKER"); }
    Behaviour(const Behaviour&) = delete;
    Behaviour& operator=(const Behaviour&) = delete;
};

BestOptions options()
{
    BestOptions result;
    result.workerProgram = ALIGNSCOPE_LAYOUT_WORKER;
    result.secondsPerSegment = 60; // tests run on busy machines
    result.secondsInTotal = 600;
    return result;
}

bool sameBoxes(const Layout& a, const Layout& b)
{
    if (a.nodes.size() != b.nodes.size()) return false;
    for (std::size_t v = 0; v < a.nodes.size(); ++v)
        if (a.nodes[v].x != b.nodes[v].x || a.nodes[v].y != b.nodes[v].y) return false;
    return true;
}

void expectSound(const InputGraph& graph, const Layout& drawing)
{
    ASSERT_EQ(drawing.nodes.size(), graph.nodes.size());
    const testing::Quality quality = testing::measure(graph, drawing);
    EXPECT_EQ(quality.overlaps, 0u);
    EXPECT_EQ(quality.throughBoxes, 0u);
    EXPECT_EQ(quality.looseEnds, 0u);
    EXPECT_EQ(quality.upward, 0u);
}

TEST(LayoutBest, drawings_areSoundAndHeardEverywhere)
{
    for (const InputGraph& graph :
         {testing::residualNet(20), testing::inceptionNet(12), testing::transformer(12), testing::detector(),
          testing::unet(5, 5), testing::randomDag(150, 1.4, 3)}) {
        const auto drawing = layoutBest(graph, options());
        ASSERT_TRUE(drawing) << sentence(drawing.error());
        expectSound(graph, *drawing);
        EXPECT_TRUE(drawing->best);
    }
}

TEST(LayoutBest, crossings_areNotMoreThanFast)
{
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        const InputGraph graph = testing::randomDag(120, 1.2, seed);
        const auto best = layoutBest(graph, options());
        const auto fast = layoutFast(graph);
        ASSERT_TRUE(best && fast);
        const auto a = testing::measure(graph, *best);
        const auto b = testing::measure(graph, *fast);
        EXPECT_LE(static_cast<double>(a.crossings) * 150 + a.edgeLength,
                  static_cast<double>(b.crossings) * 150 + b.edgeLength * 1.05);
    }
}

TEST(LayoutBest, linesPastAttentionLayers_hardlyCross)
{
    const InputGraph graph = testing::transformer(2); // skips, and a mask that both layers read
    const auto best = layoutBest(graph, options());
    ASSERT_TRUE(best);
    EXPECT_LE(testing::measure(graph, *best).crossings, 4u);
}

TEST(LayoutBest, nestedDecoders_readTheirSkipsFromBothSides)
{
    const InputGraph graph = testing::nestedUnet(5, 2);
    const auto best = layoutBest(graph, options());
    ASSERT_TRUE(best);
    expectSound(graph, *best);
    EXPECT_LE(testing::measure(graph, *best).crossings, 6u); // 9 where all readers of a skip share one line
}

TEST(LayoutBest, outputsOfARecurrentCell_standOnBothSides)
{
    InputGraph graph = testing::chain(6);
    for (auto& edge : graph.edges)
        edge.fromPort = 0.7;
    for (std::uint32_t cell = 1; cell < 4; ++cell) // what leads on leaves at the right
        for (const double port : {0.3, 0.5}) {
            graph.edges.push_back({cell, static_cast<std::uint32_t>(graph.nodes.size()), port, 0.5});
            graph.nodes.push_back({150, 46});
        }
    const auto best = layoutBest(graph, options());
    ASSERT_TRUE(best);
    expectSound(graph, *best);
    for (std::size_t v = 6; v < graph.nodes.size(); v += 2)
        EXPECT_LT((best->nodes[v].x - best->nodes[1].x) * (best->nodes[v + 1].x - best->nodes[1].x), 0) << v;
}

TEST(LayoutBest, headsLongerThanTheTrunkBelow_doNotHoldItUp)
{
    InputGraph graph = testing::chain(70);
    for (int head = 0; head < 4; ++head)
        for (std::uint32_t i = 0, above = 45; i < 14; ++i) {
            graph.edges.push_back({above, static_cast<std::uint32_t>(graph.nodes.size())});
            above = static_cast<std::uint32_t>(graph.nodes.size());
            graph.nodes.push_back({120, 46});
        }
    for (const auto& drawing : {layoutBest(graph, options()), layoutFast(graph)}) {
        ASSERT_TRUE(drawing);
        expectSound(graph, *drawing);
        for (std::size_t v = 46; v < 57; ++v) // the trunk goes on beside the heads
            EXPECT_LT(drawing->nodes[v].y - drawing->nodes[v - 1].y, 200) << v;
    }
}

TEST(LayoutBest, headsCloseBelowEachOther_makeTheTrunkSlideAside)
{
    for (const InputGraph& graph : {testing::headsAlongTrunk(8, 4, 1), testing::headsAlongTrunk(20, 6, 2), testing::headsAlongTrunk(20, 3, 1)}) {
        const auto best = layoutBest(graph, options());
        const auto fast = layoutFast(graph); // with a straight trunk
        ASSERT_TRUE(best && fast);
        expectSound(graph, *best);
        const auto quality = testing::measure(graph, *best);
        EXPECT_EQ(quality.crossings, 0u);
        EXPECT_LT(quality.edgeLength, testing::measure(graph, *fast).edgeLength * 0.85);
    }
}

// One line along the whole network instead of three.
TEST(LayoutBest, aBoxThatReadsFarAbove_standsThere)
{
    InputGraph graph = testing::chain(600);
    const auto join = static_cast<std::uint32_t>(graph.nodes.size());
    graph.nodes.push_back(graph.nodes.front());
    for (const std::uint32_t from : {2u, 5u, 9u}) graph.edges.push_back({from, join});
    graph.edges.push_back({join, join - 1});
    for (const auto& drawing : {layoutBest(graph, options()), layoutFast(graph)}) {
        ASSERT_TRUE(drawing);
        expectSound(graph, *drawing);
        EXPECT_LT(drawing->nodes[join].y, drawing->size.height / 10);
    }
}

TEST(LayoutBest, endOfTheTrunk_standsBesideTheLastHeads)
{
    const InputGraph graph = testing::headsAlongTrunk(8, 4, 1);
    for (const auto& drawing : {layoutBest(graph, options()), layoutFast(graph)}) {
        ASSERT_TRUE(drawing);
        for (const auto& edge : graph.edges) // no line passes more than a rank
            EXPECT_LT(drawing->nodes[edge.to].y - drawing->nodes[edge.from].y, 200) << edge.from;
    }
}

TEST(LayoutBest, shortTrunkThatCostsMuch_yieldsByHalfABox)
{
    InputGraph graph; // an Add of two inputs with an output of its own, and a Concat of it and a third input
    graph.nodes = {{88, 34}, {88, 34}, {200, 76}, {170, 34}, {88, 34}, {200, 76}, {150, 76}, {150, 76}, {170, 34}};
    graph.edges = {{0, 2, 0.5, 0.25}, {1, 2, 0.5, 0.75}, {2, 3}, {2, 5, 0.5, 0.25}, {4, 5, 0.5, 0.75}, {5, 6}, {6, 7}, {7, 8}};
    const auto best = layoutBest(graph, options());
    ASSERT_TRUE(best);
    expectSound(graph, *best);
    EXPECT_LT(testing::measure(graph, *best).edgeLength, testing::measure(graph, *layoutFast(graph)).edgeLength * 0.9);
}

TEST(LayoutBest, twoRuns_areEqual)
{
    const InputGraph graph = testing::transformer(10);
    const auto first = layoutBest(graph, options());
    BestOptions single = options();
    single.processes = 1;
    const auto second = layoutBest(graph, single);
    ASSERT_TRUE(first && second);
    EXPECT_TRUE(sameBoxes(*first, *second));
}

/// The layout when no worker answers.
Layout ours(const InputGraph& graph)
{
    BestOptions missing = options();
    missing.workerProgram = "/nonexistent/program";
    const auto drawing = layoutBest(graph, missing);
    EXPECT_TRUE(drawing);
    return drawing ? *drawing : Layout{};
}

TEST(LayoutBest, programMissing_staysOurs)
{
    const InputGraph graph = testing::inceptionNet(30);
    const Layout drawing = ours(graph);
    EXPECT_FALSE(drawing.best);
    expectSound(graph, drawing);
    const double columns = 1.02; // what branches may cost that stand as columns
    EXPECT_LE(testing::measure(graph, drawing).edgeLength,
              testing::measure(graph, *layoutFast(graph)).edgeLength * columns);
}

TEST(LayoutBest, noTimeLeft_isTheFastLayout)
{
    const InputGraph graph = testing::inceptionNet(30);
    BestOptions hasty = options();
    hasty.secondsInTotal = 0;
    const auto drawing = layoutBest(graph, hasty);
    ASSERT_TRUE(drawing);
    EXPECT_FALSE(drawing->best);
    EXPECT_TRUE(sameBoxes(*drawing, *layoutFast(graph)));
}

TEST(LayoutBest, programIsNoWorker_staysOurs)
{
    const InputGraph graph = testing::inceptionNet(30);
    for (const char* program : {"/bin/false", "/bin/cat", "/usr/bin/yes"}) {
        BestOptions other = options();
        other.workerProgram = program;
        const auto drawing = layoutBest(graph, other);
        ASSERT_TRUE(drawing);
        EXPECT_FALSE(drawing->best);
        EXPECT_TRUE(sameBoxes(*drawing, ours(graph)));
    }
}

TEST(LayoutBest, workerBabbles_staysOurs)
{
    const Behaviour behaviour("babbles");
    const InputGraph graph = testing::inceptionNet(30);
    const auto drawing = layoutBest(graph, options());
    ASSERT_TRUE(drawing);
    EXPECT_FALSE(drawing->best);
    expectSound(graph, *drawing);
}

TEST(LayoutBest, workerDies_isRestartedAndTheRestIsLaidOut)
{
    const InputGraph graph = testing::randomDag(4000, 0.9, 11);
    const auto whole = layoutBest(graph, options());
    const Behaviour behaviour("dies_after_three");
    const auto drawing = layoutBest(graph, options());
    ASSERT_TRUE(whole && drawing);
    EXPECT_FALSE(drawing->best);
    expectSound(graph, *drawing);
    EXPECT_FALSE(sameBoxes(*drawing, ours(graph))); // answers before each death were used
}

TEST(LayoutBest, workerHangs_isEndedAtItsLimit)
{
    const Behaviour behaviour("hangs");
    const InputGraph graph = testing::inceptionNet(6);
    BestOptions limited = options();
    limited.secondsPerSegment = 0.2;
    const auto begin = std::chrono::steady_clock::now();
    const auto drawing = layoutBest(graph, limited);
    ASSERT_TRUE(drawing);
    EXPECT_FALSE(drawing->best);
    EXPECT_TRUE(sameBoxes(*drawing, ours(graph)));
    EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(150));
}

TEST(LayoutBest, totalTime_isLimited)
{
    const Behaviour behaviour("hangs");
    BestOptions limited = options();
    limited.secondsPerSegment = 1e6; // so that nothing else ends it
    limited.secondsInTotal = 0.3;
    const auto drawing = layoutBest(testing::cnn(3000), limited);
    ASSERT_TRUE(drawing);
    EXPECT_FALSE(drawing->best);
}

TEST(LayoutBest, denseGraph_isNotLeftToGraphviz)
{
    BestOptions missing = options();
    missing.workerProgram = "/nonexistent/program"; // nothing is asked, so nothing is missed
    const InputGraph graph = testing::everyToEvery(140);
    const auto drawing = layoutBest(graph, missing);
    ASSERT_TRUE(drawing);
    EXPECT_FALSE(drawing->best);
    expectSound(graph, *drawing);
}

TEST(LayoutBest, stop_endsTheWorkersAtOnce)
{
    const Behaviour behaviour("hangs");
    BestOptions patient = options();
    patient.secondsPerSegment = patient.secondsInTotal = 1e6; // so that nothing else ends it
    std::stop_source source;
    std::jthread stopper([&source] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        source.request_stop();
    });
    const auto drawing = layoutBest(testing::inceptionNet(30), patient, Task{source.get_token(), {}});
    ASSERT_FALSE(drawing);
    EXPECT_EQ(drawing.error().code, MessageCode::Cancelled);
}

TEST(LayoutBest, emptyAndTrivialGraphs_needNoWorker)
{
    BestOptions missing = options();
    missing.workerProgram = "/nonexistent/program";
    for (const InputGraph& graph : {InputGraph{}, testing::chain(1), testing::chain(200)}) {
        const auto drawing = layoutBest(graph, missing);
        ASSERT_TRUE(drawing);
        EXPECT_TRUE(drawing->best);
    }
}

} // namespace
} // namespace alignscope

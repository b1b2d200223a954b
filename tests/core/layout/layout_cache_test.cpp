// SPDX-License-Identifier: Apache-2.0
#include "core/layout/layout_cache.h"
#include "tests/support/layout/graphs.h"
#include "tests/support/layout/quality.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace alignscope
{
namespace
{

namespace fs = std::filesystem;
using layout::InputGraph;
using layout::Layout;
using layout::LayoutCache;

/// A drawing that no layout would make, so that it is known when it comes back.
Layout drawn(const InputGraph& graph, double shift = 0)
{
    auto result = layout::layoutFast(graph);
    EXPECT_TRUE(result);
    for (auto& box : result->nodes) box.x += shift;
    for (auto& route : result->edges)
        for (auto& point : route.points) point.x += shift;
    result->best = true;
    return *result;
}

bool same(const Layout& a, const Layout& b)
{
    if (a.nodes.size() != b.nodes.size() || a.edges.size() != b.edges.size() || a.best != b.best) return false;
    if (a.size.width != b.size.width || a.size.height != b.size.height) return false;
    for (std::size_t v = 0; v < a.nodes.size(); ++v)
        if (a.nodes[v].x != b.nodes[v].x || a.nodes[v].y != b.nodes[v].y || a.nodes[v].width != b.nodes[v].width
            || a.nodes[v].height != b.nodes[v].height)
            return false;
    for (std::size_t e = 0; e < a.edges.size(); ++e) {
        if (a.edges[e].stub != b.edges[e].stub || a.edges[e].points.size() != b.edges[e].points.size()) return false;
        for (std::size_t p = 0; p < a.edges[e].points.size(); ++p)
            if (a.edges[e].points[p].x != b.edges[e].points[p].x || a.edges[e].points[p].y != b.edges[e].points[p].y)
                return false;
    }
    return true;
}

std::vector<fs::path> filesIn(const std::string& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    return files;
}

std::string contentOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(LayoutCache, storedLayout_isFoundByAnotherCacheOfTheFolder)
{
    const test::ScratchFolder scratch;
    for (InputGraph graph : {testing::inceptionNet(4), testing::transformer(30), testing::chain(1)})
        for (const auto direction : {layout::Direction::Down, layout::Direction::Right}) {
            graph.direction = direction;
            const Layout layout = drawn(graph, 1000);
            EXPECT_FALSE(LayoutCache(scratch.path("a/b")).find(graph));
            LayoutCache(scratch.path("a/b")).store(graph, layout);
            const auto found = LayoutCache(scratch.path("a/b")).find(graph);
            ASSERT_TRUE(found);
            EXPECT_TRUE(same(*found, layout));
        }
}

TEST(LayoutCache, anotherGraph_isNotFound)
{
    const test::ScratchFolder scratch;
    const LayoutCache cache(scratch.path("cache"));
    const InputGraph graph = testing::inceptionNet(4);
    cache.store(graph, drawn(graph));
    std::vector<InputGraph> others(6, graph);
    others[0].nodes[3].width += 1;
    others[1].edges[5].toPort += 0.01;
    std::swap(others[2].edges[0], others[2].edges[1]);
    others[3].edges.pop_back();
    others[4].direction = layout::Direction::Right;
    others[5].nodes.push_back({50, 50});
    for (const InputGraph& other : others) EXPECT_FALSE(cache.find(other));
    EXPECT_TRUE(cache.find(graph));
}

TEST(LayoutCache, fileOfAnotherGraphUnderThisName_isDropped)
{
    const test::ScratchFolder scratch;
    const LayoutCache cache(scratch.path("cache"));
    const InputGraph graph = testing::inceptionNet(4);
    InputGraph other = graph;
    other.nodes[2].width += 40;
    cache.store(other, drawn(other));
    const fs::path theirs = filesIn(scratch.path("cache")).front();
    const std::string content = contentOf(theirs);
    fs::remove(theirs);
    cache.store(graph, drawn(graph));
    const fs::path mine = filesIn(scratch.path("cache")).front();
    std::ofstream(mine, std::ios::binary) << content;
    EXPECT_FALSE(cache.find(graph));
    EXPECT_FALSE(fs::exists(mine));
}

TEST(LayoutCache, damagedFile_isDroppedAndReplaced)
{
    const test::ScratchFolder scratch;
    const LayoutCache cache(scratch.path("cache"));
    const InputGraph graph = testing::inceptionNet(3);
    const Layout layout = drawn(graph);
    cache.store(graph, layout);
    const fs::path file = filesIn(scratch.path("cache")).front();
    const std::string whole = contentOf(file);
    std::mt19937 random(7);
    for (int round = 0; round < 400; ++round) {
        std::string damaged = whole;
        if (round % 3 == 0) damaged.resize(random() % whole.size());
        else if (round % 3 == 1) damaged += static_cast<char>(random());
        else {
            char& byte = damaged[random() % damaged.size()];
            byte = static_cast<char>(byte ^ static_cast<int>(1 + random() % 255));
        }
        std::ofstream(file, std::ios::binary) << damaged;
        EXPECT_FALSE(cache.find(graph));
        EXPECT_FALSE(fs::exists(file));
    }
    cache.store(graph, layout);
    EXPECT_TRUE(cache.find(graph));
}

TEST(LayoutCache, full_theLongestUnusedGoes)
{
    const test::ScratchFolder scratch;
    const std::string folder = scratch.path("cache");
    std::vector<InputGraph> graphs;
    for (std::size_t i = 0; i < 4; ++i) {
        graphs.push_back(testing::chain(50));
        graphs.back().nodes[0].width += static_cast<double>(i);
    }
    LayoutCache(folder).store(graphs[0], drawn(graphs[0]));
    const std::uint64_t bytes = fs::file_size(filesIn(folder).front());
    const LayoutCache cache(folder, 3 * bytes + bytes / 2);
    const auto age = [&](int hours) { // everything that is there now gets older
        for (const fs::path& file : filesIn(folder))
            fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(hours));
    };
    age(1);
    cache.store(graphs[1], drawn(graphs[1]));
    age(1);
    cache.store(graphs[2], drawn(graphs[2]));
    age(1);
    EXPECT_TRUE(cache.find(graphs[0])); // now the latest used
    cache.store(graphs[3], drawn(graphs[3]));
    EXPECT_TRUE(cache.find(graphs[0]));
    EXPECT_FALSE(cache.find(graphs[1]));
    EXPECT_TRUE(cache.find(graphs[2]));
    EXPECT_TRUE(cache.find(graphs[3]));

    const InputGraph large = testing::chain(1000);
    cache.store(large, drawn(large)); // would not fit if all others went
    EXPECT_FALSE(cache.find(large));
    EXPECT_EQ(filesIn(folder).size(), 3u);
}

TEST(LayoutCache, leftOverOfAnEndedProgram_isClearedAway)
{
    const test::ScratchFolder scratch;
    const std::string folder = scratch.path("cache");
    fs::create_directories(folder);
    const std::string old = scratch.write("cache/x.layout.1-0.part", "half");
    const std::string current = scratch.write("cache/y.layout.2-0.part", "half");
    fs::last_write_time(old, fs::last_write_time(old) - std::chrono::hours(30));
    const InputGraph graph = testing::chain(3);
    LayoutCache(folder).store(graph, drawn(graph));
    EXPECT_FALSE(fs::exists(old));
    EXPECT_TRUE(fs::exists(current));
}

TEST(LayoutCache, folderThatCannotBeUsed_isAnEmptyCache)
{
    const test::ScratchFolder scratch;
    const std::string file = scratch.write("file", "no folder");
    const InputGraph graph = testing::chain(3);
    for (const std::string& folder : {std::string(), file, file + "/below", std::string("/proc/none")}) {
        LayoutCache(folder).store(graph, drawn(graph));
        EXPECT_FALSE(LayoutCache(folder).find(graph));
    }
    EXPECT_EQ(contentOf(file), "no folder");
}

} // namespace
} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Every reference model, folded and unfolded: sound drawings, the first picture and the final one
// in time.
#include "core/io/open_model.h"
#include "core/layout/layout.h"
#include "tests/support/layout/model_graph.h"
#include "tests/support/layout/quality.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace alignscope
{
namespace
{

namespace fs = std::filesystem;

std::vector<std::string> referenceModels()
{
    std::vector<std::string> paths;
    const fs::path root = fs::path(ALIGNSCOPE_SHARED_DATA) / "models";
    if (!fs::is_directory(root)) return paths;
    for (const auto& entry : fs::recursive_directory_iterator(root))
        if (entry.path().extension() == ".onnx") paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

void expectSound(const layout::InputGraph& graph, const layout::Layout& drawing)
{
    const testing::Quality quality = testing::measure(graph, drawing);
    EXPECT_EQ(quality.overlaps, 0u);
    EXPECT_EQ(quality.throughBoxes, 0u);
    EXPECT_EQ(quality.looseEnds, 0u);
    EXPECT_EQ(quality.upward, 0u);
}

TEST(LayoutModels, allReferenceModels_areDrawnSoundly)
{
    const std::vector<std::string> paths = referenceModels();
    if (paths.empty()) GTEST_SKIP() << "no shared reference data";
    layout::BestOptions options;
    options.workerProgram = ALIGNSCOPE_LAYOUT_WORKER;
    std::size_t drawn = 0;
    double fastCost = 0;
    double bestCost = 0;
    for (const std::string& path : paths) {
        SCOPED_TRACE(path);
        const auto model = openModel(path);
        if (!model) continue; // broken on purpose
        for (const auto& graph : {(*model)->graph, (*model)->fileGraph.get()}) {
            if (!graph) continue;
            const layout::InputGraph input = testing::drawnGraph(*graph);
            const auto fast = layout::layoutFast(input);
            const auto best = layout::layoutBest(input, options);
            ASSERT_TRUE(fast && best);
            expectSound(input, *fast);
            expectSound(input, *best);
            const auto cost = [&](const layout::Layout& drawing) {
                const testing::Quality quality = testing::measure(input, drawing);
                return quality.edgeLength + 150 * static_cast<double>(quality.crossings);
            };
            fastCost += cost(*fast);
            bestCost += cost(*best);
            ++drawn;
        }
    }
    EXPECT_GT(drawn, paths.size());
    EXPECT_LT(bestCost, fastCost);
}

} // namespace
} // namespace alignscope

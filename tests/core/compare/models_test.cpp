// SPDX-License-Identifier: Apache-2.0
// Two files side by side: matched by ids and names, whatever they are.
#include "core/compare/comparison.h"
#include "core/compare/model_match.h"

#include "core/io/open_model.h"
#include "tests/support/golden.h"
#include "tests/support/random_model.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>

namespace alignscope {
namespace {

std::shared_ptr<const Model> randomModelPointer(std::uint32_t seed, std::uint32_t shuffle = 0)
{
    return std::make_shared<const Model>(test::randomModel(seed, shuffle));
}

TEST(CompareModels, sameModelInAnotherOrder_nothingDiffersAndNothingIsLeft)
{
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto here = makeEvaluation(randomModelPointer(seed), {});
        const auto there = randomModelPointer(seed, 5);
        const Comparison comparison = compareModels(*there, here);
        EXPECT_TRUE(comparison.slots.empty());
        EXPECT_TRUE(comparison.unmatchedHere.empty());
        EXPECT_TRUE(comparison.unmatchedThere.empty());
        EXPECT_TRUE(comparison.otherSchemes.empty());
        if (testing::Test::HasFailure()) return;
    }
}

// The other side of the comparison is the other file, slot by slot.
TEST(CompareModels, anAlignedCopy_differsWhereTheAlignmentMovedIt)
{
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = randomModelPointer(seed);
        const auto aligned = makeEvaluation(model, test::randomScenario(*model, seed));
        const Model there = withBaseline(*model, aligned->outcome.table);
        const auto here = makeEvaluation(model, {});
        const Comparison comparison = compareModels(there, here);
        ASSERT_EQ(comparison.slots.size(), aligned->cascade.changes.size());
        for (std::size_t i = 0; i < comparison.slots.size(); ++i) {
            const SlotId slot = comparison.slots[i].slot;
            ASSERT_EQ(slot, aligned->cascade.changes[i].slot);
            EXPECT_EQ(slotValue(comparison.from->outcome.table, slot).master, aligned->cascade.after(aligned->cascade.changes[i].slot).master);
        }
        if (testing::Test::HasFailure()) return;
    }
}

TEST(CompareModels, unrelatedModels_areListedAndNeverCrash)
{
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = randomModelPointer(seed);
        const auto here = makeEvaluation(model, test::randomScenario(*model, seed));
        const Model there = test::randomModel(seed + 1000);
        const Comparison comparison = compareModels(there, here);
        const ModelMatch match = matchModels(*model, there);
        std::size_t matched = 0;
        for (std::uint32_t i = 0; i < match.slotThere.size(); ++i) {
            if (!match.slotThere[i]) continue;
            ++matched;
            ASSERT_EQ(match.slotHere[match.slotThere[i].index()], SlotId(i)); // one to one
        }
        EXPECT_EQ(comparison.unmatchedHere.operations.size(), match.operationsHere.size());
        for (const SlotDifference& difference : comparison.slots)
            ASSERT_TRUE(match.slotThere[difference.slot.index()].valid());
        EXPECT_LE(comparison.slots.size(), matched);
        for (std::uint32_t i = 0; i < model->baseline.size(); ++i) // no pointer leads into a circle
            ASSERT_TRUE(comparison.from->outcome.table.root(SlotId(i)).valid());
        if (testing::Test::HasFailure()) return;
    }
}

TEST(CompareModels, withoutQuantization_allIsListed)
{
    Model empty = *test::docExample();
    empty.baseline = TqcTable(std::make_shared<SlotList>(empty.graph, std::vector<Slot>{}));
    finishModel(empty);
    const auto here = makeEvaluation(test::docExample(), {});
    const Comparison comparison = compareModels(empty, here);
    EXPECT_TRUE(comparison.slots.empty());
    EXPECT_EQ(comparison.unmatchedHere.slots.size(), here->model->baseline.size());
    const Comparison turned = compareModels(*test::docExample(), makeEvaluation(std::make_shared<const Model>(empty), {}));
    EXPECT_TRUE(turned.slots.empty());
    EXPECT_EQ(turned.unmatchedThere.slots.size(), here->model->baseline.size());
}

// The same network from PPQ's JSON and as the QDQ file that PPQ wrote: another exporter, other operation
// names around Q and DQ, the same scales.
TEST(CompareModels, jsonAndQdqOfOneModel_agree)
{
    const std::string folder = std::string(ALIGNSCOPE_TEST_DATA) + "/golden/concat_concat/PPL_CUDA_INT8/";
    const auto qdq = openModel(folder + "before.qdq.onnx");
    ASSERT_TRUE(qdq) << sentence(qdq.error());
    const auto golden = std::make_shared<const Model>(
        test::loadGolden(std::string(ALIGNSCOPE_TEST_DATA) + "/golden/concat_concat/PPL_CUDA_INT8.golden.json.gz").makeModel());
    const Comparison comparison = compareModels(**qdq, makeEvaluation(golden, {}));
    EXPECT_TRUE(comparison.unmatchedHere.operations.empty());
    EXPECT_EQ(comparison.parameterDifferences(), 0U);
    EXPECT_TRUE(comparison.matchesAny());
}

} // namespace
} // namespace alignscope

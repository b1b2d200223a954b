// SPDX-License-Identifier: Apache-2.0
// Several scenarios side by side: who agrees with whom at each slot and operation.
#include "core/compare/variants.h"

#include "core/cascade/measures.h"
#include "tests/support/random_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace alignscope {
namespace {

std::vector<Scenario> scenariosFor(const Model& model, std::uint32_t seed, std::size_t count)
{
    std::vector<Scenario> scenarios(1); // as loaded
    while (scenarios.size() < count) scenarios.push_back(test::randomScenario(model, seed + static_cast<std::uint32_t>(100 * scenarios.size())));
    return scenarios;
}

// Every pair of variants is in one class exactly where comparing the two by themselves finds no
// difference, at slots as at operations.
TEST(Variants, spreads_pairOfVariants_isWhatComparingTheTwoSays)
{
    std::size_t threeWays = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = std::make_shared<const Model>(test::randomModel(seed, seed % 3));
        const std::vector<Scenario> scenarios = scenariosFor(*model, seed, 2 + seed % 5);
        const auto variants = makeVariants(model, scenarios);
        ASSERT_EQ(variants->size(), scenarios.size());
        const SlotList& slots = model->baseline.slots();
        for (std::size_t a = 0; a < scenarios.size(); ++a)
            for (std::size_t b = a + 1; b < scenarios.size(); ++b) {
                std::vector<bool> parted(model->graph->operationCount(), false);
                for (std::uint32_t i = 0; i < slots.size(); ++i) {
                    const SlotId slot(i);
                    const bool same = sameParameters(variants->outcomes[a]->outcome.table.effective(slot),
                                                     variants->outcomes[b]->outcome.table.effective(slot));
                    const Spread* spread = variants->at(slot);
                    ASSERT_EQ(same, spread == nullptr || spread->classOf.at(a) == spread->classOf.at(b)) << slots.id(slot);
                    if (!same && !slots.isParameter(slot)) parted[slots.operationOf(slot).index()] = true;
                }
                for (std::uint32_t op = 0; op < parted.size(); ++op) {
                    const Spread* spread = variants->at(OpId(op));
                    ASSERT_EQ(!parted[op], spread == nullptr || spread->classOf.at(a) == spread->classOf.at(b));
                }
            }
        for (const Variants::SlotSpread& at : variants->slots) {
            ASSERT_FALSE(at.spread.agree());
            ASSERT_EQ(at.spread.classOf[0], 0);
            threeWays += at.spread.classes > 2 ? 1U : 0U;
        }
    }
    EXPECT_GT(threeWays, 100U); // else the test would say little
}

TEST(Variants, over_operationsOfABlock_partsWhatAnyOfThemParts)
{
    const auto model = std::make_shared<const Model>(test::randomModel(7));
    const auto variants = makeVariants(model, scenariosFor(*model, 7, 4));
    ASSERT_GT(variants->operations.size(), 1U);
    std::vector<OpId> all;
    for (std::uint32_t op = 0; op < model->graph->operationCount(); ++op) all.emplace_back(op);
    const Spread whole = variants->over(all);
    for (std::size_t a = 0; a < variants->size(); ++a)
        for (std::size_t b = 0; b < variants->size(); ++b) {
            const bool together = std::all_of(variants->operations.begin(), variants->operations.end(), [&](const auto& one) {
                return one.spread.classOf.at(a) == one.spread.classOf.at(b);
            });
            EXPECT_EQ(together, whole.classOf.at(a) == whole.classOf.at(b));
        }
    EXPECT_TRUE(variants->over({}).agree());
}

TEST(Variants, ratio_isTheLargestScaleOverTheSmallest)
{
    const auto model = std::make_shared<const Model>(test::randomModel(11));
    const auto variants = makeVariants(model, scenariosFor(*model, 11, 5));
    std::size_t seen = 0;
    for (const Variants::SlotSpread& at : variants->slots) {
        double least = INFINITY;
        double most = 0;
        for (const auto& outcome : variants->outcomes) {
            const ParameterView view = outcome->outcome.table.effective(at.slot);
            if (view.perChannel || view.scale.empty()) continue;
            least = std::min(least, static_cast<double>(view.scale[0]));
            most = std::max(most, static_cast<double>(view.scale[0]));
        }
        if (most == 0) continue;
        ++seen;
        ASSERT_TRUE(variants->ratio(at.slot).has_value());
        EXPECT_NEAR(*variants->ratio(at.slot) / (most / least), 1.0, 1e-9);
    }
    EXPECT_GT(seen, 0U);
}

} // namespace
} // namespace alignscope

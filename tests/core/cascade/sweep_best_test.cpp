// SPDX-License-Identifier: Apache-2.0
// The Pareto front and the best combinations, against their definitions.
#include "core/cascade/price.h"
#include "core/cascade/sweep_best.h"
#include "tests/support/random_model.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alignscope {
namespace {

std::vector<Combination> bothEngines(const Model& model)
{
    auto combinations = sweep(model, Engine::Ppq);
    const auto strict = sweep(model, Engine::Strict);
    combinations.insert(combinations.end(), strict.begin(), strict.end());
    return combinations;
}

bool dominates(const Summary& a, const Summary& b, LossMeasure measure)
{
    const double less = lossOf(a, measure) - lossOf(b, measure);
    const auto fewer = static_cast<std::ptrdiff_t>(troubledPlaces(a)) - static_cast<std::ptrdiff_t>(troubledPlaces(b));
    return fewer <= 0 && less <= 1e-9 && (fewer < 0 || less < -1e-5);
}

TEST(SweepBest, front_isWhatNothingDominates)
{
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Model model = test::randomModel(seed);
        const auto combinations = bothEngines(model);
        for (const LossMeasure measure : {LossMeasure::Summed, LossMeasure::Worst}) {
            const auto front = paretoFront(combinations, measure);
            ASSERT_EQ(front.size(), combinations.size());
            for (std::size_t i = 0; i < front.size(); ++i) {
                const bool dominated = std::any_of(combinations.begin(), combinations.end(), [&](const Combination& other) {
                    return !other.error && dominates(other.summary, combinations[i].summary, measure);
                });
                EXPECT_EQ(front[i], !dominated && !combinations[i].error) << "seed " << seed << ", " << i;
            }
        }
    }
}

TEST(SweepBest, best_areOnTheFrontAndNothingBeatsThem)
{
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Model model = test::randomModel(seed);
        const auto combinations = bothEngines(model);
        const auto front = paretoFront(combinations, LossMeasure::Summed);
        const SweepBest best = bestOf(combinations, LossMeasure::Summed);
        ASSERT_TRUE(best.fewestPlaces);
        const Summary& fewest = combinations[*best.fewestPlaces].summary;
        EXPECT_TRUE(front[*best.fewestPlaces]);
        for (const Combination& c : combinations) {
            if (c.error) continue;
            EXPECT_GE(troubledPlaces(c.summary), troubledPlaces(fewest));
            EXPECT_TRUE(troubledPlaces(c.summary) > troubledPlaces(fewest)
                        || c.summary.summedBitsLost >= fewest.summedBitsLost - 1e-6);
            if (c.summary.requantizeEdgesAfter == 0) {
                ASSERT_TRUE(best.noEdge);
                EXPECT_GE(c.summary.summedBitsLost, combinations[*best.noEdge].summary.summedBitsLost - 1e-6);
            }
            if (c.summary.misalignedOperationsAfter == 0) {
                ASSERT_TRUE(best.noMisaligned);
                EXPECT_GE(c.summary.summedBitsLost, combinations[*best.noMisaligned].summary.summedBitsLost - 1e-6);
            }
        }
        EXPECT_TRUE(!best.noEdge || combinations[*best.noEdge].summary.requantizeEdgesAfter == 0U);
        EXPECT_TRUE(!best.noMisaligned || combinations[*best.noMisaligned].summary.misalignedOperationsAfter == 0U);
    }
}

TEST(EveryCombination, overridesAndEngineOfTheBase_stay)
{
    const Model model = test::randomModel(3);
    Scenario base = test::randomScenario(model, 3);
    base.engine = Engine::Strict;
    const auto scenarios = everyCombination(model, base);
    const auto plain = sweep(model, Engine::Strict);
    ASSERT_EQ(scenarios.size(), plain.size());
    const auto found = priced(model, scenarios);
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        EXPECT_EQ(scenarios[i].overrides, base.overrides);
        EXPECT_EQ(scenarios[i].methods, plain[i].scenario.methods);
        EXPECT_EQ(scenarios[i].engine, Engine::Strict);
        EXPECT_EQ(found[i].scenario, scenarios[i]);
    }
}

} // namespace
} // namespace alignscope

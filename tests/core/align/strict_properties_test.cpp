// SPDX-License-Identifier: Apache-2.0
// S8: what always holds for the strict engine, on generated graphs and on the reference models.
#include "core/align/hull.h"
#include "core/base/numbers.h"
#include "core/cascade/evaluate.h"
#include "core/cascade/evaluation.h"
#include "core/cascade/replay.h"
#include "tests/support/golden.h"
#include "tests/support/random_model.h"

#include <gtest/gtest.h>

#include <map>

namespace alignscope {
namespace {

constexpr std::uint32_t kSeeds = 1000;

Scenario strictScenario(const Model& model, std::uint32_t seed)
{
    Scenario scenario = test::randomScenario(model, seed);
    scenario.engine = Engine::Strict;
    return scenario;
}

template <class Check> void onGeneratedModels(Check check)
{
    for (std::uint32_t seed = 0; seed < kSeeds && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Model model = test::randomModel(seed);
        check(model, strictScenario(model, seed), seed);
    }
}

std::map<std::string, std::string> describe(const TqcTable& table)
{
    std::map<std::string, std::string> slots;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        const SlotId id(i);
        const ParameterView values = table.effective(id);
        std::string text = std::string(toText(table.state(id))) + " -> " + table.slots().id(table.root(id));
        for (const auto list : {values.scale, values.offset})
            for (const float v : list) text.append(" ").append(toText(v));
        slots[table.slots().id(id)] = text;
    }
    return slots;
}

TEST(StrictProperties, orderOfOperations_doesNotMatter)
{
    onGeneratedModels([](const Model& model, const Scenario& scenario, std::uint32_t seed) {
        const auto expected = describe(evaluate(model, scenario).table);
        for (const std::uint32_t shuffle : {1U, 2U}) {
            const Model other = test::randomModel(seed, shuffle);
            ASSERT_EQ(describe(evaluate(other, scenario).table), expected) << "shuffle " << shuffle;
        }
    });
}

// Links may join: an edge that came out bit-equal without being bound counts as bound next time.
TEST(StrictProperties, appliedToItsOwnResult_changesNoParameter)
{
    onGeneratedModels([](const Model& model, const Scenario& scenario, std::uint32_t) {
        const Outcome once = evaluate(model, scenario);
        const Model aligned = withBaseline(model, once.table);
        const Outcome twice = evaluate(aligned, scenario);
        for (std::uint32_t i = 0; i < once.table.size(); ++i)
            ASSERT_TRUE(sameParameters(twice.table.effective(SlotId(i)), once.table.effective(SlotId(i))))
                << model.baseline.slots().id(SlotId(i));
    });
}

TEST(StrictProperties, claimedSlotsAgree_andNoPromiseBreaks)
{
    onGeneratedModels([](const Model& model, const Scenario& scenario, std::uint32_t) {
        const Outcome outcome = evaluate(model, scenario);
        EXPECT_EQ(diff(model, outcome).summary.brokenPromises, 0U);
        for (const AlignmentSite& site : model.slotGraph->sites()) {
            Method method = scenario.method(*site.family);
            const auto choice = scenario.overrides.find(model.graph->operation(site.operation).id);
            if (choice != scenario.overrides.end()) method = choice->second.method.value_or(method);
            if (method == Method::None) continue;
            std::vector<SlotId> claimed;
            const std::uint32_t count = method == Method::Large ? site.inputCount
                : method == Method::Output ? site.inputCount + 1
                                           : 0;
            for (std::uint32_t i = 0; i < count; ++i) claimed.emplace_back(site.firstInput + i);
            if (method == Method::Input) {
                claimed.emplace_back(site.firstInput);
                for (std::uint32_t i = 0; i < site.outputCount; ++i)
                    claimed.emplace_back(site.firstInput + site.inputCount + i);
            }
            std::vector<SlotId> joined;
            bool reference = method == Method::Large;
            for (const SlotId slot : claimed) {
                const bool quantized = model.baseline.state(slot) != TqcState::Fp32;
                if (quantized) joined.push_back(slot);
                if (method == Method::Output && slot.value() == site.firstInput + site.inputCount) reference = quantized;
                if (method == Method::Input && slot.value() == site.firstInput) reference = quantized;
            }
            if (!reference || joined.size() < 2) continue;
            for (const SlotId slot : joined)
                ASSERT_TRUE(sameParameters(outcome.table.effective(slot), outcome.table.effective(joined[0])))
                    << model.baseline.slots().id(slot);
        }
    });
}

TEST(StrictProperties, alignToLarge_containsEveryOldRange)
{
    onGeneratedModels([](const Model& model, const Scenario& random, std::uint32_t) {
        Scenario scenario;
        scenario.engine = Engine::Strict;
        scenario.setMethod(Family::Elementwise, Method::Large);
        scenario.setMethod(Family::Concat, Method::Large);
        scenario.forceOverlap = random.forceOverlap;
        const Outcome outcome = evaluate(model, scenario);
        for (const AlignmentSite& site : model.slotGraph->sites()) {
            if (site.family != Family::Elementwise && site.family != Family::Concat) continue;
            for (std::uint32_t i = 0; i < site.inputCount; ++i) {
                const SlotId slot(site.firstInput + i);
                if (model.baseline.state(slot) == TqcState::Fp32) continue;
                const auto before = realRange(model.baseline, slot);
                const auto after = realRange(outcome.table, slot);
                // Ends are float32 products; a step in the last place is not a shrunk range.
                const double slack = 1e-6 * (before->hi - before->lo);
                ASSERT_LE(after->lo, before->lo + slack) << model.baseline.slots().id(slot);
                ASSERT_GE(after->hi, before->hi - slack) << model.baseline.slots().id(slot);
            }
        }
    });
}

TEST(StrictProperties, noCycleAndNoUnreachableRoot)
{
    onGeneratedModels([](const Model& model, const Scenario& scenario, std::uint32_t) {
        const Outcome outcome = evaluate(model, scenario);
        EXPECT_FALSE(outcome.error);
        TqcTable table = model.baseline;
        for (const Step& step : outcome.steps) applyStep(table, outcome.table, step);
        for (std::uint32_t i = 0; i < outcome.table.size(); ++i) {
            ASSERT_TRUE(outcome.table.root(SlotId(i)).valid());
            ASSERT_EQ(table.root(SlotId(i)), outcome.table.root(SlotId(i))); // steps tell the whole story
        }
    });
}

TEST(StrictProperties, slotsThatNobodyClaimed_keepTheirParametersUnlessTheirSetMoved)
{
    onGeneratedModels([](const Model& model, const Scenario& scenario, std::uint32_t) {
        const Outcome outcome = evaluate(model, scenario);
        for (const Change& change : diff(model, outcome).changes) ASSERT_FALSE(change.cause.empty());
    });
}

TEST(StrictGolden, referenceModels_holdTheSameProperties)
{
    for (const std::string& path : test::goldenFiles()) {
        if (path.find("big_2000") != std::string::npos) continue;
        const test::GoldenCase golden = test::loadGolden(path);
        const Model model = golden.makeModel();
        for (const test::GoldenSetting& setting : golden.settings) {
            SCOPED_TRACE(golden.name + " " + setting.name());
            Scenario scenario = setting.scenario;
            scenario.engine = Engine::Strict;
            const Outcome once = evaluate(model, scenario);
            ASSERT_FALSE(once.error);
            ASSERT_EQ(describe(evaluate(withBaseline(model, once.table), scenario).table), describe(once.table));
            ASSERT_EQ(diff(model, once).summary.brokenPromises, 0U);
        }
    }
}

TEST(Hull, holdsAllRangesTightly)
{
    Scheme scheme;
    scheme.policy = policy::kPerTensor | policy::kLinear | policy::kAsymmetrical;
    scheme.quantMin = 0;
    scheme.quantMax = 255;
    const TensorParameters low{0.1F, 200};  // [-20, 5.5]
    const TensorParameters high{0.2F, 10};  // [-2, 49]
    const TensorParameters both[] = {low, high};
    const auto hull = hullOf(both, scheme);
    ASSERT_TRUE(hull);
    EXPECT_LE(static_cast<double>(hull->scale) * (0 - static_cast<double>(hull->offset)), -20.0 + 1e-5);
    EXPECT_GE(static_cast<double>(hull->scale) * (255 - static_cast<double>(hull->offset)), 49.0 - 1e-5);
    EXPECT_LT(hull->scale, 69.0F / 255 * 1.005F);
    const TensorParameters wide[] = {{0.1F, 128}, {0.4F, 128}};
    EXPECT_EQ(hullOf(wide, scheme)->scale, 0.4F); // contains the other: taken as it is
    EXPECT_FALSE(hullOf({}, scheme));
}

} // namespace
} // namespace alignscope

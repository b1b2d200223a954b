// SPDX-License-Identifier: Apache-2.0
// S1 to S8 of the strict engine: on generated graphs, on the reference models, and on real models.
#include "core/align/hull.h"
#include "core/cascade/evaluate.h"
#include "core/compare/operation_order.h"
#include "core/io/open_model.h"
#include "tests/support/golden.h"
#include "tests/support/random_model.h"
#include "tests/support/strict_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace alignscope {
namespace {

constexpr std::uint32_t kSeeds = 2000;

void expectRules(const Model& model, Scenario scenario, const Model& shuffled)
{
    scenario.engine = Engine::Strict;
    const test::StrictCase c{model, scenario, shuffled};
    for (const test::StrictRule& rule : test::strictRules()) {
        const std::string violation = rule.violation(c, evaluate);
        EXPECT_TRUE(violation.empty()) << rule.name << ": " << violation;
    }
}

TEST(StrictRules, generatedModels_hold)
{
    for (std::uint32_t seed = 0; seed < kSeeds && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Model model = test::randomModel(seed);
        expectRules(model, test::randomScenario(model, seed), test::randomModel(seed, seed + 1));
    }
}

// S5: bindings, pins and excluded edges, possible and impossible ones.
TEST(StrictRules, generatedModelsWithThingsDoneByHand_hold)
{
    for (std::uint32_t seed = 0; seed < kSeeds && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Model model = test::randomModel(seed);
        expectRules(model, test::randomScenarioByHand(model, seed), test::randomModel(seed, seed + 2));
    }
}

TEST(StrictRules, referenceModels_hold)
{
    for (const std::string& path : test::goldenFiles()) {
        if (path.find("big_2000") != std::string::npos) continue;
        const test::GoldenCase golden = test::loadGolden(path);
        const Model model = golden.makeModel();
        const Model reversed = withOrder(model, OperationOrderKind::Reversed);
        for (std::size_t i = 0; i < golden.settings.size(); i += 3) {
            SCOPED_TRACE(golden.name + " " + golden.settings[i].name());
            expectRules(model, golden.settings[i].scenario, reversed);
            if (testing::Test::HasFailure()) return;
        }
        SCOPED_TRACE(golden.name + " by hand");
        expectRules(model, test::randomScenarioByHand(model, 7), reversed);
        if (testing::Test::HasFailure()) return;
    }
}

TEST(StrictRules, realModels_hold)
{
    const std::string folder = ALIGNSCOPE_SHARED_DATA "/models";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no reference data";
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".onnx") files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    std::size_t checked = 0;
    for (const std::string& file : files) {
        const auto opened = openModel(file);
        if (!opened || (*opened)->baseline.size() == 0 || (*opened)->slotGraph->sites().empty()) continue;
        const Model& model = **opened;
        const Model reversed = withOrder(model, OperationOrderKind::Reversed);
        ++checked;
        for (const char* preset : {"ppq-setting", "esp-dl"}) {
            SCOPED_TRACE(file + " " + preset);
            Scenario scenario = test::randomScenarioByHand(model, static_cast<std::uint32_t>(checked));
            if (std::string(preset) == "esp-dl") scenario = {};
            applyPreset(scenario, preset);
            expectRules(model, scenario, reversed);
            if (testing::Test::HasFailure()) return;
        }
    }
    EXPECT_GE(checked, 19U); // each with two presets
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

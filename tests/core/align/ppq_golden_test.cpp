// SPDX-License-Identifier: Apache-2.0
// The ppq engine against PPQ 0.6.6's own tables, bit for bit.
#include "core/align/numerics.h"
#include "core/align/passive_pass.h"
#include "core/align/ppq_engine.h"
#include "core/cascade/evaluate.h"
#include "core/cascade/step_trail.h"
#include "tests/support/golden.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <string>

namespace alignscope {
namespace {

using test::GoldenCase;
using test::GoldenSetting;

std::string errorText(const std::optional<EngineError>& error, const Graph& graph)
{
    if (!error) return {};
    return std::string(toText(error->kind)) + " at " + graph.operation(error->operation).id;
}
std::string errorText(const std::optional<test::GoldenError>& error)
{
    return error ? error->type + " at " + error->operation : std::string();
}

class GoldenModels : public testing::TestWithParam<std::string> {};

TEST_P(GoldenModels, everySetting_givesTheReferenceTables)
{
    const GoldenCase golden = test::loadGolden(GetParam());
    const Model model = golden.makeModel();
    ASSERT_FALSE(golden.settings.empty());
    for (const GoldenSetting& setting : golden.settings) {
        SCOPED_TRACE(golden.name + " " + setting.name());
        Outcome outcome = runPpqAlignment(model, setting.scenario);
        EXPECT_EQ(errorText(outcome.error, *golden.graph), errorText(setting.error));
        ASSERT_EQ(test::difference(outcome.table, setting.after), "");
        if (setting.error) continue;
        runPassivePass(*model.slotGraph, outcome, Engine::Ppq);
        EXPECT_EQ(errorText(outcome.error, *golden.graph), errorText(setting.passiveError));
        ASSERT_EQ(test::difference(outcome.table, setting.afterPassive), "");
        ASSERT_EQ(test::difference(evaluate(model, setting.scenario).table, setting.afterPassive), "");
    }
}

TEST_P(GoldenModels, steps_areTheEventsOfTheReference)
{
    const GoldenCase golden = test::loadGolden(GetParam());
    const auto model = std::make_shared<const Model>(golden.makeModel());
    for (const test::GoldenTrace& trace : golden.traces) {
        auto run = std::make_shared<Evaluation>();
        run->model = model;
        run->outcome = runPpqAlignment(*model, trace.scenario);
        const Outcome& outcome = run->outcome;
        const StepTrail trail(run);
        const auto details = trail.details();
        std::size_t at = 0;
        for (std::size_t i = 0; i < outcome.steps.size(); ++i) {
            const Step& step = outcome.steps[i];
            if (step.action == Action::Skip) continue;
            ASSERT_LT(at, trace.events.size());
            const test::GoldenEvent& event = trace.events[at++];
            EXPECT_EQ(golden.graph->operation(step.operation).id, event.operation);
            EXPECT_EQ(golden.slots->id(step.slot), event.slot);
            EXPECT_EQ(toText(details[i].stateBefore), event.stateBefore);
            if (step.action == Action::Rerange) {
                EXPECT_EQ(event.action, "large_master");
                EXPECT_EQ(step.scale, event.scale);
                EXPECT_EQ(step.offset, event.offset);
            } else {
                EXPECT_EQ(golden.slots->id(step.master), event.master);
                EXPECT_EQ(toText(details[i].stateAfter), event.stateAfter);
                EXPECT_EQ(step.action == Action::Override, event.action == "override");
            }
        }
        EXPECT_EQ(at, trace.events.size());
    }
}

std::string caseName(const testing::TestParamInfo<std::string>& info)
{
    std::string name;
    const auto file = info.param.rfind('/');
    const auto folder = info.param.rfind('/', file - 1);
    for (const char c : info.param.substr(folder + 1, info.param.find(".golden") - folder - 1))
        name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    return name;
}

INSTANTIATE_TEST_SUITE_P(All, GoldenModels, testing::ValuesIn(test::goldenFiles()), caseName);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(GoldenModels);

TEST(Golden, referenceDataIsThere)
{
    EXPECT_FALSE(test::goldenFiles().empty()) << "at least the committed subset must be found";
}

class GoldenFuzz : public testing::TestWithParam<std::string> {};

TEST_P(GoldenFuzz, everyStep_givesTheReferenceTableAndError)
{
    const auto cases = test::loadFuzz(GetParam());
    if (cases.empty()) GTEST_SKIP() << "no fuzz data";
    std::size_t steps = 0;
    for (const GoldenCase& golden : cases) {
        Model model = golden.makeModel();
        for (const GoldenSetting& setting : golden.settings) {
            SCOPED_TRACE(golden.name + " " + setting.name());
            const Outcome outcome = runPpqAlignment(model, setting.scenario);
            ASSERT_EQ(errorText(outcome.error, *golden.graph), errorText(setting.error));
            ASSERT_EQ(test::difference(outcome.table, setting.after), "");
            ++steps;
            model = withBaseline(model, outcome.table);
        }
    }
    EXPECT_GE(steps, cases.size());
}
INSTANTIATE_TEST_SUITE_P(All, GoldenFuzz, testing::Values("plain", "wild"),
                         [](const auto& fuzz) { return fuzz.param; });

TEST(GoldenNumerics, rangeToScale_isBitExact)
{
    const auto rows = test::loadNumerics();
    if (rows.empty()) GTEST_SKIP() << "no numeric data";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        SCOPED_TRACE(i);
        const test::NumericRow& row = rows[i];
        double low = 0;
        double high = 0;
        for (const auto& [scale, offset] : row.inputs) {
            const FloatRange range = representableRange(scale, offset, row.scheme);
            low = std::min(low, range.lo);
            high = std::max(high, range.hi);
        }
        const auto large = minmaxToScaleOffset(low, high, row.scheme, {});
        ASSERT_TRUE(large);
        ASSERT_EQ(static_cast<float>(large->scale), row.largeScale);
        ASSERT_EQ(static_cast<float>(large->offset), row.largeOffset);
        const auto minmax = minmaxToScaleOffset(row.minimum, row.maximum, row.scheme, {});
        ASSERT_TRUE(minmax);
        ASSERT_EQ(minmax->scale, row.minmaxScale);
        ASSERT_EQ(minmax->offset, row.minmaxOffset);
    }
}

} // namespace
} // namespace alignscope

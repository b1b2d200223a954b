// SPDX-License-Identifier: Apache-2.0
// What holds for every scenario on every model, on generated graphs.
#include "core/cascade/causes.h"
#include "core/cascade/evaluate.h"
#include "core/cascade/evaluation.h"
#include "core/cascade/measures.h"
#include "core/cascade/replay.h"
#include "core/cascade/sweep.h"
#include "tests/support/random_model.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alignscope {
namespace {

constexpr std::uint32_t kSeeds = 1500;

bool sameTables(const TqcTable& a, const TqcTable& b)
{
    for (std::uint32_t i = 0; i < a.size(); ++i) {
        const SlotId id(i);
        if (a.state(id) != b.state(id) || a.dominator(id) != b.dominator(id)
            || !sameParameters(a.own(id), b.own(id)))
            return false;
    }
    return a.size() == b.size();
}

template <class Check> void onGeneratedModels(Check check)
{
    for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
        const Model model = test::randomModel(seed);
        const Scenario scenario = test::randomScenario(model, seed);
        SCOPED_TRACE("seed " + std::to_string(seed));
        check(model, scenario);
        if (testing::Test::HasFailure()) return;
    }
}

TEST(EvaluateProperties, sameQuestion_sameAnswer)
{
    onGeneratedModels([](const Model& model, const Scenario& scenario) {
        const Outcome a = evaluate(model, scenario);
        const Outcome b = evaluate(model, scenario);
        EXPECT_TRUE(sameTables(a.table, b.table));
        EXPECT_EQ(a.steps.size(), b.steps.size());
        EXPECT_EQ(a.error, b.error);
    });
}

TEST(EvaluateProperties, nothingAsked_givesTheLoadedTable)
{
    onGeneratedModels([](const Model& model, const Scenario& scenario) {
        Scenario nothing;
        nothing.forceOverlap = scenario.forceOverlap;
        const Outcome outcome = evaluate(model, nothing);
        EXPECT_TRUE(sameTables(outcome.table, model.baseline));
        EXPECT_TRUE(outcome.steps.empty());
        EXPECT_TRUE(diff(model, outcome).changes.empty());
    });
}

TEST(EvaluateProperties, freshlyCalibrated_neverRaises)
{
    onGeneratedModels([](const Model& model, const Scenario& scenario) {
        EXPECT_FALSE(evaluate(model, scenario).error.has_value()
                     && evaluate(model, scenario).error->kind == EngineErrorKind::Recursion);
    });
}

TEST(EvaluateProperties, stepsLeadFromTheLoadedTableToTheOutcome)
{
    onGeneratedModels([](const Model& model, const Scenario& scenario) {
        const Outcome outcome = evaluate(model, scenario);
        TqcTable table = model.baseline;
        for (const Step& step : outcome.steps) applyStep(table, outcome.table, step);
        for (std::uint32_t i = 0; i < table.size(); ++i) {
            const SlotId id(i);
            ASSERT_EQ(table.state(id), outcome.table.state(id)) << table.slots().id(id);
            ASSERT_EQ(table.root(id), outcome.table.root(id)) << table.slots().id(id);
            ASSERT_TRUE(sameParameters(table.effective(id), outcome.table.effective(id)));
        }
    });
}

TEST(CascadeProperties, everyChangeHasACauseThatTouchedItsWay)
{
    std::size_t changes = 0;
    onGeneratedModels([&](const Model& model, const Scenario& scenario) {
        const Outcome outcome = evaluate(model, scenario);
        const CauseIndex causes(model, outcome);
        for (const Change& change : diff(model, outcome).changes) {
            ++changes;
            const auto cause = causes.causeOf(change.slot);
            ASSERT_FALSE(cause.empty()) << model.baseline.slots().id(change.slot);
            ASSERT_TRUE(std::is_sorted(cause.begin(), cause.end()));
            ASSERT_LT(cause.back(), outcome.steps.size());
            ASSERT_EQ(causes.firstCause(change.slot), cause.front());
            ASSERT_EQ(causes.lastCause(change.slot), cause.back());
            for (const std::uint32_t step : cause)
                ASSERT_NE(outcome.steps[step].action, Action::Skip);
        }
    });
    EXPECT_GT(changes, kSeeds); // the generator does make things move
}

// The operations of a cause are enough to bring the change about: a cause that names too little
// would not survive this. Not exact everywhere: an input that another operation had moved may
// dictate a range when that operation is left out.
TEST(CascadeProperties, theOperationsOfTheCauseAloneMakeTheChange)
{
    std::size_t checked = 0;
    std::size_t same = 0;
    onGeneratedModels([&](const Model& model, const Scenario& scenario) {
        const Outcome outcome = evaluate(model, scenario);
        const Cascade cascade = diff(model, outcome);
        const CauseIndex causes(model, outcome);
        for (std::size_t i = 0; i < cascade.changes.size(); i += 5) {
            const Change& change = cascade.changes[i];
            const auto cause = causes.causeOf(change.slot);
            Scenario only = scenario;
            for (const AlignmentSite& site : model.slotGraph->sites()) {
                const bool named = std::any_of(cause.begin(), cause.end(), [&](std::uint32_t step) {
                    return outcome.steps[step].operation == site.operation;
                });
                if (!named) only.overrides[model.graph->operation(site.operation).id].method = Method::None;
            }
            const Outcome rest = evaluate(model, only);
            ++checked;
            same += sameParameters(rest.table.effective(change.slot), cascade.after(change.slot).parameters) ? 1U : 0U;
        }
    });
    EXPECT_GT(checked, 5000U);
    EXPECT_GT(same * 100, checked * 97);
}

TEST(CascadeProperties, summaryAgreesWithTheLists)
{
    onGeneratedModels([](const Model& model, const Scenario& scenario) {
        const Outcome outcome = evaluate(model, scenario);
        const Cascade cascade = diff(model, outcome);
        EXPECT_EQ(cascade.summary.changedSlots, cascade.changes.size());
        std::set<std::uint32_t> operations;
        std::size_t moved = 0;
        for (const Change& change : cascade.changes) {
            const bool scaled = !sameParameters(cascade.before(change.slot).parameters, cascade.after(change.slot).parameters);
            EXPECT_EQ(change.moved, scaled);
            if (!scaled) continue;
            ++moved;
            if (!model.baseline.slots()[change.slot].parameter) operations.insert(model.baseline.slots()[change.slot].operation.value());
        }
        EXPECT_EQ(cascade.summary.movedSlots, moved);
        EXPECT_EQ(cascade.summary.joinedSlots(), cascade.changes.size() - moved);
        std::set<std::uint32_t> listed;
        for (const OpId operation : cascade.movedOperations()) EXPECT_TRUE(listed.insert(operation.value()).second);
        EXPECT_EQ(listed, operations);
        EXPECT_EQ(cascade.summary.requantizeEdgesAfter, requantizeEdges(model, ResolvedTable(outcome.table)).size());
        EXPECT_EQ(cascade.summary.requantizeEdgesBefore, requantizeEdges(model, ResolvedTable(model.baseline)).size());
        double worst = 0;
        for (const Change& change : cascade.changes)
            if (!model.baseline.slots()[change.slot].parameter)
                worst = std::max(worst, change.bitsLost().value_or(0));
        EXPECT_EQ(cascade.summary.worstBitsLost, worst);
        const Summary only = Summarizer(model)(outcome);
        EXPECT_EQ(only.changedSlots, cascade.summary.changedSlots);
        EXPECT_EQ(only.movedSlots, cascade.summary.movedSlots);
        EXPECT_EQ(only.changedOperations, cascade.summary.changedOperations);
        EXPECT_EQ(only.brokenPromises, cascade.summary.brokenPromises);
        EXPECT_EQ(only.groups, cascade.groups().size());
        EXPECT_EQ(only.summedBitsLost, cascade.summary.summedBitsLost);
    });
}

// What a slot could hold when it was loaded and saturates now is clipped, however fine the new steps are.
TEST(CascadeProperties, clipping_isCountedWhereLoadedValuesSaturate)
{
    std::size_t clipped = 0;
    std::size_t whole = 0;
    onGeneratedModels([&](const Model& model, const Scenario& scenario) {
        const Outcome outcome = evaluate(model, scenario);
        const Cascade cascade = diff(model, outcome);
        const SlotList& slots = model.baseline.slots();
        std::set<std::uint32_t> tensors;
        std::size_t worst = 0;
        for (const Change& change : cascade.changes) {
            const auto before = realRange(model.baseline, change.slot);
            const auto after = realRange(outcome.table, change.slot);
            if (!change.moved || !before || !after) {
                EXPECT_EQ(change.clippedPercent, 0);
                continue;
            }
            const double step = static_cast<double>(model.baseline.effective(change.slot).scale[0]);
            const double lost = std::max(0.0, std::min(after->lo, before->hi) - before->lo) + std::max(0.0, before->hi - std::max(after->hi, before->lo));
            if (lost > 1.001 * step) { EXPECT_GT(change.clippedPercent, 0); }
            if (lost < 0.99 * step) { EXPECT_EQ(change.clippedPercent, 0); }
            if (change.clippedPercent > 0) { EXPECT_NEAR(change.clippedPercent, 100 * lost / (before->hi - before->lo), 1.01); }
            (change.clippedPercent > 0 ? clipped : whole) += 1;
            if (change.clippedPercent == 0 || slots.isParameter(change.slot)) continue;
            tensors.insert(slots[change.slot].tensor.value());
            worst = std::max<std::size_t>(worst, change.clippedPercent);
        }
        EXPECT_EQ(cascade.summary.clippedTensors, tensors.size());
        EXPECT_EQ(cascade.summary.worstClippedPercent, worst);
        const Summary only = Summarizer(model)(outcome);
        EXPECT_EQ(only.clippedTensors, tensors.size());
        EXPECT_EQ(only.worstClippedPercent, worst);
    });
    EXPECT_GT(clipped, 1000U);
    EXPECT_GT(whole, 1000U);
}

// Of a large network two threads work out a half each.
TEST(CascadeProperties, largeNetwork_isSeenAsItIs)
{
    const auto model = test::residualNetwork(2500);
    ASSERT_GT(model->baseline.size(), 25000U);
    for (const Overlap overlap : {Overlap::Off, Overlap::On}) {
        Scenario scenario;
        applyPreset(scenario, "ppq-setting");
        scenario.forceOverlap = overlap;
        const Outcome outcome = evaluate(*model, scenario);
        const Cascade cascade = diff(*model, outcome);
        std::size_t changed = 0;
        for (std::uint32_t i = 0; i < model->baseline.size(); ++i) {
            const SlotValue before = slotValue(model->baseline, SlotId(i));
            const SlotValue after = slotValue(outcome.table, SlotId(i));
            const bool moved = !sameParameters(before.parameters, after.parameters);
            const Change* change = cascade.change(SlotId(i));
            ASSERT_EQ(change != nullptr, moved || before.state != after.state || before.master != after.master);
            if (change == nullptr) continue;
            ++changed;
            ASSERT_EQ(change->moved, moved);
            ASSERT_EQ(change->bitsLost(), bitsLost(before.parameters, after.parameters));
        }
        EXPECT_GT(changed, 1000U);
        const auto edges = requantizeEdges(*model, ResolvedTable(outcome.table));
        ASSERT_EQ(cascade.edgesAfter.size(), edges.size());
        for (std::size_t i = 0; i < edges.size(); ++i) EXPECT_EQ(cascade.edgesAfter[i].edge.to, edges[i].edge.to);
        const Summary only = Summarizer(*model)(outcome);
        EXPECT_EQ(only.changedSlots, changed);
        EXPECT_EQ(only.changedOperations, cascade.summary.changedOperations);
        EXPECT_EQ(only.brokenPromises, cascade.brokenPromises.size());
        EXPECT_EQ(only.groups, cascade.groups().size());
        EXPECT_EQ(only.misalignedOperationsAfter, cascade.misalignedAfter.size());
        EXPECT_EQ(only.summedBitsLost, cascade.summary.summedBitsLost);
    }
}

TEST(SweepProperties, eachCombinationIsTheEvaluationOfItsScenario)
{
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
        const Model model = test::randomModel(seed);
        std::size_t expected = 2;
        for (const Family family : kFamilies)
            if (model.slotGraph->siteCount(family) > 0) expected *= legalMethods(family).size();
        const auto combinations = sweep(model, Engine::Ppq);
        ASSERT_EQ(combinations.size(), expected);
        for (const Combination& combination : combinations) {
            const Outcome outcome = evaluate(model, combination.scenario);
            ASSERT_EQ(combination.summary.changedSlots, diff(model, outcome).summary.changedSlots);
        }
    }
}

} // namespace
} // namespace alignscope

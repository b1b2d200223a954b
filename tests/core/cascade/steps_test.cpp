// SPDX-License-Identifier: Apache-2.0
// Stepping through an outcome: positions, breakpoints and watches against plain replays.
#include "core/align/ppq_engine.h"
#include "core/cascade/measures.h"
#include "core/cascade/replay.h"
#include "core/cascade/step_stops.h"
#include "core/cascade/step_trail.h"
#include "tests/support/golden.h"
#include "tests/support/random_model.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>

namespace alignscope {
namespace {

constexpr std::uint32_t kStepSeeds = 400;

// The first slot at which two tables differ in anything at all, immediate pointers included.
std::string firstDifference(const TqcTable& a, const TqcTable& b)
{
    for (std::uint32_t i = 0; i < a.size(); ++i) {
        const SlotId slot(i);
        if (a.state(slot) != b.state(slot) || a.dominator(slot) != b.dominator(slot)
            || !sameParameters(a.own(slot), b.own(slot)))
            return a.slots().id(slot);
    }
    return a.size() == b.size() ? std::string() : "size";
}

// Goes through all positions; before each look the cursor is thrown somewhere else.
void expectCursorReplays(const std::shared_ptr<const StepTrail>& trail, std::uint32_t seed, std::size_t every = 1)
{
    const Outcome& outcome = trail->whole()->outcome;
    std::mt19937 random(seed);
    StepCursor cursor(trail);
    TqcTable fresh = trail->whole()->model->baseline;
    for (std::size_t k = 0; k <= outcome.steps.size(); ++k) {
        if (k > 0) applyStep(fresh, outcome.table, outcome.steps[k - 1]);
        if (k % every != 0 && k != outcome.steps.size()) continue;
        cursor.moveTo(random() % (outcome.steps.size() + 1));
        cursor.moveTo(k);
        ASSERT_EQ(cursor.position(), k);
        ASSERT_EQ(firstDifference(cursor.table(), fresh), "") << "after " << k << " steps";
    }
}

std::shared_ptr<const StepTrail> trailOf(std::shared_ptr<const Evaluation> whole)
{
    return std::make_shared<const StepTrail>(std::move(whole));
}

template <class Check> void onGeneratedOutcomes(Check check)
{
    std::size_t strict = 0;
    for (std::uint32_t seed = 0; seed < kStepSeeds; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        Scenario scenario = test::randomScenario(*model, seed);
        scenario.engine = seed % 2 == 0 ? Engine::Ppq : Engine::Strict;
        const auto trail = trailOf(makeEvaluation(model, scenario));
        strict += scenario.engine == Engine::Strict && trail->size() > 0 ? 1U : 0U;
        check(trail, seed);
        if (testing::Test::HasFailure()) return;
    }
    EXPECT_GT(strict, kStepSeeds / 10);
}

TEST(StepCursor, generatedOutcomes_anyJump_isAFreshReplay)
{
    onGeneratedOutcomes([](const auto& trail, std::uint32_t seed) { expectCursorReplays(trail, seed); });
}

TEST(StepCursor, goldenTraces_anyJump_isAFreshReplay)
{
    std::size_t traces = 0;
    for (const std::string& path : test::goldenFiles()) {
        const test::GoldenCase golden = test::loadGolden(path);
        SCOPED_TRACE(golden.name);
        const auto model = std::make_shared<const Model>(golden.makeModel());
        for (const test::GoldenTrace& trace : golden.traces) {
            const auto trail = trailOf(makeEvaluation(model, trace.scenario));
            // Each position of the largest model would take a minute.
            expectCursorReplays(trail, 1, trail->size() > 1000 ? 7 : 1);
            ++traces;
            if (HasFailure()) return;
        }
    }
    EXPECT_GT(traces, 0U);
}

TEST(StepTrail, details_areTheTablesAroundEachStep)
{
    onGeneratedOutcomes([](const auto& trail, std::uint32_t) {
        StepCursor before(trail);
        StepCursor after(trail);
        for (std::size_t i = 0; i < trail->size(); ++i) {
            before.moveTo(i);
            after.moveTo(i + 1);
            const StepDetail& detail = trail->details()[i];
            const SlotValue a = slotValue(before.table(), detail.slot);
            const SlotValue b = slotValue(after.table(), detail.slot);
            EXPECT_EQ(detail.stateBefore, a.state);
            EXPECT_EQ(detail.masterBefore, a.master);
            EXPECT_EQ(detail.scaleBefore.has_value(), !a.parameters.scale.empty());
            EXPECT_EQ(detail.stateAfter, b.state);
            EXPECT_EQ(detail.masterAfter, b.master);
            if (detail.scaleAfter) { EXPECT_EQ(*detail.scaleAfter, b.parameters.scale[0]); }
            if (detail.offsetAfter) { EXPECT_EQ(*detail.offsetAfter, b.parameters.offset[0]); }
        }
    });
}

TEST(EvaluationAt, everyStep_isThatOfTheSteppedTable)
{
    onGeneratedOutcomes([](const auto& trail, std::uint32_t seed) {
        const std::size_t k = trail->size() == 0 ? 0 : seed % trail->size();
        const auto at = evaluationAt(trail, k);
        ASSERT_EQ(at->outcome.steps.size(), k);
        EXPECT_EQ(firstDifference(at->outcome.table, StepCursor(trail, k).table()), "");
        EXPECT_EQ(at->cascade.changes.size(), diff(*at->model, at->outcome).changes.size());
        EXPECT_TRUE(evaluationAt(trail, 0)->cascade.changes.empty());
        const auto end = evaluationAt(trail, trail->size() + 7);
        EXPECT_EQ(end->cascade.changes.size(), trail->whole()->cascade.changes.size());
        EXPECT_EQ(end->outcome.error, trail->whole()->outcome.error);
        if (k < trail->size()) { EXPECT_FALSE(at->outcome.error.has_value()); }
    });
}

// ---- breakpoints, against a comparison of whole tables at each position

using Halt = Breakpoint::Kind;

std::map<SlotId, std::size_t> groupSizes(const TqcTable& table)
{
    std::map<SlotId, std::size_t> sizes;
    for (const Group& group : groupsOf(ResolvedTable(table)).groups) sizes[group.root] = group.slots.size();
    return sizes;
}

std::set<std::size_t> positionsOf(const std::vector<Stop>& stops, std::size_t breakpoint)
{
    std::set<std::size_t> positions;
    for (const Stop& stop : stops)
        if (stop.breakpoint == breakpoint) positions.insert(stop.position);
    return positions;
}

TEST(FindStops, slotChanges_areWhereTheValueIsAnother)
{
    onGeneratedOutcomes([](const auto& trail, std::uint32_t seed) {
        const SlotList& slots = trail->whole()->model->baseline.slots();
        std::vector<Breakpoint> breakpoints;
        std::vector<SlotId> watched;
        for (std::uint32_t i = seed % 3; i < slots.size(); i += 3) {
            watched.emplace_back(i);
            breakpoints.push_back({Halt::SlotChange, slots.id(SlotId(i)), 0});
        }
        std::vector<std::set<std::size_t>> expected(watched.size());
        StepCursor cursor(trail);
        std::vector<WatchedValue> last;
        for (const SlotId slot : watched) last.push_back(watchedValue(cursor.table(), slot));
        for (std::size_t k = 1; k <= trail->size(); ++k) {
            cursor.moveTo(k);
            for (std::size_t w = 0; w < watched.size(); ++w)
                if (WatchedValue now = watchedValue(cursor.table(), watched[w]); !(now == last[w])) {
                    expected[w].insert(k);
                    last[w] = std::move(now);
                }
        }
        const std::vector<Stop> stops = findStops(trail, breakpoints);
        const std::vector<SlotHistory> histories = historiesOf(trail, watched);
        for (std::size_t w = 0; w < watched.size(); ++w) {
            EXPECT_EQ(positionsOf(stops, w), expected[w]) << breakpoints[w].name;
            // The watch tells the same story.
            ASSERT_EQ(histories[w].moments.size(), expected[w].size() + 1);
            std::size_t index = 1;
            for (const std::size_t position : expected[w]) EXPECT_EQ(histories[w].moments[index++].position, position);
            EXPECT_TRUE(histories[w].at(trail->size()).value == last[w]);
        }
    });
}

TEST(FindStops, groupSizes_areWhereAGroupOutgrowsIt)
{
    onGeneratedOutcomes([](const auto& trail, std::uint32_t) {
        const std::vector<Breakpoint> breakpoints{{Halt::GroupSize, {}, 1}, {Halt::GroupSize, {}, 3}, {Halt::GroupSize, {}, 6}};
        std::vector<std::set<std::size_t>> expected(breakpoints.size());
        StepCursor cursor(trail);
        std::map<SlotId, std::size_t> last = groupSizes(cursor.table());
        for (std::size_t k = 1; k <= trail->size(); ++k) {
            cursor.moveTo(k);
            const std::map<SlotId, std::size_t> now = groupSizes(cursor.table());
            for (std::size_t b = 0; b < breakpoints.size(); ++b)
                for (const auto& [root, size] : now) {
                    const auto before = last.find(root);
                    if (size > breakpoints[b].size && (before == last.end() ? 0 : before->second) <= breakpoints[b].size)
                        expected[b].insert(k);
                }
            last = now;
        }
        const std::vector<Stop> stops = findStops(trail, breakpoints);
        for (std::size_t b = 0; b < breakpoints.size(); ++b) EXPECT_EQ(positionsOf(stops, b), expected[b]);
        for (const Stop& stop : stops) {
            cursor.moveTo(stop.position);
            EXPECT_EQ(groupSizes(cursor.table())[stop.slot], stop.groupSize);
        }
    });
}

TEST(FindStops, brokenPromises_areWhereOneStopsToHold)
{
    std::size_t found = 0;
    onGeneratedOutcomes([&](const auto& trail, std::uint32_t) {
        struct Promise {
            Step step;
            bool held = true;
        };
        std::vector<Promise> promises;
        std::set<std::size_t> expected;
        StepCursor cursor(trail);
        for (std::size_t k = 1; k <= trail->size(); ++k) {
            cursor.moveTo(k);
            for (Promise& promise : promises) {
                const bool holds = promiseHolds(cursor.table(), promise.step.slot, promise.step.master);
                if (promise.held && !holds) expected.insert(k);
                promise.held = holds;
            }
            if (bindsByPromise(trail->steps()[k - 1])) promises.push_back({trail->steps()[k - 1]});
        }
        const std::vector<Breakpoint> breakpoints{{Halt::BrokenPromise, {}, 0}};
        const std::vector<Stop> stops = findStops(trail, breakpoints);
        EXPECT_EQ(positionsOf(stops, 0), expected);
        // What is broken in the end has a stop somewhere.
        if (!trail->whole()->cascade.brokenPromises.empty()) { EXPECT_FALSE(stops.empty()); }
        found += stops.size();
    });
    EXPECT_GT(found, 20U);
}

TEST(FindStops, operation_haltsWhereItsStepsBegin)
{
    onGeneratedOutcomes([](const auto& trail, std::uint32_t) {
        const Graph& graph = *trail->whole()->model->graph;
        std::vector<Breakpoint> breakpoints;
        for (std::uint32_t op = 0; op < graph.operationCount(); ++op)
            breakpoints.push_back({Halt::Operation, graph.operation(OpId(op)).id, 0});
        breakpoints.push_back({Halt::Operation, "not in this model", 0});
        EXPECT_FALSE(resolves(*trail->whole()->model, breakpoints.back()));
        std::size_t runs = 0;
        for (std::size_t i = 0; i < trail->size(); ++i)
            runs += i == 0 || trail->steps()[i].operation != trail->steps()[i - 1].operation ? 1U : 0U;
        const std::vector<Stop> stops = findStops(trail, breakpoints);
        EXPECT_EQ(stops.size(), runs);
        for (const Stop& stop : stops) EXPECT_EQ(trail->steps()[stop.position - 1].operation, OpId(stop.breakpoint));
    });
}

TEST(NextStop, bothDirections_neverStayAndEndAtTheEnds)
{
    const std::vector<Stop> stops{{3, 0, {}, {}, 0}, {3, 1, {}, {}, 0}, {8, 0, {}, {}, 0}};
    EXPECT_EQ(nextStop(stops, 0, Direction::Forward), 3U);
    EXPECT_EQ(nextStop(stops, 3, Direction::Forward), 8U);
    EXPECT_EQ(nextStop(stops, 8, Direction::Forward), std::nullopt);
    EXPECT_EQ(nextStop(stops, 9, Direction::Back), 8U);
    EXPECT_EQ(nextStop(stops, 8, Direction::Back), 3U);
    EXPECT_EQ(nextStop(stops, 3, Direction::Back), std::nullopt);
}

// The first lesson: Add1 aligned to large with overlap.
TEST(Steps, docExample_breakAtAddAndWatchConv3)
{
    Scenario scenario;
    applyPreset(scenario, "ppq-setting");
    const auto trail = trailOf(makeEvaluation(test::docExample(), scenario));
    const SlotList& slots = trail->whole()->model->baseline.slots();
    const std::vector<Breakpoint> breakpoints{{Halt::Operation, "Add1", 0}, {Halt::SlotChange, "Conv3:in:0", 0}};
    const std::vector<Stop> stops = findStops(trail, breakpoints);
    ASSERT_FALSE(stops.empty());
    EXPECT_EQ(stops.front().breakpoint, 0U);
    EXPECT_EQ(trail->steps()[stops.front().position - 1].action, Action::Rerange);
    const SlotId conv3 = slots.findId("Conv3:in:0");
    const std::vector<SlotHistory> histories = historiesOf(trail, std::vector<SlotId>{conv3});
    const SlotHistory& history = histories.front();
    ASSERT_GE(history.moments.size(), 2U);
    EXPECT_EQ(history.moments[0].position, 0U);
    EXPECT_EQ(history.moments[0].value.state, TqcState::Overlapped);
    const std::size_t changed = history.moments[1].position;
    EXPECT_EQ(&history.at(changed - 1), &history.moments[0]);
    EXPECT_EQ(&history.at(changed), &history.moments[1]);
    EXPECT_EQ(history.before(changed), &history.moments[0]);
    EXPECT_EQ(history.before(changed - 1), nullptr);
    EXPECT_TRUE(sameParameters(history.moments.back().value.view(),
                               trail->whole()->outcome.table.effective(conv3)));
}

} // namespace
} // namespace alignscope

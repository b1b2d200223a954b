// SPDX-License-Identifier: Apache-2.0
// Blast radius and proposals: every number is found again by evaluating the scenario it speaks of.
#include "core/cascade/evaluation.h"
#include "core/cascade/proposals.h"
#include "tests/support/random_model.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace alignscope {
namespace {

constexpr Goal kGoals[] = {Goal::Edges, Goal::Loss, Goal::Promises};

template <class Check> void onGeneratedModels(std::uint32_t seeds, Check check)
{
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        Scenario scenario = test::randomScenario(*model, seed);
        for (const Engine engine : {Engine::Ppq, Engine::Strict}) {
            scenario.engine = engine;
            SCOPED_TRACE("seed " + std::to_string(seed) + " " + std::string(toText(engine)));
            check(model, scenario);
            if (testing::Test::HasFailure()) return;
        }
    }
}

std::set<std::uint32_t> movedBetween(const Evaluation& a, const Evaluation& b)
{
    std::set<std::uint32_t> moved;
    for (std::uint32_t i = 0; i < a.outcome.table.size(); ++i) {
        const SlotValue x = slotValue(a.outcome.table, SlotId(i));
        const SlotValue y = slotValue(b.outcome.table, SlotId(i));
        if (x.master != y.master || !sameParameters(x.parameters, y.parameters)) moved.insert(i);
    }
    return moved;
}

bool sameSteps(const Proposals& a, const Proposals& b, std::size_t count)
{
    return std::equal(a.steps.begin(), a.steps.begin() + static_cast<std::ptrdiff_t>(count), b.steps.begin(),
                      b.steps.begin() + static_cast<std::ptrdiff_t>(count), [](const Proposal& x, const Proposal& y) {
                          return x.option == y.option && x.scenario == y.scenario && x.price == y.price
                              && x.reach == y.reach;
                      });
}

TEST(Impacts, everyNumber_isThatOfTheOverrideItself)
{
    onGeneratedModels(150, [](const std::shared_ptr<const Model>& model, const Scenario& scenario) {
        const auto now = makeEvaluation(model, scenario);
        for (const Impact& impact : impacts(*model, scenario)) {
            const auto then = makeEvaluation(model, withOption(*model, scenario, impact.option));
            const auto moved = movedBetween(*now, *then);
            std::set<std::uint32_t> operations;
            for (const std::uint32_t slot : moved)
                operations.insert(model->baseline.slots()[SlotId(slot)].operation.value());
            EXPECT_EQ(impact.reach.slots.all(), moved.size());
            const auto scaled = static_cast<std::size_t>(std::count_if(moved.begin(), moved.end(), [&](std::uint32_t slot) {
                return !sameParameters(slotValue(now->outcome.table, SlotId(slot)).parameters,
                                       slotValue(then->outcome.table, SlotId(slot)).parameters);
            }));
            EXPECT_EQ(impact.reach.slots.changed, scaled);
            EXPECT_EQ(slotTally(now->outcome.table, then->outcome.table), impact.reach.slots);
            EXPECT_EQ(impact.reach.operations, operations.size());
            EXPECT_EQ(impact.price, priceOf(now->cascade.summary, then->cascade.summary));
            EXPECT_EQ(impact.error, then->outcome.error);
        }
    });
}

TEST(Impacts, list_isRankedAndHoldsEveryMethodNotInForce)
{
    onGeneratedModels(150, [](const std::shared_ptr<const Model>& model, const Scenario& scenario) {
        const auto found = impacts(*model, scenario);
        const auto key = [](const Impact& i) {
            return std::tuple(!i.error.has_value(), i.reach.slots.changed, std::llround(std::abs(i.price.summedBitsLost) * 1e6), i.reach.slots.all(),
                              i.reach.operations, i.reach.hops);
        };
        for (std::size_t i = 1; i < found.size(); ++i) EXPECT_GE(key(found[i - 1]), key(found[i]));
        for (const Option& option : optionsOf(*model, scenario)) {
            const bool listed = std::any_of(found.begin(), found.end(), [&](const Impact& i) {
                return i.option.operation == option.operation && i.option.method == option.method;
            });
            const bool current = methodOf(scenario, model->graph->operation(option.operation)) == option.method;
            EXPECT_TRUE(listed || current);
        }
        for (const Impact& impact : found) EXPECT_FALSE(inForce(*model, scenario, impact.option));
        // Without effect on the outcome the other overlap is no row of its own.
        for (std::size_t i = 0; i < found.size(); ++i)
            for (std::size_t k = i + 1; k < found.size(); ++k) {
                const Option& a = found[i].option;
                const Option& b = found[k].option;
                EXPECT_FALSE(a.operation == b.operation && a.method == b.method && a.overlap == b.overlap);
            }
    });
}

TEST(Impacts, farthest_namesTheOneThatMovesMostAndThoseThatMoveAsMuch)
{
    onGeneratedModels(150, [](const std::shared_ptr<const Model>& model, const Scenario& scenario) {
        const auto found = impacts(*model, scenario);
        const auto first = farthest(found);
        std::size_t most = 0;
        std::set<std::uint32_t> expected;
        for (const Impact& impact : found)
            if (!impact.error) most = std::max(most, impact.reach.slots.changed);
        for (const Impact& impact : found)
            if (!impact.error && most > 0 && impact.reach.slots.changed == most) expected.insert(impact.option.operation.value());
        std::set<std::uint32_t> named;
        for (const Impact* impact : first) named.insert(impact->option.operation.value());
        EXPECT_EQ(named, expected);
        EXPECT_EQ(first.size(), expected.size()); // each once
        if (!first.empty()) {
            EXPECT_EQ(first.front()->option, found.front().option);
        }
    });
}

TEST(Impacts, overlapThatMovesNothing_isNotListed)
{
    const auto model = test::docExample();
    Scenario scenario;
    scenario.setMethod(Family::Elementwise, Method::Large);
    const auto found = impacts(*model, scenario);
    const auto overlap = std::find_if(found.begin(), found.end(), [](const Impact& i) {
        return i.option.method == Method::Large && i.option.overlap == Overlap::On;
    });
    ASSERT_NE(overlap, found.end()); // Conv2 has another consumer, which follows with overlap
    EXPECT_GT(overlap->reach.slots.changed, 0U);
    EXPECT_EQ(overlap->price.requantizeEdges, -1);
    EXPECT_EQ(overlap->reach.hops, 2U); // Add1, Conv2, Conv3
    EXPECT_EQ(std::count_if(found.begin(), found.end(), [](const Impact& i) { return i.option.method == Method::None; }), 1);
}

TEST(Impacts, stoppedHalfway_giveARankedPart)
{
    const auto model = test::residualNetwork(20);
    std::stop_source source;
    Task task{source.get_token(), [&](double fraction) {
                  if (fraction > 0.5) source.request_stop();
              }};
    const auto part = impacts(*model, {}, task);
    const auto all = impacts(*model, {});
    EXPECT_LT(part.size(), all.size());
    EXPECT_FALSE(part.empty());
    for (std::size_t i = 1; i < part.size(); ++i) EXPECT_GE(part[i - 1].reach.slots.changed, part[i].reach.slots.changed);
}

TEST(Proposals, eachStep_isTheSingleOverrideThatHelpsMost)
{
    onGeneratedModels(80, [](const std::shared_ptr<const Model>& model, const Scenario& scenario) {
        for (const Goal goal : kGoals) {
            const Proposals found = propose(*model, scenario, goal);
            if (makeEvaluation(model, scenario)->outcome.error) {
                EXPECT_TRUE(found.error && found.steps.empty());
                continue;
            }
            EXPECT_TRUE(found.complete);
            Scenario at = scenario;
            for (const Proposal& step : found.steps) {
                const auto before = makeEvaluation(model, at);
                const auto after = makeEvaluation(model, step.scenario);
                EXPECT_EQ(step.scenario, withOption(*model, at, step.option));
                EXPECT_FALSE(after->outcome.error);
                EXPECT_TRUE(helps(goal, step.price));
                EXPECT_EQ(step.price, priceOf(before->cascade.summary, after->cascade.summary));
                EXPECT_EQ(step.reach.slots.all(), movedBetween(*before, *after).size());
                for (const Impact& other : impacts(*model, at)) {
                    if (other.error || !helps(goal, other.price)) continue;
                    switch (goal) {
                    case Goal::Edges: EXPECT_LE(step.price.places(), other.price.places()); break;
                    case Goal::Loss: EXPECT_LE(step.price.summedBitsLost, other.price.summedBitsLost + 2e-6); break;
                    case Goal::Promises: EXPECT_LE(step.price.brokenPromises, other.price.brokenPromises); break;
                    }
                }
                at = step.scenario;
            }
            for (const Impact& other : impacts(*model, at))
                EXPECT_TRUE(other.error || !helps(goal, other.price)) << model->graph->operation(other.option.operation).id;
        }
    });
}

TEST(Proposals, equalHelp_goesToTheSmallerCascade)
{
    onGeneratedModels(80, [](const std::shared_ptr<const Model>& model, const Scenario& scenario) {
        const Proposals found = propose(*model, scenario, Goal::Edges);
        if (found.steps.empty()) return;
        const Proposal& first = found.steps.front();
        for (const Impact& other : impacts(*model, scenario))
            EXPECT_TRUE(other.error || other.price.places() != first.price.places() || first.reach.slots.all() <= other.reach.slots.all());
    });
}

TEST(Proposals, sameQuestion_sameAnswerAndTheRestOfTheScenarioStays)
{
    onGeneratedModels(40, [](const std::shared_ptr<const Model>& model, const Scenario& scenario) {
        const Proposals a = propose(*model, scenario, Goal::Edges);
        const Proposals b = propose(*model, scenario, Goal::Edges);
        ASSERT_EQ(a.steps.size(), b.steps.size());
        EXPECT_TRUE(sameSteps(a, b, a.steps.size()));
        for (const Proposal& step : a.steps) {
            Scenario other = step.scenario;
            other.overrides = scenario.overrides;
            EXPECT_EQ(other, scenario);
        }
    });
}

TEST(Proposals, stoppedAtAnyMoment_giveAPrefix)
{
    const auto model = test::residualNetwork(12);
    const Proposals all = propose(*model, {}, Goal::Edges);
    ASSERT_GT(all.steps.size(), 3U);
    std::size_t some = 0;
    for (int allowed = 1; allowed < 200; allowed += 7) {
        std::stop_source source;
        int reports = 0;
        const Task task{source.get_token(), [&](double) {
                            if (++reports >= allowed) source.request_stop();
                        }};
        const Proposals part = propose(*model, {}, Goal::Edges, task);
        ASSERT_LE(part.steps.size(), all.steps.size());
        EXPECT_TRUE(sameSteps(part, all, part.steps.size()));
        some += part.steps.size() > 0 && !part.complete ? 1U : 0U;
    }
    EXPECT_GT(some, 0U);
}

TEST(Choose, whatIsInheritedAnyway_isNotStored)
{
    const auto model = test::docExample();
    const Operation& add = model->graph->operation(model->graph->findOperation("Add1"));
    Scenario scenario;
    scenario.setMethod(Family::Elementwise, Method::Large);
    choose(scenario, add, Method::Output, Overlap::On);
    EXPECT_EQ(scenario.overrides.at("Add1"), (Override{Method::Output, Overlap::On}));
    choose(scenario, add, Method::Large, Overlap::On);
    EXPECT_EQ(scenario.overrides.at("Add1"), (Override{std::nullopt, Overlap::On}));
    choose(scenario, add, Method::None, Overlap::On); // overlap has no meaning without alignment
    EXPECT_EQ(scenario.overrides.at("Add1"), (Override{Method::None, std::nullopt}));
    choose(scenario, add, Method::Large, Overlap::Off);
    EXPECT_TRUE(scenario.overrides.empty());
}

} // namespace
} // namespace alignscope

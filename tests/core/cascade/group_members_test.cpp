// SPDX-License-Identifier: Apache-2.0
// A group's members: who dictates, who wastes, and what leaving gives, proven by leaving.
#include "core/base/message_codes.h"
#include "core/cascade/evaluate.h"
#include "core/cascade/group_members.h"
#include "core/cascade/measures.h"
#include "core/cascade/resolved_table.h"
#include "tests/support/random_model.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace alignscope {
namespace {

Scenario aligned(Engine engine, Method method = Method::Large)
{
    Scenario scenario;
    scenario.engine = engine;
    scenario.setMethod(Family::Elementwise, method);
    scenario.forceOverlap = Overlap::On;
    return scenario;
}

const Group& groupOf(const Evaluation& evaluation, const char* id)
{
    const TqcTable& table = evaluation.outcome.table;
    const SlotId root = table.root(table.slots().findId(id));
    const auto& groups = evaluation.cascade.groups();
    return *std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return group.root == root; });
}

TEST(GroupRanges, symmetricGroup_isDictatedByItsLargestScale)
{
    const auto evaluation = makeEvaluation(test::docExample(), aligned(Engine::Strict));
    const SlotList& slots = evaluation->outcome.table.slots();
    const Group& group = groupOf(*evaluation, "Add1:in:0");
    const auto ranges = groupRanges(*evaluation, group);
    ASSERT_TRUE(ranges);
    EXPECT_FALSE(ranges->pinned);
    std::vector<std::string> dictators;
    for (const GroupMember& member : ranges->members) {
        const auto own = realRange(evaluation->model->baseline, member.slot);
        EXPECT_NEAR(member.stepsUsed, (own->hi - own->lo) / (ranges->common.hi - ranges->common.lo), 1e-6);
        EXPECT_EQ(member.wastes, member.stepsUsed < 0.5);
        EXPECT_NEAR(member.bitsRegained, -std::log2(member.stepsUsed), 1e-3);
        if (member.dictates) dictators.push_back(slots.id(member.slot));
    }
    ASSERT_EQ(dictators.size(), 1U);
    const bool wasted = std::any_of(ranges->members.begin(), ranges->members.end(), [](const GroupMember& m) { return m.wastes; });
    EXPECT_TRUE(wasted);
}

TEST(GroupRanges, ppqGroupWithItsOwnRange_isDictatedByWhoReachesItsEnds)
{
    const auto evaluation = makeEvaluation(test::docExample(), aligned(Engine::Ppq));
    const auto ranges = groupRanges(*evaluation, groupOf(*evaluation, "Add1:in:0"));
    EXPECT_EQ(std::count_if(ranges->members.begin(), ranges->members.end(), [](const GroupMember& m) { return m.dictates; }), 1);
}

// Without overlap a producer with other consumers stays outside: its reader speaks for it.
TEST(GroupRanges, producerOutsideOfTheGroup_itsReaderDictates)
{
    for (const Engine engine : {Engine::Ppq, Engine::Strict}) {
        Scenario scenario;
        scenario.engine = engine;
        scenario.setMethod(Family::Elementwise, Method::Large);
        const auto evaluation = makeEvaluation(test::residualNetwork(12), scenario);
        std::size_t outside = 0;
        for (const Group& group : evaluation->cascade.groups()) {
            const auto ranges = groupRanges(*evaluation, group);
            ASSERT_TRUE(ranges);
            EXPECT_GE(std::count_if(ranges->members.begin(), ranges->members.end(), [](const GroupMember& m) { return m.dictates; }), 1);
            for (const GroupMember& member : ranges->members)
                outside += member.dictates && evaluation->model->baseline.root(member.slot) != member.slot ? 1U : 0U;
        }
        EXPECT_GT(outside, 0U);
    }
}

TEST(GroupRanges, pinnedGroup_isDictatedByThePin)
{
    Scenario scenario = aligned(Engine::Strict);
    scenario.pins = {{"Add1:in:0", 4.0F, 0}};
    const auto evaluation = makeEvaluation(test::docExample(), scenario);
    const auto ranges = groupRanges(*evaluation, groupOf(*evaluation, "Add1:in:0"));
    EXPECT_EQ(ranges->pinned, evaluation->outcome.table.slots().findId("Add1:in:0"));
    for (const GroupMember& member : ranges->members) {
        EXPECT_FALSE(member.dictates);
        EXPECT_TRUE(member.wastes);
    }
}

TEST(LeaveGroup, producerInTheStrictEngine_leavesOverAnExcludedEdge)
{
    const auto evaluation = makeEvaluation(test::docExample(), aligned(Engine::Strict));
    const SlotList& slots = evaluation->outcome.table.slots();
    const Leaving leaving = leaveGroup(*evaluation, groupOf(*evaluation, "Add1:in:0"), slots.findId("Conv1:out:0"));
    ASSERT_TRUE(leaving.possible());
    EXPECT_TRUE(leaving.evaluated);
    ASSERT_EQ(leaving.excluded.size(), 1U);
    EXPECT_EQ(leaving.excluded[0].to, "Add1:in:0");
    EXPECT_TRUE(leaving.operations.empty());
    EXPECT_EQ(leaving.newEdges, 1U);
    EXPECT_GT(leaving.bitsRegained, 1.0);
}

TEST(LeaveGroup, operand_leavesWithItsOperationSetToNone)
{
    const auto evaluation = makeEvaluation(test::docExample(), aligned(Engine::Strict));
    const SlotList& slots = evaluation->outcome.table.slots();
    const Leaving leaving = leaveGroup(*evaluation, groupOf(*evaluation, "Add1:in:0"), slots.findId("Add1:in:1"));
    ASSERT_TRUE(leaving.possible());
    EXPECT_EQ(leaving.operations, std::vector<std::string>{"Add1"});
    EXPECT_EQ(leaving.scenario.overrides.at("Add1").method, Method::None);
}

TEST(LeaveGroup, boundByHand_leavesByReleasing)
{
    Scenario scenario;
    scenario.engine = Engine::Strict;
    scenario.bindings = {{"Conv3:out:0", "Conv1:in:0"}};
    const auto evaluation = makeEvaluation(test::docExample(), scenario);
    const SlotList& slots = evaluation->outcome.table.slots();
    const Leaving leaving = leaveGroup(*evaluation, groupOf(*evaluation, "Conv3:out:0"), slots.findId("Conv3:out:0"));
    ASSERT_TRUE(leaving.possible());
    EXPECT_EQ(leaving.released, std::vector<std::string>{"Conv3:out:0"});
    EXPECT_TRUE(leaving.scenario.bindings.empty());
}

TEST(LeaveGroup, loadedTogether_hasNoWay)
{
    const auto evaluation = makeEvaluation(test::docExample(), {});
    const SlotList& slots = evaluation->outcome.table.slots();
    const Leaving leaving = leaveGroup(*evaluation, groupOf(*evaluation, "Conv2:out:0"), slots.findId("Conv3:in:0"));
    ASSERT_FALSE(leaving.possible());
    EXPECT_EQ(leaving.refusal->code, MessageCode::LeaveLoadedTogether);
    EXPECT_EQ(leaving.scenario, evaluation->scenario);
}

// On any model: what is offered works, has the numbers it says, and takes the member away from all
// that it was not loaded with.
TEST(LeaveGroup, whatIsOffered_isWhatHappens)
{
    std::size_t possible = 0;
    std::size_t computed = 0;
    for (std::uint32_t seed = 0; seed < 150 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        Scenario scenario = test::randomScenario(*model, seed);
        scenario.engine = seed % 3 == 0 ? Engine::Ppq : Engine::Strict;
        const auto evaluation = makeEvaluation(model, scenario);
        if (evaluation->outcome.error) continue;
        for (const Group& group : evaluation->cascade.groups()) {
            const auto ranges = groupRanges(*evaluation, group);
            if (!ranges) continue;
            for (const GroupMember& member : ranges->members) {
                ASSERT_GE(member.stepsUsed, 0.0);
                ASSERT_LE(member.stepsUsed, 1.0);
                const Leaving leaving = leaveGroup(*evaluation, group, member.slot);
                if (!leaving.possible()) {
                    computed += leaving.refusal->code == MessageCode::LeaveLoadedTogether ? 0U : 1U;
                    ASSERT_FALSE(leaving.evaluated);
                    continue;
                }
                ++possible;
                const auto then = makeEvaluation(model, leaving.scenario);
                const TqcTable& table = then->outcome.table;
                for (const SlotId other : group.slots)
                    if (model->baseline.root(other) != model->baseline.root(member.slot)) {
                        ASSERT_NE(table.root(other), table.root(member.slot));
                    }
                ASSERT_EQ(static_cast<std::ptrdiff_t>(then->cascade.edgesAfter.size()),
                          static_cast<std::ptrdiff_t>(evaluation->cascade.edgesAfter.size() + leaving.newEdges)
                              - static_cast<std::ptrdiff_t>(leaving.goneEdges));
            }
        }
    }
    EXPECT_GT(possible, 300U);
    RecordProperty("computed", std::to_string(computed));
}

// Where the ppq engine has no way, the strict engine's does what it says.
TEST(LeaveGroup, strictEngineOffered_theMemberHasLeft)
{
    std::size_t offered = 0;
    for (std::uint32_t seed = 0; seed < 600 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        Scenario scenario = test::randomScenario(*model, seed);
        scenario.engine = Engine::Ppq;
        const auto evaluation = makeEvaluation(model, scenario);
        if (evaluation->outcome.error) continue;
        for (const Group& group : evaluation->cascade.groups()) {
            const auto ranges = groupRanges(*evaluation, group);
            if (!ranges) continue;
            for (const GroupMember& member : ranges->members) {
                const Leaving leaving = leaveGroup(*evaluation, group, member.slot);
                ASSERT_FALSE(leaving.possible() && leaving.needsStrict);
                if (!leaving.needsStrict) continue;
                const auto way = leaveWithStrict(*evaluation, group, member.slot);
                if (!way) continue;
                ++offered;
                ASSERT_EQ(way->engine, Engine::Strict);
                const Outcome then = evaluate(*model, *way);
                for (const SlotId other : group.slots)
                    if (model->baseline.root(other) != model->baseline.root(member.slot)) {
                        ASSERT_NE(then.table.root(other), then.table.root(member.slot));
                    }
            }
        }
    }
    EXPECT_GT(offered, 0U);
}

} // namespace

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Bindings, pins and excluded edges: what is legal is honoured, what is not is refused with its reason.
#include "core/align/by_hand.h"
#include "core/base/message_codes.h"
#include "core/cascade/cascade.h"
#include "core/cascade/evaluate.h"
#include "tests/support/random_model.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace alignscope {
namespace {

constexpr std::uint32_t kHandSeeds = 600;

template <class Check> void onHandModels(Check check)
{
    for (std::uint32_t seed = 0; seed < kHandSeeds && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Model model = test::randomModel(seed);
        Scenario scenario = test::randomScenario(model, seed);
        scenario.engine = Engine::Strict;
        std::mt19937 dice(seed);
        const auto anySlot = [&] { return SlotId(static_cast<std::uint32_t>(dice() % model.baseline.size())); };
        check(model, scenario, anySlot);
    }
}

bool refusedWith(const Outcome& outcome, Reason reason, SlotId slot)
{
    return std::any_of(outcome.steps.begin(), outcome.steps.end(), [&](const Step& step) {
        return step.action == Action::Refuse && step.reason == reason && step.slot == slot;
    });
}

bool pinned(const ParameterView& values, float scale, float offset)
{
    return values.known() && std::bit_cast<std::uint32_t>(values.scale[0]) == std::bit_cast<std::uint32_t>(scale)
        && values.offset[0] == offset;
}

TEST(ByHand, legalBinding_joinsTheSlotWithTheMastersLoadedParameters)
{
    std::size_t legal = 0;
    std::size_t illegal = 0;
    onHandModels([&](const Model& model, Scenario scenario, const auto& anySlot) {
        const SlotList& slots = model.baseline.slots();
        for (int i = 0; i < 5; ++i) {
            const SlotId slot = anySlot();
            const SlotId master = anySlot();
            const auto verdict = canBind(model, scenario, slots.id(slot), slots.id(master));
            Scenario bound = scenario;
            bound.bindings = {{slots.id(slot), slots.id(master)}};
            const Outcome outcome = evaluate(model, bound);
            if (!verdict) {
                ++illegal;
                const Reason reason = bindRefusal(model.baseline, slot, master);
                ASSERT_NE(reason, Reason::None);
                ASSERT_TRUE(refusedWith(outcome, reason, slot)) << sentence(verdict.error());
                continue;
            }
            ++legal;
            ASSERT_EQ(outcome.table.root(slot), outcome.table.root(master)) << slots.id(slot) << " -> " << slots.id(master);
            ASSERT_TRUE(sameParameters(outcome.table.effective(slot), model.baseline.effective(master)))
                << slots.id(slot) << " -> " << slots.id(master);
        }
    });
    EXPECT_GT(legal, 1000U);
    EXPECT_GT(illegal, 100U);
}

TEST(ByHand, legalPin_isExactlyWhatItsSetHas)
{
    std::size_t legal = 0;
    onHandModels([&](const Model& model, Scenario scenario, const auto& anySlot) {
        const SlotList& slots = model.baseline.slots();
        for (int i = 0; i < 5; ++i) {
            const SlotId slot = anySlot();
            const bool symmetric = slots[slot].scheme.has(policy::kSymmetrical);
            const Pin pin{slots.id(slot), 0.0123F + static_cast<float>(i), symmetric ? 0.0F : 17.0F};
            scenario.pins = {pin};
            const Outcome outcome = evaluate(model, scenario);
            if (!canPin(model, scenario, pin)) {
                ASSERT_TRUE(refusedWith(outcome, pinRefusal(model.baseline, slot, pin.scale, pin.offset), slot));
                continue;
            }
            ++legal;
            const SlotId root = outcome.table.root(slot);
            for (std::uint32_t other = 0; other < outcome.table.size(); ++other)
                if (outcome.table.root(SlotId(other)) == root) {
                    ASSERT_TRUE(pinned(outcome.table.effective(SlotId(other)), pin.scale, pin.offset)) << slots.id(SlotId(other));
                }
        }
    });
    EXPECT_GT(legal, 1000U);
}

TEST(ByHand, excludedEdge_keepsTheProducerFromFollowing)
{
    std::size_t excluded = 0;
    onHandModels([&](const Model& model, Scenario scenario, const auto&) {
        const SlotList& slots = model.baseline.slots();
        const Outcome before = evaluate(model, scenario);
        for (const SlotEdge& edge : model.slotGraph->edges()) {
            if (!canExclude(model, scenario, slots.id(edge.from), slots.id(edge.to))) continue;
            if (before.table.root(edge.from) != before.table.root(edge.to)) continue;
            // Only where the producer follows over this very edge.
            const bool otherwise = std::any_of(before.steps.begin(), before.steps.end(), [&](const Step& step) {
                return step.action == Action::Refuse
                    && (step.slot == edge.to || (step.slot == edge.from && step.master == edge.to)
                        || (step.reason == Reason::TooFewSlots && step.operation == slots[edge.to].operation));
            });
            if (otherwise) continue;
            // All edges into aligned operations: then nothing pulls the producer along but what
            // it was loaded with.
            Scenario without = scenario;
            for (const SlotEdge& other : model.slotGraph->edges())
                if (canExclude(model, scenario, slots.id(other.from), slots.id(other.to)))
                    without.excludedEdges.push_back({slots.id(other.from), slots.id(other.to)});
            const Outcome outcome = evaluate(model, without);
            ASSERT_TRUE(refusedWith(outcome, Reason::EdgeExcluded, edge.from)) << slots.id(edge.from);
            if (slots[edge.from].operation != slots[edge.to].operation && outcome.table.root(edge.from) != outcome.table.root(edge.to))
                ++excluded;
            break;
        }
    });
    EXPECT_GT(excluded, 100U);
}

TEST(ByHand, excludedEdgeOfAnAdd_keepsTheProducersScale)
{
    const auto model = test::docExample();
    Scenario scenario;
    scenario.engine = Engine::Strict;
    scenario.setMethod(Family::Elementwise, Method::Output);
    scenario.forceOverlap = Overlap::On;
    const SlotId conv2 = model->baseline.slots().findId("Conv2:out:0");
    ASSERT_FALSE(sameParameters(evaluate(*model, scenario).table.effective(conv2), model->baseline.effective(conv2)));
    ASSERT_TRUE(canExclude(*model, scenario, "Conv2:out:0", "Add1:in:1"));
    scenario.excludedEdges = {{"Conv2:out:0", "Add1:in:1"}};
    EXPECT_TRUE(sameParameters(evaluate(*model, scenario).table.effective(conv2), model->baseline.effective(conv2)));
}

MessageCode codeOf(const Result<void>& verdict) { return verdict ? MessageCode::Cancelled : verdict.error().code; }

TEST(ByHand, eachRefusal_saysWhy)
{
    const auto model = test::docExample();
    Scenario scenario;
    scenario.engine = Engine::Strict;
    const auto bind = [&](const char* slot, const char* master) { return codeOf(canBind(*model, scenario, slot, master)); };
    EXPECT_EQ(bind("Conv1:out:0", "Conv2:out:0"), MessageCode::Cancelled);
    EXPECT_EQ(bind("Conv1:out:0", "Conv1:out:0"), MessageCode::HandBindItself);
    EXPECT_EQ(bind("Conv1:out:0", "Conv9:out:0"), MessageCode::UnknownSlot);
    EXPECT_EQ(bind("Conv1:in:1", "Conv2:out:0"), MessageCode::HandSlotPerChannel);
    EXPECT_EQ(bind("Conv2:out:0", "Conv1:in:1"), MessageCode::HandSlotPerChannel);
    EXPECT_EQ(canBind(*model, scenario, "Conv2:out:0", "Conv1:in:1").error().arguments.front(), "Conv1:in:1");
    scenario.bindings = {{"Conv2:out:0", "Add1:out:0"}, {"Add1:out:0", "Conv1:out:0"}};
    EXPECT_EQ(bind("Conv1:out:0", "Conv2:out:0"), MessageCode::HandBindCircle);
    EXPECT_EQ(bind("Conv2:out:0", "Conv1:out:0"), MessageCode::Cancelled); // replaces its binding
    scenario.bindings.push_back({"Conv1:out:0", "Conv2:out:0"});
    EXPECT_TRUE(refusedWith(evaluate(*model, scenario), Reason::BindCircle, model->baseline.slots().findId("Conv1:out:0")));
    scenario.bindings.clear();

    const auto pin = [&](const char* slot, float scale, float offset) { return codeOf(canPin(*model, scenario, {slot, scale, offset})); };
    EXPECT_EQ(pin("Conv1:out:0", 0.5F, 0), MessageCode::Cancelled);
    EXPECT_EQ(pin("Conv1:out:0", 0, 0), MessageCode::HandPinScale);
    EXPECT_EQ(pin("Conv1:out:0", -1, 0), MessageCode::HandPinScale);
    EXPECT_EQ(pin("Conv1:out:0", std::numeric_limits<float>::infinity(), 0), MessageCode::HandPinScale);
    EXPECT_EQ(pin("Conv1:out:0", std::numeric_limits<float>::quiet_NaN(), 0), MessageCode::HandPinScale);
    EXPECT_EQ(pin("Conv1:out:0", 0.5F, 3), MessageCode::HandPinSymmetric);
    EXPECT_EQ(pin("Conv1:in:1", 0.5F, 0), MessageCode::HandSlotPerChannel);

    EXPECT_EQ(codeOf(canExclude(*model, scenario, "Conv2:out:0", "Add1:in:1")), MessageCode::HandEdgeNotAligned);
    EXPECT_EQ(codeOf(canExclude(*model, scenario, "Conv2:out:0", "Conv3:in:0")), MessageCode::HandEdgeNotAlignable);
    EXPECT_EQ(codeOf(canExclude(*model, scenario, "Conv1:out:0", "Add1:in:1")), MessageCode::HandEdgeUnknown);

    EXPECT_EQ(codeOf(canOverride(*model, "Conv1", {Method::Large, {}})), MessageCode::HandOverrideNoFamily);
    EXPECT_EQ(codeOf(canOverride(*model, "Add1", {Method::Input, {}})), MessageCode::MethodNotLegal);
    EXPECT_EQ(codeOf(canOverride(*model, "Add9", {Method::Large, {}})), MessageCode::UnknownOverrideOperation);
    EXPECT_EQ(codeOf(canOverride(*model, "Add1", {Method::Large, Overlap::On})), MessageCode::Cancelled);
}

TEST(ByHand, ppqEngine_refusesThemAllAndKeepsTheLoadedTable)
{
    const auto model = test::docExample();
    Scenario scenario;
    scenario.bindings = {{"Conv1:out:0", "Conv2:out:0"}, {"nobody", "Conv2:out:0"}};
    scenario.pins = {{"Add1:out:0", 0.5F, 0}};
    scenario.excludedEdges = {{"Conv2:out:0", "Add1:in:1"}};
    EXPECT_EQ(codeOf(canBind(*model, scenario, "Conv1:out:0", "Conv2:out:0")), MessageCode::HandBindNeedsStrict);
    EXPECT_EQ(codeOf(canPin(*model, scenario, scenario.pins[0])), MessageCode::HandPinNeedsStrict);
    Scenario aligned = scenario;
    aligned.setMethod(Family::Elementwise, Method::Large);
    EXPECT_EQ(codeOf(canExclude(*model, aligned, "Conv2:out:0", "Add1:in:1")), MessageCode::HandExcludeNeedsStrict);
    for (const Scenario& asked : {scenario, aligned}) {
        const Outcome outcome = evaluate(*model, asked);
        EXPECT_EQ(std::count_if(outcome.steps.begin(), outcome.steps.end(),
                                [](const Step& step) { return step.reason == Reason::EngineIgnores; }), 3);
        ASSERT_EQ(outcome.warnings.size(), 1U);
        EXPECT_EQ(outcome.warnings[0].arguments[0], "nobody");
    }
    EXPECT_TRUE(diff(*model, evaluate(*model, scenario)).changes.empty());
}

// What a hostile scenario file may hold: anything. The engine never loops and never loses a root.
TEST(ByHand, anyListOfEdits_hasAnOutcomeWithoutCircles)
{
    onHandModels([](const Model& model, Scenario scenario, const auto& anySlot) {
        const SlotList& slots = model.baseline.slots();
        for (int i = 0; i < 12; ++i) {
            scenario.bindings.push_back({slots.id(anySlot()), slots.id(anySlot())});
            scenario.pins.push_back({slots.id(anySlot()), i % 3 == 0 ? -1.0F : 0.25F, static_cast<float>(i % 2)});
            scenario.excludedEdges.push_back({slots.id(anySlot()), slots.id(anySlot())});
        }
        const Outcome outcome = evaluate(model, scenario);
        for (std::uint32_t i = 0; i < outcome.table.size(); ++i) ASSERT_TRUE(outcome.table.root(SlotId(i)).valid());
        EXPECT_EQ(diff(model, outcome).summary.brokenPromises, 0U);
    });
}

} // namespace
} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// The story of a slot: complete, in order, and true to the numbers.
#include "core/cascade/why.h"
#include "core/quant/slot_names.h"
#include "core/report/why_text.h"
#include "tests/support/random_model.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

namespace alignscope {
namespace {

TEST(WhyStory, ofEverySlot_endsAtItsScale)
{
    std::size_t told = 0;
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        Scenario scenario = test::randomScenario(*model, seed);
        for (const Engine engine : {Engine::Ppq, Engine::Strict}) {
            scenario.engine = engine;
            const auto evaluation = makeEvaluation(model, scenario);
            for (std::uint32_t i = 0; i < model->baseline.size(); ++i) {
                const WhyStory story = whyStory(*evaluation, SlotId(i));
                SCOPED_TRACE("seed " + std::to_string(seed) + " " + std::string(toText(engine)) + " " + model->baseline.slots().id(SlotId(i)));
                ASSERT_FALSE(story.facts.empty());
                EXPECT_EQ(story.facts.front().kind, WhyFact::Kind::Loaded);
                std::optional<float> scale;
                std::uint32_t last = 0;
                for (const WhyFact& fact : story.facts) {
                    if (fact.scale) scale = fact.scale;
                    EXPECT_FALSE(whyLineText(*evaluation, story, fact).empty());
                    if (!fact.step) continue;
                    EXPECT_GE(*fact.step, last);
                    last = *fact.step;
                    EXPECT_EQ(fact.kind == WhyFact::Kind::Step, story.change != nullptr);
                }
                if (!evaluation->outcome.error && !story.after.parameters.scale.empty()) {
                    ASSERT_TRUE(scale);
                    EXPECT_EQ(*scale, story.after.parameters.scale[0]);
                    told += story.facts.size() > 2 ? 1U : 0U;
                }
                if (testing::Test::HasFailure()) return;
            }
        }
    }
    EXPECT_GT(told, 1000U);
}

TEST(WhyStory, rerange_namesTheInputThatDictatesIt)
{
    const auto model = test::docExample();
    Scenario scenario;
    scenario.setMethod(Family::Elementwise, Method::Large);
    scenario.forceOverlap = Overlap::On;
    const auto evaluation = makeEvaluation(model, scenario);
    const SlotList& slots = model->baseline.slots();
    const SlotId slot = slots.findId("Conv3:in:0");
    const WhyStory story = whyStory(*evaluation, slot);
    EXPECT_EQ(story.causedBy, model->graph->findOperation("Add1"));
    EXPECT_EQ(story.method, Method::Large);
    const SlotId a = slots.findId("Add1:in:0");
    const SlotId b = slots.findId("Add1:in:1");
    const bool aIsWider = model->baseline.effective(a).scale[0] > model->baseline.effective(b).scale[0];
    bool reranged = false;
    for (const WhyFact& fact : story.facts) {
        if (!fact.step || evaluation->outcome.steps[*fact.step].action != Action::Rerange) continue;
        reranged = true;
        EXPECT_EQ(fact.dictators, std::vector<SlotId>{aIsWider ? a : b}); // one range holds the other
        EXPECT_NE(whyLineText(*evaluation, story, fact).find("The widest is " + slots.id(aIsWider ? a : b)), std::string::npos);
    }
    EXPECT_TRUE(reranged);
    EXPECT_NE(whyHeadline(*evaluation, story).find("because Add1 aligned to large with overlap"), std::string::npos);
}

TEST(WhyStory, slotLeftOut_saysByWhichStep)
{
    const auto model = test::docExample();
    Scenario scenario;
    scenario.setMethod(Family::Elementwise, Method::Large); // without overlap Conv2 keeps its own
    const auto evaluation = makeEvaluation(model, scenario);
    const WhyStory story = whyStory(*evaluation, model->baseline.slots().findId("Conv2:out:0"));
    ASSERT_EQ(story.change, nullptr);
    EXPECT_EQ(story.facts.back().kind, WhyFact::Kind::LeftOut);
    EXPECT_NE(whyText(*evaluation, story.slot).find("force_overlap is off"), std::string::npos);
}

TEST(SlotNames, operationAndTensor_leadToASlot)
{
    const auto model = test::docExample();
    const SlotList& slots = model->baseline.slots();
    EXPECT_EQ(slots.id(slotNamed(slots, "Add1:in:1")), "Add1:in:1");
    EXPECT_EQ(slots.id(slotNamed(slots, "Add1")), "Add1:out:0");
    const SlotId output = slots.findId("Conv2:out:0");
    EXPECT_EQ(slotNamed(slots, model->graph->tensor(slots[output].tensor).name), output);
    const SlotId first = slots.findId("Conv1:in:0");
    EXPECT_EQ(slots[slotNamed(slots, model->graph->tensor(slots[first].tensor).name)].tensor, slots[first].tensor);
    EXPECT_FALSE(slotNamed(slots, "Add9"));
    EXPECT_FALSE(slotNamed(slots, ""));
}

TEST(SlotNames, nearNames_areTheClosestAndFew)
{
    const auto model = test::docExample();
    const SlotList& slots = model->baseline.slots();
    const auto typo = nearNames(slots, "Add1:in:2");
    ASSERT_FALSE(typo.empty());
    EXPECT_LE(typo.size(), 3U);
    EXPECT_TRUE(typo[0] == "Add1:in:0" || typo[0] == "Add1:in:1");
    EXPECT_EQ(nearNames(slots, "add1").front(), "Add1");
    EXPECT_TRUE(nearNames(slots, "somethingElseEntirely").empty());
    EXPECT_EQ(nearNames(slots, "in:0", 100).size() > 3, true);
}

} // namespace
} // namespace alignscope

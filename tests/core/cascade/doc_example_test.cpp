// SPDX-License-Identifier: Apache-2.0
// The Conv1/Conv2/Add1/Conv3 case that PPQ's documentation explains force_overlap with.
#include "core/cascade/evaluation.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alignscope {
namespace {

class DocExample : public testing::Test {
protected:
    std::shared_ptr<const Evaluation> with(Overlap overlap) const
    {
        Scenario scenario;
        scenario.setMethod(Family::Elementwise, Method::Large);
        scenario.forceOverlap = overlap;
        return makeEvaluation(model, scenario);
    }
    SlotId slot(const char* id) const { return model->baseline.slots().findId(id); }
    std::vector<std::string> edges(const std::vector<RequantizeEdge>& list) const
    {
        std::vector<std::string> text;
        for (const RequantizeEdge& edge : list)
            text.push_back(model->baseline.slots().id(edge.edge.from) + " > "
                           + model->baseline.slots().id(edge.edge.to));
        return text;
    }
    std::shared_ptr<const Model> model = test::docExample();
};

TEST_F(DocExample, loaded_addIsMisalignedWithoutARequantizeEdge)
{
    const auto loaded = makeEvaluation(model, {});
    EXPECT_EQ(loaded->cascade.summary.misalignedOperationsBefore, 1U);
    EXPECT_EQ(loaded->cascade.summary.requantizeEdgesBefore, 0U);
    EXPECT_TRUE(loaded->cascade.changes.empty());
}

TEST_F(DocExample, overlapOff_leavesTheSharedProducerAndCostsARequantizeEdge)
{
    const auto off = with(Overlap::Off);
    EXPECT_EQ(edges(off->cascade.edgesAfter), std::vector<std::string>{"Conv2:out:0 > Add1:in:1"});
    EXPECT_EQ(off->cascade.change(slot("Conv3:in:0")), nullptr);
    EXPECT_EQ(off->cascade.change(slot("Conv2:out:0")), nullptr);
}

TEST_F(DocExample, overlapOn_movesConv3BecauseAdd1OverrodeItsProducer)
{
    const auto on = with(Overlap::On);
    EXPECT_TRUE(on->cascade.edgesAfter.empty());
    const Change* moved = on->cascade.change(slot("Conv3:in:0"));
    ASSERT_NE(moved, nullptr);
    EXPECT_EQ(on->cascade.after(moved->slot).master, slot("Add1:in:0"));
    const auto cause = on->causes().causeOf(moved->slot);
    ASSERT_EQ(cause.size(), 2U);
    const Step& range = on->outcome.steps[cause[0]];
    const Step& override = on->outcome.steps[cause[1]];
    EXPECT_EQ(range.action, Action::Rerange);
    EXPECT_EQ(override.action, Action::Override);
    EXPECT_EQ(override.slot, slot("Conv2:out:0"));
    EXPECT_EQ(on->hops(moved->slot), 2U); // Add1 - Conv2 - Conv3
    ASSERT_TRUE(moved->bitsLost().has_value());
    EXPECT_NEAR(*moved->bitsLost(), 0.0057, 0.0005); // 256/255, quirk 9
}

TEST_F(DocExample, large_makesTheInputsOfAddAgree)
{
    EXPECT_EQ(with(Overlap::Off)->cascade.summary.misalignedOperationsAfter, 0U);
    EXPECT_EQ(with(Overlap::On)->cascade.summary.misalignedOperationsAfter, 0U);
}

TEST_F(DocExample, groups_keepTheirNumbersWhenSlotsMoveBetweenThem)
{
    const auto numberOf = [&](const Evaluation& e, const char* id) {
        for (const Group& group : e.cascade.groups())
            if (std::find(group.slots.begin(), group.slots.end(), slot(id)) != group.slots.end())
                return group.number;
        return 0U;
    };
    const auto off = with(Overlap::Off);
    EXPECT_EQ(numberOf(*off, "Conv1:out:0"), 1U);
    EXPECT_EQ(numberOf(*off, "Conv2:out:0"), 2U); // lost Add1:in:1, still the same group
    const auto on = with(Overlap::On);
    ASSERT_EQ(on->cascade.groups().size(), 1U);
    EXPECT_EQ(numberOf(*on, "Conv3:in:0"), 2U); // three of its five slots were G2
}

TEST_F(DocExample, overlapOn_recomputesTheBiasOfConv3)
{
    const auto on = with(Overlap::On);
    const Change* bias = on->cascade.change(slot("Conv3:in:2"));
    ASSERT_NE(bias, nullptr);
    const ParameterView input = on->outcome.table.effective(slot("Conv3:in:0"));
    const ParameterView weight = on->outcome.table.effective(slot("Conv3:in:1"));
    for (std::size_t i = 0; i < weight.scale.size(); ++i)
        EXPECT_EQ(on->cascade.after(bias->slot).parameters.scale[i], weight.scale[i] * input.scale[0]);
    EXPECT_EQ(on->outcome.steps[*on->causes().lastCause(bias->slot)].reason, Reason::BiasProduct);
}

} // namespace
} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// The list of everything that was done by hand says of each what became of it.
#include "core/base/message_codes.h"
#include "core/cascade/hand_edits.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

namespace alignscope {
namespace {

using Kind = HandEdit::Kind;
using Status = HandEdit::Status;

Scenario everything()
{
    Scenario scenario;
    scenario.engine = Engine::Strict;
    scenario.setMethod(Family::Elementwise, Method::Output);
    scenario.forceOverlap = Overlap::On;
    scenario.overrides["Add1"].method = Method::Large;
    scenario.bindings = {{"Conv3:out:0", "Conv1:in:0"}, {"Conv1:in:1", "Conv1:in:0"}};
    scenario.pins = {{"Conv3:out:0", 0.25F, 0}};
    scenario.excludedEdges = {{"Conv1:out:0", "Add1:in:0"}, {"Conv2:out:0", "Conv3:in:0"}};
    return scenario;
}

TEST(HandEdits, eachEdit_hasItsStatusAndEffect)
{
    const auto evaluation = makeEvaluation(test::docExample(), everything());
    const auto edits = handEdits(*evaluation);
    ASSERT_EQ(edits.size(), 6U);
    EXPECT_EQ(edits[0].kind, Kind::Override);
    EXPECT_EQ(edits[0].status, Status::InForce);
    EXPECT_GT(edits[0].slots, 0U);
    EXPECT_EQ(edits[1].kind, Kind::Binding);
    EXPECT_EQ(edits[1].status, Status::InForce);
    EXPECT_EQ(edits[1].slots, 2U);
    EXPECT_EQ(edits[2].status, Status::Refused);
    EXPECT_EQ(edits[2].refusal->code, MessageCode::HandSlotPerChannel);
    EXPECT_EQ(edits[3].kind, Kind::Pin);
    EXPECT_EQ(edits[3].status, Status::InForce);
    EXPECT_EQ(edits[4].kind, Kind::ExcludedEdge);
    EXPECT_EQ(edits[4].status, Status::InForce);
    ASSERT_TRUE(edits[4].ratio);
    EXPECT_GT(*edits[4].ratio, 1.0);
    EXPECT_EQ(edits[5].refusal->code, MessageCode::HandEdgeNotAlignable);
}

TEST(HandEdits, edgeThatWasNotFollowedAnyway_isIdle)
{
    Scenario scenario = everything();
    scenario.forceOverlap = Overlap::Off;
    scenario.excludedEdges = {{"Conv2:out:0", "Add1:in:1"}}; // Conv2 has another consumer
    const auto edits = handEdits(*makeEvaluation(test::docExample(), scenario));
    EXPECT_EQ(edits[4].status, Status::Idle);
}

TEST(HandEdits, pinsThatDisagree_areBothRefused)
{
    Scenario scenario = everything();
    scenario.pins.push_back({"Conv1:in:0", 0.5F, 0});
    const auto edits = handEdits(*makeEvaluation(test::docExample(), scenario));
    for (const std::size_t pin : {3U, 4U}) {
        EXPECT_EQ(edits[pin].status, Status::Refused);
        EXPECT_EQ(edits[pin].refusal->code, MessageCode::HandPinConflict);
    }
}

TEST(HandEdits, otherModelOrEngine_isSaidOfEach)
{
    Scenario scenario = everything();
    scenario.engine = Engine::Ppq;
    scenario.overrides["Add77"].method = Method::Large;
    scenario.bindings.push_back({"Conv77:out:0", "Conv1:in:0"});
    const auto edits = handEdits(*makeEvaluation(test::docExample(), scenario));
    ASSERT_EQ(edits.size(), 8U);
    EXPECT_EQ(edits[0].status, Status::InForce); // overrides are known to both engines
    EXPECT_EQ(edits[1].status, Status::NotInModel);
    EXPECT_EQ(edits[2].refusal->code, MessageCode::HandBindNeedsStrict);
    EXPECT_EQ(edits[4].status, Status::NotInModel);
    EXPECT_EQ(edits[5].refusal->code, MessageCode::HandPinNeedsStrict);
    EXPECT_EQ(edits[6].refusal->code, MessageCode::HandExcludeNeedsStrict);
}

TEST(PinOutlook, doubledScale_losesOneBitAndHalvedClips)
{
    const auto model = test::docExample();
    const float loaded = model->baseline.effective(model->baseline.slots().findId("Conv1:out:0")).scale[0];
    const auto doubled = pinOutlook(*model, {"Conv1:out:0", 2 * loaded, 0});
    ASSERT_TRUE(doubled);
    EXPECT_DOUBLE_EQ(*doubled->bitsLost, 1.0);
    EXPECT_EQ(doubled->clippedShare, 0.0);
    EXPECT_NEAR(doubled->range.hi, 127 * 2 * static_cast<double>(loaded), 1e-4);
    EXPECT_NEAR(pinOutlook(*model, {"Conv1:out:0", loaded / 2, 0})->clippedShare, 0.5, 1e-6);
    EXPECT_FALSE(pinOutlook(*model, {"Conv9:out:0", 1, 0}));
    EXPECT_FALSE(pinOutlook(*model, {"Conv1:out:0", 0, 0}));
}

} // namespace
} // namespace alignscope

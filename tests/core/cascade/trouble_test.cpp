// SPDX-License-Identifier: Apache-2.0
// Counting within parts: the parts of a partition sum up to the whole.
#include "core/cascade/trouble.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

namespace alignscope {
namespace {

TEST(Trouble, ofTheParts_sumsUpToTheSummary)
{
    const auto model = test::residualNetwork(30);
    Scenario scenario;
    applyPreset(scenario, "ppq-setting");
    scenario.forceOverlap = Overlap::Off;
    const auto evaluation = makeEvaluation(model, scenario);
    std::vector<OpId> parts[2];
    for (std::size_t i = 0; i < model->graph->operationCount(); ++i) parts[i % 3 == 0].emplace_back(i);
    const Trouble a = troubleWithin(*evaluation, EvaluationSide::Outcome, parts[0]);
    const Trouble b = troubleWithin(*evaluation, EvaluationSide::Outcome, parts[1]);
    const Summary& summary = evaluation->cascade.summary;
    ASSERT_GT(summary.requantizeEdgesAfter, 0U);
    ASSERT_GT(summary.changedSlots, 0U);
    EXPECT_EQ(a.requantize + b.requantize, summary.requantizeEdgesAfter);
    EXPECT_EQ(a.misaligned + b.misaligned, summary.misalignedOperationsAfter);
    EXPECT_EQ(a.split + b.split, summary.splitOperationsAfter);
    EXPECT_DOUBLE_EQ(std::max(a.worstBitsLost.value_or(0), b.worstBitsLost.value_or(0)), summary.worstBitsLost);
    std::set<OpId> changed;
    for (const Change& change : evaluation->cascade.changes)
        if (change.moved && !model->baseline.slots()[change.slot].parameter)
            changed.insert(model->baseline.slots()[change.slot].operation);
    EXPECT_EQ(a.changed + b.changed, changed.size());

    const Trouble before = troubleWithin(*evaluation, EvaluationSide::Loaded, parts[0]);
    EXPECT_EQ(before.changed, 0U);
    EXPECT_FALSE(before.worstBitsLost.has_value());
    EXPECT_FALSE(troubleWithin(*evaluation, EvaluationSide::Outcome, {}).any());
}

// Hundreds of collapsed blocks are counted from one pass over the evaluation: no part may need the
// evaluation again.
TEST(Trouble, ofManyParts_isCountedWithoutTheEvaluation)
{
    const auto model = test::residualNetwork(30);
    Scenario scenario;
    applyPreset(scenario, "ppq-setting");
    scenario.forceOverlap = Overlap::Off;
    auto evaluation = makeEvaluation(model, scenario);
    std::vector<OpId> all;
    for (std::size_t i = 0; i < model->graph->operationCount(); ++i) all.emplace_back(i);
    std::vector<Trouble> alone;
    for (const OpId& op : all) alone.push_back(troubleWithin(*evaluation, EvaluationSide::Outcome, {&op, 1}));

    const TroubleTally tally(*evaluation, EvaluationSide::Outcome);
    evaluation.reset();
    Trouble sum;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Trouble one = tally.within({&all[i], 1});
        EXPECT_EQ(one.changed, alone[i].changed);
        EXPECT_EQ(one.requantize, alone[i].requantize);
        EXPECT_EQ(one.worstBitsLost, alone[i].worstBitsLost);
        sum.changed += one.changed;
        sum.requantize += one.requantize;
    }
    const Trouble whole = tally.within(all);
    EXPECT_GT(whole.changed, 0U);
    EXPECT_EQ(whole.changed, sum.changed);
    EXPECT_EQ(whole.requantize, sum.requantize);
}

} // namespace
} // namespace alignscope

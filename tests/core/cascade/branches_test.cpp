// SPDX-License-Identifier: Apache-2.0
// Changes by cause: nothing is lost, nothing stands twice, and the losses are those of the summary.
#include "core/cascade/branches.h"
#include "core/cascade/measures.h"
#include "tests/support/random_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace alignscope {
namespace {

constexpr std::uint32_t kBranchSeeds = 800;

TEST(Branches, everyChange_standsUnderItsFirstCause)
{
    std::size_t branched = 0;
    for (std::uint32_t seed = 0; seed < kBranchSeeds; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        const auto evaluation = makeEvaluation(model, test::randomScenario(*model, seed));
        const auto& changes = evaluation->cascade.changes;
        std::vector<int> seen(changes.size(), 0);
        double worst = 0;
        std::optional<double> last;
        SlotTally tally;
        for (const Branch& branch : branchesOf(*evaluation)) {
            ++branched;
            ASSERT_FALSE(branch.changes.empty());
            if (last) { EXPECT_LE(branch.worst.value_or(0), *last); } // worst first
            last = branch.worst.value_or(0);
            worst = std::max(worst, *last);
            tally.changed += branch.slots.changed;
            tally.joined += branch.slots.joined;
            EXPECT_TRUE(std::is_partitioned(branch.changes.begin(), branch.changes.end(), [&](std::uint32_t i) { return changes[i].moved; }));
            for (const std::uint32_t i : branch.changes) {
                ++seen[i];
                const auto first = evaluation->causes().firstCause(changes[i].slot);
                EXPECT_EQ(branch.operation, first ? evaluation->outcome.steps[*first].operation : OpId());
            }
        }
        EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
        EXPECT_EQ(worst, evaluation->cascade.summary.worstBitsLost); // a parameter's loss is nobody's
        EXPECT_EQ(tally, evaluation->cascade.summary.tally());
        if (HasFailure()) return;
    }
    EXPECT_GT(branched, kBranchSeeds);
}

// The quick way and the careful way to what a slot lost say the same.
TEST(Branches, lossOfAChange_isThatOfItsParameters)
{
    std::size_t clipped = 0;
    for (std::uint32_t seed = 0; seed < kBranchSeeds; ++seed) {
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        const auto evaluation = makeEvaluation(model, test::randomScenario(*model, seed));
        for (const Change& change : evaluation->cascade.changes) {
            const ParameterView before = evaluation->cascade.before(change.slot).parameters;
            const ParameterView after = evaluation->cascade.after(change.slot).parameters;
            EXPECT_EQ(change.bitsLost(), bitsLost(before, after));
            EXPECT_EQ(change.clippedPercent, clippedPercent(before, after, model->baseline.slots()[change.slot].scheme));
            clipped += change.clippedPercent > 0 ? 1U : 0U;
        }
        if (HasFailure()) return;
    }
    EXPECT_GT(clipped, 0U);
}

} // namespace
} // namespace alignscope

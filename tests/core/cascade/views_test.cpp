// SPDX-License-Identifier: Apache-2.0
// One outcome seen against another.
#include "core/cascade/evaluation.h"
#include "tests/support/random_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

namespace alignscope {
namespace {

constexpr std::uint32_t kViewSeeds = 300;

TEST(Compare, twoOutcomes_changesAreExactlyTheSlotsThatDiffer)
{
    for (std::uint32_t seed = 0; seed < kViewSeeds; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        const auto from = makeEvaluation(model, test::randomScenario(*model, seed));
        const auto to = makeEvaluation(model, test::randomScenario(*model, seed + kViewSeeds));
        const auto seen = compare(*from, *to);
        EXPECT_EQ(seen->model->graph, model->graph);
        for (std::uint32_t i = 0; i < model->baseline.size(); ++i) {
            const SlotId slot(i);
            const SlotValue a = slotValue(from->outcome.table, slot);
            const SlotValue b = slotValue(to->outcome.table, slot);
            const bool differs = a.state != b.state || a.master != b.master
                || !sameParameters(a.parameters, b.parameters);
            const Change* change = seen->cascade.change(slot);
            ASSERT_EQ(change != nullptr, differs) << model->baseline.slots().id(slot);
            if (change == nullptr) continue;
            EXPECT_TRUE(sameParameters(seen->cascade.before(slot).parameters, a.parameters));
            // What the second outcome did is explained by its own steps.
            EXPECT_EQ(seen->causes().causeOf(slot), to->causes().causeOf(slot));
        }
        EXPECT_TRUE(compare(*to, *to)->cascade.changes.empty());
        if (HasFailure()) return;
    }
}

} // namespace
} // namespace alignscope

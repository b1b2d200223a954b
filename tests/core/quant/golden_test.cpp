// SPDX-License-Identifier: Apache-2.0
#include "tests/support/golden.h"

#include <gtest/gtest.h>

namespace alignscope::test {
namespace {

TEST(GoldenSupport, before_readsBackAsItself)
{
    for (const std::string& file : goldenFiles()) {
        const GoldenCase golden = loadGolden(file);
        EXPECT_EQ(difference(golden.before, golden.beforeValues), "") << golden.name;
        EXPECT_FALSE(golden.settings.empty()) << golden.name;
    }
}

TEST(GoldenSupport, diff_isSeenBySlotAndField)
{
    const auto cases = loadFuzz("plain");
    if (cases.empty()) GTEST_SKIP() << "the shared reference data is not there";
    EXPECT_EQ(cases.size(), 150U);
    const auto& first = cases.front();
    ASSERT_FALSE(first.settings.empty());
    EXPECT_NE(difference(first.before, first.settings.front().after), "");
}

} // namespace
} // namespace alignscope::test

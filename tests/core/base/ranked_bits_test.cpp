// SPDX-License-Identifier: Apache-2.0
// RankedBits: where a number stands in an ascending list.
#include "core/base/ranked_bits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <vector>

namespace alignscope {
namespace {

TEST(RankedBits, everyNumber_standsWhereASearchFindsIt)
{
    std::mt19937 random(3);
    for (const std::size_t size : {1U, 63U, 64U, 65U, 1000U, 4097U})
        for (const unsigned every : {1U, 2U, 7U, 200U}) {
            std::vector<std::size_t> list;
            for (std::size_t i = 0; i < size; ++i)
                if (random() % every == 0) list.push_back(i);
            const RankedBits ranked(size, list, [](std::size_t number) { return number; });
            for (std::size_t i = 0; i < size; ++i) {
                const auto found = std::lower_bound(list.begin(), list.end(), i);
                const bool listed = found != list.end() && *found == i;
                ASSERT_EQ(ranked.place(i), listed ? static_cast<std::size_t>(found - list.begin()) : RankedBits::kNone) << i << " of " << size;
            }
        }
}

TEST(RankedBits, whatIsInNoList_hasNoPlace)
{
    EXPECT_EQ(RankedBits().place(0), RankedBits::kNone);
    const RankedBits ranked(10, std::vector<std::size_t>{9}, [](std::size_t number) { return number; });
    EXPECT_EQ(ranked.place(9), 0U);
    EXPECT_EQ(ranked.place(5000), RankedBits::kNone);
}

} // namespace
} // namespace alignscope

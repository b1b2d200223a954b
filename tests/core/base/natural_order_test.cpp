// SPDX-License-Identifier: Apache-2.0
#include "core/base/natural_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace alignscope {
namespace {

TEST(NaturalOrder, numbersInNames_countAsNumbers)
{
    std::vector<std::string> names{"/model.23/Add_1", "/model.9/cv1", "/model.10/m.0", "conv", "/model.9/cv1/act", "Conv_2", "Conv_10", "Conv_1"};
    std::sort(names.begin(), names.end(), naturalLess);
    EXPECT_EQ(names, (std::vector<std::string>{"/model.9/cv1", "/model.9/cv1/act", "/model.10/m.0", "/model.23/Add_1", "conv", "Conv_1",
                                               "Conv_2", "Conv_10"}));
}

TEST(NaturalOrder, onlyEqualNamesAreEqual)
{
    for (const auto& [a, b] : {std::pair("a01", "a1"), std::pair("A1", "a1"), std::pair("a1b", "a01b"), std::pair("", "0")})
        EXPECT_NE(naturalLess(a, b), naturalLess(b, a)) << a << " " << b;
    EXPECT_FALSE(naturalLess("a1", "a1"));
    // Longer than any integer type.
    EXPECT_TRUE(naturalLess("99999999999999999999999", "100000000000000000000000"));
}

} // namespace
} // namespace alignscope

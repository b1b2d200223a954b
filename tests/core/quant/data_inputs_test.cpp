// SPDX-License-Identifier: Apache-2.0
#include "core/quant/data_inputs.h"

#include <gtest/gtest.h>

namespace alignscope {
namespace {

TEST(DataInputs, shapesAxesAndBounds_areNoData)
{
    EXPECT_FALSE(isDataInput("Reshape", 1));
    EXPECT_FALSE(isDataInput("Clip", 1));
    EXPECT_FALSE(isDataInput("Clip", 2));
    EXPECT_FALSE(isDataInput("Resize", 3));
    EXPECT_FALSE(isDataInput("Slice", 4));
    EXPECT_FALSE(isDataInput("Tile", 7));
}

TEST(DataInputs, operands_areData)
{
    EXPECT_TRUE(isDataInput("Reshape", 0));
    EXPECT_TRUE(isDataInput("Resize", 0));
    EXPECT_TRUE(isDataInput("Concat", 9));
    EXPECT_TRUE(isDataInput("Conv", 2));
    EXPECT_TRUE(isDataInput("SomethingUnknown", 1));
}

} // namespace
} // namespace alignscope

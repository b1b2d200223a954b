// SPDX-License-Identifier: Apache-2.0
#include "core/base/message_codes.h"

#include <gtest/gtest.h>

namespace alignscope {
namespace {

TEST(Message, fillPattern_replacesByNumberAndKeepsWhatHasNoArgument)
{
    EXPECT_EQ(fillPattern("%2 before %1, %3 stays, 100 %", {"a", "b"}), "b before a, %3 stays, 100 %");
}

TEST(Message, sentence_namesTheFile)
{
    EXPECT_EQ(sentence({MessageCode::FileNotFound, {"net.onnx"}}),
              "Cannot open net.onnx: there is no such file.");
}

TEST(Message, argumentsAreNotExpandedAgain)
{
    EXPECT_EQ(fillPattern("%1 %2", {"%2", "x"}), "%2 x");
}

} // namespace
} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// EarlyOpen: what is read ahead is what openModel() would have read.
#include "core/io/early_open.h"

#include "core/base/message_codes.h"
#include "core/io/open_model.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace alignscope::test {
namespace {

TEST(EarlyOpen, takenModel_isThatOfTheFile)
{
    const std::string path = ALIGNSCOPE_TEST_DATA "/golden/resize_fanout/PPL_CUDA_INT8/model.onnx";
    EarlyOpen early(path);
    EXPECT_TRUE(early.isOf(path, ""));
    EXPECT_FALSE(early.isOf(path, "other.json"));
    EXPECT_FALSE(early.isOf("other.onnx", ""));
    std::vector<double> told;
    const auto taken = early.take({{}, [&](double fraction) { told.push_back(fraction); }});
    const auto opened = openModel(path);
    ASSERT_TRUE(taken);
    ASSERT_TRUE(opened);
    EXPECT_EQ((*taken)->graph->operationCount(), (*opened)->graph->operationCount());
    EXPECT_EQ((*taken)->baseline.size(), (*opened)->baseline.size());
    for (const double fraction : told) EXPECT_TRUE(fraction >= 0 && fraction <= 1) << fraction;
}

TEST(EarlyOpen, brokenFile_isTheSameError)
{
    const ScratchFolder folder;
    const std::string path = folder.write("broken.onnx", "no model");
    EarlyOpen early(path);
    const auto taken = early.take({});
    const auto opened = openModel(path);
    ASSERT_FALSE(taken);
    ASSERT_FALSE(opened);
    EXPECT_EQ(taken.error().code, opened.error().code);
}

TEST(EarlyOpen, whatNobodyTakes_ends)
{
    const std::string path = ALIGNSCOPE_TEST_DATA "/golden/resize_fanout/PPL_CUDA_INT8/model.onnx";
    for (int i = 0; i < 20; ++i) EarlyOpen early(path);
}

} // namespace
} // namespace alignscope::test

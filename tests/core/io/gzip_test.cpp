// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gzip.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace alignscope::test {
namespace {

TEST(ReadMaybeGzip, plainFile_comesAsItIs)
{
    const auto path = std::filesystem::path(::testing::TempDir()) / "alignscope_plain.txt";
    std::ofstream(path) << "plain text";
    EXPECT_EQ(readMaybeGzip(path.string()), "plain text");
    std::filesystem::remove(path);
}

TEST(ReadMaybeGzip, missingFile_throws)
{
    EXPECT_THROW((void)readMaybeGzip("/no/such/file"), std::runtime_error);
}

TEST(ReadMaybeGzip, compressedGolden_isFoundByItsPlainName)
{
    const std::string path = ALIGNSCOPE_SHARED_DATA "/golden/doc_example/PPL_CUDA_INT8.golden.json";
    if (!std::filesystem::exists(path + ".gz")) GTEST_SKIP() << "no reference data";
    EXPECT_NE(readMaybeGzip(path).find("\"alignscope-golden/1\""), std::string::npos);
}

} // namespace
} // namespace alignscope::test

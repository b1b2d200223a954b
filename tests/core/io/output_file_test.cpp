// SPDX-License-Identifier: Apache-2.0
// Files appear whole or not at all, whatever ends the writing.
#include "core/base/message_codes.h"
#include "core/io/output_file.h"
#include "core/base/text_file.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace alignscope {
namespace {

namespace fs = std::filesystem;

std::string folderOf(const test::ScratchFolder& scratch) { return scratch.path("."); }

std::size_t filesIn(const std::string& folder)
{
    std::size_t count = 0;
    for (auto at = fs::directory_iterator(folder); at != fs::directory_iterator(); ++at) ++count;
    return count;
}

// Runs `work` in a process of its own that ends without a destructor, and returns its exit code.
template <class Work> int inChild(Work work)
{
    const pid_t child = ::fork();
    if (child == 0) ::_exit(work());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(OutputFile, discardedBeforeItsPlace_leavesNothing)
{
    const test::ScratchFolder scratch;
    {
        auto file = OutputFile::create(scratch.path("model.onnx"));
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->write("half"));
    }
    EXPECT_EQ(filesIn(folderOf(scratch)), 0U);
}

TEST(OutputFile, leftByAKilledProcess_goesWithTheNextAttempt)
{
    const test::ScratchFolder scratch;
    const std::string target = scratch.path("model.onnx");
    ASSERT_EQ(inChild([&] {
                  auto file = OutputFile::create(target);
                  if (!file || !file->write("half")) return 1;
                  ::_exit(0); // as killed: no destructor runs
              }),
              0);
    ASSERT_EQ(filesIn(folderOf(scratch)), 1U);
    const fs::path left = fs::directory_iterator(folderOf(scratch))->path();

    // It may still be written on another machine that shares the folder.
    ASSERT_TRUE(OutputFile::create(target));
    EXPECT_TRUE(fs::exists(left));

    fs::last_write_time(left, fs::file_time_type::clock::now() - std::chrono::hours(1));
    ASSERT_TRUE(OutputFile::create(scratch.path("other.onnx")));
    EXPECT_TRUE(fs::exists(left)) << "it belongs to another target";
    ASSERT_TRUE(OutputFile::create(target));
    EXPECT_FALSE(fs::exists(left));
}

TEST(OutputFile, leftovers_ofALivingProcessOrOfAnotherName_stay)
{
    const test::ScratchFolder scratch;
    const std::string target = scratch.path("model.onnx");
    auto living = OutputFile::create(target);
    ASSERT_TRUE(living);
    const auto old = fs::file_time_type::clock::now() - std::chrono::hours(1);
    fs::last_write_time(living->temporaryPath(), old);
    for (const char* name : {".1x-2.part.model.onnx", ".-2.part.model.onnx", "7-2.part.model.onnx", ".part.model.onnx"}) {
        ASSERT_TRUE(OutputFile::create(scratch.path(name))->putInPlace(Overwrite::Refuse));
        fs::last_write_time(scratch.path(name), old);
    }
    ASSERT_TRUE(OutputFile::create(target));
    EXPECT_EQ(filesIn(folderOf(scratch)), 5U);
}

TEST(OutputFile, diskFull_isASentenceAndTheOldFileStays)
{
    const test::ScratchFolder scratch;
    const std::string target = scratch.path("model.onnx");
    auto first = OutputFile::create(target);
    ASSERT_TRUE(first && first->write("old") && first->flush() && first->putInPlace(Overwrite::Refuse));
    const int result = inChild([&] {
        // A limit on the size of files fails writes as a full disk does.
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4096, 4096};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 9;
        auto file = OutputFile::create(target);
        if (!file) return 1;
        const auto written = file->write(std::string(10'000, 'x'));
        if (written) return 2;
        return written.error().code == MessageCode::ExportNotWritable ? 0 : 3;
    });
    EXPECT_EQ(result, 0);
    const auto text = readTextFile(target, 100);
    ASSERT_TRUE(text);
    EXPECT_EQ(*text, "old");
}

TEST(OutputFile, folderThatCannotBeWritten_isASentenceThatNamesTheFile)
{
    const auto file = OutputFile::create("/proc/model.onnx"); // read-only even for the administrator
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, MessageCode::ExportNotWritable);
    ASSERT_FALSE(file.error().arguments.empty());
    EXPECT_EQ(file.error().arguments.front(), "/proc/model.onnx");
}

} // namespace
} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// A worker program for the tests of core, and one that misbehaves when ALIGNSCOPE_TEST_WORKER says so.
#include "core/layout/layout.h"
#include "core/layout/worker.h"

#include <csignal>
#include <cstdlib>
#include <string>

#include <unistd.h>

int main(int argc, char** argv)
{
    if (argc != 2 || std::string(argv[1]) != "--worker") return 2;
    const char* wish = std::getenv("ALIGNSCOPE_TEST_WORKER");
    const std::string behaviour = wish != nullptr ? wish : "";
    if (behaviour == "dies_after_three") {
        alignscope::layout::serveQuestions(STDIN_FILENO, STDOUT_FILENO, 3);
        std::_Exit(134);
    }
    if (behaviour == "crashes") std::abort();
    if (behaviour == "killed") std::raise(SIGKILL);
    if (behaviour == "hangs")
        for (;;)
            ::pause();
    if (behaviour == "babbles")
        while (::write(STDOUT_FILENO, "no frame at all\n", 16) > 0) {
        }
    return alignscope::layout::runWorker();
}

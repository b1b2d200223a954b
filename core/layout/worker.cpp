// SPDX-License-Identifier: Apache-2.0
#include "core/layout/worker.h"

#include "core/layout/layout.h"
#include "core/layout/wire.h"

#include <cerrno>
#include <csignal>

#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace alignscope::layout
{

namespace
{

enum class ReadResult { Done, End, Failed };

ReadResult readAll(int descriptor, std::span<std::byte> bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(descriptor, bytes.data() + done, bytes.size() - done);
        if (got > 0)
            done += static_cast<std::size_t>(got);
        else if (got == 0)
            return done == 0 ? ReadResult::End : ReadResult::Failed;
        else if (errno != EINTR)
            return ReadResult::Failed;
    }
    return ReadResult::Done;
}

bool writeAll(int descriptor, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
        if (put > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(put));
        else if (put < 0 && errno != EINTR)
            return false;
    }
    return true;
}

} // namespace

int serveQuestions(int in, int out, int limit)
{
    for (int answered = 0; limit < 0 || answered < limit; ++answered) {
        Bytes header(kFrameHeaderBytes);
        const ReadResult start = readAll(in, header);
        if (start == ReadResult::End) return 0;
        const auto size = start == ReadResult::Done ? bodyBytes(header) : std::nullopt;
        if (!size) return 1;
        Bytes body(*size);
        if (readAll(in, body) != ReadResult::Done) return 1;
        const auto question = decodeQuestion(body);
        if (!question) return 1;
        if (!writeAll(out, makeFrame(encode(runDot(*question))))) return 1;
    }
    return 0;
}

int runWorker()
{
    // A crash of dot is expected now and then: no core file. The window comes first for the CPU.
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    [[maybe_unused]] const int niceness = ::nice(5);
    std::signal(SIGPIPE, SIG_IGN);
#ifdef __linux__
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // no worker outlives its program, even in the middle of dot
#endif
    return serveQuestions(STDIN_FILENO, STDOUT_FILENO, -1);
}

} // namespace alignscope::layout

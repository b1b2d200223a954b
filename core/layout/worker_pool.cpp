// SPDX-License-Identifier: Apache-2.0
#include "core/layout/worker_pool.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <memory>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace alignscope::layout
{

namespace
{

using Clock = std::chrono::steady_clock;

/// Workers that die one after the other without a single answer: the program is no worker.
constexpr unsigned kMaxFailuresInARow = 6;

class Descriptor
{
public:
    explicit Descriptor(int value = -1) : m_value(value) {}
    ~Descriptor() { reset(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void reset(int value = -1)
    {
        if (m_value >= 0) ::close(m_value);
        m_value = value;
    }
    [[nodiscard]] int get() const { return m_value; }

private:
    int m_value;
};

/// One process and the question it works on. A socket pair serves as its input and output: writing
/// to a dead process can then be done without a signal.
class Worker
{
public:
    Worker() = default;
    ~Worker() { end(); }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    bool start(const std::string& program)
    {
        int pair[2] = {-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return false;
        m_socket.reset(pair[0]);
        const Descriptor theirs(pair[1]);
        ::fcntl(m_socket.get(), F_SETFL, O_NONBLOCK);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        std::string name = program;
        std::string flag = "--worker";
        char* arguments[] = {name.data(), flag.data(), nullptr};
        const int failed = ::posix_spawn(&m_pid, program.c_str(), &actions, nullptr, arguments, environ);
        ::posix_spawn_file_actions_destroy(&actions);
        if (failed != 0) {
            m_pid = -1;
            m_socket.reset();
        }
        return failed == 0;
    }

    /// At once, whatever it is doing.
    void end()
    {
        m_socket.reset();
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
            }
        }
        m_pid = -1;
    }

    void ask(std::size_t index, const DotQuestion& question, Clock::time_point deadline)
    {
        m_question = index;
        m_busy = true;
        m_deadline = deadline;
        m_sending = makeFrame(encode(question));
        m_sent = 0;
        m_received.clear();
    }

    [[nodiscard]] bool running() const { return m_pid > 0; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] std::size_t question() const { return m_question; }
    [[nodiscard]] Clock::time_point deadline() const { return m_deadline; }
    [[nodiscard]] pollfd waitsFor() const
    {
        const bool sending = m_sent < m_sending.size();
        return {m_socket.get(), static_cast<short>(POLLIN | (sending ? POLLOUT : 0)), 0};
    }
    void finish() { m_busy = false; }

    enum class State { Working, Answered, Failed };

    State proceed()
    {
        while (m_sent < m_sending.size()) {
            const ssize_t put =
                ::send(m_socket.get(), m_sending.data() + m_sent, m_sending.size() - m_sent, MSG_NOSIGNAL);
            if (put < 0 && errno == EINTR) continue;
            if (put < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
            if (put <= 0) return State::Failed;
            m_sent += static_cast<std::size_t>(put);
        }
        std::byte buffer[16384];
        for (;;) {
            const ssize_t got = ::recv(m_socket.get(), buffer, sizeof buffer, 0);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return State::Working;
            if (got <= 0) return State::Failed;
            m_received.insert(m_received.end(), buffer, buffer + got);
            if (m_received.size() < kFrameHeaderBytes) continue;
            const auto size = bodyBytes(std::span(m_received).first(kFrameHeaderBytes));
            if (!size || m_received.size() > kFrameHeaderBytes + *size) return State::Failed;
            if (m_received.size() == kFrameHeaderBytes + *size) return State::Answered;
        }
    }
    [[nodiscard]] std::span<const std::byte> body() const
    {
        return std::span(m_received).subspan(kFrameHeaderBytes);
    }

private:
    Descriptor m_socket;
    pid_t m_pid = -1;
    bool m_busy = false;
    std::size_t m_question = 0;
    Clock::time_point m_deadline;
    Bytes m_sending;
    std::size_t m_sent = 0;
    Bytes m_received;
};

Clock::duration seconds(double value)
{
    return std::chrono::duration_cast<Clock::duration>(
        std::chrono::duration<double>(std::clamp(value, 0.0, 86400.0)));
}

int pollTimeout(const std::vector<std::unique_ptr<Worker>>& workers)
{
    auto first = Clock::time_point::max();
    for (const auto& worker : workers)
        if (worker->busy()) first = std::min(first, worker->deadline());
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count();
    return static_cast<int>(std::clamp<long long>(wait, 0, 60000));
}

} // namespace

bool askWorkers(const std::vector<DotQuestion>& questions, const PoolOptions& options,
                const std::stop_token& stop,
                const std::function<void(std::size_t, std::optional<DotOrder>)>& answered)
{
    // Wakes poll() when the task is stopped from another thread.
    const Descriptor wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const std::stop_callback onStop(stop, [&wake] {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t put = ::write(wake.get(), &one, sizeof one);
    });
    const std::size_t processes =
        std::min<std::size_t>(std::clamp(options.processes, 1u, 64u), questions.size());
    std::vector<std::unique_ptr<Worker>> workers;
    for (std::size_t i = 0; i < processes; ++i)
        workers.push_back(std::make_unique<Worker>());

    const Clock::time_point end = Clock::now() + seconds(options.secondsInTotal);
    std::size_t next = 0;
    std::size_t open = questions.size();
    unsigned failuresInARow = 0;
    const auto close = [&](Worker& worker, std::optional<DotOrder> order) {
        worker.finish();
        --open;
        failuresInARow = order ? 0 : failuresInARow + 1;
        if (!order) worker.end();
        answered(worker.question(), std::move(order));
    };
    std::vector<pollfd> waits;
    while (open > 0) {
        if (stop.stop_requested()) return false;
        for (const auto& worker : workers) {
            if (worker->busy() || next >= questions.size()) continue;
            const bool giveUp = failuresInARow >= kMaxFailuresInARow || Clock::now() >= end;
            if (giveUp || (!worker->running() && !worker->start(options.program))) {
                ++failuresInARow;
                --open;
                answered(next++, std::nullopt);
                continue;
            }
            const auto deadline = std::min(end, Clock::now() + seconds(options.secondsPerQuestion));
            worker->ask(next, questions[next], deadline);
            ++next;
        }
        waits.clear();
        for (const auto& worker : workers)
            if (worker->busy()) waits.push_back(worker->waitsFor());
        if (waits.empty()) continue;
        waits.push_back({wake.get(), POLLIN, 0});
        if (::poll(waits.data(), waits.size(), pollTimeout(workers)) < 0 && errno != EINTR) return false;
        if (stop.stop_requested()) return false;
        for (const auto& worker : workers) {
            if (!worker->busy()) continue;
            switch (worker->proceed()) {
            case Worker::State::Working:
                if (Clock::now() >= worker->deadline()) close(*worker, std::nullopt);
                break;
            case Worker::State::Answered:
                close(*worker, decodeOrder(worker->body(), questions[worker->question()]));
                break;
            case Worker::State::Failed:
                close(*worker, std::nullopt);
                break;
            }
        }
    }
    return true;
}

} // namespace alignscope::layout

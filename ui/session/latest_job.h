// SPDX-License-Identifier: Apache-2.0
// LatestJob: runs work in a thread and delivers only the result of the newest start.
#pragma once

#include "core/base/task.h"

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>
#include <utility>

namespace alignscope::ui {

/// Starting again, or cancelling, stops the running work and makes its late result stale: it is
/// dropped by its generation number. Thread: GUI; `work` runs in the pool, `done` and `progress`
/// in the GUI thread. Owner and context may die while work runs: it ends by itself, and nobody waits
/// for it but the pool.
class LatestJob {
public:
    LatestJob(QObject& context, QThreadPool& pool) : m_pool(pool), m_door(std::make_shared<Door>()) { m_door->context = &context; }
    ~LatestJob()
    {
        stop();
        const std::lock_guard lock(m_door->mutex);
        m_door->context = nullptr;
    }
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;

    [[nodiscard]] bool running() const noexcept { return m_running; }

    /// Asks the work to end; whatever it still delivers is dropped.
    void stop()
    {
        m_stop.request_stop();
        ++m_generation;
        m_running = false;
    }

    template <class Work, class Done, class Progress>
    void start(Work work, Done done, Progress progress)
    {
        stop();
        m_stop = std::stop_source();
        m_running = true;
        const std::uint64_t generation = m_generation;
        m_pool.start([this, generation, token = m_stop.get_token(), door = m_door,
                      work = std::move(work), done = std::move(done),
                      progress = std::move(progress)]() mutable {
            Task task;
            task.stop = token;
            // Progress may be reported per node; the event queue gets at most a hundred of them.
            task.progress = [this, generation, door, progress, last = -1](double fraction) mutable {
                const int percent = static_cast<int>(fraction * 100);
                if (percent == last) return;
                last = percent;
                post(door, [this, generation, progress, fraction] {
                    if (generation == m_generation) progress(fraction);
                });
            };
            auto result = std::make_shared<decltype(work(task))>(work(task));
            if (token.stop_requested()) return; // nobody wants it, and what is large is freed here
            post(door, [this, generation, result = std::move(result), done = std::move(done)]() mutable {
                if (generation != m_generation) return;
                m_running = false;
                done(std::move(*result));
            });
        });
    }

    template <class Work, class Done> void start(Work work, Done done)
    {
        start(std::move(work), std::move(done), [](double) {});
    }

private:
    /// Where results come in; shut before the job is gone.
    struct Door {
        std::mutex mutex;
        QObject* context = nullptr;
    };
    template <class Deliver> static void post(const std::shared_ptr<Door>& door, Deliver deliver)
    {
        const std::lock_guard lock(door->mutex);
        if (door->context == nullptr) return;
        QMetaObject::invokeMethod(
            door->context,
            [door, deliver = std::move(deliver)]() mutable {
                if (door->context != nullptr) deliver(); // only the GUI thread shuts it
            },
            Qt::QueuedConnection);
    }

    QThreadPool& m_pool;
    std::shared_ptr<Door> m_door;
    std::stop_source m_stop;
    std::uint64_t m_generation = 0;
    bool m_running = false;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "core/io/early_open.h"

#include "core/io/open_model.h"

#include <chrono>
#include <utility>

namespace alignscope {

EarlyOpen::EarlyOpen(std::string path, std::string quantPath) : m_path(std::move(path)), m_quantPath(std::move(quantPath))
{
    const auto open = [this] {
        return openModel(m_path, m_quantPath, {m_stop.get_token(), [this](double fraction) { m_progress = fraction; }});
    };
    // Without a thread it is read when it is taken.
    m_opening = std::async(std::launch::async | std::launch::deferred, open);
}

EarlyOpen::~EarlyOpen() { m_stop.request_stop(); } // the future waits

Result<std::shared_ptr<const Model>> EarlyOpen::take(const Task& task)
{
    constexpr auto kGlance = std::chrono::milliseconds(20);
    while (m_opening.wait_for(kGlance) == std::future_status::timeout) {
        if (task.stopped()) m_stop.request_stop();
        task.report(m_progress);
    }
    return m_opening.get();
}

} // namespace alignscope

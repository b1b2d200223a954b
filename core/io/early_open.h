// SPDX-License-Identifier: Apache-2.0
// EarlyOpen: a model that is read while the program that will show it still starts.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/quant/model.h"

#include <atomic>
#include <future>
#include <memory>
#include <stop_token>
#include <string>

namespace alignscope {

/// openModel() in a thread of its own. Ends the reading when nobody wants it any more.
class EarlyOpen {
public:
    explicit EarlyOpen(std::string path, std::string quantPath = {});
    ~EarlyOpen();
    EarlyOpen(const EarlyOpen&) = delete;
    EarlyOpen& operator=(const EarlyOpen&) = delete;

    [[nodiscard]] bool isOf(const std::string& path, const std::string& quantPath) const { return path == m_path && quantPath == m_quantPath; }
    /// Waits for it, as openModel() would take its time: reports its progress and can be stopped. Once.
    [[nodiscard]] Result<std::shared_ptr<const Model>> take(const Task& task);

private:
    const std::string m_path;
    const std::string m_quantPath;
    std::stop_source m_stop;
    std::atomic<double> m_progress = 0;
    std::future<Result<std::shared_ptr<const Model>>> m_opening;
};

} // namespace alignscope

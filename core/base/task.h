// SPDX-License-Identifier: Apache-2.0
// What a long-running function of core is given: a way to report progress and a way to be stopped.
#pragma once

#include <functional>
#include <stop_token>

namespace alignscope {

/// Thread: `progress` is called from the thread that runs the task, with a fraction in [0, 1].
/// A stopped task returns MessageCode::Cancelled as soon as it can.
struct Task {
    std::stop_token stop;
    std::function<void(double fraction)> progress;

    void report(double fraction) const
    {
        if (progress) progress(fraction);
    }
    [[nodiscard]] bool stopped() const { return stop.stop_requested(); }
};

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Runs questions through worker processes: crash isolation, time limits, cancellation.
#pragma once

#include "core/layout/wire.h"

#include <functional>
#include <stop_token>
#include <string>

namespace alignscope::layout
{

struct PoolOptions {
    std::string program; ///< started as `program --worker`
    unsigned processes = 2;
    double secondsPerQuestion = 5;
    double secondsInTotal = 8;
};

/// Asks all questions; `answered(index, order)` is called once per question from this thread, in
/// the order in which they end, with nothing where a worker crashed, talked nonsense, refused or
/// took too long. Returns false when stopped; workers are gone in any case.
bool askWorkers(const std::vector<DotQuestion>& questions, const PoolOptions& options,
                const std::stop_token& stop,
                const std::function<void(std::size_t, std::optional<DotOrder>)>& answered);

} // namespace alignscope::layout

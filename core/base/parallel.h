// SPDX-License-Identifier: Apache-2.0
// inParallel: the two halves of a piece of work at the same time.
#pragma once

#include <future>
#include <utility>

namespace alignscope {

/// Runs `other` in a thread of its own while `mine` runs in this one, and returns when both are done.
/// Starting a thread costs some 50 microseconds: where that is not `worthAThread`, or none can be had,
/// one comes after the other. What they throw is passed on.
template <class Other, class Mine> void inParallel(bool worthAThread, Other&& other, Mine&& mine)
{
    if (!worthAThread) {
        std::forward<Mine>(mine)();
        std::forward<Other>(other)();
        return;
    }
    auto running = std::async(std::launch::async | std::launch::deferred, std::forward<Other>(other));
    std::forward<Mine>(mine)(); // if it throws, `running` waits
    running.get();
}

} // namespace alignscope

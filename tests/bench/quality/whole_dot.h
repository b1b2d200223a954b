// SPDX-License-Identifier: Apache-2.0
// The whole graph by Graphviz' dot alone, in a child process: what our layouts are measured against.
#pragma once

#include "core/layout/layout.h"

#include <optional>
#include <string>

namespace alignscope::bench {

struct WholeDot {
    layout::Layout layout; ///< lines are its splines, sampled
    double seconds = 0;
    std::string how; ///< the settings with which it came to an end
};

/// Box sizes and least distances are ours. Default settings first, then faster and more robust ones;
/// nothing when none ends within `seconds` (each gets a part) or all crash. The graph is drawn down.
/// With a folder, answers are kept there and read again.
[[nodiscard]] std::optional<WholeDot> wholeDot(const layout::InputGraph& graph, double seconds,
                                               const std::string& folder);

} // namespace alignscope::bench

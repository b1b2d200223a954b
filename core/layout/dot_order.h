// SPDX-License-Identifier: Apache-2.0
// DotOrder: the ranks and the order within them that Graphviz' dot finds for a segment.
#pragma once

#include "core/layout/segment.h"

#include <optional>

namespace alignscope::layout
{

/// What dot is asked: nodes and the drawn edges between them, nothing of what they mean.
struct DotQuestion {
    Index nodeCount = 0;
    bool pinTop = false;   ///< the first node stands on the first rank...
    bool topAlone = false; ///< ...and nothing beside it
    bool pinBottom = false;
    struct Edge {
        Index from = 0; ///< from < to < nodeCount
        Index to = 0;
    };
    std::vector<Edge> edges;
};

struct DotOrder {
    std::vector<Index> rank;  ///< per node
    std::vector<Index> order; ///< per node: place within its rank, bends counted
    /// Per edge of the question: place of its bend on each rank between its ends.
    std::vector<std::vector<Index>> bends;
};

/// Runs dot in this process. It may crash, hang or take gigabytes: only workers call it.
/// Thread: one per process.
[[nodiscard]] std::optional<DotOrder> runDot(const DotQuestion& question);

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
// Ranks of a segment's nodes: every edge leads downwards, and lines stay short.
#pragma once

#include "core/layout/segment.h"

namespace alignscope::layout
{

/// Longest-path ranks, then nodes move towards the side on which more lines hang. Ranks start at 0
/// and none is empty.
[[nodiscard]] std::vector<Index> assignRanks(const Segment& segment);

/// Whether the node may stand beside a pinned first node: it must not reach above it.
[[nodiscard]] bool mayShareTop(const Segment& segment, Index node);

/// Whether `ranks` obeys every edge and the pins and leaves no rank empty. For ranks from outside.
[[nodiscard]] bool ranksAreValid(const Segment& segment, const std::vector<Index>& ranks);

/// Nodes of a longest path (from the first to the last node where they are pinned): the trunk.
[[nodiscard]] std::vector<Index> findTrunk(const Segment& segment);

/// Per edge: whether it lies on the longest path into its reader and on the longest out of its
/// producer. Such edges form paths that share no node; the trunk is not among them necessarily.
[[nodiscard]] std::vector<std::uint8_t> findSpines(const Segment& segment);

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
// Splits the line that the readers of a tensor share, so that it may pass on both sides of something.
#pragma once

#include "core/layout/layering.h"

#include <optional>

namespace alignscope::layout
{

struct Split {
    Segment segment; ///< the edge is a bundle of its own
    Layering layering;
};

/// Whether other drawn edges share the edge's bundle and the edge has bends.
[[nodiscard]] bool canSplitOff(const Segment& segment, const Layering& layering, Index edge);

/// The same order with a line of its own for the edge, right beside the one that it shared. Nothing where
/// there is no room for it.
[[nodiscard]] std::optional<Split> splitOff(const Segment& segment, const Layering& layering, Index edge);

} // namespace alignscope::layout

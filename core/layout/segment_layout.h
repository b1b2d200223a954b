// SPDX-License-Identifier: Apache-2.0
// Lays out one segment: ranks, order, coordinates, lines.
#pragma once

#include "core/layout/layering.h"

#include <optional>
#include <stop_token>

namespace alignscope::layout
{

/// Ranks and order by our own methods. A stop gives a poor but valid result.
[[nodiscard]] Layering orderSegment(const Segment& segment, Care care, const std::stop_token& stop);

/// Boxes and lines of an ordered layering, of which only the form of the trunk is changed.
[[nodiscard]] SegmentLayout drawLayering(const Segment& segment, const Layering& layering, Care care,
                                         const std::stop_token& stop);

/// A drawing whose trunk is but a line as any other, if one that stands as straight as in `drawing` costs more
/// than it may in a graph that is one segment.
[[nodiscard]] std::optional<SegmentLayout> drawYielding(const Segment& segment, const Layering& layering,
                                                        const SegmentLayout& drawing, const std::stop_token& stop);

} // namespace alignscope::layout

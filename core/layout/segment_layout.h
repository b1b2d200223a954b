// SPDX-License-Identifier: Apache-2.0
// Lays out one segment: ranks, order, coordinates, lines.
#pragma once

#include "core/layout/layering.h"

#include <stop_token>

namespace alignscope::layout
{

/// Quick: the trunk stands straight. Thorough: unless other drawings are clearly better.
enum class Care : std::uint8_t { Quick, Thorough };

/// By our own methods throughout. A stop gives a poor but valid result.
[[nodiscard]] SegmentLayout layoutSegment(const Segment& segment, Care care, const std::stop_token& stop);

/// Boxes and lines of an ordered layering, of which only the form of the trunk is changed.
[[nodiscard]] SegmentLayout drawLayering(const Segment& segment, Layering& layering, Care care,
                                         const std::stop_token& stop);

} // namespace alignscope::layout

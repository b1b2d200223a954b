// SPDX-License-Identifier: Apache-2.0
// Improves the order of a segment by what its drawing costs, for layouts that nobody waits for.
#pragma once

#include "core/layout/segment_layout.h"

namespace alignscope::layout
{

/// A segment's order and its drawing.
struct Candidate {
    Layering layering;
    SegmentLayout drawing;
    double cost = 0; ///< what a reader pays for the drawing, in pixels of line

    Candidate(const Segment& segment, Layering ordered, Care care, const std::stop_token& stop);
};

/// Looks for an order with fewer crossings, then puts lines and columns elsewhere where the drawing gains
/// by it. Drawn with patience at the end. Deterministic.
void refine(const Segment& segment, Candidate& candidate, const std::stop_token& stop);

} // namespace alignscope::layout

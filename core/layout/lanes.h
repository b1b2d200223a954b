// SPDX-License-Identifier: Apache-2.0
// Side lanes: where skips run that pass over whole segments.
#pragma once

#include "core/layout/plan.h"

namespace alignscope::layout
{

/// Routes the plan's Lane edges of `layout`, whose boxes stand already; `offsets` says where each
/// placement was put. At most three lanes stand on a side of a segment; the shorter skip wins, and
/// edges that find no lane stay without points.
void routeLanes(const Plan& plan, const std::vector<SegmentLayout>& segments,
                const std::vector<Point>& offsets, Layout& layout);

} // namespace alignscope::layout

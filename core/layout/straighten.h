// SPDX-License-Identifier: Apache-2.0
// Makes lines upright that miss it by a few pixels.
#pragma once

#include "core/layout/layering.h"

#include <vector>

namespace alignscope::layout
{

/// A line that runs sideways by less than this looks like a slip rather than like a turn.
inline constexpr double kSlip = 6;

/// How far a link is drawn sideways.
[[nodiscard]] double runOf(const Layering& layering, const Link& link, const std::vector<double>& x);

/// Whether a line that runs so far sideways is a slip.
[[nodiscard]] bool isSlip(double run);

/// Moves what hangs together by straight lines and columns by the few pixels that make another line
/// upright, where there is room and no more slips come of it. `x` are centres that keep all separations.
/// The trunk does not move.
void straighten(const Layering& layering, std::vector<double>& x);

} // namespace alignscope::layout

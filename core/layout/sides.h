// SPDX-License-Identifier: Apache-2.0
// Sides: what hangs below one box of the trunk and never comes back to it may stand left or right of it.
#pragma once

#include "core/layout/layering.h"

namespace alignscope::layout
{

/// The trunk's item of each rank, or the item count where it does not reach.
[[nodiscard]] std::vector<Index> trunkItems(const Layering& layering);

/// Nodes by part; a part hangs below one box of the trunk. `stub` tells per edge whether it is not drawn.
[[nodiscard]] std::vector<std::vector<Index>>
findFreeParts(const Segment& segment, const std::vector<std::uint8_t>& stub, const std::vector<Index>& trunk);

/// Per node: -1 and 1 for free parts, which take turns where both sides have room; 0 for the others.
[[nodiscard]] std::vector<std::int8_t> chooseSides(const Segment& segment,
                                                   const std::vector<std::vector<Index>>& parts,
                                                   const std::vector<Index>& rank, Index rankCount);

/// Moves free parts of an ordered layering to the other side of the trunk where less stands there, unless
/// more lines would cross.
void balanceSides(const Segment& segment, Layering& layering);

} // namespace alignscope::layout

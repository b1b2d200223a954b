// SPDX-License-Identifier: Apache-2.0
// Gathers the boxes of a chain that stand scattered along its line.
#pragma once

#include "core/layout/layering.h"

#include <optional>
#include <vector>

namespace alignscope::layout
{

/// A box that may stand higher on its line without any line becoming longer.
struct Lift {
    Index box = 0;
    Index rank = 0; ///< right below what it reads
};

/// Boxes off the trunk that stand away from what they read: one tensor that nothing else reads. They write one as well.
[[nodiscard]] std::vector<Lift> findLifts(const Segment& segment, const Layering& layering);

/// The layering with the box in the place of the bend on that rank, and its own line's bends below it in the
/// places of the others. Nothing if other lines would be drawn than before.
[[nodiscard]] std::optional<Layering> lift(const Segment& segment, const Layering& layering, const Lift& lift);

} // namespace alignscope::layout

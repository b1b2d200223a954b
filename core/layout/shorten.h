// SPDX-License-Identifier: Apache-2.0
// Moves items sideways until their lines together are as short as they can be in this order.
#pragma once

#include "core/layout/layering.h"

#include <stop_token>

namespace alignscope::layout
{

/// Straight: the trunk stands upright whatever that costs. EndsBelow: at least its ends stand below
/// each other, so that a row of segments does not drift. Loose: it bends where lines gain by it. Slack: it is
/// but a line as any other.
enum class TrunkForm : std::uint8_t { Straight, EndsBelow, Loose, Slack };

/// How well the boxes of a branch hold together as a column where its operands or the lines beside it pull at them.
enum class Columns : std::uint8_t { Soft, Firm, Stiff };

struct Shortened {
    std::vector<double> x;     ///< centres that keep all separations
    bool trunkIsEased = false; ///< no other form of the trunk makes lines shorter
};

/// `aligned` are centres that keep all separations. The trunk and long lines weigh most, so that they
/// stay straight; with patience, lines that miss being upright by a few pixels weigh more in further attempts.
/// Gives `aligned` back when it was stopped or would take too long.
[[nodiscard]] Shortened shortenLines(const Layering& layering, TrunkForm form, Columns columns, Care care,
                                     const std::vector<double>& aligned, const std::stop_token& stop);

} // namespace alignscope::layout

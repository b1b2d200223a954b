// SPDX-License-Identifier: Apache-2.0
// Moves items sideways until their lines together are as short as they can be in this order.
#pragma once

#include "core/layout/layering.h"

#include <stop_token>

namespace alignscope::layout
{

/// `x` are centres that keep all separations; they still do afterwards. The trunk and long lines
/// weigh most, so that they stay straight. Leaves `x` as it is when that would take too long.
void shortenLines(const Layering& layering, std::vector<double>& x, const std::stop_token& stop);

} // namespace alignscope::layout

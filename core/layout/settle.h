// SPDX-License-Identifier: Apache-2.0
// Moves what stands straight together as one piece, to where its lines run least sideways.
#pragma once

#include "core/layout/layering.h"

namespace alignscope::layout
{

/// `x` are the centres that placeItems found; order and separations are kept, the trunk stays.
void settle(const Layering& layering, std::vector<double>& x);

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
// Where the items of an ordered layering stand from left to right.
#pragma once

#include "core/layout/layering.h"

#include <vector>

namespace alignscope::layout
{

/// Least distance between the centres of two items of a rank, `left` standing left of `right`.
[[nodiscard]] double separation(const Layering& layering, Index left, Index right);

/// How far the lower end of a link stands right of where it would be straight: lines meet boxes at
/// their ports, boxes stand straight when their centres do.
[[nodiscard]] double alignmentGap(const Layering& layering, const Link& link, const std::vector<double>& x);

/// Centre of each item, after Brandes and Koepf: items are aligned with a median neighbour in four
/// ways and the middle of the four is taken, then pieces move towards what they hang on. The trunk is
/// straight, and so are long lines that do not cross it; lines meet boxes at their ports.
[[nodiscard]] std::vector<double> alignItems(const Layering& layering);

} // namespace alignscope::layout

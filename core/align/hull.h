// SPDX-License-Identifier: Apache-2.0
// Parameters that hold several ranges at once without shrinking any (rule S6).
#pragma once

#include "core/quant/tqc.h"

#include <optional>
#include <span>

namespace alignscope {

/// All bit-equal: those. One that contains all others and zero: that. Else the tightest parameters
/// of `scheme` that contain all ranges, the scale rounded up. None for an empty list or scales
/// that are not positive and finite.
[[nodiscard]] std::optional<TensorParameters> hullOf(std::span<const TensorParameters> authorities,
                                                     const Scheme& scheme);

} // namespace alignscope

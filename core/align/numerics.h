// SPDX-License-Identifier: Apache-2.0
// The arithmetic of PPQ 0.6.6, bit for bit (ppq-semantics 7 and 7.1).
#pragma once

#include "core/quant/tqc.h"

#include <optional>

namespace alignscope {

struct ScaleOffset {
    double scale = 0;  ///< real units per step, before rounding to float32
    double offset = 0; ///< steps
};

/// Bounds of what (scale, offset) can represent, each computed in float32 and then widened:
/// lo = scale * (quantMin - offset), hi likewise.
struct FloatRange {
    double lo = 0;
    double hi = 0;
};
[[nodiscard]] FloatRange representableRange(float scale, float offset, const Scheme& scheme) noexcept;

/// PPQ's minmax_to_scale_offset. `minScale` replaces its threshold of 1e-8. None where the
/// reference divides by zero.
[[nodiscard]] std::optional<ScaleOffset> minmaxToScaleOffset(double min, double max,
                                                             const Scheme& scheme,
                                                             std::optional<double> minScale) noexcept;

} // namespace alignscope

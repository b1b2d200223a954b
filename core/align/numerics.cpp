// SPDX-License-Identifier: Apache-2.0
#include "core/align/numerics.h"

#include <algorithm>
#include <cmath>

namespace alignscope {
namespace {

// PPQ keeps its threshold in a float32 tensor in some places and as a double here.
constexpr double kScaleThreshold = 1e-8;

} // namespace

FloatRange representableRange(float scale, float offset, const Scheme& scheme) noexcept
{
    const float lo = scale * (static_cast<float>(scheme.quantMin) - offset);
    const float hi = scale * (static_cast<float>(scheme.quantMax) - offset);
    return {static_cast<double>(lo), static_cast<double>(hi)};
}

std::optional<ScaleOffset> minmaxToScaleOffset(double min, double max, const Scheme& scheme,
                                               std::optional<double> minScale) noexcept
{
    if (min > 0) min = 0;
    if (max < 0) max = 0;
    const double threshold = minScale.value_or(kScaleThreshold);
    const double steps = scheme.quantMax - scheme.quantMin;
    ScaleOffset result;
    if (scheme.has(policy::kAsymmetrical)) {
        result.scale = std::max((max - min) / steps, threshold);
        if (result.scale == 0) return std::nullopt;
        // Half to even; the reference's result is an integer, so there is no negative zero.
        result.offset = std::nearbyint(-min / result.scale) + 0.0;
    } else {
        result.scale = std::max(2 * std::max(std::abs(max), std::abs(min)) / steps, threshold);
    }
    // The offset is not computed anew for the rounded scale (quirk 17).
    if (scheme.has(policy::kPowerOf2) && result.scale > 0)
        result.scale = std::exp2(std::ceil(std::log2(result.scale)));
    return result;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/align/hull.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace alignscope {
namespace {

struct Range {
    double lo;
    double hi;
};

Range rangeOf(const TensorParameters& p, const Scheme& scheme)
{
    const auto scale = static_cast<double>(p.scale);
    const auto offset = static_cast<double>(p.offset);
    return {scale * (scheme.quantMin - offset), scale * (scheme.quantMax - offset)};
}

bool sameBits(const TensorParameters& a, const TensorParameters& b)
{
    return std::bit_cast<std::uint32_t>(a.scale) == std::bit_cast<std::uint32_t>(b.scale)
        && std::bit_cast<std::uint32_t>(a.offset) == std::bit_cast<std::uint32_t>(b.offset);
}

float roundUp(double value)
{
    const auto nearest = static_cast<float>(value);
    return static_cast<double>(nearest) < value
        ? std::nextafter(nearest, std::numeric_limits<float>::infinity())
        : nearest;
}

// The scale with which `offset` holds [lo, hi]; a zero term is 0.
double scaleFor(Range range, double offset, const Scheme& scheme)
{
    const auto term = [](double bound, double steps) {
        if (bound == 0) return 0.0;
        return steps == 0 ? std::numeric_limits<double>::infinity() : bound / steps;
    };
    return std::max(term(range.lo, scheme.quantMin - offset), term(range.hi, scheme.quantMax - offset));
}

} // namespace

std::optional<TensorParameters> hullOf(std::span<const TensorParameters> authorities, const Scheme& scheme)
{
    if (authorities.empty()) return std::nullopt;
    for (const TensorParameters& p : authorities)
        if (!(p.scale > 0) || !std::isfinite(p.scale) || !std::isfinite(p.offset)) return std::nullopt;
    const TensorParameters& first = authorities.front();
    if (std::all_of(authorities.begin(), authorities.end(),
                    [&](const TensorParameters& p) { return sameBits(p, first); }))
        return first;

    Range hull{0, 0};
    for (const TensorParameters& p : authorities) {
        const Range range = rangeOf(p, scheme);
        hull.lo = std::min(hull.lo, range.lo);
        hull.hi = std::max(hull.hi, range.hi);
    }
    // Of several that contain everything (equal ranges written differently) the smallest bits, so
    // that the answer does not depend on the order of the authorities.
    std::optional<TensorParameters> widest;
    for (const TensorParameters& p : authorities) {
        const Range range = rangeOf(p, scheme);
        if (range.lo > hull.lo || range.hi < hull.hi) continue;
        if (!widest || p.scale < widest->scale || (p.scale == widest->scale && p.offset < widest->offset))
            widest = p;
    }
    if (widest) return widest;

    const double s0 = (hull.hi - hull.lo) / (scheme.quantMax - scheme.quantMin);
    const double exact = scheme.quantMin - hull.lo / s0;
    const double low = std::clamp(std::floor(exact), scheme.quantMin, scheme.quantMax);
    const double high = std::clamp(std::ceil(exact), scheme.quantMin, scheme.quantMax);
    const double lowScale = scaleFor(hull, low, scheme);
    const double highScale = scaleFor(hull, high, scheme);
    const double offset = highScale < lowScale ? high : low;
    double scale = std::min(lowScale, highScale);
    if (scheme.has(policy::kPowerOf2)) scale = std::exp2(std::ceil(std::log2(scale)));
    return TensorParameters{roundUp(scale), static_cast<float>(offset)};
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// StoredParameters: a slot's parameters as a Q or DQ node keeps them: scales, zero points, type.
#pragma once

#include "core/quant/tqc_table.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace alignscope {

struct StoredParameters {
    std::vector<float> scales;              ///< one, or one for each channel
    std::vector<std::int64_t> zeroPoints;   ///< as stored; as many as scales
    StoredType type = StoredType::None;     ///< of the integers
    std::optional<std::int32_t> axis;       ///< per channel
    bool retyped = false;                   ///< the zero point does not fit the slot's own type

    /// Scales bit for bit, zero points and type.
    [[nodiscard]] bool sameValues(const StoredParameters& other) const noexcept;
};

/// Both there with the same values, or neither there.
[[nodiscard]] inline bool same(const std::optional<StoredParameters>& a, const std::optional<StoredParameters>& b) noexcept
{
    return a.has_value() == b.has_value() && (!a || a->sameValues(*b));
}

/// Integers that a type can hold; nothing for None and float8.
struct IntegerRange {
    std::int64_t low = 0;
    std::int64_t high = 0;
};
[[nodiscard]] std::optional<IntegerRange> integerRange(StoredType type) noexcept;

/// The type that holds a scheme when the source does not say: uint8 or int8 up to 8 bits, 16 bits
/// for activations above, else int32.
[[nodiscard]] StoredType typeForScheme(const Scheme& scheme, bool parameter) noexcept;

/// Effective parameters of a slot in its own type if the zero point fits, else in its root's.
/// Nothing for a slot that does not quantize: FP32, SOI, no parameters, a cycle, or a zero point
/// that is no whole number of either type.
[[nodiscard]] std::optional<StoredParameters> storedParameters(const TqcTable& table, SlotId slot);

} // namespace alignscope

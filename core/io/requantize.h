// SPDX-License-Identifier: Apache-2.0
// Integers of a constant, written anew for other parameters.
#pragma once

#include "core/base/result.h"
#include "core/io/onnx_source.h"
#include "core/io/stored_parameters.h"

#include <cstdint>
#include <string>
#include <vector>

namespace alignscope {

struct Requantized {
    std::string bytes;           ///< packed in the new type
    std::uint64_t changed = 0;   ///< elements whose integer is another
    std::uint64_t saturated = 0; ///< elements cut at the end of the range
};

/// q' = clamp(round half even((q - z) s / s') + z'), in double, each element with the parameters of
/// its channel along `axis` (of `before` and `after` alike). TensorTypeUnknown.
[[nodiscard]] Result<Requantized> requantize(const TensorPayload& values, const StoredParameters& before,
                                             const StoredParameters& after, IntegerRange clamp,
                                             const std::string& name);

/// q = clamp(round(v / s) + z), the quotient in float32 as PPQ takes it. `changed` stays 0.
[[nodiscard]] Result<Requantized> quantizeFloats(const TensorPayload& values, const StoredParameters& parameters,
                                                 IntegerRange clamp, Rounding rounding, const std::string& name);

/// Little-endian, two elements a byte for four bits. Values are in range.
[[nodiscard]] std::string packIntegers(const std::vector<std::int64_t>& values, StoredType type);
/// onnx TensorProto.DataType number.
[[nodiscard]] std::int32_t elementTypeOf(StoredType type) noexcept;
/// Floats as `elementType` (float32, float64, float16, bfloat16); nothing when one is not exactly
/// a number of that type.
[[nodiscard]] std::optional<std::string> packFloats(const std::vector<float>& values, std::int32_t elementType);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Values of tensors: sizes of element types, typed fields as raw bytes, bytes as numbers.
#pragma once

#include "core/base/result.h"
#include "core/quant/tqc.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onnx {
class TensorProto;
}

namespace alignscope {

struct TensorPayload;

/// Bits of one element; 0 for strings and unknown types.
[[nodiscard]] unsigned elementBits(std::int32_t type) noexcept;
/// "float32", "int8"...; "type 99" for what this program does not know.
[[nodiscard]] std::string elementTypeName(std::int32_t type);
/// Bytes of `count` packed elements; nothing when the type has no size or the product overflows.
[[nodiscard]] std::optional<std::uint64_t> byteCount(std::int32_t type, std::uint64_t count) noexcept;
/// Product of the dimensions; nothing when one is negative or the product overflows.
[[nodiscard]] std::optional<std::uint64_t> elementCount(const std::vector<std::int64_t>& dims) noexcept;
[[nodiscard]] std::vector<std::int64_t> dimsOf(const onnx::TensorProto& tensor);

/// raw_data, or the typed field packed to bytes. External data is not followed.
[[nodiscard]] Result<std::string> rawBytes(const onnx::TensorProto& tensor);

/// All elements as float32 (scales: float, double, float16, bfloat16) or as whole numbers (zero
/// points: int64 and integers up to 32 bits, 4 bits included). Nothing when the type is another or the bytes
/// do not match the dimensions.
[[nodiscard]] std::optional<std::vector<float>> floatValues(const TensorPayload& payload);
[[nodiscard]] std::optional<std::vector<std::int64_t>> integerValues(const TensorPayload& payload);

/// How a slot stores values of an element type; None when it is no quantized type.
[[nodiscard]] StoredType storedTypeOf(std::int32_t type) noexcept;

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Names of the element types of tensors as people write them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace alignscope {

/// "float32", "int8"... by the number of onnx TensorProto.DataType; empty when unknown.
[[nodiscard]] std::string_view elementTypeText(std::int32_t onnxType) noexcept;
/// All names, by number; the first is empty.
[[nodiscard]] std::span<const std::string_view> elementTypeTexts() noexcept;

} // namespace alignscope

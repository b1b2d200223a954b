// SPDX-License-Identifier: Apache-2.0
// Which inputs of an operator carry data, and which carry shapes, axes, indices or bounds.
#pragma once

#include <cstdint>
#include <string_view>

namespace alignscope {

/// False for inputs that are never quantized as data: Reshape[1], Clip[1, 2], Resize[1..3]...
/// Inputs of operators that are not known are data.
[[nodiscard]] bool isDataInput(std::string_view type, std::uint32_t index) noexcept;

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Operators that quantize by themselves: their parameters are in no Q or DQ node.
#pragma once

#include "core/base/message.h"

#include <optional>
#include <string_view>

namespace alignscope {

/// The notice for such an operator: QuantizationInOperators (QLinearConv...), DynamicQuantization,
/// CustomQuantization. Nothing for all others.
[[nodiscard]] std::optional<MessageCode> ownQuantization(std::string_view type) noexcept;

} // namespace alignscope

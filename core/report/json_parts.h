// SPDX-License-Identifier: Apache-2.0
// Pieces that several JSON reports share.
#pragma once

#include "core/cascade/price.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope {

/// Appends `"key": value` to an object that is being written; `value` is JSON already.
void member(std::string& text, std::string_view key, std::string_view value);
void member(std::string& text, std::string_view key, std::size_t value);
/// Appends `, "key": [` and one entry a line.
void section(std::string& text, std::string_view key, const std::vector<std::string>& lines);

[[nodiscard]] std::string slotIdJson(const SlotList& slots, SlotId slot); ///< null when invalid
/// state, master and effective parameters
[[nodiscard]] std::string valueJson(const SlotList& slots, const SlotValue& value);
/// `scale` and `offset` members; arrays when per channel, null when not set.
void parameterMembers(std::string& text, const ParameterView& values);
[[nodiscard]] std::string reachJson(const Reach& reach);
[[nodiscard]] std::string priceJson(const Price& price);

} // namespace alignscope

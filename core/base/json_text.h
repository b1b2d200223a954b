// SPDX-License-Identifier: Apache-2.0
// Pieces of JSON text: strings and numbers as every writer of the project prints them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace alignscope {

/// Quoted and escaped; bytes that are no UTF-8 become U+FFFD, so that the text is always valid.
[[nodiscard]] std::string jsonText(std::string_view text);
/// Appends `"key": value` to an object that was begun with "{"; `value` is JSON.
void jsonMember(std::string& object, std::string_view key, std::string_view value);
/// Shortest decimal that reads back to the same float32, also by way of a double. Integers print
/// without a point; NaN and infinities, which JSON does not have, as null.
[[nodiscard]] std::string jsonNumber(float value);
[[nodiscard]] std::string jsonNumber(double value);
/// A number, an array when `asArray`, null when empty.
[[nodiscard]] std::string jsonNumbers(std::span<const float> values, bool asArray);

} // namespace alignscope

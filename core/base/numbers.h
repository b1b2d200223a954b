// SPDX-License-Identifier: Apache-2.0
// Numbers as text: locale-free, shortest form that reads back to the same bits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alignscope {

[[nodiscard]] std::string toText(float value);
[[nodiscard]] std::string toText(double value);
[[nodiscard]] std::string toText(std::int64_t value);
/// `digits` significant digits, trailing zeros removed: what the canvas and tables show.
[[nodiscard]] std::string toShortText(double value, int digits = 4);
/// The whole of `text` or nothing.
[[nodiscard]] std::optional<double> parseDouble(std::string_view text);
[[nodiscard]] std::optional<float> parseFloat(std::string_view text);
[[nodiscard]] std::optional<std::int64_t> parseInt(std::string_view text);
/// "12 B", "3.4 MB" (powers of 1000).
[[nodiscard]] std::string byteText(std::uint64_t bytes);

} // namespace alignscope

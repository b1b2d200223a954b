// SPDX-License-Identifier: Apache-2.0
#include "core/base/numbers.h"

#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace alignscope {
namespace {

template <class T> std::string shortest(T value)
{
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

template <class T> std::optional<T> parseWhole(std::string_view text)
{
    T value{};
    const char* end = text.data() + text.size();
    const auto [ptr, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || ptr != end || text.empty()) return std::nullopt;
    return value;
}

} // namespace

std::string toText(float value) { return shortest(value); }
std::string toText(double value) { return shortest(value); }
std::string toText(std::int64_t value) { return std::to_string(value); }

std::string toShortText(double value, int digits)
{
    if (!std::isfinite(value)) return toText(value);
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::general, digits).ptr;
    return {buffer.data(), end};
}

std::optional<double> parseDouble(std::string_view text) { return parseWhole<double>(text); }
std::optional<float> parseFloat(std::string_view text) { return parseWhole<float>(text); }
std::optional<std::int64_t> parseInt(std::string_view text) { return parseWhole<std::int64_t>(text); }

std::string byteText(std::uint64_t bytes)
{
    constexpr std::array kUnits = {"B", "kB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 1000.0 && unit + 1 < kUnits.size()) {
        value /= 1000.0;
        ++unit;
    }
    return toShortText(value, 3) + " " + kUnits[unit];
}

} // namespace alignscope

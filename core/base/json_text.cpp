// SPDX-License-Identifier: Apache-2.0
#include "core/base/json_text.h"

#include "core/base/numbers.h"

#include <cmath>
#include <cstdint>

namespace alignscope {
namespace {

// Length of the well-formed UTF-8 sequence at the start of `text`, 0 when there is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xbf) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xc2 && first <= 0xdf) return follows(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef)
        return follows(1, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf) && follows(2) ? 3 : 0;
    if (first >= 0xf0 && first <= 0xf4)
        return follows(1, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf) && follows(2) && follows(3)
            ? 4 : 0;
    return 0;
}

void appendControl(std::string& out, unsigned char c)
{
    switch (c) {
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += "\\u00";
    out += kDigits[c >> 4U];
    out += kDigits[c & 15U];
}

} // namespace

std::string jsonText(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    while (!text.empty()) {
        const auto c = static_cast<unsigned char>(text.front());
        std::size_t length = 1;
        if (c == '"' || c == '\\') {
            out += '\\';
            out += text.front();
        } else if (c < 0x20 || c == 0x7f) {
            appendControl(out, c);
        } else if ((length = sequenceLength(text)) > 0) {
            out += text.substr(0, length);
        } else {
            out += "\xef\xbf\xbd";
            length = 1;
        }
        text.remove_prefix(length);
    }
    out += '"';
    return out;
}

void jsonMember(std::string& object, std::string_view key, std::string_view value)
{
    if (object.back() != '{') object += ", ";
    object.append("\"").append(key).append("\": ").append(value);
}

std::string jsonNumber(float value)
{
    if (!std::isfinite(value)) return "null";
    if (value == 0.0F) return std::signbit(value) ? "-0.0" : "0";
    if (value == std::trunc(value) && std::fabs(value) < 9.0e15F)
        return toText(static_cast<std::int64_t>(value));
    std::string text = toText(value);
    // A reader that goes through double rounds twice; where that would miss, say the double.
    if (static_cast<float>(parseDouble(text).value_or(0.0)) != value) text = toText(static_cast<double>(value));
    return text;
}

std::string jsonNumber(double value)
{
    if (!std::isfinite(value)) return "null";
    if (value == std::trunc(value) && std::fabs(value) < 9.0e15 && !(value == 0.0 && std::signbit(value)))
        return toText(static_cast<std::int64_t>(value));
    return toText(value);
}

std::string jsonNumbers(std::span<const float> values, bool asArray)
{
    if (values.empty()) return asArray ? "[]" : "null";
    if (!asArray) return jsonNumber(values.front());
    std::string text = "[";
    for (const float value : values) {
        if (text.size() > 1) text += ", ";
        text += jsonNumber(value);
    }
    return text += "]";
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/io/python_json.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace alignscope {
namespace {

void appendEscape(std::string& out, std::uint32_t unit)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += "\\u";
    for (unsigned shift = 16; shift > 0; shift -= 4) out += kDigits[(unit >> (shift - 4U)) & 0xFU];
}

/// Decodes one character of valid UTF-8; what is none counts as one byte.
std::uint32_t nextCharacter(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t first = byte(at++);
    unsigned more = 0;
    std::uint32_t value = first;
    if (first >= 0xF0U) {
        more = 3;
        value = first & 0x07U;
    } else if (first >= 0xE0U) {
        more = 2;
        value = first & 0x0FU;
    } else if (first >= 0xC0U) {
        more = 1;
        value = first & 0x1FU;
    }
    for (; more > 0 && at < text.size() && (byte(at) & 0xC0U) == 0x80U; --more) value = (value << 6U) | (byte(at++) & 0x3FU);
    return value;
}

} // namespace

std::string pythonNumber(double value)
{
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "Infinity" : "-Infinity";
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
    std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    std::string out;
    if (text.front() == '-') {
        out = "-";
        text.remove_prefix(1);
    }
    const std::size_t mark = text.find('e');
    std::string digits(text.substr(0, 1));
    if (mark > 2) digits += text.substr(2, mark - 2);
    int exponent = 0;
    const std::string_view power = text.substr(text[mark + 1] == '+' ? mark + 2 : mark + 1);
    std::from_chars(power.data(), power.data() + power.size(), exponent);

    if (exponent < -4 || exponent >= 16) {
        out += digits[0];
        if (digits.size() > 1) (out += '.') += digits.substr(1);
        out += exponent < 0 ? "e-" : "e+";
        const int size = std::abs(exponent);
        if (size < 10) out += '0';
        return out += std::to_string(size);
    }
    if (exponent < 0) {
        out += "0.";
        out.append(static_cast<std::size_t>(-exponent - 1), '0');
        return out += digits;
    }
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole) {
        out += digits;
        out.append(whole - digits.size(), '0');
        return out += ".0";
    }
    out += digits.substr(0, whole);
    out += '.';
    return out += digits.substr(whole);
}

void PythonJson::newLine()
{
    m_text += '\n';
    m_text.append(4 * m_depth, ' ');
}

void PythonJson::beforeValue()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_depth == 0) return;
    if (!m_first) m_text += ',';
    newLine();
    m_first = false;
}

void PythonJson::open(char bracket)
{
    beforeValue();
    m_text += bracket;
    ++m_depth;
    m_first = true;
}

void PythonJson::close(char bracket)
{
    --m_depth;
    if (!m_first) newLine();
    m_text += bracket;
    m_first = false;
}

void PythonJson::key(std::string_view name)
{
    beforeValue();
    quoted(name);
    m_text += ": ";
    m_afterKey = true;
}

void PythonJson::quoted(std::string_view value)
{
    m_text += '"';
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t begin = at;
        const std::uint32_t character = nextCharacter(value, at);
        switch (character) {
        case '"': m_text += "\\\""; break;
        case '\\': m_text += "\\\\"; break;
        case '\n': m_text += "\\n"; break;
        case '\r': m_text += "\\r"; break;
        case '\t': m_text += "\\t"; break;
        case '\b': m_text += "\\b"; break;
        case '\f': m_text += "\\f"; break;
        default:
            if (character < 0x20 || (m_asciiOnly && character > 0x7E && character < 0x10000)) {
                appendEscape(m_text, character);
            } else if (m_asciiOnly && character >= 0x10000) {
                appendEscape(m_text, 0xD800U + ((character - 0x10000U) >> 10U));
                appendEscape(m_text, 0xDC00U + ((character - 0x10000U) & 0x3FFU));
            } else {
                m_text += value.substr(begin, at - begin);
            }
        }
    }
    m_text += '"';
}

void PythonJson::text(std::string_view value)
{
    beforeValue();
    quoted(value);
}

void PythonJson::integer(std::int64_t value)
{
    beforeValue();
    m_text += std::to_string(value);
}

void PythonJson::number(double value)
{
    beforeValue();
    m_text += pythonNumber(value);
}

void PythonJson::boolean(bool value)
{
    beforeValue();
    m_text += value ? "true" : "false";
}

void PythonJson::null()
{
    beforeValue();
    m_text += "null";
}

void PythonJson::value(const JsonValue& json)
{
    double real = 0;
    if (json.isNull()) {
        null();
    } else if (const bool* flag = json.boolean()) {
        boolean(*flag);
    } else if (const std::int64_t* whole = json.integer()) {
        integer(*whole);
    } else if (const std::string* string = json.text()) {
        text(*string);
    } else if (const auto* items = json.items()) {
        openArray();
        for (const JsonValue& item : *items) value(item);
        closeArray();
    } else if (const auto* members = json.members()) {
        openObject();
        for (const JsonMember& member : *members) {
            key(member.key);
            value(member.value);
        }
        closeObject();
    } else if (json.toNumber(real)) {
        number(real);
    }
}

void PythonJson::numbers(std::span<const float> values, bool asArray)
{
    if (values.empty()) return null();
    if (!asArray) return number(static_cast<double>(values.front()));
    openArray();
    for (const float value : values) number(static_cast<double>(value));
    closeArray();
}

} // namespace alignscope

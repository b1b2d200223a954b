// SPDX-License-Identifier: Apache-2.0
// PythonJson: JSON text as Python's json.dump(indent=4) writes it, which PPQ's files are made with.
#pragma once

#include "core/base/json.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace alignscope {

class PythonJson {
public:
    /// Python escapes everything beyond ASCII unless it was told not to.
    explicit PythonJson(bool asciiOnly) : m_asciiOnly(asciiOnly) {}

    void openObject() { open('{'); }
    void closeObject() { close('}'); }
    void openArray() { open('['); }
    void closeArray() { close(']'); }
    /// Of an object; a value follows.
    void key(std::string_view name);
    /// The next value, of an array or of the key before it.
    void text(std::string_view value);
    void integer(std::int64_t value);
    void number(double value); ///< Python's repr: "0.5", "1e-05", "3.0"
    void boolean(bool value);
    void null();
    void value(const JsonValue& value);
    /// A number, an array when `asArray`, null when empty.
    void numbers(std::span<const float> values, bool asArray);

    [[nodiscard]] std::string take() && { return std::move(m_text); }

private:
    void open(char bracket);
    void close(char bracket);
    void beforeValue();
    void newLine();
    void quoted(std::string_view value);

    std::string m_text;
    std::size_t m_depth = 0;
    bool m_asciiOnly;
    bool m_first = true;    ///< nothing stands in the innermost bracket yet
    bool m_afterKey = false;
};

/// Shortest decimal that reads back to the same double, in Python's notation.
[[nodiscard]] std::string pythonNumber(double value);

} // namespace alignscope

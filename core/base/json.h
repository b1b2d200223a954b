// SPDX-License-Identifier: Apache-2.0
// JsonValue: a parsed JSON document that keeps the order of its members; made for untrusted text.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace alignscope {

struct JsonMember;

/// Null, boolean, integer, number, text, array or object. Integers beyond int64 become numbers.
class JsonValue {
public:
    using Items = std::vector<JsonValue>;
    using Members = std::vector<JsonMember>;
    using Storage = std::variant<std::monostate, bool, std::int64_t, double, std::string, Items, Members>;

    JsonValue() = default;
    explicit JsonValue(Storage value) : m_value(std::move(value)) {}

    [[nodiscard]] bool isNull() const noexcept { return std::holds_alternative<std::monostate>(m_value); }
    /// nullptr when the value is of another kind.
    [[nodiscard]] const bool* boolean() const noexcept { return std::get_if<bool>(&m_value); }
    [[nodiscard]] const std::int64_t* integer() const noexcept { return std::get_if<std::int64_t>(&m_value); }
    [[nodiscard]] const std::string* text() const noexcept { return std::get_if<std::string>(&m_value); }
    [[nodiscard]] const Items* items() const noexcept { return std::get_if<Items>(&m_value); }
    [[nodiscard]] const Members* members() const noexcept { return std::get_if<Members>(&m_value); }
    /// An integer or number as double; false for any other kind.
    [[nodiscard]] bool toNumber(double& number) const noexcept;

    /// Member of an object, nullptr when there is none. Linear: for objects with few members.
    [[nodiscard]] const JsonValue* find(std::string_view key) const noexcept;

private:
    friend class JsonReader;
    Storage m_value;
};

struct JsonMember {
    std::string key;
    JsonValue value;
};

/// Parses the whole text. Refuses: syntax errors (NaN and Infinity are such), numbers beyond
/// double, more than 64 levels, a key twice in one object, and more values than
/// limits::kMaxJsonValues. `name` stands in the sentence.
[[nodiscard]] Result<JsonValue> parseJson(std::string_view text, const std::string& name);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// JsonField: a value of a JSON file that knows the words that lead to it; for readers that check all.
#pragma once

#include "core/base/json.h"

#include <optional>
#include <string>
#include <string_view>

namespace alignscope {

/// Thrown by the checked accessors; every reader catches it before its public function returns.
struct JsonFieldError {
    Error error;
};

struct JsonField {
    const std::string& file;
    const JsonValue& value;
    std::string place; ///< "configs / Conv1 / input"

    [[nodiscard]] std::optional<JsonField> optional(std::string_view key) const;
    /// A member that is there and not null.
    [[nodiscard]] std::optional<JsonField> given(std::string_view key) const;
    [[nodiscard]] JsonField at(std::string_view key) const;
    [[nodiscard]] JsonField item(std::size_t index) const; ///< of an array
    [[nodiscard]] const JsonValue::Members& object() const;
    [[nodiscard]] const JsonValue::Items& array() const;
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] std::int64_t integer(std::int64_t low, std::int64_t high) const;
    [[nodiscard]] double number() const; ///< finite
    /// "FILE cannot be read: PLACE must be EXPECTED."
    [[noreturn]] void refuse(std::string_view expected) const;
};

} // namespace alignscope

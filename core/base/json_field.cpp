// SPDX-License-Identifier: Apache-2.0
#include "core/base/json_field.h"

#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/base/numbers.h"

#include <cmath>

namespace alignscope {

std::optional<JsonField> JsonField::optional(std::string_view key) const
{
    const JsonValue* found = value.find(key);
    if (!found) return std::nullopt;
    return JsonField{file, *found, place.empty() ? std::string(key) : place + " / " + std::string(key)};
}

std::optional<JsonField> JsonField::given(std::string_view key) const
{
    auto field = optional(key);
    if (field && field->value.isNull()) return std::nullopt;
    return field;
}

JsonField JsonField::item(std::size_t index) const
{
    return {file, array().at(index), place + " / " + std::to_string(index)};
}

JsonField JsonField::at(std::string_view key) const
{
    auto found = optional(key);
    if (found) return *found;
    throw JsonFieldError{{MessageCode::JsonField,
                      {file, place.empty() ? std::string(key) : place + " / " + std::string(key), "there"}}};
}

void JsonField::refuse(std::string_view expected) const
{
    throw JsonFieldError{{MessageCode::JsonField, {file, place.empty() ? "its content" : place, std::string(expected)}}};
}

const JsonValue::Members& JsonField::object() const
{
    if (!value.members()) refuse("an object");
    return *value.members();
}

const JsonValue::Items& JsonField::array() const
{
    if (!value.items()) refuse("an array");
    return *value.items();
}

const std::string& JsonField::text() const
{
    if (!value.text()) refuse("text");
    if (value.text()->size() > limits::kMaxNameBytes) refuse("shorter");
    return *value.text();
}

bool JsonField::boolean() const
{
    if (!value.boolean()) refuse("true or false");
    return *value.boolean();
}

std::int64_t JsonField::integer(std::int64_t low, std::int64_t high) const
{
    const std::int64_t* number = value.integer();
    if (!number || *number < low || *number > high)
        refuse("an integer from " + toText(low) + " to " + toText(high));
    return *number;
}

double JsonField::number() const
{
    double result = 0;
    if (!value.toNumber(result) || !std::isfinite(result)) refuse("a number");
    return result;
}

} // namespace alignscope

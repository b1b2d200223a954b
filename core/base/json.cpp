// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"

#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/base/numbers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <exception>
#include <unordered_set>

namespace alignscope {

namespace {

constexpr std::size_t kMaxDepth = 64;

std::string placeOf(std::string_view text, std::size_t position)
{
    const auto before = text.substr(0, std::min(position == 0 ? 0 : position - 1, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto newline = before.rfind('\n');
    const auto column = before.size() - (newline == std::string_view::npos ? 0 : newline + 1) + 1;
    return "line " + toText(static_cast<std::int64_t>(line)) + ", column "
        + toText(static_cast<std::int64_t>(column));
}

const std::string* repeatedKey(const JsonValue::Members& members)
{
    if (members.size() < 16) {
        for (std::size_t i = 1; i < members.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (members[i].key == members[j].key) return &members[i].key;
        return nullptr;
    }
    std::unordered_set<std::string_view> seen;
    for (const JsonMember& member : members)
        if (!seen.insert(member.key).second) return &member.key;
    return nullptr;
}

} // namespace

// Receives the parser's events; the open arrays and objects are a stack of values, so that depth
// is bounded here and not by the call stack.
class JsonReader {
public:
    JsonReader(std::string_view text, const std::string& name) : m_text(text), m_name(name) {}

    bool null() { return put(JsonValue()); }
    bool boolean(bool value) { return put(JsonValue(value)); }
    bool number_integer(std::int64_t value) { return put(JsonValue(value)); }
    bool number_unsigned(std::uint64_t value)
    {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return put(JsonValue(static_cast<double>(value)));
        return put(JsonValue(static_cast<std::int64_t>(value)));
    }
    bool number_float(double value, const std::string&) { return put(JsonValue(value)); }
    bool string(std::string& value) { return put(JsonValue(std::move(value))); }
    bool binary(nlohmann::json::binary_t&) { return false; }

    bool start_object(std::size_t) { return open(JsonValue(JsonValue::Members{})); }
    bool start_array(std::size_t) { return open(JsonValue(JsonValue::Items{})); }
    bool key(std::string& value)
    {
        m_keys.back() = std::move(value);
        return true;
    }
    bool end_object()
    {
        if (const std::string* key = repeatedKey(*m_open.back().members())) {
            m_error = Error{MessageCode::JsonRepeatedKey, {m_name, *key}};
            return false;
        }
        return close();
    }
    bool end_array() { return close(); }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&)
    {
        m_error = Error{MessageCode::JsonSyntax, {m_name, placeOf(m_text, position)}};
        return false;
    }

    [[nodiscard]] JsonValue take() { return std::move(m_root); }
    [[nodiscard]] Error error() const
    {
        return m_error.value_or(Error{MessageCode::JsonSyntax, {m_name, placeOf(m_text, m_text.size())}});
    }

private:
    bool put(JsonValue value)
    {
        if (++m_count > limits::kMaxJsonValues) {
            m_error = Error{MessageCode::JsonTooLarge, {m_name}};
            return false;
        }
        if (m_open.empty()) {
            m_root = std::move(value);
        } else if (auto* items = std::get_if<JsonValue::Items>(&m_open.back().m_value)) {
            items->push_back(std::move(value));
        } else {
            std::get<JsonValue::Members>(m_open.back().m_value)
                .push_back({std::move(m_keys.back()), std::move(value)});
        }
        return true;
    }
    bool open(JsonValue value)
    {
        if (m_open.size() >= kMaxDepth) {
            m_error = Error{MessageCode::JsonTooDeep, {m_name}};
            return false;
        }
        m_open.push_back(std::move(value));
        m_keys.emplace_back();
        return true;
    }
    bool close()
    {
        JsonValue value = std::move(m_open.back());
        m_open.pop_back();
        m_keys.pop_back();
        return put(std::move(value));
    }

    std::string_view m_text;
    const std::string& m_name;
    std::vector<JsonValue> m_open;
    std::vector<std::string> m_keys; // of the member being read, per open value
    JsonValue m_root;
    std::size_t m_count = 0;
    std::optional<Error> m_error;
};

bool JsonValue::toNumber(double& number) const noexcept
{
    if (const auto* whole = integer()) number = static_cast<double>(*whole);
    else if (const auto* real = std::get_if<double>(&m_value)) number = *real;
    else return false;
    return true;
}

const JsonValue* JsonValue::find(std::string_view key) const noexcept
{
    const Members* list = members();
    if (!list) return nullptr;
    for (const JsonMember& member : *list)
        if (member.key == key) return &member.value;
    return nullptr;
}

Result<JsonValue> parseJson(std::string_view text, const std::string& name)
{
    JsonReader reader(text, name);
    try {
        if (nlohmann::json::sax_parse(text.begin(), text.end(), &reader)) return reader.take();
        return tl::unexpected<Error>(reader.error());
    } catch (const std::exception&) {
        return fail(MessageCode::JsonTooLarge, name);
    }
}

} // namespace alignscope

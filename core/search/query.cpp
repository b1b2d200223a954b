// SPDX-License-Identifier: Apache-2.0
#include "core/search/query.h"

#include "core/base/message_codes.h"
#include "core/base/numbers.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace alignscope {
namespace {

constexpr std::size_t kMostText = 1000;
constexpr std::size_t kMostRegexMemory = 1 << 20;

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool isExpression(std::string_view text) { return text.size() >= 3 && text.front() == '/' && text.back() == '/'; }

/// A value as it was written: quoted, or not.
struct Value {
    std::string text;
    bool quoted = false;
};

struct Token {
    std::string key;        ///< lower case; empty for a word
    std::string relation;   ///< ":" or a relation
    Value value;
    std::string written;
    bool negated = false;
};

std::optional<Relation> relationOf(std::string_view text)
{
    if (text == "=" || text == "==" || text == ":") return Relation::Equal;
    if (text == "!=") return Relation::NotEqual;
    if (text == "<") return Relation::Less;
    if (text == "<=") return Relation::LessEqual;
    if (text == ">") return Relation::Greater;
    if (text == ">=") return Relation::GreaterEqual;
    return std::nullopt;
}

constexpr SearchKey kKeys[] = {
    {"name", SearchField::Name, "name:conv"},
    {"id", SearchField::Name, "id:conv"},
    {"type", SearchField::Type, "type:Conv"},
    {"op", SearchField::Type, "op:Conv"},
    {"tensor", SearchField::Tensor, "tensor:weight"},
    {"attr", SearchField::Attribute, "attr:group=2"},
    {"dtype", SearchField::ElementType, "dtype:int8"},
    {"shape", SearchField::Shape, "shape:1,3,224,224"},
    {"scale", SearchField::Scale, "scale>0.1"},
    {"offset", SearchField::Offset, "offset!=0"},
    {"bits", SearchField::BitsLost, "bits>1"},
    {"width", SearchField::Width, "width=8"},
    {"state", SearchField::State, "state:PASSIVE"},
    {"group", SearchField::Group, "group:G3"},
    {"is", SearchField::Flag, "is:misaligned"},
};

const SearchKey* keyOf(std::string_view name)
{
    const auto found = std::find_if(std::begin(kKeys), std::end(kKeys), [&](const SearchKey& key) { return key.name == name; });
    return found == std::end(kKeys) ? nullptr : found;
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    bool next()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at])) ++m_at;
        return m_at < m_text.size();
    }

    Result<Token> token()
    {
        Token token;
        if (m_text[m_at] == '-' && m_at + 1 < m_text.size() && !isBlank(m_text[m_at + 1])) {
            token.negated = true;
            ++m_at;
        }
        const std::size_t begin = m_at;
        const auto finish = [&]() -> Result<Token> {
            token.written = m_text.substr(begin, m_at - begin);
            return token;
        };
        if (isQuote()) {
            if (auto error = quoted(token.value)) return tl::unexpected(*error);
            return finish();
        }
        std::size_t letters = m_at;
        while (letters < m_text.size() && std::isalpha(static_cast<unsigned char>(m_text[letters])) != 0) ++letters;
        const SearchKey* key = keyOf(lowered(m_text.substr(m_at, letters - m_at)));
        const std::string_view rest = m_text.substr(letters);
        std::size_t length = rest.starts_with(':') ? 1 : 0;
        if (length == 0 && key != nullptr && isNumeric(key->field)) length = relationLength(rest);
        if (key == nullptr || length == 0) {
            token.value.text = word();
            return finish();
        }
        token.key = key->name;
        token.relation = rest.substr(0, length);
        m_at = letters + length;
        if (isQuote()) {
            if (auto error = quoted(token.value)) return tl::unexpected(*error);
        } else token.value.text = word();
        if (token.value.text.empty())
            return fail(MessageCode::SearchValueMissing, token.key + token.relation, std::string(key->example));
        return finish();
    }

private:
    bool isQuote() const { return m_at < m_text.size() && (m_text[m_at] == '"' || m_text[m_at] == '\''); }

    std::optional<Error> quoted(Value& value)
    {
        const std::size_t end = m_text.find(m_text[m_at], m_at + 1);
        if (end == std::string_view::npos)
            return Error{MessageCode::SearchQuoteOpen, {std::string(m_text.substr(m_at))}};
        value = {std::string(m_text.substr(m_at + 1, end - m_at - 1)), true};
        m_at = end + 1;
        return std::nullopt;
    }

    std::string word()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !isBlank(m_text[m_at])) ++m_at;
        return std::string(m_text.substr(begin, m_at - begin));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

Result<TextPattern> patternOf(const Value& value, TextPattern::Kind plain)
{
    if (value.quoted) return TextPattern(value.text, TextPattern::Kind::Whole);
    if (isExpression(value.text)) return TextPattern::regex(std::string_view(value.text).substr(1, value.text.size() - 2));
    if (plain == TextPattern::Kind::Whole && value.text.find('*') != std::string::npos) return TextPattern::wildcard(value.text);
    return TextPattern(value.text, plain);
}

int significantDigits(std::string_view text)
{
    int digits = 0;
    bool leading = true;
    for (const char c : text) {
        if (c == 'e' || c == 'E') break;
        if (c < '0' || c > '9') continue;
        leading = leading && c == '0';
        digits += leading ? 0 : 1;
    }
    return std::clamp(digits, 1, 17);
}

std::optional<Error> setNumber(SearchTerm& term, const Value& value, std::string_view example)
{
    const auto number = parseDouble(value.text);
    if (!number || !std::isfinite(*number))
        return Error{MessageCode::SearchNumberBad, {value.text, std::string(example)}};
    term.number = *number;
    term.digits = significantDigits(value.text);
    return std::nullopt;
}

std::string allFlags()
{
    std::string all;
    for (const std::string_view flag : kSearchFlags) all.append(all.empty() ? "" : ", ").append(flag);
    return all;
}

std::optional<SearchFlag> flagOf(std::string_view word)
{
    const std::string low = lowered(word);
    for (std::size_t i = 0; i < std::size(kSearchFlags); ++i)
        if (kSearchFlags[i] == low) return static_cast<SearchFlag>(i);
    return std::nullopt;
}

std::optional<Error> setState(SearchTerm& term, const std::string& word)
{
    std::string upper = word;
    for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (const auto state = tqcStateFromText(upper)) {
        term.state = *state;
        return std::nullopt;
    }
    std::string all;
    for (int i = -3; i <= 8; ++i)
        if (i != 0) all.append(all.empty() ? "" : ", ").append(toText(static_cast<TqcState>(i)));
    return Error{MessageCode::SearchValueUnknown, {word, "state:", all}};
}

std::optional<Error> setShape(SearchTerm& term, const std::string& text)
{
    std::size_t at = 0;
    while (true) {
        const std::size_t end = std::min(text.find_first_of(",x", at), text.size());
        const std::string part = text.substr(at, end - at);
        if (part == "?" || part == "*") term.shape.push_back(-1);
        else if (const auto number = parseInt(part); number && *number >= 0) term.shape.push_back(*number);
        else return Error{MessageCode::SearchShapeBad, {text}};
        if (end == text.size()) return std::nullopt;
        at = end + 1;
    }
}

std::optional<Error> setAttribute(SearchTerm& term, const Value& value)
{
    const std::size_t at = value.text.find_first_of("<>=!");
    const std::size_t length = at == std::string::npos ? 0 : relationLength(std::string_view(value.text).substr(at));
    term.attribute = lowered(value.text.substr(0, length == 0 ? std::string::npos : at));
    if (length == 0) return std::nullopt;
    const std::string relation = value.text.substr(at, length);
    const std::string right = value.text.substr(at + length);
    if (term.attribute.empty() || right.empty())
        return Error{MessageCode::SearchValueMissing, {std::string("attr:").append(value.text), "attr:group=2"}};
    term.relation = relationOf(relation);
    if (term.relation == Relation::Equal || term.relation == Relation::NotEqual) {
        term.value = right;
        return std::nullopt;
    }
    return setNumber(term, {right, false}, std::string("attr:").append(term.attribute).append(relation).append("1"));
}

Result<SearchTerm> termOf(const Token& token)
{
    SearchTerm term;
    term.negated = token.negated;
    term.written = token.written;
    const auto takes = [&](TextPattern::Kind plain) -> std::optional<Error> {
        auto pattern = patternOf(token.value, plain);
        if (!pattern) return pattern.error();
        term.text = std::move(*pattern);
        return std::nullopt;
    };
    std::optional<Error> error;
    if (token.key.empty()) {
        if (!token.value.quoted) term.flag = flagOf(token.value.text);
        error = takes(TextPattern::Kind::Part);
    } else {
        const SearchKey& key = *keyOf(token.key);
        term.field = key.field;
        switch (term.field) {
        case SearchField::Any:
        case SearchField::Name:
        case SearchField::Tensor: error = takes(TextPattern::Kind::Part); break;
        case SearchField::Type:
        case SearchField::ElementType: error = takes(TextPattern::Kind::Whole); break;
        case SearchField::Attribute: error = setAttribute(term, token.value); break;
        case SearchField::Shape: error = setShape(term, token.value.text); break;
        case SearchField::State: error = setState(term, token.value.text); break;
        case SearchField::Scale:
        case SearchField::Offset:
        case SearchField::BitsLost:
        case SearchField::Width:
            term.relation = relationOf(token.relation);
            error = setNumber(term, token.value, key.example);
            break;
        case SearchField::Group: {
            std::string_view number = token.value.text;
            if (number.starts_with('G') || number.starts_with('g')) number.remove_prefix(1);
            const auto value = parseInt(number);
            if (value && *value > 0 && *value < 0x7fffffff) term.group = static_cast<std::uint32_t>(*value);
            else error = Error{MessageCode::SearchGroupBad, {token.value.text}};
            break;
        }
        case SearchField::Flag:
            term.flag = flagOf(token.value.text);
            if (!term.flag) error = Error{MessageCode::SearchValueUnknown, {token.value.text, "is:", allFlags()}};
            break;
        }
    }
    if (error) return tl::unexpected(*error);
    return term;
}

} // namespace

std::span<const SearchKey> searchKeys() noexcept { return kKeys; }

std::size_t relationLength(std::string_view text) noexcept
{
    if (text.starts_with("<=") || text.starts_with(">=") || text.starts_with("!=") || text.starts_with("==")) return 2;
    return !text.empty() && (text[0] == '<' || text[0] == '>' || text[0] == '=') ? 1 : 0;
}

std::string lowered(std::string_view text)
{
    std::string low(text);
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return low;
}

TextPattern::TextPattern(std::string_view text, Kind kind) : m_text(lowered(text)), m_kind(kind) {}

TextPattern TextPattern::wildcard(std::string_view text)
{
    std::string expression = "^";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t star = std::min(text.find('*', at), text.size());
        expression += re2::RE2::QuoteMeta(re2::StringPiece(text.data() + at, star - at));
        if (star < text.size()) expression += ".*";
        at = star + 1;
    }
    auto pattern = regex(expression + "$");
    return pattern ? std::move(*pattern) : TextPattern(text, Kind::Whole);
}

Result<TextPattern> TextPattern::regex(std::string_view expression)
{
    re2::RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    options.set_max_mem(kMostRegexMemory);
    auto compiled = std::make_shared<re2::RE2>(re2::StringPiece(expression.data(), expression.size()), options);
    if (!compiled->ok()) return fail(MessageCode::SearchPatternBad, std::string(expression), compiled->error());
    TextPattern pattern;
    pattern.m_kind = Kind::Regex;
    pattern.m_regex = std::move(compiled);
    return pattern;
}

bool TextPattern::matches(std::string_view lowered) const
{
    switch (m_kind) {
    case Kind::Part: return lowered.find(m_text) != std::string_view::npos;
    case Kind::Whole: return lowered == m_text;
    case Kind::Regex: return re2::RE2::PartialMatch(re2::StringPiece(lowered.data(), lowered.size()), *m_regex);
    }
    return false;
}

bool SearchTerm::ofSlot() const noexcept
{
    if (field >= SearchField::Scale && field <= SearchField::Group) return true;
    if (!flag) return false;
    return *flag == SearchFlag::Requantize || *flag == SearchFlag::Changed || *flag == SearchFlag::Joined || *flag == SearchFlag::Clipped || *flag == SearchFlag::Fused
        || *flag == SearchFlag::Aligned || *flag == SearchFlag::Float;
}

Result<SearchQuery> parseQuery(std::string_view text)
{
    if (text.size() > kMostText) return fail(MessageCode::SearchTooLong, std::to_string(kMostText));
    SearchQuery query;
    Reader reader(text);
    while (reader.next()) {
        auto token = reader.token();
        if (!token) return tl::unexpected(token.error());
        auto term = termOf(*token);
        if (!term) return tl::unexpected(term.error());
        query.terms.push_back(std::move(*term));
    }
    return query;
}

} // namespace alignscope

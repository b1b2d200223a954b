// SPDX-License-Identifier: Apache-2.0
// Query: what people type to find operations, as terms that all must hold.
#pragma once

#include "core/base/result.h"
#include "core/quant/tqc.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace alignscope {

/// What a term looks at.
enum class SearchField : std::uint8_t {
    Any,         ///< id, name, type and tensors
    Name, Type, Tensor, Attribute, ElementType, Shape,
    Scale, Offset, BitsLost, Width, State, Group,
    Flag         ///< requantize, changed...
};

/// What quantization made of an operation or slot.
enum class SearchFlag : std::uint8_t { Requantize, Changed, Misaligned, Split, Broken, Fused, Aligned, Float, Joined, Clipped };
inline constexpr std::string_view kSearchFlags[] = {"requantize", "changed", "misaligned", "split",
                                                    "broken", "fused", "aligned", "float", "joined", "clipped"};

enum class Relation : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

/// A text without regard to case (of ASCII letters): a part, the whole, with * for anything, or a
/// regular expression. Expressions are RE2's: their time grows with the text alone. Thread: any.
class TextPattern {
public:
    enum class Kind : std::uint8_t { Part, Whole, Regex };

    TextPattern() = default;
    TextPattern(std::string_view text, Kind kind);
    /// Text in which * stands for anything, as a whole.
    [[nodiscard]] static TextPattern wildcard(std::string_view text);
    [[nodiscard]] static Result<TextPattern> regex(std::string_view expression);

    /// `lowered` has no upper-case ASCII letters.
    [[nodiscard]] bool matches(std::string_view lowered) const;

private:
    std::string m_text;
    Kind m_kind = Kind::Part;
    std::shared_ptr<const re2::RE2> m_regex;
};

struct SearchTerm {
    SearchField field = SearchField::Any;
    bool negated = false;
    std::string written; ///< without the minus

    TextPattern text;                  ///< Any, Name, Type, Tensor, ElementType
    std::optional<SearchFlag> flag;    ///< Flag; Any: the word is a flag as well
    std::string attribute;             ///< Attribute: its name, lower case
    std::optional<std::string> value;  ///< Attribute: must be equal, brackets and blanks aside
    std::optional<Relation> relation; ///< Scale..Width; Attribute with a number
    double number = 0;
    int digits = 17;                   ///< significant digits of the number: it is equal to these
    std::vector<std::int64_t> shape;   ///< -1: any dimension
    TqcState state = TqcState::Initial;
    std::uint32_t group = 0;

    /// It holds or not for a slot, not for an operation.
    [[nodiscard]] bool ofSlot() const noexcept;
};

struct SearchQuery {
    std::vector<SearchTerm> terms;
    [[nodiscard]] bool empty() const noexcept { return terms.empty(); }
};

/// Terms are separated by blanks:
///   word              a part of the id, the name, the type or a tensor's name
///   "word"            one of them as a whole
///   /expression/      one of them matches
///   type:Conv type:Q* name: tensor: with a word, a "whole" or an /expression/
///   attr:group attr:group=2 attr:group>1 attr:kernel_shape=3,3
///   dtype:int8        of a tensor, or stored for a slot
///   shape:1,3,?,224   a tensor's shape, or one of its dimensions
///   scale offset bits (lost) width (of integers): = != < <= > >= and a number
///   state:PASSIVE group:G3
///   requantize changed joined clipped misaligned split broken fused aligned float   as state or as a word;
///   is:split          only as state
/// A minus before a term: it must not hold. What looks like a term but is none is a word, since
/// names contain colons and slashes.
[[nodiscard]] Result<SearchQuery> parseQuery(std::string_view text);

/// What a term may begin with: "scale" of "scale>0.1".
struct SearchKey {
    std::string_view name;
    SearchField field;
    std::string_view example;
};
[[nodiscard]] std::span<const SearchKey> searchKeys() noexcept;
/// Its value is a number, so that it may be followed by a relation instead of a colon.
[[nodiscard]] constexpr bool isNumeric(SearchField field) noexcept { return field >= SearchField::Scale && field <= SearchField::Width; }
/// How many bytes of a relation the text begins with: 0, 1 or 2.
[[nodiscard]] std::size_t relationLength(std::string_view text) noexcept;

/// Lower case of ASCII letters; other bytes stay.
[[nodiscard]] std::string lowered(std::string_view text);

} // namespace alignscope

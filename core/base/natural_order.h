// SPDX-License-Identifier: Apache-2.0
// Natural order of names: numbers in them count as numbers, so that model.9 stands before model.23.
#pragma once

#include <cstddef>
#include <string_view>

namespace alignscope {

/// Negative, zero or positive as `a` stands before, with or behind `b`. Runs of digits compare by
/// their value, the rest without regard to case of ASCII letters; what is equal by that is decided
/// by leading zeros and case, so that only equal texts give zero. Any view of code units. Thread: any.
template <class View> [[nodiscard]] int naturalCompare(View a, View b)
{
    using Size = std::size_t;
    const auto unit = [](View text, Size at) { return static_cast<char32_t>(text[static_cast<decltype(text.size())>(at)].unicode()); };
    const auto digit = [&](View text, Size at) { return at < Size(text.size()) && unit(text, at) >= U'0' && unit(text, at) <= U'9'; };
    const auto folded = [](char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; };
    int tie = 0;
    Size i = 0;
    Size k = 0;
    while (i < Size(a.size()) && k < Size(b.size())) {
        if (digit(a, i) && digit(b, k)) {
            const Size zeroA = i;
            const Size zeroB = k;
            while (digit(a, i) && unit(a, i) == U'0') ++i;
            while (digit(b, k) && unit(b, k) == U'0') ++k;
            if (tie == 0 && i - zeroA != k - zeroB) tie = i - zeroA < k - zeroB ? -1 : 1;
            int first = 0; // the first digit that differs decides between numbers of one length
            for (; digit(a, i) && digit(b, k); ++i, ++k)
                if (first == 0 && unit(a, i) != unit(b, k)) first = unit(a, i) < unit(b, k) ? -1 : 1;
            if (digit(a, i) != digit(b, k)) return digit(a, i) ? 1 : -1;
            if (first != 0) return first;
            continue;
        }
        const char32_t x = unit(a, i++);
        const char32_t y = unit(b, k++);
        if (folded(x) != folded(y)) return folded(x) < folded(y) ? -1 : 1;
        if (tie == 0 && x != y) tie = x < y ? -1 : 1;
    }
    if (i < Size(a.size())) return 1;
    if (k < Size(b.size())) return -1;
    return tie;
}

/// The same of UTF-8.
[[nodiscard]] inline bool naturalLess(std::string_view a, std::string_view b)
{
    struct Unit {
        char value;
        [[nodiscard]] unsigned char unicode() const { return static_cast<unsigned char>(value); }
    };
    struct Bytes {
        std::string_view text;
        [[nodiscard]] std::size_t size() const { return text.size(); }
        Unit operator[](std::size_t at) const { return {text[at]}; }
    };
    return naturalCompare(Bytes{a}, Bytes{b}) < 0;
}

} // namespace alignscope

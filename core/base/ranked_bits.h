// SPDX-License-Identifier: Apache-2.0
// RankedBits: whether a number stands in an ascending list, and where, without a search.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace alignscope {

/// Thread: any (const).
class RankedBits {
public:
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    RankedBits() = default;
    /// `list` ascends without repetition; `numberOf(element)` is below `size`.
    template <class List, class NumberOf> RankedBits(std::size_t size, const List& list, NumberOf&& numberOf) : m_words(size / 64 + 1)
    {
        for (const auto& element : list) {
            const std::size_t number = numberOf(element);
            m_words[number / 64].bits |= std::uint64_t{1} << (number % 64);
        }
        std::uint32_t before = 0;
        for (Word& word : m_words) {
            word.before = before;
            before += static_cast<std::uint32_t>(std::popcount(word.bits));
        }
    }

    /// Its place in the list, or kNone. Of no list, or beyond its size: kNone.
    [[nodiscard]] std::size_t place(std::size_t number) const noexcept
    {
        if (number / 64 >= m_words.size()) return kNone;
        const Word& word = m_words[number / 64];
        const std::uint64_t bit = std::uint64_t{1} << (number % 64);
        if ((word.bits & bit) == 0) return kNone;
        return word.before + static_cast<std::size_t>(std::popcount(word.bits & (bit - 1)));
    }

private:
    struct Word {
        std::uint64_t bits = 0;
        std::uint32_t before = 0; ///< how many stand in the words before
    };
    std::vector<Word> m_words;
};

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/search/suggestion.h"

#include "core/quant/tqc.h"
#include "core/search/search.h"

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

namespace alignscope {
namespace {

// Letters to insert, remove, replace or swap with the next.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

// "grp" of "group": some of its letters in their order, from the first one on.
bool isSkeleton(std::string_view word, std::string_view of)
{
    if (word.size() < 3 || word.front() != of.front()) return false;
    for (std::size_t at = 0; !word.empty() && at < of.size(); ++at)
        if (of[at] == word.front()) word.remove_prefix(1);
    return word.empty();
}

// Of `known`, the one that `word` (lower case) is nearly; empty: none.
template <class Known> std::string nearest(std::string_view word, const Known& known)
{
    std::string best;
    std::size_t least = word.size() < 3 ? 1 : word.size() < 6 ? 2 : 3; // fewer mistakes than that
    for (const auto& candidate : known) {
        const std::string low = lowered(candidate);
        // An abbreviation or a longer form is as near as one mistake.
        const bool begins = word.size() >= 2 && low.size() >= 2 && (low.starts_with(word) || (low.size() > 3 && word.starts_with(low)));
        const std::size_t off = begins ? 1 : distance(word, low);
        if (off >= std::max<std::size_t>(least, begins ? 2 : 0)) continue;
        least = off;
        best = candidate;
    }
    for (const auto& candidate : known)
        if (best.empty() && isSkeleton(word, lowered(candidate))) best = candidate;
    return best;
}

std::vector<std::string> keyNames()
{
    std::vector<std::string> names;
    for (const SearchKey& key : searchKeys()) names.emplace_back(key.name);
    return names;
}

std::vector<std::string> stateNames()
{
    std::vector<std::string> names;
    for (int i = -3; i <= 8; ++i)
        if (i != 0) names.emplace_back(toText(static_cast<TqcState>(i)));
    return names;
}

struct Joint {
    std::string_view written;
    std::string_view meant;
};

// Between a key and its number, but no relation.
constexpr Joint kWrong[] = {{"!>=", "<"}, {"!<=", ">"}, {":>=", ">="}, {":<=", "<="}, {":!=", "!="}, {"=>", ">="}, {"=<", "<="}, {"!>", "<="},
                            {"!<", ">="}, {"<>", "!="}, {"=!", "!="}, {":>", ">"},    {":<", "<"},    {":=", "="}};

// What stands between a key and its value.
Joint jointOf(std::string_view rest)
{
    for (const Joint& wrong : kWrong)
        if (rest.starts_with(wrong.written)) return wrong;
    const std::string_view right = rest.substr(0, rest.starts_with(':') ? 1 : relationLength(rest));
    return {right, right};
}

struct Guess {
    std::string unknown;
    std::string better;    // without the minus
    bool opposite = false; // a minus more or less
};

std::optional<Guess> guess(std::string_view term)
{
    std::size_t letters = 0;
    while (letters < term.size() && std::isalpha(static_cast<unsigned char>(term[letters])) != 0) ++letters;
    const std::string word = lowered(term.substr(0, letters));
    if (word.empty()) return std::nullopt;
    const std::string_view rest = term.substr(letters);
    if (rest.empty()) {
        constexpr std::size_t kShort = 5; // such words are as likely names
        const std::string flag = word.size() < kShort ? std::string() : nearest(word, kSearchFlags);
        if (flag.empty() || flag == word) return std::nullopt;
        return Guess{std::string(term), flag};
    }
    const Joint joint = jointOf(rest);
    const std::string value(rest.substr(joint.written.size()));
    if (joint.written.empty() || value.starts_with(':')) return std::nullopt; // onnx::Conv_1
    const std::string unknown = word + std::string(joint.written);
    const auto keys = searchKeys();
    const auto known = std::find_if(keys.begin(), keys.end(), [&](const SearchKey& key) { return key.name == word; });
    const auto mended = [&](const SearchKey& key) {
        const std::string name(key.name);
        if (isNumeric(key.field)) return Guess{unknown, name + std::string(joint.meant) + value};
        return Guess{unknown, name + ':' + value, joint.meant == "!="};
    };
    if (known != keys.end()) {
        if (isNumeric(known->field)) {
            if (joint.written == joint.meant || value.empty()) return std::nullopt;
            return mended(*known);
        }
        if (joint.written != ":") return mended(*known);
        std::string better;
        if (known->field == SearchField::State) better = nearest(lowered(value), stateNames());
        if (known->field == SearchField::Flag) better = nearest(lowered(value), kSearchFlags);
        if (better.empty() || lowered(better) == lowered(value)) return std::nullopt;
        return Guess{value, word + ':' + better};
    }
    const std::string key = nearest(word, keyNames());
    if (key.empty()) return Guess{std::string(term.substr(0, letters + joint.written.size())), {}};
    Guess guess = mended(*std::find_if(keys.begin(), keys.end(), [&](const SearchKey& k) { return k.name == key; }));
    guess.unknown = term.substr(0, letters + joint.written.size()); // as it was written
    return guess;
}

// Calls `wanted` with each term, without its minus, that is nearly another one.
template <class Wanted> std::optional<SearchSuggestion> firstGuess(std::string_view query, const Wanted& wanted)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    for (std::size_t at = 0; at < query.size();) {
        if (blank(query[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        const bool negated = query[begin] == '-';
        char quote = 0;
        for (; at < query.size() && (quote != 0 || !blank(query[at])); ++at) {
            const bool opens = at == begin || query[at - 1] == ':' || (at == begin + 1 && negated);
            if (quote == query[at]) quote = 0;
            else if (quote == 0 && opens && (query[at] == '"' || query[at] == '\'')) quote = query[at];
        }
        const std::string_view term = query.substr(begin, at - begin).substr(negated ? 1 : 0);
        const auto found = guess(term);
        if (!found || !wanted(term, negated)) continue;
        SearchSuggestion suggestion{found->unknown, {}, {}};
        if (!found->better.empty()) {
            suggestion.better = (negated != found->opposite ? "-" : "") + found->better;
            suggestion.query = std::string(query.substr(0, begin)) + suggestion.better + std::string(query.substr(at));
        }
        return suggestion;
    }
    return std::nullopt;
}

// Whether a term was read as a word that no name has in it.
bool isIdleWord(std::string_view term, const std::shared_ptr<const SearchIndex>& index, const Task& task)
{
    auto query = parseQuery(term);
    if (!query || query->terms.size() != 1 || query->terms[0].field != SearchField::Any || query->terms[0].flag) return false;
    const Search search(index, nullptr, EvaluationSide::Loaded, std::move(*query));
    const std::size_t count = index->model().graph->operationCount();
    for (std::size_t i = 0; i < count && !task.stopped(); ++i)
        if (search.matches(OpId(i))) return false;
    return !task.stopped();
}

} // namespace

std::optional<SearchSuggestion> suggestSearch(std::string_view query)
{
    return firstGuess(query, [](std::string_view, bool) { return true; });
}

std::optional<SearchSuggestion> suggestNegated(std::string_view query, const std::shared_ptr<const SearchIndex>& index, const Task& task)
{
    return firstGuess(query, [&](std::string_view term, bool negated) { return negated && isIdleWord(term, index, task); });
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/search/completions.h"

#include "core/graph/element_type.h"
#include "core/quant/tqc.h"
#include "core/search/query.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace alignscope {
namespace {

constexpr std::string_view kStarts[] = {"type:", "attr:", "dtype:", "shape:", "scale>", "offset!=0", "bits>",
                                        "width=", "state:", "group:G", "name:", "tensor:", "is:"};

template <class Names> std::vector<std::string> frequent(const Graph& graph, Names&& namesOf)
{
    std::unordered_map<std::string_view, std::size_t> counts;
    for (std::size_t i = 0; i < graph.operationCount(); ++i) namesOf(graph.operation(OpId(i)), counts);
    std::vector<std::pair<std::string_view, std::size_t>> sorted(counts.begin(), counts.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    std::vector<std::string> names;
    for (const auto& [name, count] : sorted) names.emplace_back(name);
    return names;
}

} // namespace

std::size_t lastTermBegin(std::string_view query)
{
    const std::size_t blank = query.find_last_of(" \t\n\r");
    return blank == std::string_view::npos ? 0 : blank + 1;
}

std::vector<std::string> searchCompletions(std::string_view query, const Graph& graph, std::size_t most)
{
    std::string_view term = query.substr(lastTermBegin(query));
    const std::string minus = term.starts_with('-') ? "-" : "";
    term.remove_prefix(minus.size());
    std::vector<std::string> values;
    const std::size_t colon = term.find(':');
    std::string key = colon == std::string_view::npos ? std::string() : lowered(term.substr(0, colon));
    if (key == "op") key = "type";
    if (colon == std::string_view::npos) {
        if (term.size() < 2) return {};
        for (const std::string_view start : kStarts) values.emplace_back(start);
        for (const std::string_view flag : kSearchFlags) values.emplace_back(flag);
    } else if (key == "type") {
        values = frequent(graph, [](const Operation& op, auto& counts) { ++counts[op.type]; });
    } else if (key == "attr") {
        values = frequent(graph, [](const Operation& op, auto& counts) {
            for (const Attribute& attribute : op.attributes) ++counts[attribute.name];
        });
    } else if (key == "dtype") {
        for (const std::string_view name : elementTypeTexts())
            if (!name.empty()) values.emplace_back(name);
    } else if (key == "state") {
        for (const int state : {4, 6, 5, 3, 2, 7, 8, -1, -2, -3, 1}) values.emplace_back(toText(static_cast<TqcState>(state)));
    } else if (key == "is") {
        for (const std::string_view flag : kSearchFlags) values.emplace_back(flag);
    }
    const std::string begun = lowered(colon == std::string_view::npos ? term : term.substr(colon + 1));
    const std::string before = colon == std::string_view::npos ? std::string() : std::string(term.substr(0, colon + 1));
    std::vector<std::string> completions;
    for (const std::string& value : values) {
        const std::string low = lowered(value);
        if (completions.size() >= most || low == begun || !low.starts_with(begun)) continue;
        completions.push_back(minus + before + value);
    }
    return completions;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// What was probably meant by a query that finds nothing, or leaves nothing out.
#pragma once

#include "core/base/task.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace alignscope {

class SearchIndex;

struct SearchSuggestion {
    std::string unknown; ///< what is no term: "grup:" of "grup:G3", or a whole word
    std::string better;  ///< the term as it was probably meant, with its minus; empty: nothing is near
    std::string query;   ///< all of the query with that term; empty as well
};

/// The first term whose key is unknown, whose key takes no such relation, whose value is none of its few, or
/// that is nearly one of the flags. Names contain colons too, so this is for queries that find nothing or have
/// a mistake. Thread: any.
[[nodiscard]] std::optional<SearchSuggestion> suggestSearch(std::string_view query);

/// The same of the terms that must not hold, in a query that finds something: only of words that nothing in the
/// model has in its name, as leaving them out leaves out nothing. Nothing when the task was stopped.
[[nodiscard]] std::optional<SearchSuggestion> suggestNegated(std::string_view query, const std::shared_ptr<const SearchIndex>& index,
                                                             const Task& task = {});

} // namespace alignscope

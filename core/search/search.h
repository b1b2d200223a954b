// SPDX-License-Identifier: Apache-2.0
// Search: which operations a query finds in a model and an evaluation of it, and why.
#pragma once

#include "core/base/task.h"
#include "core/cascade/trouble.h"
#include "core/search/query.h"
#include "core/search/search_index.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alignscope {

/// Why an operation was found: one for each term that had to hold, in the order of the query.
struct SearchReason {
    SearchField field = SearchField::Any;
    std::optional<SearchFlag> flag;
    std::string text; ///< the name, value or number that fits; empty for flags
    SlotId slot;      ///< at which slot, if at one
};

/// Terms about slots must hold for one and the same slot of an operation, unless negated: then for
/// none of its slots. Terms without a match for what the operation is find nothing. Thread: any.
class Search {
public:
    /// `evaluation` is of the index's graph, or null: then the loaded state is searched.
    Search(std::shared_ptr<const SearchIndex> index, std::shared_ptr<const Evaluation> evaluation,
           EvaluationSide side, SearchQuery query);

    [[nodiscard]] const SearchQuery& query() const noexcept { return m_query; }
    [[nodiscard]] bool matches(OpId operation) const { return find(operation, nullptr); }
    /// Of an operation that matches.
    [[nodiscard]] std::vector<SearchReason> reasons(OpId operation) const;
    /// In the order of the graph; incomplete when the task was stopped. An empty query finds nothing.
    [[nodiscard]] std::vector<OpId> all(const Task& task = {}) const;

private:
    bool find(OpId operation, std::vector<SearchReason>* reasons) const;
    bool textFits(const SearchTerm& term, OpId operation, SearchReason* reason) const;
    bool operationFits(const SearchTerm& term, OpId operation, SearchReason* reason) const;
    bool slotFits(const SearchTerm& term, SlotId slot, SearchReason* reason) const;
    void prepare();

    std::shared_ptr<const SearchIndex> m_index;
    std::shared_ptr<const Evaluation> m_evaluation;
    EvaluationSide m_side;
    SearchQuery m_query;
    const TqcTable* m_table;
    std::vector<std::uint16_t> m_operationFlags; ///< bits by SearchFlag
    std::vector<std::uint16_t> m_slotFlags;
    std::vector<std::uint32_t> m_group;         ///< number by slot, 0: none
};

} // namespace alignscope

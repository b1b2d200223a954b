// SPDX-License-Identifier: Apache-2.0
// RowOrder: which rows of a model hold all words, and in what order; found piece by piece.
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace alignscope::ui {

/// Rows of a list, or of a tree of two levels. Rows are those of the source model.
struct RowOrder {
    std::vector<int> top;
    std::vector<std::vector<int>> children; ///< by row of the top level; empty for a list
    std::size_t leaves = 0;                 ///< children, and top rows without any
};

struct RowKey {
    double number = 0;
    QString text; ///< null: the number counts
};
/// Keys of the rows of a RowOrder, in its order of before they were sorted.
struct RowKeys {
    std::vector<RowKey> top;
    std::vector<std::vector<RowKey>> children;
};

/// Asks a model for the texts and sort keys of its rows in the thread of the model, so much at a time as it
/// is given time for. Starting again needs a new one, and so does a model that changed.
class RowSearch {
public:
    /// `among`: the rows to look at, sorted already; none: all of the model. `column` < 0: not sorted.
    RowSearch(const QAbstractItemModel& model, QStringList words, int column, std::optional<RowOrder> among);

    /// Goes on for a while; whether all is found.
    bool advance(std::chrono::microseconds time);
    [[nodiscard]] double progress() const noexcept; ///< 0..1
    [[nodiscard]] RowOrder takeFound() { return std::move(m_found); }
    [[nodiscard]] RowKeys takeKeys() { return std::move(m_keys); } ///< of what was found

private:
    [[nodiscard]] bool matches(const QModelIndex& first) const;
    [[nodiscard]] RowKey keyOf(const QModelIndex& first) const;
    void beginTop();
    void endTop();
    void take(int child);
    [[nodiscard]] std::size_t topCount() const;
    [[nodiscard]] int topRow() const;

    const QAbstractItemModel& m_model;
    QStringList m_words;
    int m_column;
    std::optional<RowOrder> m_among;
    RowOrder m_found;
    RowKeys m_keys;
    std::size_t m_top = 0;        // of those to look at
    std::size_t m_child = 0;      // of that one
    std::size_t m_childCount = 0;
    bool m_inTop = false;
};

/// Sorts what was found by its keys; equal ones keep their order. Thread: any.
[[nodiscard]] RowOrder sorted(RowOrder found, const RowKeys& keys, Qt::SortOrder order);

} // namespace alignscope::ui

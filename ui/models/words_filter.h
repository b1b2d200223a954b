// SPDX-License-Identifier: Apache-2.0
// WordsFilter: keeps the rows in which every typed word occurs, sorted by a column.
#pragma once

#include "ui/models/row_order.h"

#include <QAbstractProxyModel>
#include <QStringList>
#include <QTimer>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace alignscope::ui {

/// Words may occur in any column of a row; in a tree (of two levels) a parent stays with its matching children.
/// Sorts by kSortRole, names by their numbers. Few rows are found at once. Of many the old ones stay while the
/// window lives on, and the new ones come with layoutChanged(); a view is given them in portions.
/// QSortFilterProxyModel holds up the window for all rows and removes scattered ones one by one: a minute for
/// half a million.
class WordsFilter : public QAbstractProxyModel {
    Q_OBJECT
public:
    explicit WordsFilter(QObject* parent = nullptr);
    ~WordsFilter() override;
    void setText(const QString& text);
    /// Whether other rows or another order are on their way, and how far that is: 0..1.
    [[nodiscard]] bool working() const noexcept { return m_working; }
    [[nodiscard]] double progress() const noexcept;
    /// Rows that match, in a tree those that hang on others; also those that the view has not been given yet.
    [[nodiscard]] std::size_t leafCount() const;
    [[nodiscard]] std::size_t sourceLeafCount() const;
    /// Rows of the source's top level, as they stand here.
    [[nodiscard]] int topCount() const;
    [[nodiscard]] int sourceTopRow(int row) const;
    /// Calls `visit` with the first columns, in the source, of at most so many rows in their order here; returns their number.
    std::size_t eachRow(std::size_t most, const std::function<void(const QModelIndex&)>& visit) const;
    /// Gives the view so many rows that this one of the source is among them; invalid if it does not match, or
    /// stands so far below that this would hold up the window.
    QModelIndex reach(const QModelIndex& source);

    void setSourceModel(QAbstractItemModel* model) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& proxy) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& source) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    /// Counts, working() or progress() are others.
    void progressed();

private:
    struct Sorting;
    enum class Whole { No, Yes }; ///< whether all rows of the source have to be looked at
    void find(Whole whole);
    void goOn();
    void sortFound();
    void accept(std::optional<RowOrder> order);
    void stop();
    void forget();
    void sourceChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles);
    [[nodiscard]] int placeOf(int sourceTop) const;
    void show(int rows);
    void showMore(int rows); ///< than now; at most all

    QStringList m_words;
    int m_column = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    std::optional<RowOrder> m_order; ///< none: as in the source
    std::vector<int> m_place;        ///< by top row of the source, -1: not shown; empty without an order
    int m_shown = 0;                 ///< top rows that the view was given
    int m_columns = 0;
    std::unique_ptr<RowSearch> m_search;
    std::shared_ptr<Sorting> m_sorting; ///< in a thread
    QTimer m_timer;
    bool m_working = false;
    QList<QMetaObject::Connection> m_connections;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// SpatialGrid: which things lie near a rectangle, by a uniform grid of cells.
#pragma once

#include <QRectF>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace alignscope::ui {

/// Immutable after build. Thread: any.
class SpatialGrid {
public:
    /// `each(visit)` calls `visit(rect, item)` for every entry, items in ascending order, and is
    /// asked several times; an item may have several entries (the pieces of a route).
    template <class Each> void build(const QRectF& bounds, const Each& each)
    {
        std::size_t entries = 0;
        std::uint32_t items = 0;
        each([&](const QRectF&, std::uint32_t item) {
            ++entries;
            items = item + 1;
        });
        prepare(bounds, entries, items);
        each([&](const QRectF& rect, std::uint32_t) { eachCell(rect, [&](std::size_t cell) { ++m_begin[cell + 1]; }); });
        for (std::size_t i = 1; i < m_begin.size(); ++i) m_begin[i] += m_begin[i - 1];
        m_items.resize(m_begin.back());
        std::vector<std::uint32_t> next(m_begin.begin(), m_begin.end() - 1);
        each([&](const QRectF& rect, std::uint32_t item) {
            eachCell(rect, [&](std::size_t cell) { m_items[next[cell]++] = item; });
        });
    }

    /// Calls `visit(item)` for everything whose cells meet `area`; an item may come more than once.
    template <class Visitor> void query(const QRectF& area, Visitor&& visit) const
    {
        if (m_columns == 0) return;
        const auto [left, top] = cellAt(area.left(), area.top());
        const auto [right, bottom] = cellAt(area.right(), area.bottom());
        for (int row = top; row <= bottom; ++row)
            for (int column = left; column <= right; ++column) {
                const auto cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
                    + static_cast<std::size_t>(column);
                for (std::uint32_t i = m_begin[cell]; i < m_begin[cell + 1]; ++i) visit(m_items[i]);
            }
    }
    /// How many entries query() would visit, without the visit.
    [[nodiscard]] std::size_t count(const QRectF& area) const;
    /// As query(), each item once and in ascending order. `result` is reused by the caller.
    void collect(const QRectF& area, std::vector<std::uint32_t>& result) const;

private:
    [[nodiscard]] std::pair<int, int> cellAt(double x, double y) const;
    /// Cells for so many entries, all empty.
    void prepare(const QRectF& bounds, std::size_t entries, std::uint32_t items);
    template <class Visitor> void eachCell(const QRectF& rect, Visitor&& visit) const
    {
        const auto [left, top] = cellAt(rect.left(), rect.top());
        const auto [right, bottom] = cellAt(rect.right(), rect.bottom());
        for (int row = top; row <= bottom; ++row)
            for (int column = left; column <= right; ++column)
                visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column));
    }

    QRectF m_bounds;
    double m_cellWidth = 1;
    double m_cellHeight = 1;
    int m_columns = 0;
    int m_rows = 0;
    std::uint32_t m_itemCount = 0;
    std::vector<std::uint32_t> m_begin;
    std::vector<std::uint32_t> m_items;
};

} // namespace alignscope::ui

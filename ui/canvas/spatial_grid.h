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
    struct Entry {
        QRectF rect;
        std::uint32_t item = 0; ///< an item may have several entries (the pieces of a route)
    };
    void build(const QRectF& bounds, const std::vector<Entry>& entries);

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

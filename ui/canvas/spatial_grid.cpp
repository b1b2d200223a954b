// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/spatial_grid.h"

#include <algorithm>
#include <cmath>

namespace alignscope::ui {

std::pair<int, int> SpatialGrid::cellAt(double x, double y) const
{
    const double column = std::floor((x - m_bounds.left()) / m_cellWidth);
    const double row = std::floor((y - m_bounds.top()) / m_cellHeight);
    return {static_cast<int>(std::clamp(column, 0.0, m_columns - 1.0)),
            static_cast<int>(std::clamp(row, 0.0, m_rows - 1.0))};
}

void SpatialGrid::build(const QRectF& bounds, const std::vector<Entry>& entries)
{
    m_bounds = bounds;
    // About two things a cell, and no more cells than a screen query can walk.
    const double cells = std::clamp(static_cast<double>(entries.size()) / 2.0, 1.0, 65536.0);
    const double side = std::max(64.0, std::sqrt(std::max(1.0, bounds.width() * bounds.height()) / cells));
    m_columns = static_cast<int>(std::clamp(std::ceil(bounds.width() / side), 1.0, 4096.0));
    m_rows = static_cast<int>(std::clamp(std::ceil(bounds.height() / side), 1.0, 65536.0));
    m_cellWidth = std::max(1.0, bounds.width() / m_columns);
    m_cellHeight = std::max(1.0, bounds.height() / m_rows);
    const auto cellCount = static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
    m_begin.assign(cellCount + 1, 0);

    const auto each = [&](const QRectF& rect, auto&& visit) {
        const auto [left, top] = cellAt(rect.left(), rect.top());
        const auto [right, bottom] = cellAt(rect.right(), rect.bottom());
        for (int row = top; row <= bottom; ++row)
            for (int column = left; column <= right; ++column)
                visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
                      + static_cast<std::size_t>(column));
    };
    for (const Entry& entry : entries) each(entry.rect, [&](std::size_t cell) { ++m_begin[cell + 1]; });
    for (std::size_t i = 1; i <= cellCount; ++i) m_begin[i] += m_begin[i - 1];
    m_items.resize(m_begin.back());
    std::vector<std::uint32_t> next(m_begin.begin(), m_begin.end() - 1);
    for (const Entry& entry : entries)
        each(entry.rect, [&](std::size_t cell) { m_items[next[cell]++] = entry.item; });
}

void SpatialGrid::collect(const QRectF& area, std::vector<std::uint32_t>& result) const
{
    result.clear();
    query(area, [&](std::uint32_t item) { result.push_back(item); });
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
}

} // namespace alignscope::ui

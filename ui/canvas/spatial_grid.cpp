// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/spatial_grid.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace alignscope::ui {

std::pair<int, int> SpatialGrid::cellAt(double x, double y) const
{
    const double column = std::floor((x - m_bounds.left()) / m_cellWidth);
    const double row = std::floor((y - m_bounds.top()) / m_cellHeight);
    return {static_cast<int>(std::clamp(column, 0.0, m_columns - 1.0)),
            static_cast<int>(std::clamp(row, 0.0, m_rows - 1.0))};
}

void SpatialGrid::prepare(const QRectF& bounds, std::size_t entries, std::uint32_t items)
{
    m_bounds = bounds;
    m_itemCount = items;
    // About two things a cell, and no more cells than a screen query can walk.
    const double cells = std::clamp(static_cast<double>(entries) / 2.0, 1.0, 65536.0);
    const double side = std::max(64.0, std::sqrt(std::max(1.0, bounds.width() * bounds.height()) / cells));
    m_columns = static_cast<int>(std::clamp(std::ceil(bounds.width() / side), 1.0, 4096.0));
    m_rows = static_cast<int>(std::clamp(std::ceil(bounds.height() / side), 1.0, 65536.0));
    m_cellWidth = std::max(1.0, bounds.width() / m_columns);
    m_cellHeight = std::max(1.0, bounds.height() / m_rows);
    const auto cellCount = static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
    m_begin.assign(cellCount + 1, 0);
}

std::size_t SpatialGrid::count(const QRectF& area) const
{
    if (m_columns == 0) return 0;
    const auto [left, top] = cellAt(area.left(), area.top());
    const auto [right, bottom] = cellAt(area.right(), area.bottom());
    std::size_t entries = 0;
    for (int row = top; row <= bottom; ++row) {
        const auto begin = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns);
        entries += m_begin[begin + static_cast<std::size_t>(right) + 1] - m_begin[begin + static_cast<std::size_t>(left)];
    }
    return entries;
}

void SpatialGrid::collect(const QRectF& area, std::vector<std::uint32_t>& result) const
{
    result.clear();
    query(area, [&](std::uint32_t item) { result.push_back(item); });
    // Marking all of them is quicker than sorting many.
    if (result.size() > m_itemCount / 64) {
        std::vector<std::uint64_t> marks(m_itemCount / 64 + 1, 0);
        for (const std::uint32_t item : result) marks[item / 64] |= std::uint64_t{1} << (item % 64);
        result.clear();
        for (std::uint32_t word = 0; word < marks.size(); ++word)
            for (std::uint64_t bits = marks[word]; bits != 0; bits &= bits - 1)
                result.push_back(word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
        return;
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
}

} // namespace alignscope::ui

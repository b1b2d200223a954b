// SPDX-License-Identifier: Apache-2.0
// Rows of text set in columns of equal width, and numbers with their words.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope {

/// "1 slot", "7 slots".
[[nodiscard]] inline std::string counted(std::size_t count, std::string_view one, std::string_view many)
{
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

class TextColumns {
public:
    void add(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }

    /// Two spaces before a row and between its columns; no trailing spaces.
    [[nodiscard]] std::string text() const
    {
        std::vector<std::size_t> widths;
        for (const auto& row : m_rows) {
            widths.resize(std::max(widths.size(), row.size()), 0);
            for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
        }
        std::string text;
        for (const auto& row : m_rows) {
            std::string line;
            for (std::size_t i = 0; i < row.size(); ++i) {
                line.append("  ").append(row[i]);
                line.append(widths[i] - width(row[i]), ' ');
            }
            line.erase(line.find_last_not_of(' ') + 1);
            text.append(line).append("\n");
        }
        return text;
    }

private:
    // Code points, since names may be UTF-8.
    [[nodiscard]] static std::size_t width(const std::string& text)
    {
        return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
        }));
    }

    std::vector<std::vector<std::string>> m_rows;
};

} // namespace alignscope

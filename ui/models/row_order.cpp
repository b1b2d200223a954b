// SPDX-License-Identifier: Apache-2.0
#include "ui/models/row_order.h"

#include "core/base/natural_order.h"
#include "ui/models/roles.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace alignscope::ui {
namespace {

constexpr int kRowsBetweenLooks = 32; // at the clock

bool less(const RowKey& a, const RowKey& b)
{
    if (a.text.isNull() != b.text.isNull()) return a.text.isNull(); // numbers first
    return a.text.isNull() ? a.number < b.number : naturalCompare(QStringView(a.text), QStringView(b.text)) < 0;
}

void sortRows(std::vector<int>& rows, const std::vector<RowKey>& keys, Qt::SortOrder order)
{
    std::vector<std::size_t> places(rows.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return order == Qt::AscendingOrder ? less(keys[a], keys[b]) : less(keys[b], keys[a]);
    });
    std::vector<int> result;
    result.reserve(rows.size());
    for (const std::size_t place : places) result.push_back(rows[place]);
    rows = std::move(result);
}

} // namespace

RowSearch::RowSearch(const QAbstractItemModel& model, QStringList words, int column, std::optional<RowOrder> among)
    : m_model(model), m_words(std::move(words)), m_column(column), m_among(std::move(among))
{
}

std::size_t RowSearch::topCount() const { return m_among ? m_among->top.size() : static_cast<std::size_t>(m_model.rowCount()); }
int RowSearch::topRow() const { return m_among ? m_among->top[m_top] : static_cast<int>(m_top); }

bool RowSearch::advance(std::chrono::microseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    int looks = 0;
    while (m_top < topCount()) {
        if (!m_inTop) beginTop();
        else if (m_child < m_childCount) take(m_among ? m_among->children[static_cast<std::size_t>(topRow())][m_child] : static_cast<int>(m_child));
        else endTop();
        if (++looks % kRowsBetweenLooks == 0 && std::chrono::steady_clock::now() > end) return false;
    }
    return true;
}

double RowSearch::progress() const noexcept { return topCount() == 0 ? 1 : static_cast<double>(m_top) / static_cast<double>(topCount()); }

void RowSearch::beginTop()
{
    m_inTop = true;
    m_child = 0;
    const auto row = static_cast<std::size_t>(topRow());
    m_childCount = m_among ? (m_among->children.empty() ? 0 : m_among->children[row].size())
                           : static_cast<std::size_t>(m_model.rowCount(m_model.index(topRow(), 0)));
    if (m_childCount == 0) return;
    if (m_found.children.empty()) m_found.children.resize(static_cast<std::size_t>(m_model.rowCount()));
    if (m_column >= 0 && m_keys.children.empty()) m_keys.children.resize(m_found.children.size());
}

void RowSearch::take(int child)
{
    ++m_child;
    const auto row = static_cast<std::size_t>(topRow());
    const QModelIndex first = m_model.index(child, 0, m_model.index(topRow(), 0));
    if (!matches(first)) return;
    m_found.children[row].push_back(child);
    if (m_column >= 0) m_keys.children[row].push_back(keyOf(first));
}

void RowSearch::endTop()
{
    const int row = topRow();
    const QModelIndex first = m_model.index(row, 0);
    const std::size_t children = m_childCount == 0 ? 0 : m_found.children[static_cast<std::size_t>(row)].size();
    // A cause stays with what it caused.
    if (children > 0 || matches(first)) {
        m_found.top.push_back(row);
        m_found.leaves += std::max<std::size_t>(1, children);
        if (m_column >= 0) m_keys.top.push_back(keyOf(first));
    }
    m_inTop = false;
    ++m_top;
}

bool RowSearch::matches(const QModelIndex& first) const
{
    if (m_words.isEmpty()) return true;
    QString all;
    for (int column = 0; column < m_model.columnCount(first.parent()); ++column) all += first.siblingAtColumn(column).data().toString() + u'\n';
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

RowKey RowSearch::keyOf(const QModelIndex& first) const
{
    const QVariant key = first.siblingAtColumn(m_column).data(kSortRole);
    if (key.typeId() == QMetaType::QString) {
        const QString text = key.toString();
        return {0, text.isNull() ? QString::fromLatin1("") : text};
    }
    const double number = key.isValid() ? key.toDouble() : std::numeric_limits<double>::infinity(); // what has none comes last
    return {std::isnan(number) ? std::numeric_limits<double>::infinity() : number, {}};
}

RowOrder sorted(RowOrder found, const RowKeys& keys, Qt::SortOrder order)
{
    sortRows(found.top, keys.top, order);
    for (std::size_t row = 0; row < found.children.size(); ++row) sortRows(found.children[row], keys.children[row], order);
    return found;
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/models/words_filter.h"

#include "core/base/natural_order.h"
#include "ui/models/roles.h"

namespace alignscope::ui {

WordsFilter::WordsFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(kSortRole);
    setRecursiveFilteringEnabled(true);
}

void WordsFilter::setText(const QString& text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool WordsFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(kSortRole);
    const QVariant b = right.data(kSortRole);
    if (a.typeId() != QMetaType::QString || b.typeId() != QMetaType::QString) return QSortFilterProxyModel::lessThan(left, right);
    return naturalCompare(QStringView(a.toString()), QStringView(b.toString())) < 0;
}

bool WordsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_words.isEmpty()) return true;
    QString all;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
        all += sourceModel()->index(row, column, parent).data().toString() + u'\n';
    for (const QString& word : m_words)
        if (!all.contains(word, Qt::CaseInsensitive)) return false;
    return true;
}

} // namespace alignscope::ui

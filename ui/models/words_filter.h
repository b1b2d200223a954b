// SPDX-License-Identifier: Apache-2.0
// WordsFilter: keeps the rows that contain every word, in any column; sorts by kSortRole,
// names in their natural order.
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace alignscope::ui {

class WordsFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit WordsFilter(QObject* parent = nullptr);
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList m_words;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// SearchModel: the operations and tensors that contain every word of a query.
#pragma once

#include "core/quant/model.h"
#include "ui/session/selection.h"

#include <QAbstractListModel>
#include <QStringList>

#include <memory>
#include <vector>

namespace alignscope::ui {

/// Case-insensitive substrings, all of which must occur in the operation's id, name, type or one
/// of its tensors. A word in quotes must be one of them as a whole.
class SearchModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setModel(std::shared_ptr<const Model> model);
    void setQuery(const QString& query);
    [[nodiscard]] const std::vector<OpId>& hits() const noexcept { return m_hits; }
    [[nodiscard]] bool active() const noexcept { return !m_words.empty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Word {
        QString text;
        bool whole = false;
    };
    void search();

    std::shared_ptr<const Model> m_model;
    std::vector<Word> m_words;
    std::vector<OpId> m_hits;
    std::vector<QStringList> m_texts; ///< per operation, made at the first query
};

} // namespace alignscope::ui

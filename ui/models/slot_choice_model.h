// SPDX-License-Identifier: Apache-2.0
// SlotChoiceModel: slots to choose from, by name and loaded scale.
#pragma once

#include "core/quant/model.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace alignscope::ui {

/// Texts are made when they are asked for: a model has half a million slots.
class SlotChoiceModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setChoices(std::shared_ptr<const Model> model, std::vector<SlotId> choices);
    [[nodiscard]] SlotId slot(int row) const { return m_choices[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(SlotId slot) const; ///< -1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const Model> m_model;
    std::vector<SlotId> m_choices; ///< ascending
};

} // namespace alignscope::ui

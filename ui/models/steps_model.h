// SPDX-License-Identifier: Apache-2.0
// StepsModel: what the engine did, in order.
#pragma once

#include "core/cascade/evaluation.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace alignscope::ui {

class StepsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Operation, What, SlotName, MasterName, ScaleBefore, ScaleAfter, Why, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant text(int row, int column) const;

    std::shared_ptr<const Evaluation> m_evaluation;
    mutable std::vector<StepDetail> m_details; ///< replayed when first shown
};

} // namespace alignscope::ui

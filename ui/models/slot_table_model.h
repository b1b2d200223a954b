// SPDX-License-Identifier: Apache-2.0
// SlotTableModel: every slot of the model with its state before and after.
#pragma once

#include "core/cascade/evaluation.h"
#include "ui/models/roles.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace alignscope::ui {

/// A new evaluation of the same model only announces changed data, so that a view keeps its place.
class SlotTableModel : public QAbstractTableModel, public FindsRows {
    Q_OBJECT
public:
    enum Column { Operation, Port, Type, State, GroupName, ScaleBefore, ScaleAfter, BitsLost, Offset, Master, TensorName, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QModelIndex rowOf(const Selection& selection) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static bool isNumber(int column) { return column >= ScaleBefore && column <= Offset; }
    [[nodiscard]] QString text(SlotId slot, int column, bool exactNumbers) const;
    [[nodiscard]] std::uint32_t groupOf(SlotId slot) const; ///< its number, 0 for none
    [[nodiscard]] QVariant sortValue(SlotId slot, int column) const;

    std::shared_ptr<const Evaluation> m_evaluation;
};

} // namespace alignscope::ui

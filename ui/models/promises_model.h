// SPDX-License-Identifier: Apache-2.0
// PromisesModel: the broken promises of an outcome: who promised what, and who undid it.
#pragma once

#include "core/cascade/evaluation.h"

#include <QAbstractTableModel>

#include <memory>

namespace alignscope::ui {

/// Each cell leads to what it names: kTargetRole of the operation that promised, of the slot, of what
/// the slot was bound to, and of the operation that undid it.
class PromisesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { PromisedBy, SlotName, BoundTo, UndoneBy, ScaleNow, MasterScaleNow, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const BrokenPromise& promise, int column, bool exactNumbers) const;
    [[nodiscard]] QVariant target(const BrokenPromise& promise, int column) const;

    std::shared_ptr<const Evaluation> m_evaluation;
};

} // namespace alignscope::ui

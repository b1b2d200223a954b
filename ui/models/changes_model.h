// SPDX-License-Identifier: Apache-2.0
// ChangesModel: the cascade, as a tree by cause or as a flat table.
#pragma once

#include "core/cascade/branches.h"
#include "core/cascade/evaluation.h"
#include "ui/models/roles.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace alignscope::ui {

class ChangesModel : public QAbstractItemModel, public FindsRows {
    Q_OBJECT
public:
    enum Column { What, Tensor, Before, After, BitsLost, Hops, Cause, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;
    /// `branches`: branchesOf() it.
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation, std::vector<Branch> branches);
    void setFlat(bool flat);
    [[nodiscard]] bool isFlat() const noexcept { return m_flat; }
    /// A top row of the tree: its one sentence needs the whole width.
    [[nodiscard]] bool isBranch(const QModelIndex& index) const noexcept { return !m_flat && index.isValid() && !index.parent().isValid(); }
    [[nodiscard]] std::size_t changeCount() const noexcept { return m_evaluation ? m_evaluation->cascade.changes.size() : 0; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QModelIndex rowOf(const Selection& selection) const override;

private:
    [[nodiscard]] const Change* changeOf(const QModelIndex& index) const;
    [[nodiscard]] QVariant branchData(const Branch& branch, int column, int role) const;
    [[nodiscard]] QVariant changeData(const Change& change, int column, int role) const;

    std::shared_ptr<const Evaluation> m_evaluation;
    std::vector<Branch> m_branches;
    bool m_flat = false;
};

} // namespace alignscope::ui

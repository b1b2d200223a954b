// SPDX-License-Identifier: Apache-2.0
// ChangesModel: the cascade, as a tree by cause or as a flat table.
#pragma once

#include "core/cascade/evaluation.h"
#include "core/cascade/price.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace alignscope::ui {

class ChangesModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { What, Tensor, Before, After, BitsLost, Hops, Cause, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);
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

private:
    struct Branch {
        OpId operation; ///< invalid: changes without a cause
        std::vector<std::uint32_t> changes; ///< those of another scale or offset first
        SlotTally slots;
        double worst = 0;
    };
    void rebuild();
    [[nodiscard]] const Change* changeOf(const QModelIndex& index) const;
    [[nodiscard]] QVariant branchData(const Branch& branch, int column, int role) const;
    [[nodiscard]] QVariant changeData(const Change& change, int column, int role) const;

    std::shared_ptr<const Evaluation> m_evaluation;
    std::vector<Branch> m_branches;
    bool m_flat = false;
};

} // namespace alignscope::ui

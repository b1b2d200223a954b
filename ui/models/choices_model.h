// SPDX-License-Identifier: Apache-2.0
// ChoicesModel: choices for single operations with what they move and cost; impacts and proposals.
#pragma once

#include "core/cascade/proposals.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace alignscope::ui {

/// Proposals have a first column with their number, impacts do not show it.
class ChoicesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, OperationName, Type, Becomes, Slots, SummedBits, Requantize, Misaligned, WorstBits, Broken, Operations, Hops, Joined, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setImpacts(std::shared_ptr<const Model> model, std::vector<Impact> impacts);
    void setProposals(std::shared_ptr<const Model> model, const std::vector<Proposal>& proposals);
    /// Rows before this one are in force already: written in muted colour and marked.
    void setAdopted(int count);
    /// nullptr out of range.
    [[nodiscard]] const Impact* choice(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void set(std::shared_ptr<const Model> model, std::vector<Impact> rows);

    std::shared_ptr<const Model> m_model;
    std::vector<Impact> m_rows;
    int m_adopted = 0;
};

/// "large, overlap on"
[[nodiscard]] QString optionText(const Option& option);
/// "+2 requantize edges, -1 misaligned operations, +0.31 bits in all": what is not zero; a dash for nothing.
[[nodiscard]] QString priceText(const Price& price);

} // namespace alignscope::ui

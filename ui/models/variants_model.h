// SPDX-License-Identifier: Apache-2.0
// VariantsModel: the slots that the compared scenarios leave in different places, a column for each scenario.
#pragma once

#include "ui/canvas/graph_view.h"

#include <QAbstractTableModel>

namespace alignscope::ui {

class VariantsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Before the columns of the scenarios; behind them stand how far they are apart, and the tensor.
    enum Column { Operation, Port, Agreement, FirstScenario };

    using QAbstractTableModel::QAbstractTableModel;
    void set(const ShownVariants& variants);
    [[nodiscard]] int ratioColumn() const { return FirstScenario + static_cast<int>(m_variants.names.size()); }
    [[nodiscard]] int tensorColumn() const { return ratioColumn() + 1; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Variants::SlotSpread& row, int column, bool exactNumbers) const;
    [[nodiscard]] const Evaluation& outcome(int column) const { return *m_variants.all->outcomes[static_cast<std::size_t>(column - FirstScenario)]; }

    ShownVariants m_variants;
};

} // namespace alignscope::ui

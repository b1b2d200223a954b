// SPDX-License-Identifier: Apache-2.0
// ComparisonModel: the slots that two outcomes leave in different places, with the reason.
#pragma once

#include "core/compare/comparison.h"

#include <QAbstractTableModel>
#include <QString>

#include <memory>
#include <vector>

namespace alignscope::ui {

class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Operation, Port, Here, There, Ratio, Rules, Cause, Tensor, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void set(std::shared_ptr<const Comparison> comparison);
    /// Leaves out slots where only state or master differ.
    void setOnlyParameters(bool only);
    [[nodiscard]] const std::shared_ptr<const Comparison>& comparison() const noexcept { return m_comparison; }
    /// Why the row differs, one sentence for each rule; empty without rules.
    [[nodiscard]] QString details(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fill();
    [[nodiscard]] static bool isNumber(int column) { return column >= Here && column <= Ratio; }
    [[nodiscard]] QString text(const SlotDifference& difference, int column, bool exactNumbers) const;
    [[nodiscard]] QVariant sortValue(const SlotDifference& difference, int column) const;

    std::shared_ptr<const Comparison> m_comparison;
    std::vector<std::uint32_t> m_rows; ///< indices into the comparison's slots
    bool m_onlyParameters = true;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// SweepModel: every combination of methods with its cost.
#pragma once

#include "core/cascade/sweep_best.h"

#include <QAbstractTableModel>

#include <vector>

namespace alignscope::ui {

/// True when two scenarios ask for the same engine, methods and overlap; overrides do not count.
[[nodiscard]] bool sameCombination(const Scenario& a, const Scenario& b);

class SweepModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { EngineColumn, Elementwise, Concat, Pooling, Resize, OverlapColumn, Requantize, Misaligned, SummedBits, WorstBits, Clipped, Split, Broken, Groups, Changed, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setCombinations(std::vector<Combination> combinations);
    void setCurrent(const Scenario& scenario);
    /// Which rows have no better one, and which two are the best (sweep_best.h).
    void setMarks(std::vector<bool> front, const SweepBest& best);
    [[nodiscard]] const Combination* combination(int row) const;
    [[nodiscard]] const std::vector<Combination>& combinations() const noexcept { return m_combinations; }
    [[nodiscard]] int currentRow() const; ///< -1 when no combination is that of the scenario

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Combination> m_combinations;
    Scenario m_current;
    std::vector<bool> m_front;
    SweepBest m_best;
};

/// The methods of families of which the model has no operation set to none: they do nothing.
[[nodiscard]] Scenario withoutIdleFamilies(const Model& model, Scenario scenario);

} // namespace alignscope::ui

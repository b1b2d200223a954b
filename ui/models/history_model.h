// SPDX-License-Identifier: Apache-2.0
// HistoryModel: the undo steps with the price of the scenario after each.
#pragma once

#include "core/cascade/sweep.h"

#include <QAbstractTableModel>

#include <vector>

namespace alignscope::ui {

class ScenarioCosts;
class Session;

/// Row 0 is the scenario that the model was opened with.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { StepColumn, What, Requantize, Misaligned, WorstBits, SummedBits, Clipped, ColumnCount };

    HistoryModel(Session& session, ScenarioCosts& costs, QObject* parent = nullptr);
    [[nodiscard]] int currentRow() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void refreshed();

private:
    void schedule();
    void refresh();
    [[nodiscard]] double figure(const Summary& summary, int column) const;

    Session& m_session;
    ScenarioCosts& m_costs;
    bool m_scheduled = false;
    std::vector<Scenario> m_states;
    std::vector<const Combination*> m_prices; ///< null: not known yet
};

} // namespace alignscope::ui

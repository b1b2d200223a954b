// SPDX-License-Identifier: Apache-2.0
// WatchesModel: the watched slots with their values at the current step and before.
#pragma once

#include <QAbstractTableModel>

namespace alignscope::ui {

class Stepper;

class WatchesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SlotName, Scale, Before, Changed, State, Offset, Master, ColumnCount };

    explicit WatchesModel(Stepper& stepper, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Its value became another at the very step that is shown.
    [[nodiscard]] bool changedNow(int row) const;

private:
    void reset();
    void refresh();
    [[nodiscard]] QString text(int row, int column, bool exactNumbers) const;

    Stepper& m_stepper;
    int m_rows = 0; ///< that the views know of
};

} // namespace alignscope::ui

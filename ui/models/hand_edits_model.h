// SPDX-License-Identifier: Apache-2.0
// HandEditsModel: everything that the scenario changes by hand, with what became of it.
#pragma once

#include "core/cascade/hand_edits.h"

#include <QAbstractTableModel>

#include <vector>

namespace alignscope::ui {

/// Read-only; an edit is announced elsewhere and comes back as a new evaluation.
class HandEditsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Remove, ColumnCount };
    enum Role {
        EffectRole = Qt::UserRole + 10, ///< QString: what became of it
        TroubleRole,                    ///< bool: it is refused or not in this model
        SubjectRole, DoneRole, NameRole ///< QString: HandEditLines
    };

    using QAbstractTableModel::QAbstractTableModel;
    void set(std::vector<HandEdit> edits);
    [[nodiscard]] const HandEdit* row(int number) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<HandEdit> m_edits;
};

} // namespace alignscope::ui

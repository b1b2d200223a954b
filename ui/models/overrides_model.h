// SPDX-License-Identifier: Apache-2.0
// OverridesModel: the operations that do something else than their family.
#pragma once

#include "core/align/scenario.h"
#include "core/quant/model.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace alignscope::ui {

/// Read-only over a scenario; an edit is announced, and comes back as a new scenario.
class OverridesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { OperationName, MethodColumn, OverlapColumn, ColumnCount };
    struct Row {
        QString operation;
        Override value;
        std::optional<Family> family; ///< none: the model has no such operation
        bool operator==(const Row&) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;
    void set(const std::shared_ptr<const Model>& model, const Scenario& scenario);
    [[nodiscard]] const Row* row(int number) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Row> m_rows;
};

} // namespace alignscope::ui

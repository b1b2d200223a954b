// SPDX-License-Identifier: Apache-2.0
#include "ui/models/overrides_model.h"

#include "ui/models/roles.h"
#include "ui/session/selection.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

namespace alignscope::ui {

void OverridesModel::set(const std::shared_ptr<const Model>& model, const Scenario& scenario)
{
    std::vector<Row> rows;
    for (const auto& [operation, value] : scenario.overrides) {
        Row row{qs(operation), value, std::nullopt};
        if (model)
            if (const OpId id = model->graph->findOperation(operation); id) row.family = familyOf(model->graph->operation(id).type);
        rows.push_back(std::move(row));
    }
    if (rows == m_rows) return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const OverridesModel::Row* OverridesModel::row(int number) const
{
    return number >= 0 && number < rowCount() ? &m_rows[static_cast<std::size_t>(number)] : nullptr;
}

int OverridesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int OverridesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant OverridesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::ForegroundRole && !row.family) return theme().muted;
    if (role == Qt::ToolTipRole && !row.family) return tr("The model has no such operation to align: this has no effect.");
    if (role != Qt::DisplayRole && role != kSortRole && role != kCopyRole && role != Qt::ToolTipRole) return {};
    switch (index.column()) {
    case OperationName: return row.operation;
    case MethodColumn: return row.value.method ? nameOf(*row.value.method) : tr("as family");
    case OverlapColumn:
        if (!row.value.overlap) return tr("as set");
        return *row.value.overlap == Overlap::On ? tr("on") : tr("off");
    default: return {};
    }
}

QVariant OverridesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case OperationName: return tr("Operation");
    case MethodColumn: return tr("Method");
    case OverlapColumn: return tr("Overlap");
    default: return {};
    }
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/models/promises_model.h"

#include "ui/models/roles.h"
#include "ui/session/selection.h"
#include "ui/text/explanation.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <utility>

namespace alignscope::ui {

void PromisesModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation)
{
    beginResetModel();
    m_evaluation = std::move(evaluation);
    endResetModel();
}

int PromisesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_evaluation ? 0 : static_cast<int>(m_evaluation->cascade.brokenPromises.size());
}

int PromisesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString PromisesModel::text(const BrokenPromise& promise, int column, bool exactNumbers) const
{
    const TqcTable& table = m_evaluation->outcome.table;
    const Graph& graph = *m_evaluation->model->graph;
    switch (column) {
    case PromisedBy: return qs(graph.operation(promise.operation).id);
    case SlotName: return slotName(table.slots(), promise.slot);
    case BoundTo: return slotName(table.slots(), promise.master);
    case UndoneBy:
        if (const OpId brokenBy = m_evaluation->brokenBy(promise)) return qs(graph.operation(brokenBy).id);
        return tr("(nobody)");
    case ScaleNow: return scaleText(table.effective(promise.slot), exactNumbers);
    case MasterScaleNow: return scaleText(table.effective(promise.master), exactNumbers);
    default: return {};
    }
}

QVariant PromisesModel::target(const BrokenPromise& promise, int column) const
{
    const SlotList& slots = m_evaluation->outcome.table.slots();
    Selection target;
    const SlotId slot = column == BoundTo || column == MasterScaleNow ? promise.master : promise.slot;
    if (column == PromisedBy || column == UndoneBy) {
        target.operation = column == PromisedBy ? promise.operation : m_evaluation->brokenBy(promise);
        if (target.operation) target.kind = Selection::Kind::Operation;
    } else if (slot) {
        target = slotSelection(slots, slot);
    }
    return QVariant::fromValue(target);
}

QVariant PromisesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const BrokenPromise& promise = m_evaluation->cascade.brokenPromises[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(promise, index.column(), false);
    case kCopyRole: return text(promise, index.column(), true);
    case kSortRole:
        if (index.column() == ScaleNow || index.column() == MasterScaleNow) {
            const ParameterView values = m_evaluation->outcome.table.effective(index.column() == ScaleNow ? promise.slot : promise.master);
            return values.scale.empty() ? -1.0 : static_cast<double>(values.scale.front());
        }
        return text(promise, index.column(), false);
    case Qt::ToolTipRole: return brokenPromiseText(*m_evaluation, promise);
    case Qt::ForegroundRole:
        if (index.column() == PromisedBy || index.column() == UndoneBy) return theme().accent;
        return {};
    case kTargetRole: return target(promise, index.column());
    default: return {};
    }
}

QVariant PromisesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::ToolTipRole) {
        if (section == PromisedBy) return tr("The operation that aligned the slot");
        if (section == UndoneBy) return tr("The later operation whose own alignment took the slot or its master away");
        return {};
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case PromisedBy: return tr("Promised by");
    case SlotName: return tr("Slot");
    case BoundTo: return tr("Was bound to");
    case UndoneBy: return tr("Undone by");
    case ScaleNow: return tr("Scale now");
    case MasterScaleNow: return tr("Scale of what it was bound to");
    default: return {};
    }
}

} // namespace alignscope::ui

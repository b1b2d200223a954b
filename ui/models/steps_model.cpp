// SPDX-License-Identifier: Apache-2.0
#include "ui/models/steps_model.h"

#include "ui/models/roles.h"
#include "ui/session/selection.h"
#include "ui/text/explanation.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

namespace alignscope::ui {

void StepsModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation)
{
    beginResetModel();
    m_evaluation = std::move(evaluation);
    m_details.clear();
    endResetModel();
}

int StepsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_evaluation ? 0 : static_cast<int>(m_evaluation->outcome.steps.size());
}

int StepsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant StepsModel::text(int row, int column) const
{
    if (m_details.empty()) m_details = replay(*m_evaluation->model, m_evaluation->outcome);
    const auto at = static_cast<std::size_t>(row);
    const Step& step = m_evaluation->outcome.steps[at];
    const SlotList& slots = m_evaluation->outcome.table.slots();
    const StepDetail* detail = at < m_details.size() ? &m_details[at] : nullptr;
    const auto scale = [](const std::optional<float>& value) { return value ? number(static_cast<double>(*value)) : dash(); };
    switch (column) {
    case Number: return row + 1;
    case Operation: return step.operation ? qs(m_evaluation->model->graph->operation(step.operation).id) : QString();
    case What: return nameOf(step.action);
    case SlotName: return step.slot ? slotName(slots, step.slot) : QString();
    case MasterName: return step.master && step.master != step.slot ? slotName(slots, step.master) : QString();
    case ScaleBefore: return detail != nullptr ? scale(detail->scaleBefore) : QString();
    case ScaleAfter: return detail != nullptr ? scale(detail->scaleAfter) : QString();
    case Why: return nameOf(step.reason);
    default: return {};
    }
}

QVariant StepsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_evaluation) return {};
    const Step& step = m_evaluation->outcome.steps[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case kCopyRole: return text(index.row(), index.column());
    case kSortRole: return index.column() == Number ? QVariant(index.row()) : text(index.row(), index.column());
    case Qt::ToolTipRole: return stepText(*m_evaluation, step);
    case Qt::TextAlignmentRole:
        if (index.column() == Number || index.column() == ScaleBefore || index.column() == ScaleAfter)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::ForegroundRole:
        if (step.action == Action::Skip || step.action == Action::Refuse) return theme().muted;
        return {};
    case kTargetRole: {
        Selection target;
        target.operation = step.operation;
        target.slot = step.slot;
        target.kind = step.slot ? Selection::Kind::Slot : Selection::Kind::Operation;
        if (step.slot) target.operation = m_evaluation->outcome.table.slots()[step.slot].operation;
        return QVariant::fromValue(target);
    }
    default: return {};
    }
}

QVariant StepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        const bool right = section == Number || section == ScaleBefore || section == ScaleAfter;
        return QVariant::fromValue(Qt::Alignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Number: return tr("Step");
    case Operation: return tr("Operation");
    case What: return tr("Action");
    case SlotName: return tr("Slot");
    case MasterName: return tr("Master");
    case ScaleBefore: return tr("Scale before");
    case ScaleAfter: return tr("Scale after");
    case Why: return tr("Reason");
    default: return {};
    }
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/models/slot_table_model.h"

#include "ui/session/selection.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <limits>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

void SlotTableModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation)
{
    const bool sameModel = m_evaluation && evaluation && m_evaluation->model == evaluation->model;
    if (!sameModel) beginResetModel();
    m_evaluation = std::move(evaluation);
    if (!sameModel) endResetModel();
    else if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SlotTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_evaluation ? 0 : static_cast<int>(m_evaluation->outcome.table.size());
}

int SlotTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QModelIndex SlotTableModel::rowOf(const Selection& selection) const
{
    if (!m_evaluation || m_evaluation->outcome.table.size() == 0) return {};
    const SlotId slot = selection.kind == Selection::Kind::Slot        ? selection.slot
                        : selection.kind == Selection::Kind::Operation ? m_evaluation->outcome.table.slots().firstSlot(selection.operation)
                                                                       : SlotId();
    return slot ? index(static_cast<int>(slot.value()), 0) : QModelIndex();
}

std::uint32_t SlotTableModel::groupOf(SlotId slot) const
{
    const Cascade& cascade = m_evaluation->cascade;
    const Group* group = m_evaluation->outcome.table.slots().isParameter(slot) ? nullptr : cascade.group(cascade.tableAfter.root(slot));
    return group == nullptr ? 0 : group->number;
}

QString SlotTableModel::text(SlotId slot, int column, bool exactNumbers) const
{
    const TqcTable& before = m_evaluation->model->baseline;
    const TqcTable& after = m_evaluation->outcome.table;
    const SlotList& slots = after.slots();
    const Slot& s = slots[slot];
    switch (column) {
    case Operation: return qs(slots.graph().operation(s.operation).id);
    case Port: return portName(s);
    case Type: return qs(slots.graph().operation(s.operation).type);
    case TensorName: return s.tensor ? qs(slots.graph().tensor(s.tensor).name) : QString();
    case State: return nameOf(after.state(slot));
    case GroupName: {
        const std::uint32_t group = groupOf(slot);
        return group == 0 ? QString() : u"G%1"_s.arg(group);
    }
    case Master: {
        const SlotId root = after.root(slot);
        return root && root != slot ? slotName(slots, root) : QString();
    }
    case ScaleBefore: return scaleText(before.effective(slot), exactNumbers);
    case ScaleAfter: return scaleText(after.effective(slot), exactNumbers);
    case Offset: return offsetText(after.effective(slot), exactNumbers);
    case BitsLost: {
        const Change* change = m_evaluation->cascade.change(slot);
        return change != nullptr ? lossText(*change) : QString();
    }
    default: return {};
    }
}

QVariant SlotTableModel::sortValue(SlotId slot, int column) const
{
    const auto first = [](std::span<const float> values) { return values.empty() ? -1.0 : static_cast<double>(values.front()); };
    switch (column) {
    case Operation: return slot.value();
    case GroupName: return groupOf(slot) - 1; // those in none come last
    case ScaleBefore: return first(m_evaluation->model->baseline.effective(slot).scale);
    case ScaleAfter: return first(m_evaluation->outcome.table.effective(slot).scale);
    case Offset: return first(m_evaluation->outcome.table.effective(slot).offset);
    case BitsLost: {
        const Change* change = m_evaluation->cascade.change(slot);
        return change != nullptr && change->moved && change->bitsLost() ? *change->bitsLost() : -std::numeric_limits<double>::infinity();
    }
    default: return text(slot, column, false);
    }
}

QVariant SlotTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_evaluation) return {};
    const SlotId slot(static_cast<std::uint32_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole: return text(slot, index.column(), false);
    case kCopyRole: return text(slot, index.column(), true);
    case kSortRole: return sortValue(slot, index.column());
    case Qt::TextAlignmentRole:
        if (isNumber(index.column())) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::ToolTipRole:
        if (index.column() == State) return explain(m_evaluation->outcome.table.state(slot));
        if (isNumber(index.column()) && index.column() != BitsLost) return text(slot, index.column(), true);
        return text(slot, index.column(), false);
    case Qt::DecorationRole:
        if (const std::uint32_t group = index.column() == GroupName ? groupOf(slot) : 0; group != 0) return groupColor(group);
        return {};
    case Qt::ForegroundRole:
        if (index.column() == BitsLost)
            if (const Change* change = m_evaluation->cascade.change(slot); change != nullptr && change->bitsLost().value_or(0) > 1)
                return theme().bad;
        if (!isQuantized(m_evaluation->outcome.table, slot)) return theme().muted;
        return {};
    case kTargetRole: return QVariant::fromValue(slotSelection(m_evaluation->outcome.table.slots(), slot));
    default: return {};
    }
}

QVariant SlotTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole) {
        if (section == BitsLost) return tr("bits lost = log2(scale now / scale loaded); negative: gained");
        if (section == ScaleAfter) return tr("Effective scale: that of the slot's master, in real units per step");
        if (section == Offset) return tr("Effective offset in steps: real = (q - offset) x scale");
        return {};
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Operation: return tr("Operation");
    case Port: return tr("Slot");
    case Type: return tr("Type");
    case TensorName: return tr("Tensor");
    case State: return tr("State");
    case GroupName: return tr("Group");
    case Master: return tr("Master");
    case ScaleBefore: return tr("Scale loaded");
    case ScaleAfter: return tr("Scale now");
    case Offset: return tr("Offset now");
    case BitsLost: return tr("Bits lost");
    default: return {};
    }
}

} // namespace alignscope::ui

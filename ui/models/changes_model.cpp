// SPDX-License-Identifier: Apache-2.0
#include "ui/models/changes_model.h"

#include "ui/session/selection.h"
#include "ui/text/explanation.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

// Internal id of a top row; a child carries its branch's row.
constexpr quintptr kTop = std::numeric_limits<quintptr>::max();

} // namespace

void ChangesModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation, std::vector<Branch> branches)
{
    beginResetModel();
    m_evaluation = std::move(evaluation);
    m_branches = std::move(branches);
    endResetModel();
}

void ChangesModel::setFlat(bool flat)
{
    if (flat == m_flat) return;
    beginResetModel();
    m_flat = flat;
    endResetModel();
}

QModelIndex ChangesModel::rowOf(const Selection& selection) const
{
    if (!m_evaluation) return {};
    const auto& changes = m_evaluation->cascade.changes;
    if (selection.kind == Selection::Kind::Operation && !m_flat) {
        const auto found = std::find_if(m_branches.begin(), m_branches.end(), [&](const Branch& branch) { return branch.operation == selection.operation; });
        return found == m_branches.end() ? QModelIndex() : index(static_cast<int>(found - m_branches.begin()), 0);
    }
    const Change* change = selection.kind == Selection::Kind::Slot ? m_evaluation->cascade.change(selection.slot) : nullptr;
    if (change == nullptr) return {};
    const auto place = static_cast<std::uint32_t>(change - changes.data());
    if (m_flat) return index(static_cast<int>(place), 0);
    for (std::size_t row = 0; row < m_branches.size(); ++row) {
        const auto& list = m_branches[row].changes;
        // Those that moved and those that did not, each in slot order.
        const auto middle = list.begin() + static_cast<std::ptrdiff_t>(m_branches[row].slots.changed);
        const auto first = change->moved ? list.begin() : middle;
        const auto last = change->moved ? middle : list.end();
        if (const auto found = std::lower_bound(first, last, place); found != last && *found == place)
            return index(static_cast<int>(found - list.begin()), 0, index(static_cast<int>(row), 0));
    }
    return {};
}

QModelIndex ChangesModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : kTop);
}

QModelIndex ChangesModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == kTop) return {};
    return createIndex(static_cast<int>(child.internalId()), 0, kTop);
}

int ChangesModel::rowCount(const QModelIndex& parent) const
{
    if (!m_evaluation || parent.column() > 0) return 0;
    if (!parent.isValid())
        return static_cast<int>(m_flat ? m_evaluation->cascade.changes.size() : m_branches.size());
    if (m_flat || parent.internalId() != kTop) return 0;
    return static_cast<int>(m_branches[static_cast<std::size_t>(parent.row())].changes.size());
}

int ChangesModel::columnCount(const QModelIndex&) const { return ColumnCount; }

const Change* ChangesModel::changeOf(const QModelIndex& index) const
{
    const auto& changes = m_evaluation->cascade.changes;
    const auto row = static_cast<std::size_t>(index.row());
    if (m_flat) return &changes[row];
    if (index.internalId() == kTop) return nullptr;
    return &changes[m_branches[index.internalId()].changes[row]];
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_evaluation) return {};
    if (role == Qt::TextAlignmentRole && (index.column() == BitsLost || index.column() == Hops))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    const Change* change = changeOf(index);
    if (change == nullptr) return branchData(m_branches[static_cast<std::size_t>(index.row())], index.column(), role);
    return changeData(*change, index.column(), role);
}

QVariant ChangesModel::branchData(const Branch& branch, int column, int role) const
{
    const Graph& graph = *m_evaluation->model->graph;
    const auto count = static_cast<int>(branch.changes.size());
    switch (role) {
    case Qt::DisplayRole:
    case kCopyRole:
        if (column == What) {
            const QString name = branch.operation ? qs(graph.operation(branch.operation).id) : tr("Without a cause");
            const Change& first = m_evaluation->cascade.changes[branch.changes.front()];
            const QString cause = branch.operation ? causeText(*m_evaluation, first) : name;
            const QString text = u"%1: %2"_s.arg(branch.operation && cause.startsWith(name) ? cause : name, differenceText(branch.slots));
            return branch.worst ? tr("%1, at worst %2").arg(text, bitsText(*branch.worst)) : text;
        }
        return {};
    case kSortRole:
        if (column == BitsLost) return branch.worst.value_or(0);
        if (column == What && branch.operation) return qs(graph.operation(branch.operation).id);
        return -count;
    case Qt::FontRole:
        if (column == What) return scaledFont(1.0, true);
        return {};
    case kTargetRole: {
        Selection target;
        if (branch.operation) {
            target.kind = Selection::Kind::Operation;
            target.operation = branch.operation;
        }
        return QVariant::fromValue(target);
    }
    default: return {};
    }
}

QVariant ChangesModel::changeData(const Change& change, int column, int role) const
{
    const SlotList& slots = m_evaluation->outcome.table.slots();
    const SlotValue before = m_evaluation->cascade.before(change.slot);
    const SlotValue after = m_evaluation->cascade.after(change.slot);
    const bool exactNumbers = role == kCopyRole || role == Qt::ToolTipRole;
    switch (role) {
    case Qt::DisplayRole:
    case kCopyRole:
        switch (column) {
        case What: return slotName(slots, change.slot);
        case Tensor: {
            const TensorId tensor = slots[change.slot].tensor;
            return tensor ? qs(slots.graph().tensor(tensor).name) : QString();
        }
        case Before: return scaleText(before.parameters, exactNumbers);
        case After: return scaleText(after.parameters, exactNumbers);
        case BitsLost: return lossText(change);
        case Hops: return m_evaluation->hops(change.slot);
        case Cause: return causeText(*m_evaluation, change);
        default: return {};
        }
    case kSortRole:
        switch (column) {
        case What: return slotName(slots, change.slot);
        case Before: return before.parameters.scale.empty() ? -1.0 : static_cast<double>(before.parameters.scale.front());
        case After: return after.parameters.scale.empty() ? -1.0 : static_cast<double>(after.parameters.scale.front());
        case BitsLost: // what changed no number stands behind all that did
            return change.moved ? change.bitsLost().value_or(-1e6) : -std::numeric_limits<double>::infinity();
        case Hops: return m_evaluation->hops(change.slot);
        default: return changeData(change, column, Qt::DisplayRole);
        }
    case Qt::ToolTipRole:
        if (column == Before || column == After) return changeData(change, column, kCopyRole);
        return whyScale(*m_evaluation, change.slot).headline;
    case Qt::ForegroundRole:
        if (!change.moved) return theme().muted;
        if (column == BitsLost && change.bitsLost().value_or(0) > 1) return theme().bad;
        return {};
    case kTargetRole: return QVariant::fromValue(slotSelection(slots, change.slot));
    default: return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section == BitsLost || section == Hops ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole) {
        if (section == BitsLost) return tr("bits lost = log2(scale now / scale loaded); negative: gained. \"joined only\": another master with the scale and offset as loaded.");
        if (section == Hops) return tr("Operations between the first cause and the slot");
        return {};
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case What: return m_flat ? tr("Slot") : tr("Cause and slots");
    case Tensor: return tr("Tensor");
    case Before: return tr("Scale loaded");
    case After: return tr("Scale now");
    case BitsLost: return tr("Bits lost");
    case Hops: return tr("Hops");
    case Cause: return tr("Because");
    default: return {};
    }
}

} // namespace alignscope::ui

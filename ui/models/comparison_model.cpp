// SPDX-License-Identifier: Apache-2.0
#include "ui/models/comparison_model.h"

#include "core/cascade/measures.h"
#include "ui/canvas/canvas_look.h"
#include "ui/models/roles.h"
#include "ui/session/selection.h"
#include "ui/text/words.h"

#include <cmath>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

void ComparisonModel::set(std::shared_ptr<const Comparison> comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    fill();
    endResetModel();
}

void ComparisonModel::setOnlyParameters(bool only)
{
    if (only == m_onlyParameters) return;
    beginResetModel();
    m_onlyParameters = only;
    fill();
    endResetModel();
}

void ComparisonModel::fill()
{
    m_rows.clear();
    if (!m_comparison) return;
    for (std::uint32_t i = 0; i < m_comparison->slots.size(); ++i)
        if (!m_onlyParameters || m_comparison->slots[i].parameters) m_rows.push_back(i);
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ComparisonModel::details(int row) const
{
    if (row < 0 || row >= rowCount()) return {};
    const SlotDifference& difference = m_comparison->slots[m_rows[static_cast<std::size_t>(row)]];
    const Graph& graph = m_comparison->to->outcome.table.slots().graph();
    QStringList lines;
    for (auto reason = difference.reasons.begin(); reason != difference.reasons.end();) { // sorted by rule
        const DifferenceRule rule = reason->rule;
        QStringList operations;
        for (; reason != difference.reasons.end() && reason->rule == rule; ++reason)
            if (reason->operation) operations << shortened(qs(graph.operation(reason->operation).id));
        const QString sentence = messageText(explain(rule));
        lines << (operations.isEmpty() ? sentence : tr("At %1: %2").arg(operations.join(u", "_s), sentence));
    }
    return lines.join(u'\n');
}

QString ComparisonModel::text(const SlotDifference& difference, int column, bool exactNumbers) const
{
    const TqcTable& here = m_comparison->to->outcome.table;
    const TqcTable& there = m_comparison->from->outcome.table;
    const SlotList& slots = here.slots();
    const Slot& slot = slots[difference.slot];
    const auto value = [&](const TqcTable& table) {
        if (!difference.parameters) { // the numbers say nothing then
            const SlotId root = table.root(difference.slot);
            return root && root != difference.slot ? tr("%1 of %2").arg(nameOf(table.state(difference.slot)), slotName(slots, root))
                                                   : nameOf(table.state(difference.slot));
        }
        return parametersText(table.effective(difference.slot), exactNumbers);
    };
    switch (column) {
    case Operation: return qs(slots.graph().operation(slot.operation).id);
    case Port: return portName(slot);
    case Here: return value(here);
    case There: return value(there);
    case Ratio: {
        const auto bits = bitsLost(there.effective(difference.slot), here.effective(difference.slot));
        return difference.parameters && bits ? ratioText(std::exp2(*bits)) : QString();
    }
    case Rules: {
        QStringList numbers;
        for (const DifferenceReason& reason : difference.reasons) {
            const QString number = numberOf(reason.rule).empty() ? tr("error") : qs(numberOf(reason.rule));
            if (!numbers.contains(number)) numbers << number;
        }
        return numbers.join(u", "_s);
    }
    case Cause: {
        QStringList operations;
        for (const DifferenceReason& reason : difference.reasons)
            if (reason.operation && !operations.contains(qs(slots.graph().operation(reason.operation).id)))
                operations << qs(slots.graph().operation(reason.operation).id);
        if (operations.isEmpty() && difference.operation) operations << qs(slots.graph().operation(difference.operation).id);
        return operations.join(u", "_s);
    }
    case Tensor: return qs(slots.graph().tensor(slot.tensor).name);
    default: return {};
    }
}

QVariant ComparisonModel::sortValue(const SlotDifference& difference, int column) const
{
    const TqcTable& here = m_comparison->to->outcome.table;
    const TqcTable& there = m_comparison->from->outcome.table;
    const auto first = [&](const TqcTable& table) {
        const auto scale = table.effective(difference.slot).scale;
        return scale.empty() ? -1.0 : static_cast<double>(scale[0]);
    };
    switch (column) {
    case Operation: return difference.slot.value();
    case Here: return first(here);
    case There: return first(there);
    // How far apart, whichever side is larger.
    case Ratio: return std::fabs(bitsLost(there.effective(difference.slot), here.effective(difference.slot)).value_or(0));
    case Rules: return difference.reasons.empty() ? -1 : static_cast<int>(difference.reasons.front().rule);
    default: return text(difference, column, false);
    }
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const SlotDifference& difference = m_comparison->slots[m_rows[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case Qt::DisplayRole: return text(difference, index.column(), false);
    case kCopyRole: return text(difference, index.column(), true);
    case kSortRole: return sortValue(difference, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Rules || index.column() == Cause) {
            if (const QString why = details(index.row()); !why.isEmpty()) return why;
        }
        return text(difference, index.column(), true);
    case Qt::TextAlignmentRole:
        if (isNumber(index.column())) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case kTargetRole: return QVariant::fromValue(slotSelection(m_comparison->to->outcome.table.slots(), difference.slot));
    default: return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole) {
        if (section == Here) return tr("The scenario as it is: effective scale, and the offset where it is not 0");
        if (section == There) return tr("The other side: effective scale, and the offset where it is not 0");
        if (section == Ratio) return tr("Scale here / scale there; sorts by how far the two are apart");
        if (section == Rules) return tr("1 to 25: quirks of PPQ. S1 to S7: rules of the strict engine. Point at one to read it.");
        if (section == Cause) return tr("The operation whose alignment makes the difference");
        return {};
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Operation: return tr("Operation");
    case Port: return tr("Slot");
    case Here: return tr("Here");
    case There: return tr("There");
    case Ratio: return tr("Ratio");
    case Rules: return tr("Rule");
    case Cause: return tr("Caused by");
    case Tensor: return tr("Tensor");
    default: return {};
    }
}

} // namespace alignscope::ui

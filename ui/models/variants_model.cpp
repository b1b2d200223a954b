// SPDX-License-Identifier: Apache-2.0
#include "ui/models/variants_model.h"

#include "ui/canvas/canvas_look.h"
#include "ui/models/roles.h"
#include "ui/session/selection.h"
#include "ui/text/words.h"

namespace alignscope::ui {
using namespace Qt::StringLiterals;

void VariantsModel::set(const ShownVariants& variants)
{
    beginResetModel();
    m_variants = variants;
    endResetModel();
}

int VariantsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_variants.all ? 0 : static_cast<int>(m_variants.all->slots.size());
}

int VariantsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : tensorColumn() + 1; }

QString VariantsModel::text(const Variants::SlotSpread& row, int column, bool exactNumbers) const
{
    const SlotList& slots = m_variants.all->outcomes.front()->outcome.table.slots();
    const Slot& slot = slots[row.slot];
    if (column == Operation) return qs(slots.graph().operation(slot.operation).id);
    if (column == Port) return portName(slot);
    if (column == Agreement) return agreementText(row.spread, m_variants.all->size());
    if (column == tensorColumn()) return qs(slots.graph().tensor(slot.tensor).name);
    if (column == ratioColumn()) {
        const auto ratio = m_variants.all->ratio(row.slot);
        return ratio ? ratioText(*ratio) : QString();
    }
    return parametersText(outcome(column).outcome.table.effective(row.slot), exactNumbers);
}

QVariant VariantsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Variants::SlotSpread& row = m_variants.all->slots[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    const bool number = column >= FirstScenario && column <= ratioColumn();
    switch (role) {
    case Qt::DisplayRole: return text(row, column, false);
    case kCopyRole:
    case Qt::ToolTipRole: return text(row, column, true);
    case kSortRole:
        if (column == Operation) return row.slot.value();
        if (column == ratioColumn()) return m_variants.all->ratio(row.slot).value_or(0);
        if (number) {
            const auto scale = outcome(column).outcome.table.effective(row.slot).scale;
            return scale.empty() ? -1.0 : static_cast<double>(scale[0]);
        }
        return text(row, column, false);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case kTargetRole: return QVariant::fromValue(slotSelection(m_variants.all->outcomes.front()->outcome.table.slots(), row.slot));
    default: return {};
    }
}

QVariant VariantsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    const bool scenario = section >= FirstScenario && section < ratioColumn();
    const auto which = static_cast<std::size_t>(section - FirstScenario);
    if (role == Qt::TextAlignmentRole) {
        const bool number = scenario || section == ratioColumn();
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role == Qt::ToolTipRole) {
        if (scenario) return tr("%1: effective scale, and the offset where it is not 0").arg(m_variants.names.value(section - FirstScenario));
        if (section == Agreement) return tr("Scenarios between two signs agree in scale and offset");
        if (section == ratioColumn()) return tr("Largest scale / smallest scale");
        return {};
    }
    if (role != Qt::DisplayRole) return {};
    if (scenario) return u"%1  %2"_s.arg(variantLetter(which), shortened(m_variants.names.value(section - FirstScenario), 13));
    if (section == Operation) return tr("Operation");
    if (section == Port) return tr("Slot");
    if (section == Agreement) return tr("Who agrees");
    if (section == ratioColumn()) return tr("Apart");
    return tr("Tensor");
}

} // namespace alignscope::ui

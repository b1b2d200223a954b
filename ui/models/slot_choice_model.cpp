// SPDX-License-Identifier: Apache-2.0
#include "ui/models/slot_choice_model.h"

#include "ui/text/words.h"

#include <algorithm>

namespace alignscope::ui {

void SlotChoiceModel::setChoices(std::shared_ptr<const Model> model, std::vector<SlotId> choices)
{
    beginResetModel();
    m_model = std::move(model);
    m_choices = std::move(choices);
    endResetModel();
}

int SlotChoiceModel::rowOf(SlotId slot) const
{
    const auto at = std::lower_bound(m_choices.begin(), m_choices.end(), slot);
    return at == m_choices.end() || *at != slot ? -1 : static_cast<int>(at - m_choices.begin());
}

int SlotChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant SlotChoiceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    const TqcTable& loaded = m_model->baseline;
    const SlotId slot = m_choices[static_cast<std::size_t>(index.row())];
    return QStringLiteral("%1    %2").arg(slotName(loaded.slots(), slot), scaleText(loaded.effective(slot)));
}

} // namespace alignscope::ui

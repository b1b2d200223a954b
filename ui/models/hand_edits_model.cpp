// SPDX-License-Identifier: Apache-2.0
#include "ui/models/hand_edits_model.h"

#include "ui/models/roles.h"
#include "ui/session/selection.h"
#include "ui/text/hand_edit_text.h"
#include "ui/theme/icons.h"

#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

QIcon signOf(HandEdit::Kind kind)
{
    switch (kind) {
    case HandEdit::Kind::Override: return icon(u"preset"_s);
    case HandEdit::Kind::Binding: return icon(u"bindings"_s);
    case HandEdit::Kind::Pin: return icon(u"pin"_s);
    case HandEdit::Kind::ExcludedEdge: return icon(u"scissors"_s);
    }
    return {};
}

Selection targetOf(const HandEdit& edit)
{
    Selection selection;
    if (edit.kind == HandEdit::Kind::Override) {
        selection.operation = edit.operation;
        selection.kind = edit.operation ? Selection::Kind::Operation : Selection::Kind::None;
        return selection;
    }
    // An edge is selected by its consumer's slot; whoever selects adds the tensor.
    const bool edge = edit.kind == HandEdit::Kind::ExcludedEdge;
    selection.slot = edge ? edit.other : edit.slot;
    if (selection.slot) selection.kind = edge ? Selection::Kind::Edge : Selection::Kind::Slot;
    return selection;
}

} // namespace

void HandEditsModel::set(std::vector<HandEdit> edits)
{
    beginResetModel();
    m_edits = std::move(edits);
    endResetModel();
}

const HandEdit* HandEditsModel::row(int number) const
{
    return number >= 0 && number < rowCount() ? &m_edits[static_cast<std::size_t>(number)] : nullptr;
}

int HandEditsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_edits.size()); }
int HandEditsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HandEditsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const HandEdit& edit = m_edits[static_cast<std::size_t>(index.row())];
    if (role == kTargetRole) return QVariant::fromValue(targetOf(edit));
    if (index.column() == Remove) {
        if (role == Qt::DecorationRole) return icon(u"close"_s);
        if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) return tr("Remove %1 (Del)").arg(titleOf(edit));
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case kSortRole:
    case kCopyRole: return titleOf(edit);
    case Qt::DecorationRole: return signOf(edit.kind);
    case EffectRole: return effectOf(edit);
    case SubjectRole: return linesOf(edit).subject;
    case DoneRole: return linesOf(edit).done;
    case NameRole: return linesOf(edit).name;
    case TroubleRole: return edit.status == HandEdit::Status::Refused || edit.status == HandEdit::Status::NotInModel;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return u"%1: %2. %3"_s.arg(nameOf(edit.kind), titleOf(edit), effectOf(edit));
    default: return {};
    }
}

QVariant HandEditsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == What ? tr("What") : tr("Remove");
}

} // namespace alignscope::ui

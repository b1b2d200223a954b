// SPDX-License-Identifier: Apache-2.0
#include "ui/models/watches_model.h"

#include "ui/models/roles.h"
#include "ui/session/selection.h"
#include "ui/session/stepper.h"
#include "ui/text/step_words.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFont>
#include <QStringList>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

WatchesModel::WatchesModel(Stepper& stepper, QObject* parent) : QAbstractTableModel(parent), m_stepper(stepper)
{
    connect(&stepper, &Stepper::watchesChanged, this, &WatchesModel::reset);
    connect(&stepper, &Stepper::prepared, this, &WatchesModel::refresh);
    connect(&stepper, &Stepper::positionChanged, this, &WatchesModel::refresh);
    m_rows = static_cast<int>(stepper.watches().size());
}

void WatchesModel::reset()
{
    beginResetModel();
    m_rows = static_cast<int>(m_stepper.watches().size());
    endResetModel();
}

void WatchesModel::refresh()
{
    if (m_rows > 0) Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

int WatchesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }
int WatchesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

bool WatchesModel::changedNow(int row) const
{
    const SlotHistory& history = m_stepper.watches()[static_cast<std::size_t>(row)].history;
    if (history.moments.empty() || !m_stepper.stepping() || m_stepper.position() == 0) return false;
    return history.at(m_stepper.position()).position == m_stepper.position();
}

QString WatchesModel::text(int row, int column, bool exactNumbers) const
{
    const Stepper::Watch& watch = m_stepper.watches()[static_cast<std::size_t>(row)];
    if (!watch.slot) return column == SlotName ? watch.id : column == Changed ? tr("not in this model") : dash();
    const std::size_t position = m_stepper.position();
    if (watch.history.moments.empty() && column != SlotName) return dash();
    const SlotHistory& history = watch.history;
    if (column == SlotName) return m_stepper.trail() ? slotName(m_stepper.trail()->end().slots(), watch.slot) : watch.id;
    const SlotList& slots = m_stepper.trail()->end().slots();
    const SlotHistory::Moment& now = history.at(position);
    switch (column) {
    case Scale: return scaleText(now.value.view(), exactNumbers);
    case Before: {
        const SlotHistory::Moment* before = history.before(position);
        return before == nullptr ? dash() : differenceText(slots, before->value, now.value);
    }
    case Changed:
        if (now.position == 0) return tr("as loaded");
        return changedNow(row) ? tr("now, step %1").arg(now.position) : tr("step %1").arg(now.position);
    case State: return nameOf(now.value.state);
    case Offset: return offsetText(now.value.view(), exactNumbers);
    case Master: return now.value.master && now.value.master != watch.slot ? slotName(slots, now.value.master) : tr("itself");
    default: return {};
    }
}

QVariant WatchesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.row() >= static_cast<int>(m_stepper.watches().size())) return {};
    const Stepper::Watch& watch = m_stepper.watches()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: {
        const QString shown = text(index.row(), index.column(), false);
        return index.column() == SlotName && changedNow(index.row()) ? u"\u25c6 "_s + shown : shown;
    }
    case kCopyRole: return text(index.row(), index.column(), true);
    case Qt::FontRole: {
        QFont font = QApplication::font();
        font.setBold(changedNow(index.row()));
        return font;
    }
    case Qt::ForegroundRole:
        if (!watch.slot) return theme().muted;
        return changedNow(index.row()) && index.column() != SlotName ? QVariant(theme().accent) : QVariant();
    case Qt::TextAlignmentRole:
        if (index.column() == Scale || index.column() == Offset) return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::ToolTipRole: {
        if (watch.history.moments.empty()) return watch.id;
        if (watch.history.moments.size() == 1) return tr("%1: no step changes it").arg(watch.id);
        QStringList steps;
        for (std::size_t i = 1; i < watch.history.moments.size(); ++i) {
            if (i > 12) {
                steps << u"\u2026"_s;
                break;
            }
            steps << QString::number(watch.history.moments[i].position);
        }
        return tr("%1: changed by the steps %2").arg(watch.id, steps.join(u", "_s));
    }
    case kTargetRole:
        if (!watch.slot || !m_stepper.trail()) return {};
        return QVariant::fromValue(slotSelection(m_stepper.trail()->end().slots(), watch.slot));
    default: return {};
    }
}

QVariant WatchesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        const bool right = section == Scale || section == Offset;
        return QVariant::fromValue(Qt::Alignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role == Qt::ToolTipRole && section == Before) return tr("What was another before its latest change");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case SlotName: return tr("Watched slot");
    case Scale: return tr("Scale");
    case Before: return tr("Before");
    case Changed: return tr("Changed");
    case State: return tr("State");
    case Offset: return tr("Offset");
    case Master: return tr("Master");
    default: return {};
    }
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/models/history_model.h"

#include "ui/session/scenario_costs.h"
#include "ui/session/session.h"
#include "ui/text/scenario_text.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

HistoryModel::HistoryModel(Session& session, ScenarioCosts& costs, QObject* parent)
    : QAbstractTableModel(parent), m_session(session), m_costs(costs)
{
    // Merged edits change the last step without a new index.
    connect(&session.undoStack(), &QUndoStack::indexChanged, this, &HistoryModel::schedule);
    for (const auto signal : {&Session::scenarioChanged, &Session::keptChanged})
        connect(&session, signal, this, &HistoryModel::schedule);
    connect(&session, &Session::modelChanged, this, &HistoryModel::refresh);
    connect(&costs, &ScenarioCosts::changed, this, &HistoryModel::refresh);
    refresh();
}

// An edit tells several things at once, and a long history takes a moment to read.
void HistoryModel::schedule()
{
    if (std::exchange(m_scheduled, true)) return;
    QMetaObject::invokeMethod(this, &HistoryModel::refresh, Qt::QueuedConnection);
}

int HistoryModel::currentRow() const { return m_states.empty() ? -1 : m_session.undoStack().index(); }

void HistoryModel::refresh()
{
    m_scheduled = false;
    std::vector<Scenario> states;
    if (m_session.model() != nullptr && m_session.model()->baseline.size() > 0) states = m_session.history();
    const bool same = states.size() == m_states.size();
    if (!same) beginResetModel();
    m_states = std::move(states);
    m_prices.clear();
    for (const Scenario& state : m_states) m_prices.push_back(m_costs.cost(state));
    if (!same) endResetModel();
    else if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT refreshed();
}

double HistoryModel::figure(const Summary& summary, int column) const
{
    switch (column) {
    case Requantize: return static_cast<double>(summary.requantizeEdgesAfter);
    case Misaligned: return static_cast<double>(summary.misalignedOperationsAfter);
    case WorstBits: return summary.worstBitsLost;
    case SummedBits: return summary.summedBitsLost;
    case Clipped: return static_cast<double>(summary.clippedTensors);
    default: return 0;
    }
}

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_states.size()); }
int HistoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int row = index.row();
    const int now = m_session.undoStack().index();
    const Combination* price = m_prices[static_cast<std::size_t>(row)];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((index.column() == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role == Qt::FontRole) return row == now ? QVariant(scaledFont(1.0, true)) : QVariant();
    if (role == Qt::ForegroundRole) {
        if (price != nullptr && price->error && index.column() >= Requantize) return theme().bad;
        return row > now ? QVariant(theme().muted) : QVariant();
    }
    if (role == Qt::ToolTipRole) return scenarioLines(m_states[static_cast<std::size_t>(row)]).join(u'\n');
    if (role == Qt::AccessibleTextRole && index.column() == What && row == now) return tr("%1, where you are").arg(index.data().toString());
    if (role != Qt::DisplayRole) return {};
    if (index.column() == StepColumn) return row == now ? u"\u25b8 %1"_s.arg(row) : QString::number(row);
    if (index.column() == What) return row == 0 ? tr("Opened") : m_session.undoStack().text(row - 1);
    if (price == nullptr) return u"\u2026"_s;
    if (price->error) return index.column() == Requantize ? tr("engine error") : dash();
    const double value = figure(price->summary, index.column());
    const bool bits = index.column() == WorstBits || index.column() == SummedBits;
    return QString::number(value, 'f', bits ? 2 : 0);
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case StepColumn: return tr("Step");
    case What: return tr("What was done");
    case Requantize: return tr("Requantize");
    case Misaligned: return tr("Misaligned");
    case WorstBits: return tr("Worst bits");
    case SummedBits: return tr("Summed bits");
    case Clipped: return tr("Clipped");
    default: return {};
    }
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/models/scenarios_model.h"

#include "ui/models/roles.h"
#include "ui/models/sweep_model.h"
#include "ui/session/scenario_costs.h"
#include "ui/session/scenario_store.h"
#include "ui/session/session.h"
#include "ui/text/scenario_text.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

bool isFigure(int column) { return column >= ScenariosModel::Requantize && column <= ScenariosModel::Largest; }
// Fewer or larger groups are neither better nor worse.
bool isPrice(int column) { return isFigure(column) && column <= ScenariosModel::Contract; }

} // namespace

ScenariosModel::ScenariosModel(Session& session, ScenarioStore& store, ScenarioCosts& costs, QObject* parent)
    : QAbstractTableModel(parent), m_session(session), m_store(store), m_costs(costs)
{
    for (const auto signal : {&Session::modelChanged, &Session::scenarioChanged, &Session::keptChanged})
        connect(&session, signal, this, &ScenariosModel::refresh);
    connect(&costs, &ScenarioCosts::changed, this, &ScenariosModel::refresh);
    refresh();
}

Scenario ScenariosModel::scenario(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].scenario : Scenario{};
}

QString ScenariosModel::name(int row) const
{
    if (row == kLoadedRow) return tr("As loaded");
    if (row == kCurrentRow) {
        const QString title = m_store.title();
        return title.isEmpty() ? tr("Current") : tr("Current: %1").arg(title);
    }
    return m_store.name(keptIndex(row));
}

void ScenariosModel::setLetters(const QStringList& names)
{
    if (m_lettered == names) return;
    m_lettered = names;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, Key), index(rowCount() - 1, Key));
}

void ScenariosModel::refresh()
{
    std::vector<Row> rows;
    if (m_session.model() != nullptr && m_session.model()->baseline.size() > 0) {
        rows.push_back({});
        rows.push_back({m_session.scenario()});
        for (const NamedScenario& named : m_session.kept().list) rows.push_back({named.scenario});
        for (Row& row : rows) row.cost = m_costs.cost(row.scenario);
    }
    // The selection stays unless rows came or went.
    const bool same = rows.size() == m_rows.size();
    if (!same) beginResetModel();
    m_rows = std::move(rows);
    m_best.fill(std::nullopt);
    for (int column = 0; column < ColumnCount; ++column) {
        if (!isPrice(column)) continue;
        std::optional<double> low;
        std::optional<double> high;
        for (int row = kCurrentRow; row < rowCount(); ++row) {
            const auto value = figure(row, column);
            if (!value) continue;
            low = std::min(low.value_or(*value), *value);
            high = std::max(high.value_or(*value), *value);
        }
        if (low != high) m_best[static_cast<std::size_t>(column)] = low;
    }
    if (!same) endResetModel();
    else if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::optional<double> ScenariosModel::figure(int row, int column) const
{
    const Combination* cost = m_rows[static_cast<std::size_t>(row)].cost;
    if (cost == nullptr || cost->error) return std::nullopt;
    const Summary& s = cost->summary;
    const auto count = [](std::size_t value) { return static_cast<double>(value); };
    switch (column) {
    case Requantize: return count(s.requantizeEdgesAfter);
    case Misaligned: return count(s.misalignedOperationsAfter);
    case WorstBits: return s.worstBitsLost;
    case SummedBits: return s.summedBitsLost;
    case Broken: return count(s.brokenPromises);
    case Contract: return count(s.changedGraphInputs + s.changedGraphOutputs);
    case Groups: return count(s.groups);
    case Largest: return count(s.largestGroup);
    default: return std::nullopt;
    }
}

QString ScenariosModel::figureText(int row, int column) const
{
    const Combination* cost = m_rows[static_cast<std::size_t>(row)].cost;
    if (cost == nullptr) return u"\u2026"_s;
    if (cost->error) return column == Requantize ? tr("engine error") : dash();
    const double value = figure(row, column).value_or(0);
    if (column == WorstBits || column == SummedBits) return QString::number(value, 'f', 2);
    if (column == Contract)
        return u"%1 / %2"_s.arg(QString::number(cost->summary.changedGraphInputs), QString::number(cost->summary.changedGraphOutputs));
    return QString::number(value, 'f', 0);
}

bool ScenariosModel::isBest(int row, int column) const
{
    const auto& best = m_best[static_cast<std::size_t>(column)];
    return best && row >= kCurrentRow && figure(row, column) == best;
}

int ScenariosModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int ScenariosModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ScenariosModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int row = index.row();
    const int column = index.column();
    const int kept = keptIndex(row);
    const bool active = kept >= 0 && m_session.kept().active == static_cast<std::size_t>(kept);
    const Row& entry = m_rows[static_cast<std::size_t>(row)];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::FontRole) {
        if (isBest(row, column) || (column == Name && (active || row == kCurrentRow))) return scaledFont(1.0, true);
        return {};
    }
    if (role == Qt::ForegroundRole) {
        if (entry.cost != nullptr && entry.cost->error && isFigure(column)) return theme().bad;
        return row == kLoadedRow || column == Key ? QVariant(theme().muted) : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        if (entry.cost != nullptr && entry.cost->error) return tr("The engine stops here: %1").arg(qs(entry.cost->error->message));
        if (isBest(row, column)) return tr("The lowest of this column");
        if (column == Note) return index.data(Qt::DisplayRole);
        return scenarioLines(entry.scenario).join(u'\n');
    }
    if (role == Qt::AccessibleTextRole && isBest(row, column)) return tr("%1, best").arg(figureText(row, column));
    if (role == Qt::EditRole && kept >= 0 && (column == Name || column == Note))
        return column == Name ? m_store.name(kept) : qs(m_session.kept().list[static_cast<std::size_t>(kept)].note);
    if (role != Qt::DisplayRole && role != kCopyRole) return {};
    if (isFigure(column)) {
        const QString text = figureText(row, column);
        return role == Qt::DisplayRole && isBest(row, column) ? u"\u2605 "_s + text : text;
    }
    switch (column) {
    case Key: {
        const QString key = kept >= 0 && kept < 9 ? QString::number(kept + 1) : QString();
        const qsizetype letter = m_lettered.indexOf(name(index.row()));
        return letter < 0 ? key : (key.isEmpty() ? u"   "_s : key + u"  "_s) + variantLetter(static_cast<std::size_t>(letter));
    }
    case Name: return active && m_store.differs() ? name(row) + u'*' : name(row);
    case EngineColumn: return row == kLoadedRow ? dash() : entry.scenario.engine == Engine::Ppq ? u"PPQ"_s : tr("Strict");
    case Methods: return row == kLoadedRow ? dash() : methodsText(withoutIdleFamilies(*m_session.model(), entry.scenario));
    case Exceptions: {
        const int count = exceptionCount(entry.scenario);
        return count > 0 ? QString::number(count) : dash();
    }
    case Note: return kept >= 0 ? qs(m_session.kept().list[static_cast<std::size_t>(kept)].note) : QString();
    default: return {};
    }
}

bool ScenariosModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const int kept = keptIndex(index.row());
    if (role != Qt::EditRole || kept < 0 || index.row() >= rowCount()) return false;
    const QString text = value.toString();
    if (index.column() == Note) {
        m_store.setNote(kept, text);
        return true;
    }
    if (index.column() != Name || text.trimmed() == m_store.name(kept)) return false;
    if (m_store.rename(kept, text)) return true;
    Q_EMIT refused(m_store.whyNot(text, kept));
    return false;
}

Qt::ItemFlags ScenariosModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    const bool editable = keptIndex(index.row()) >= 0 && (index.column() == Name || index.column() == Note);
    return editable ? plain | Qt::ItemIsEditable : plain;
}

QVariant ScenariosModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Key: return tr("The key that switches to the scenario, and its letter while several are compared");
        case Exceptions: return tr("Overrides, bindings and pins of single operations and slots");
        case Requantize: return tr("Edges whose two ends have different scales: the device must rescale there");
        case Misaligned: return tr("Elementwise operations and concats whose inputs differ");
        case WorstBits: return tr("Most bits of resolution that a slot loses: log2(new scale / old scale)");
        case SummedBits: return tr("Bits of resolution that all slots lose together");
        case Broken: return tr("Alignments that a later operation undid");
        case Contract: return tr("Model inputs / outputs whose scale changed: a contract with the caller");
        case Largest: return tr("Slots of the largest group");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Key: return tr("Key");
    case Name: return tr("Name");
    case EngineColumn: return tr("Engine");
    case Methods: return tr("Methods");
    case Exceptions: return tr("Exceptions");
    case Requantize: return tr("Requantize");
    case Misaligned: return tr("Misaligned");
    case WorstBits: return tr("Worst bits");
    case SummedBits: return tr("Summed bits");
    case Broken: return tr("Broken");
    case Contract: return tr("In / out");
    case Groups: return tr("Groups");
    case Largest: return tr("Largest");
    case Note: return tr("Note");
    default: return {};
    }
}

} // namespace alignscope::ui

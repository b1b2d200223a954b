// SPDX-License-Identifier: Apache-2.0
#include "ui/models/sweep_model.h"

#include "ui/models/roles.h"
#include "ui/text/scenario_text.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QStringList>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

bool sameCombination(const Scenario& a, const Scenario& b)
{
    return a.engine == b.engine && a.methods == b.methods && a.forceOverlap == b.forceOverlap;
}

Scenario withoutIdleFamilies(const Model& model, Scenario scenario)
{
    for (const Family family : kFamilies)
        if (model.slotGraph->siteCount(family) == 0) scenario.setMethod(family, Method::None);
    return scenario;
}

void SweepModel::setCombinations(std::vector<Combination> combinations)
{
    beginResetModel();
    m_combinations = std::move(combinations);
    m_front.clear();
    m_best = {};
    endResetModel();
}

void SweepModel::setMarks(std::vector<bool> front, const SweepBest& best)
{
    m_front = std::move(front);
    m_best = best;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void SweepModel::setCurrent(const Scenario& scenario)
{
    m_current = scenario;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const Combination* SweepModel::combination(int row) const
{
    return row >= 0 && row < rowCount() ? &m_combinations[static_cast<std::size_t>(row)] : nullptr;
}

int SweepModel::currentRow() const
{
    for (std::size_t i = 0; i < m_combinations.size(); ++i)
        if (sameCombination(m_combinations[i].scenario, m_current)) return static_cast<int>(i);
    return -1;
}

int SweepModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_combinations.size());
}

int SweepModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SweepModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Combination& c = m_combinations[static_cast<std::size_t>(index.row())];
    const bool text = role == Qt::DisplayRole || role == kCopyRole;
    const auto row = static_cast<std::size_t>(index.row());
    const bool best = row == m_best.fewestPlaces || row == m_best.noEdge || row == m_best.noMisaligned;
    const bool front = row < m_front.size() && m_front[row];
    if (role == Qt::ToolTipRole) {
        if (c.error) return tr("The engine stops here: %1").arg(qs(c.error->message));
        QString tip = u"%1: %2"_s.arg(engineTitle(c.scenario.engine), methodsText(c.scenario));
        if (row == m_best.fewestPlaces) tip += u'\n' + tr("Fewest requantize edges and misaligned operations, at the least loss");
        if (row == m_best.noEdge) tip += u'\n' + tr("Least loss with no requantize edge");
        if (row == m_best.noMisaligned) tip += u'\n' + tr("Least loss with no misaligned operation");
        if (front) tip += u'\n' + tr("No other is better in one and not worse in the other");
        return tip;
    }
    if (role == Qt::TextAlignmentRole)
        return index.column() >= Requantize ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    if (role == Qt::FontRole) return sameCombination(c.scenario, m_current) ? QVariant(scaledFont(1.0, true)) : QVariant();
    if (role == Qt::ForegroundRole) return c.error ? QVariant(theme().bad) : QVariant();
    if (!text && role != kSortRole) return {};
    const auto count = [](std::size_t value) { return QVariant(static_cast<qulonglong>(value)); };
    const auto method = [&](Family family) {
        const Method m = c.scenario.method(family);
        return text ? QVariant(nameOf(m)) : QVariant(static_cast<int>(m));
    };
    switch (index.column()) {
    case EngineColumn: {
        // Signs, since colour alone says nothing.
        const QString sign = role != Qt::DisplayRole ? QString() : best ? u"\u2605 "_s : front ? u"\u25c7 "_s : u"  "_s;
        return sign + engineTitle(c.scenario.engine);
    }
    case Elementwise: return method(Family::Elementwise);
    case Concat: return method(Family::Concat);
    case Pooling: return method(Family::Pooling);
    case Resize: return method(Family::Resize);
    case OverlapColumn: return c.scenario.forceOverlap == Overlap::On ? tr("on") : tr("off");
    case Requantize: return count(c.summary.requantizeEdgesAfter);
    case Misaligned: return count(c.summary.misalignedOperationsAfter);
    case WorstBits: return text ? QVariant(QString::number(c.summary.worstBitsLost, 'f', 2)) : QVariant(c.summary.worstBitsLost);
    case SummedBits: return text ? QVariant(QString::number(c.summary.summedBitsLost, 'f', 2)) : QVariant(c.summary.summedBitsLost);
    case Clipped: return count(c.summary.clippedTensors);
    case Groups: return count(c.summary.groups);
    case Changed: return count(c.summary.movedSlots);
    case Split: return count(c.summary.splitOperationsAfter);
    case Broken: return count(c.summary.brokenPromises);
    default: return {};
    }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section >= Requantize ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole) switch (section) {
        case EngineColumn: return tr("\u2605 a best one, \u25c7 none is better in both edges and loss");
        case Requantize: return tr("Edges at which the device must rescale");
        case Misaligned: return tr("Operations whose inputs disagree");
        case SummedBits: return tr("log2(new scale / loaded scale) of each tensor, added up; gains do not count");
        case WorstBits: return tr("The largest log2(new scale / loaded scale) of a tensor");
        case Clipped: return tr("Tensors of which part of the loaded range would be clipped");
        case Split: return tr("Passive operations whose input and output disagree");
        case Broken: return tr("Alignments that a later operation undid");
        default: return {};
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case EngineColumn: return tr("Engine");
    case Elementwise: return titleOf(Family::Elementwise);
    case Concat: return titleOf(Family::Concat);
    case Pooling: return titleOf(Family::Pooling);
    case Resize: return titleOf(Family::Resize);
    case OverlapColumn: return tr("Overlap");
    case Requantize: return tr("Requantize");
    case Misaligned: return tr("Misaligned");
    case WorstBits: return tr("Worst bits");
    case SummedBits: return tr("Summed bits");
    case Clipped: return tr("Clipped");
    case Groups: return tr("Groups");
    case Changed: return tr("Changed");
    case Split: return tr("Split");
    case Broken: return tr("Broken");
    default: return {};
    }
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/models/sweep_model.h"

#include "ui/models/roles.h"
#include "ui/text/scenario_text.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QStringList>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

bool sameMethods(const Scenario& a, const Scenario& b)
{
    return a.methods == b.methods && a.forceOverlap == b.forceOverlap;
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
    endResetModel();
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
        if (sameMethods(m_combinations[i].scenario, m_current)) return static_cast<int>(i);
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
    if (role == Qt::ToolTipRole)
        return c.error ? tr("The engine stops here: %1").arg(qs(c.error->message)) : methodsText(c.scenario);
    if (role == Qt::TextAlignmentRole)
        return index.column() >= Requantize ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    if (role == Qt::FontRole) return sameMethods(c.scenario, m_current) ? QVariant(scaledFont(1.0, true)) : QVariant();
    if (role == Qt::ForegroundRole) return c.error ? QVariant(theme().bad) : QVariant();
    if (!text && role != kSortRole) return {};
    const auto count = [](std::size_t value) { return QVariant(static_cast<qulonglong>(value)); };
    const auto method = [&](Family family) {
        const Method m = c.scenario.method(family);
        return text ? QVariant(nameOf(m)) : QVariant(static_cast<int>(m));
    };
    switch (index.column()) {
    case Elementwise: return method(Family::Elementwise);
    case Concat: return method(Family::Concat);
    case Pooling: return method(Family::Pooling);
    case Resize: return method(Family::Resize);
    case OverlapColumn: return c.scenario.forceOverlap == Overlap::On ? tr("on") : tr("off");
    case Requantize: return count(c.summary.requantizeEdgesAfter);
    case Misaligned: return count(c.summary.misalignedOperationsAfter);
    case WorstBits: return text ? QVariant(QString::number(c.summary.worstBitsLost, 'f', 2)) : QVariant(c.summary.worstBitsLost);
    case SummedBits: return text ? QVariant(QString::number(c.summary.summedBitsLost, 'f', 2)) : QVariant(c.summary.summedBitsLost);
    case Groups: return count(c.summary.groups);
    case Changed: return count(c.summary.changedSlots);
    case Broken: return count(c.summary.brokenPromises);
    default: return {};
    }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section >= Requantize ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Elementwise: return titleOf(Family::Elementwise);
    case Concat: return titleOf(Family::Concat);
    case Pooling: return titleOf(Family::Pooling);
    case Resize: return titleOf(Family::Resize);
    case OverlapColumn: return tr("Overlap");
    case Requantize: return tr("Requantize");
    case Misaligned: return tr("Misaligned");
    case WorstBits: return tr("Worst bits");
    case SummedBits: return tr("Summed bits");
    case Groups: return tr("Groups");
    case Changed: return tr("Changed");
    case Broken: return tr("Broken");
    default: return {};
    }
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/models/choices_model.h"

#include "ui/models/roles.h"
#include "ui/session/selection.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QStringList>

#include <cmath>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

QString signedNumber(std::ptrdiff_t value) { return (value > 0 ? u"+"_s : QString()) + QString::number(value); }

// "+0.31"; less than half of the last digit is no difference.
QString signedBits(double value)
{
    if (std::abs(value) < 0.005) return u"0"_s;
    return (value > 0 ? u"+"_s : QString()) + QString::number(value, 'f', 2);
}

bool isNumber(int column) { return column >= ChoicesModel::Slots || column == ChoicesModel::Number; }

// What is worse by more is bad, less is good; where more or less means nothing there is no colour.
QVariant judged(const Impact& impact, int column)
{
    double value = 0;
    switch (column) {
    case ChoicesModel::Requantize: value = static_cast<double>(impact.price.requantizeEdges); break;
    case ChoicesModel::Misaligned: value = static_cast<double>(impact.price.misalignedOperations); break;
    case ChoicesModel::Broken: value = static_cast<double>(impact.price.brokenPromises); break;
    case ChoicesModel::SummedBits: value = impact.price.summedBitsLost; break;
    case ChoicesModel::WorstBits: value = impact.price.worstBitsLost; break;
    default: return {};
    }
    if (std::abs(value) < 0.005) return theme().muted;
    return value > 0 ? theme().bad : theme().good;
}

} // namespace

QString optionText(const Option& option)
{
    if (!reachesProducers(option.method)) return nameOf(option.method);
    return option.overlap == Overlap::On ? ChoicesModel::tr("%1, overlap on").arg(nameOf(option.method))
                                         : ChoicesModel::tr("%1, overlap off").arg(nameOf(option.method));
}

QString priceText(const Price& price)
{
    QStringList parts;
    if (price.requantizeEdges != 0) parts << ChoicesModel::tr("requantize edges %1").arg(signedNumber(price.requantizeEdges));
    if (price.misalignedOperations != 0) parts << ChoicesModel::tr("misaligned operations %1").arg(signedNumber(price.misalignedOperations));
    if (price.brokenPromises != 0) parts << ChoicesModel::tr("broken promises %1").arg(signedNumber(price.brokenPromises));
    if (std::abs(price.summedBitsLost) >= 0.005) parts << ChoicesModel::tr("summed bits lost %1").arg(signedBits(price.summedBitsLost));
    return parts.isEmpty() ? dash() : parts.join(u", "_s);
}

void ChoicesModel::set(std::shared_ptr<const Model> model, std::vector<Impact> rows)
{
    beginResetModel();
    m_model = std::move(model);
    m_rows = std::move(rows);
    m_adopted = 0;
    endResetModel();
}

void ChoicesModel::setImpacts(std::shared_ptr<const Model> model, std::vector<Impact> impacts)
{
    set(std::move(model), std::move(impacts));
}

void ChoicesModel::setProposals(std::shared_ptr<const Model> model, const std::vector<Proposal>& proposals)
{
    std::vector<Impact> rows;
    for (const Proposal& step : proposals) rows.push_back({step.option, step.reach, step.price, std::nullopt});
    set(std::move(model), std::move(rows));
}

void ChoicesModel::setAdopted(int count)
{
    if (count == m_adopted) return;
    m_adopted = count;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const Impact* ChoicesModel::choice(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int ChoicesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int ChoicesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ChoicesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Impact& impact = m_rows[static_cast<std::size_t>(index.row())];
    const Operation& operation = m_model->graph->operation(impact.option.operation);
    const bool adopted = index.row() < m_adopted;
    const bool text = role == Qt::DisplayRole || role == kCopyRole;
    if (role == kTargetRole) {
        Selection selection;
        selection.kind = Selection::Kind::Operation;
        selection.operation = impact.option.operation;
        return QVariant::fromValue(selection);
    }
    if (role == Qt::TextAlignmentRole)
        return isNumber(index.column()) ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    if (role == Qt::ToolTipRole) {
        const QString name = u"%1 (%2) \u2192 %3"_s.arg(qs(operation.id), qs(operation.type), optionText(impact.option));
        if (impact.error) return name + u'\n' + errorText(*impact.error, *m_model->graph);
        return name + u'\n'
            + differenceText(impact.reach.slots) + u'\n' + priceText(impact.price);
    }
    if (role == Qt::ForegroundRole) {
        if (adopted) return theme().muted;
        if (impact.error) return theme().bad;
        return judged(impact, index.column());
    }
    if (!text && role != kSortRole) return {};
    const auto count = [](std::size_t value) { return QVariant(static_cast<qulonglong>(value)); };
    const auto delta = [&](std::ptrdiff_t value) {
        return role == Qt::DisplayRole ? QVariant(signedNumber(value)) : QVariant(static_cast<qlonglong>(value));
    };
    const auto bits = [&](double value) { return role == Qt::DisplayRole ? QVariant(signedBits(value)) : QVariant(value); };
    switch (index.column()) {
    case Number: return role == Qt::DisplayRole && adopted ? QVariant(u"\u2713 %1"_s.arg(index.row() + 1)) : QVariant(index.row() + 1);
    case OperationName: return qs(operation.id);
    case Type: return qs(operation.type);
    case Becomes: return impact.error && role == Qt::DisplayRole ? tr("%1: the engine stops").arg(optionText(impact.option)) : optionText(impact.option);
    case Slots: return count(impact.reach.slots.changed);
    case Joined: return count(impact.reach.slots.joined);
    case Operations: return count(impact.reach.operations);
    case Hops: return count(impact.reach.hops);
    case Requantize: return delta(impact.price.requantizeEdges);
    case Misaligned: return delta(impact.price.misalignedOperations);
    case Broken: return delta(impact.price.brokenPromises);
    case SummedBits: return bits(impact.price.summedBitsLost);
    case WorstBits: return bits(impact.price.worstBitsLost);
    default: return {};
    }
}

QVariant ChoicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole) switch (section) {
        case Becomes: return tr("What the operation would do instead of what it does now");
        case Slots: return tr("Slots whose effective scale or offset would be another");
        case Joined: return tr("Slots that would follow another master with the scale and offset that they have");
        case Operations: return tr("Operations with such a slot");
        case Hops: return tr("Edges from the operation to the farthest one that moves");
        case Requantize: return tr("Requantize edges more or fewer than now");
        case Misaligned: return tr("Operations whose inputs disagree, more or fewer than now");
        case Broken: return tr("Broken promises more or fewer than now");
        case SummedBits: return tr("Bits lost more or fewer than now: log2(new scale / loaded scale) of each tensor, added up; gains do not count");
        case WorstBits: return tr("Change of the largest loss of a tensor, in bits");
        default: return {};
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Number: return u"#"_s;
    case OperationName: return tr("Operation");
    case Type: return tr("Type");
    case Becomes: return tr("Would be");
    case Slots: return tr("Slots changed");
    case Joined: return tr("Joined only");
    case Operations: return tr("Operations");
    case Hops: return tr("Hops");
    case Requantize: return tr("Requantize");
    case Misaligned: return tr("Misaligned");
    case Broken: return tr("Broken");
    case SummedBits: return tr("Summed bits");
    case WorstBits: return tr("Worst bits");
    default: return {};
    }
}

} // namespace alignscope::ui

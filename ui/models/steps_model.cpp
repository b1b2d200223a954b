// SPDX-License-Identifier: Apache-2.0
#include "ui/models/steps_model.h"

#include "ui/models/roles.h"
#include "ui/session/selection.h"
#include "ui/text/explanation.h"
#include "ui/text/step_words.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <span>
#include <utility>

namespace alignscope::ui {
namespace {

std::span<const Stop> stopsAt(const std::vector<Stop>& stops, std::size_t position)
{
    const auto before = [](const Stop& stop, std::size_t at) { return stop.position < at; };
    const auto after = [](std::size_t at, const Stop& stop) { return at < stop.position; };
    return {std::lower_bound(stops.begin(), stops.end(), position, before), std::upper_bound(stops.begin(), stops.end(), position, after)};
}

} // namespace

void StepsModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation)
{
    beginResetModel();
    m_evaluation = std::move(evaluation);
    m_trail.reset();
    m_current = 0;
    m_breakpoints.clear();
    m_halts.clear();
    m_promiseBreaks.clear();
    m_armed.clear();
    endResetModel();
}

void StepsModel::setTrail(std::shared_ptr<const StepTrail> trail)
{
    if (trail == m_trail || (trail && trail->whole() != m_evaluation)) return;
    m_trail = std::move(trail);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, ScaleBefore), index(rowCount() - 1, ScaleAfter));
}

void StepsModel::setMarks(const std::vector<Breakpoint>& breakpoints, const std::vector<Stop>& stops, const std::vector<Stop>& promiseBreaks)
{
    m_breakpoints = breakpoints;
    m_halts = stops; // their sentences are made when asked for: there may be a hundred thousand
    m_promiseBreaks = promiseBreaks;
    m_armed.clear();
    if (!m_evaluation) return;
    const Model& model = *m_evaluation->model;
    m_armed.assign(model.graph->operationCount(), false);
    for (const Breakpoint& breakpoint : breakpoints)
        if (breakpoint.kind == Breakpoint::Kind::Operation)
            if (const OpId operation = model.graph->findOperation(breakpoint.name)) m_armed[operation.index()] = true;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, Gutter), index(rowCount() - 1, Gutter));
}

void StepsModel::setCurrent(std::size_t position)
{
    const std::size_t old = std::exchange(m_current, position);
    if (old == position) return;
    for (const std::size_t at : {old, position})
        if (const int row = static_cast<int>(at) - 1; row >= 0 && row < rowCount()) Q_EMIT dataChanged(index(row, Gutter), index(row, Gutter));
}

int StepsModel::marks(int row) const
{
    const std::size_t position = static_cast<std::size_t>(row) + 1;
    const OpId operation = m_evaluation->outcome.steps[static_cast<std::size_t>(row)].operation;
    int marks = position == m_current ? Current : 0;
    if (!stopsAt(m_halts, position).empty()) marks |= Halts;
    if (operation && operation.index() < m_armed.size() && m_armed[operation.index()]) marks |= Armed;
    if (!stopsAt(m_promiseBreaks, position).empty()) marks |= BreaksPromise;
    return marks;
}

QString StepsModel::marksText(int row) const
{
    const std::size_t position = static_cast<std::size_t>(row) + 1;
    QStringList lines;
    if (position == m_current) lines << tr("The current step");
    const Model& model = *m_evaluation->model;
    for (const Stop& stop : stopsAt(m_halts, position))
        if (stop.breakpoint < m_breakpoints.size()) lines << tr("Breakpoint: %1").arg(stopText(model, m_breakpoints[stop.breakpoint], stop));
    if (const auto broken = stopsAt(m_promiseBreaks, position); !broken.empty())
        lines << tr("Broken promise: %1").arg(stopText(model, {Breakpoint::Kind::BrokenPromise, {}, 0}, broken.back()));
    return lines.join(u'\n');
}

int StepsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_evaluation ? 0 : static_cast<int>(m_evaluation->outcome.steps.size());
}

int StepsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant StepsModel::text(int row, int column) const
{
    const auto at = static_cast<std::size_t>(row);
    const Step& step = m_evaluation->outcome.steps[at];
    const SlotList& slots = m_evaluation->outcome.table.slots();
    const StepDetail* detail = m_trail ? &m_trail->details()[at] : nullptr;
    const auto scale = [](const std::optional<float>& value) { return value ? number(static_cast<double>(*value)) : dash(); };
    switch (column) {
    case Gutter: return {};
    case Number: return row + 1;
    case Operation: return step.operation ? qs(m_evaluation->model->graph->operation(step.operation).id) : QString();
    case What: return nameOf(step.action);
    case SlotName: return step.slot ? slotName(slots, step.slot) : QString();
    case MasterName: return step.master && step.master != step.slot ? slotName(slots, step.master) : QString();
    case ScaleBefore: return detail != nullptr ? scale(detail->scaleBefore) : dash();
    case ScaleAfter: return detail != nullptr ? scale(detail->scaleAfter) : dash();
    case Why: return nameOf(step.reason);
    default: return {};
    }
}

QVariant StepsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_evaluation) return {};
    const Step& step = m_evaluation->outcome.steps[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case kCopyRole: return text(index.row(), index.column());
    case kSortRole:
        if (index.column() == Gutter) return marks(index.row()) == 0 ? index.row() + 1 : index.row() - rowCount(); // marked ones first
        return index.column() == Number ? QVariant(index.row()) : text(index.row(), index.column());
    case kGutterRole: return marks(index.row());
    case Qt::AccessibleTextRole: return index.column() == Gutter ? QVariant(marksText(index.row())) : QVariant();
    case Qt::ToolTipRole: {
        if (index.column() != Gutter) return stepText(*m_evaluation, step);
        const QString marked = marksText(index.row());
        return marked.isEmpty() ? tr("Click to halt where the steps of this operation begin (Space)") : marked;
    }
    case Qt::TextAlignmentRole:
        if (index.column() == Number || index.column() == ScaleBefore || index.column() == ScaleAfter)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::ForegroundRole:
        if (step.action == Action::Skip || step.action == Action::Refuse) return theme().muted;
        return {};
    case kTargetRole: {
        Selection target;
        target.operation = step.operation;
        target.slot = step.slot;
        target.kind = step.slot ? Selection::Kind::Slot : Selection::Kind::Operation;
        if (step.slot) target.operation = m_evaluation->outcome.table.slots()[step.slot].operation;
        return QVariant::fromValue(target);
    }
    default: return {};
    }
}

QVariant StepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        const bool right = section == Number || section == ScaleBefore || section == ScaleAfter;
        return QVariant::fromValue(Qt::Alignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Gutter: return {};
    case Number: return tr("Step");
    case Operation: return tr("Operation");
    case What: return tr("Action");
    case SlotName: return tr("Slot");
    case MasterName: return tr("Master");
    case ScaleBefore: return tr("Scale before");
    case ScaleAfter: return tr("Scale after");
    case Why: return tr("Reason");
    default: return {};
    }
}

} // namespace alignscope::ui

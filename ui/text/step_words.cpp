// SPDX-License-Identifier: Apache-2.0
#include "ui/text/step_words.h"

#include "ui/text/explanation.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

struct StepWords {
    Q_DECLARE_TR_FUNCTIONS(alignscope::ui::StepWords)
};

} // namespace

QString positionText(const Evaluation& outcome, std::size_t position)
{
    const auto& steps = outcome.outcome.steps;
    const QString total = QString::number(steps.size());
    if (position == 0) return StepWords::tr("Before the first of %1 steps: the loaded state.").arg(total);
    position = std::min(position, steps.size());
    QString text = StepWords::tr("Step %1 of %2: %3").arg(QString::number(position), total, stepText(outcome, steps[position - 1]));
    if (position == steps.size() && outcome.outcome.error)
        text += u' ' + errorText(*outcome.outcome.error, *outcome.model->graph);
    return text;
}

QString breakpointText(const Breakpoint& breakpoint)
{
    switch (breakpoint.kind) {
    case Breakpoint::Kind::Operation: return StepWords::tr("Steps of %1 begin").arg(qs(breakpoint.name));
    case Breakpoint::Kind::SlotChange: return StepWords::tr("%1 changes").arg(slotName(breakpoint.name));
    case Breakpoint::Kind::GroupSize: return StepWords::tr("A group gets more than %n slots", nullptr, static_cast<int>(breakpoint.size));
    case Breakpoint::Kind::BrokenPromise: return StepWords::tr("A promise breaks");
    }
    return {};
}

QString stopText(const Model& model, const Breakpoint& breakpoint, const Stop& stop)
{
    const SlotList& slots = model.baseline.slots();
    const QString slot = stop.slot ? slotName(slots, stop.slot) : QString();
    const QString operation = stop.operation ? qs(model.graph->operation(stop.operation).id) : QString();
    switch (breakpoint.kind) {
    case Breakpoint::Kind::Operation: return StepWords::tr("the steps of %1 begin").arg(operation);
    case Breakpoint::Kind::SlotChange: return StepWords::tr("%1 changed").arg(slot);
    case Breakpoint::Kind::GroupSize:
        return StepWords::tr("the group of %1 grew to %n slots", nullptr, static_cast<int>(stop.groupSize)).arg(slot);
    case Breakpoint::Kind::BrokenPromise: return StepWords::tr("%1 no longer has what %2 bound it to").arg(slot, operation);
    }
    return {};
}

QString differenceText(const SlotList& slots, const WatchedValue& before, const WatchedValue& now)
{
    QStringList parts;
    const auto sameScale = sameParameters({before.parameters.scale, {}, false}, {now.parameters.scale, {}, false});
    const auto sameOffset = sameParameters({{}, before.parameters.offset, false}, {{}, now.parameters.offset, false});
    if (!sameScale) parts << StepWords::tr("scale %1").arg(scaleText(before.view()));
    if (!sameOffset) parts << StepWords::tr("offset %1").arg(offsetText(before.view()));
    if (before.state != now.state) parts << nameOf(before.state);
    if (before.master != now.master)
        parts << (before.master ? StepWords::tr("master %1").arg(slotName(slots, before.master)) : StepWords::tr("no master"));
    return parts.join(u", "_s);
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/text/explanation.h"

#include "ui/text/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

struct Explanation {
    Q_DECLARE_TR_FUNCTIONS(alignscope::ui::Explanation)
};

Selection slotSelection(const SlotList& slots, SlotId slot)
{
    Selection selection;
    selection.kind = Selection::Kind::Slot;
    selection.slot = slot;
    selection.operation = slots[slot].operation;
    return selection;
}

Selection operationSelection(OpId operation)
{
    Selection selection;
    selection.kind = Selection::Kind::Operation;
    selection.operation = operation;
    return selection;
}

// "x7.4, 2.9 bits lost"
QString ratioText(const Change& change)
{
    if (!change.bitsLost) return {};
    const double bits = *change.bitsLost;
    const QString ratio = u"\u00d7"_s + number(std::exp2(bits));
    const QString amount = QString::number(std::abs(bits), 'f', 1);
    if (std::abs(bits) < 0.05) return ratio;
    return bits > 0 ? Explanation::tr("%1, %2 bits lost").arg(ratio, amount)
                    : Explanation::tr("%1, %2 bits gained").arg(ratio, amount);
}

QString loadedText(const Evaluation& evaluation, SlotId slot)
{
    const TqcTable& table = evaluation.model->baseline;
    const SlotList& slots = table.slots();
    const SlotValue value = slotValue(table, slot);
    const QString name = slotName(slots, slot);
    if (!isQuantized(table, slot))
        return Explanation::tr("Loaded: %1 is not quantized (%2).").arg(name, nameOf(value.state));
    const QString parameters = Explanation::tr("scale %1, offset %2").arg(scaleText(value.parameters), offsetText(value.parameters));
    if (!value.master || value.master == slot)
        return Explanation::tr("Loaded: %1 has its own %2.").arg(name, parameters);
    const QString master = slotName(slots, value.master);
    if (value.state == TqcState::Overlapped)
        return Explanation::tr("Loaded: %1 is fused with %2 and has its %3.").arg(name, master, parameters);
    return Explanation::tr("Loaded: %1 is aligned to %2 and has its %3.").arg(name, master, parameters);
}

} // namespace

Method methodOf(const Scenario& scenario, const Operation& operation)
{
    if (const auto own = scenario.overrides.find(operation.id); own != scenario.overrides.end() && own->second.method)
        return *own->second.method;
    const auto family = familyOf(operation.type);
    return family ? scenario.method(*family) : Method::None;
}

Overlap overlapOf(const Scenario& scenario, const Operation& operation)
{
    if (const auto own = scenario.overrides.find(operation.id); own != scenario.overrides.end() && own->second.overlap)
        return *own->second.overlap;
    return scenario.forceOverlap;
}

const Group* groupOf(const std::vector<Group>& groups, SlotId root)
{
    const auto found = std::find_if(groups.begin(), groups.end(), [root](const Group& g) { return g.root == root; });
    return found == groups.end() ? nullptr : &*found;
}

std::size_t movedSlots(const Evaluation& a, const Evaluation& b)
{
    const TqcTable& x = a.outcome.table;
    const TqcTable& y = b.outcome.table;
    std::size_t moved = 0;
    for (std::uint32_t i = 0; i < x.size() && i < y.size(); ++i) {
        const SlotId slot(i);
        if (x.root(slot) != y.root(slot) || !sameParameters(x.effective(slot), y.effective(slot))) ++moved;
    }
    return moved;
}

QString causeText(const Evaluation& evaluation, const Change& change)
{
    if (change.cause.empty()) return {};
    // The last binding decides where the scale comes from.
    const Step& step = evaluation.outcome.steps[change.cause.back()];
    if (!step.operation) return nameOf(step.action);
    const Operation& operation = evaluation.model->graph->operation(step.operation);
    const QString id = qs(operation.id);
    if (step.action == Action::Passive) {
        if (step.reason == Reason::BiasProduct) return Explanation::tr("the bias of %1 follows its input").arg(id);
        return Explanation::tr("%1 passes on the parameters of its input").arg(id);
    }
    const Method method = methodOf(evaluation.scenario, operation);
    if (method == Method::None) return id;
    if (overlapOf(evaluation.scenario, operation) == Overlap::On)
        return Explanation::tr("%1 aligned to %2 with overlap").arg(id, nameOf(method));
    return Explanation::tr("%1 aligned to %2").arg(id, nameOf(method));
}

QString stepText(const Evaluation& evaluation, const Step& step)
{
    const SlotList& slots = evaluation.outcome.table.slots();
    const QString operation = step.operation ? qs(evaluation.model->graph->operation(step.operation).id) : QString();
    const QString slot = step.slot ? slotName(slots, step.slot) : QString();
    const QString master = step.master ? slotName(slots, step.master) : QString();
    const QString reason = nameOf(step.reason);
    switch (step.action) {
    case Action::Rerange:
        return Explanation::tr("%1: %2 becomes master with scale %3, offset %4, large enough for every input.")
            .arg(operation, slot, number(static_cast<double>(step.scale)), number(static_cast<double>(step.offset)));
    case Action::Bind: return Explanation::tr("%1: %2 follows %3.").arg(operation, slot, master);
    case Action::Override:
        return Explanation::tr("%1: the producer's slot %2 follows %3, so that no rescale is needed between them.").arg(operation, slot, master);
    case Action::Skip: return Explanation::tr("%1: %2 is left out, because %3.").arg(operation, slot, reason);
    case Action::Passive:
        if (step.reason == Reason::BiasProduct) return Explanation::tr("%1: %2 is recomputed (%3).").arg(operation, slot, reason);
        return Explanation::tr("%1: %2 follows %3.").arg(operation, slot, master);
    case Action::Join: return Explanation::tr("%1: %2 joins the set of %3.").arg(operation, slot, master);
    case Action::Refuse:
        if (reason.isEmpty()) return Explanation::tr("%1: %2 is refused: a pinned scale must be positive.").arg(operation, slot);
        return Explanation::tr("%1: %2 is refused, because %3.").arg(operation, slot, reason);
    case Action::Hull:
        return Explanation::tr("%1: %2 takes the common range, scale %3, offset %4.")
            .arg(operation, slot, number(static_cast<double>(step.scale)), number(static_cast<double>(step.offset)));
    case Action::Pin:
        return Explanation::tr("%1 is pinned to scale %2, offset %3.")
            .arg(slot, number(static_cast<double>(step.scale)), number(static_cast<double>(step.offset)));
    }
    return {};
}

Why whyScale(const Evaluation& evaluation, SlotId slot)
{
    const TqcTable& before = evaluation.model->baseline;
    const TqcTable& after = evaluation.outcome.table;
    const SlotList& slots = before.slots();
    const QString name = slotName(slots, slot);
    const SlotValue now = slotValue(after, slot);
    const Change* change = evaluation.cascade.change(slot);

    Why why;
    why.lines.push_back({loadedText(evaluation, slot), slotSelection(slots, slot), std::nullopt});
    if (const SlotId master = before.root(slot); master && master != slot)
        why.lines.push_back({Explanation::tr("Its master %1 was calibrated to the range %2.")
                                 .arg(slotName(slots, master), rangeText(realRange(before, master))),
                             slotSelection(slots, master), std::nullopt});

    if (change == nullptr) {
        // Steps that looked at the slot and left it are part of the answer too.
        for (std::uint32_t i = 0; i < evaluation.outcome.steps.size(); ++i) {
            const Step& step = evaluation.outcome.steps[i];
            if (step.slot == slot && (step.action == Action::Skip || step.action == Action::Refuse))
                why.lines.push_back({stepText(evaluation, step), operationSelection(step.operation), i});
        }
        why.headline = isQuantized(after, slot)
                           ? Explanation::tr("%1: scale %2, as loaded.").arg(name, scaleText(now.parameters))
                           : Explanation::tr("%1 is not quantized.").arg(name);
        return why;
    }

    for (const std::uint32_t index : change->cause) {
        const Step& step = evaluation.outcome.steps[index];
        why.lines.push_back({stepText(evaluation, step),
                             step.slot ? slotSelection(slots, step.slot) : operationSelection(step.operation), index});
    }
    const QString cause = causeText(evaluation, *change);
    const bool sameScale = sameParameters(change->before.parameters, change->after.parameters);
    if (sameScale) {
        const QString master = now.master ? slotName(slots, now.master) : dash();
        why.headline = cause.isEmpty()
                           ? Explanation::tr("%1: scale %2 as before, now shared with %3.").arg(name, scaleText(now.parameters), master)
                           : Explanation::tr("%1: scale %2 as before, now shared with %3, because %4.")
                                 .arg(name, scaleText(now.parameters), master, cause);
    } else {
        const QString ratio = ratioText(*change);
        QString text = Explanation::tr("%1: scale %2 \u2192 %3").arg(name, scaleText(change->before.parameters), scaleText(change->after.parameters));
        if (!ratio.isEmpty()) text += u" (%1)"_s.arg(ratio);
        why.headline = cause.isEmpty() ? text + u"."_s : Explanation::tr("%1 because %2.").arg(text, cause);
    }
    return why;
}

} // namespace alignscope::ui

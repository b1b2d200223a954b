// SPDX-License-Identifier: Apache-2.0
#include "ui/text/explanation.h"

#include "core/cascade/why.h"
#include "ui/text/words.h"

#include <QCoreApplication>

#include <cmath>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

struct Explanation {
    Q_DECLARE_TR_FUNCTIONS(alignscope::ui::Explanation)
};

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
    if (!change.bitsLost()) return {};
    const double bits = *change.bitsLost();
    const QString ratio = u"\u00d7"_s + number(std::exp2(bits));
    const QString amount = QString::number(std::abs(bits), 'f', 1);
    if (bits <= 0 && change.clippedPercent > 0) return Explanation::tr("%1, %2 % of its loaded range clipped").arg(ratio).arg(change.clippedPercent);
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

QString causeText(const Evaluation& evaluation, const Change& change)
{
    const auto last = evaluation.causes().lastCause(change.slot);
    if (!last) return {};
    // The last binding decides where the scale comes from.
    const Step& step = evaluation.outcome.steps[*last];
    if (!step.operation) return nameOf(step.action);
    const Operation& operation = evaluation.model->graph->operation(step.operation);
    const QString id = qs(operation.id);
    if (step.action == Action::Passive) {
        if (step.reason == Reason::BiasProduct) return Explanation::tr("the bias of %1 follows its input").arg(id);
        return Explanation::tr("%1 passes on the parameters of its input").arg(id);
    }
    const SlotList& slots = evaluation.outcome.table.slots();
    const SlotId place = step.slot;
    if (step.action == Action::Pin) return Explanation::tr("%1 is pinned by hand").arg(slotName(slots, place));
    const Method method = methodOf(evaluation.scenario, operation);
    if (isHandBinding(evaluation, step))
        return Explanation::tr("%1 is bound to %2 by hand").arg(slotName(slots, place), slotName(slots, step.master));
    if (method == Method::None) return id;
    if (reachesProducers(method) && overlapOf(evaluation.scenario, operation) == Overlap::On)
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
    case Action::Join:
        if (isHandBinding(evaluation, step)) return Explanation::tr("%1: %2 joins the set of %3, bound to it by hand.").arg(operation, slot, master);
        return Explanation::tr("%1: %2 joins the set of %3.").arg(operation, slot, master);
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

namespace {

QString factText(const Evaluation& evaluation, const WhyStory& story, const WhyFact& fact)
{
    const SlotList& slots = evaluation.model->baseline.slots();
    switch (fact.kind) {
    case WhyFact::Kind::Loaded: return loadedText(evaluation, fact.slot);
    case WhyFact::Kind::Master: {
        const auto range = realRange(evaluation.model->baseline, fact.slot);
        if (!range) return Explanation::tr("Its master %1 was calibrated.").arg(slotName(slots, fact.slot));
        return Explanation::tr("Its master %1 was calibrated to the range %2.").arg(slotName(slots, fact.slot), rangeText(range));
    }
    case WhyFact::Kind::Step:
    case WhyFact::Kind::LeftOut: break;
    }
    const Step& step = evaluation.outcome.steps[*fact.step];
    QString text = stepText(evaluation, step);
    const auto add = [&text](const QString& sentence) { text += u' ' + sentence; };
    const auto dictator = [&](std::size_t at) { return slotName(slots, fact.dictators[at]); };
    if (step.action == Action::Rerange && fact.dictators.size() == 1) add(Explanation::tr("The widest is %1.").arg(dictator(0)));
    if (step.action == Action::Rerange && fact.dictators.size() == 2)
        add(Explanation::tr("%1 sets its lower end, %2 its upper end.").arg(dictator(0), dictator(1)));
    if (step.action == Action::Hull && !fact.dictators.empty() && fact.dictators[0] != step.slot)
        add(Explanation::tr("It is the range of %1.").arg(dictator(0)));
    if (showsNewScale(story, fact, step)) add(Explanation::tr("The scale here becomes %1.").arg(number(static_cast<double>(*fact.scale))));
    return text;
}

} // namespace

Why whyScale(const Evaluation& evaluation, SlotId slot)
{
    const WhyStory story = whyStory(evaluation, slot);
    const TqcTable& after = evaluation.outcome.table;
    const SlotList& slots = after.slots();
    const QString name = slotName(slots, slot);
    Why why;
    for (const WhyFact& fact : story.facts) {
        const Step* step = fact.step ? &evaluation.outcome.steps[*fact.step] : nullptr;
        // A step that left the slot alone leads to the operation whose step it is.
        const bool toOperation = step != nullptr && (!fact.slot || fact.kind == WhyFact::Kind::LeftOut);
        why.lines.push_back({factText(evaluation, story, fact),
                             toOperation ? operationSelection(step->operation) : slotSelection(slots, fact.slot), fact.step});
    }

    const SlotValue& now = story.after;
    const Change* change = story.change;
    if (change == nullptr) {
        why.headline = isQuantized(after, slot)
                           ? Explanation::tr("%1: scale %2, as loaded.").arg(name, scaleText(now.parameters))
                           : Explanation::tr("%1 is not quantized.").arg(name);
        return why;
    }
    const QString cause = causeText(evaluation, *change);
    const bool sameScale = !change->moved;
    if (sameScale) {
        const QString master = now.master ? slotName(slots, now.master) : dash();
        why.headline = cause.isEmpty()
                           ? Explanation::tr("%1: scale %2 as before, now shared with %3.").arg(name, scaleText(now.parameters), master)
                           : Explanation::tr("%1: scale %2 as before, now shared with %3, because %4.")
                                 .arg(name, scaleText(now.parameters), master, cause);
    } else {
        const QString ratio = ratioText(*change);
        QString text = Explanation::tr("%1: scale %2 \u2192 %3").arg(name, scaleText(evaluation.cascade.before(slot).parameters), scaleText(now.parameters));
        if (!ratio.isEmpty()) text += u" (%1)"_s.arg(ratio);
        why.headline = cause.isEmpty() ? text + u"."_s : Explanation::tr("%1 because %2.").arg(text, cause);
    }
    return why;
}

QString brokenPromiseText(const Evaluation& evaluation, const BrokenPromise& promise)
{
    const Graph& graph = *evaluation.model->graph;
    const QString slot = slotName(evaluation.outcome.table.slots(), promise.slot);
    const QString promised = qs(graph.operation(promise.operation).id);
    const OpId brokenBy = evaluation.brokenBy(promise);
    return brokenBy ? Explanation::tr("%1 undid what %2 promised for %3").arg(qs(graph.operation(brokenBy).id), promised, slot)
                    : Explanation::tr("What %1 promised for %2 did not last").arg(promised, slot);
}

} // namespace alignscope::ui

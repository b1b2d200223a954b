// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/why.h"

#include "core/cascade/causes.h"
#include "core/cascade/replay.h"

#include <algorithm>
#include <bit>

namespace alignscope {
namespace {

bool sameBits(const ParameterView& values, const Step& step)
{
    return values.known() && values.scale.size() == 1
        && std::bit_cast<std::uint32_t>(values.scale[0]) == std::bit_cast<std::uint32_t>(step.scale)
        && std::bit_cast<std::uint32_t>(values.offset[0]) == std::bit_cast<std::uint32_t>(step.offset);
}

// Whose loaded range a set of the strict engine took over; none when it is the hull of several.
SlotId ownerOfHull(const Evaluation& evaluation, const Step& step)
{
    const TqcTable& loaded = evaluation.model->baseline;
    const TqcTable& now = evaluation.outcome.table;
    if (sameBits(loaded.effective(step.slot), step)) return step.slot;
    for (std::uint32_t i = 0; i < now.size(); ++i) {
        const SlotId slot(i);
        if (now.root(slot) == step.slot && sameBits(loaded.effective(slot), step)) return slot;
    }
    return {};
}

std::vector<SlotId> dictatorsOf(const Evaluation& evaluation, const TqcTable& table, const Step& step)
{
    switch (step.action) {
    case Action::Rerange: return rangeDictators(table, step.operation);
    case Action::Hull: {
        const SlotId owner = ownerOfHull(evaluation, step);
        return owner ? std::vector<SlotId>{owner} : std::vector<SlotId>{};
    }
    case Action::Passive:
        if (step.reason == Reason::BiasProduct) return {table.slots().firstSlot(step.operation)};
        return {step.master};
    default: return {};
    }
}

void noteValue(WhyFact& fact, const TqcTable& table, SlotId slot)
{
    const ParameterView values = table.effective(slot);
    if (!values.scale.empty()) fact.scale = values.scale[0];
    if (!values.offset.empty()) fact.offset = values.offset[0];
}

// Steps that looked at the slot and left it are part of the answer when nothing changed.
std::vector<std::uint32_t> leftOut(const Outcome& outcome, SlotId slot)
{
    std::vector<std::uint32_t> steps;
    for (std::uint32_t i = 0; i < outcome.steps.size(); ++i) {
        const Step& step = outcome.steps[i];
        if (step.slot == slot && (step.action == Action::Skip || step.action == Action::Refuse)) steps.push_back(i);
    }
    return steps;
}

} // namespace

WhyStory whyStory(const Evaluation& evaluation, SlotId slot)
{
    const TqcTable& loaded = evaluation.model->baseline;
    const Outcome& outcome = evaluation.outcome;
    WhyStory story{slot, slotValue(loaded, slot), slotValue(outcome.table, slot), evaluation.cascade.change(slot), {},
                   Method::None, Overlap::Off, {}};
    WhyFact first{WhyFact::Kind::Loaded, slot, std::nullopt, {}, std::nullopt, std::nullopt};
    noteValue(first, loaded, slot);
    auto told = std::pair(first.scale, first.offset);
    story.facts.push_back(first);
    if (story.before.master && story.before.master != slot)
        story.facts.push_back({WhyFact::Kind::Master, story.before.master, std::nullopt, {}, std::nullopt, std::nullopt});

    const bool changed = story.change != nullptr;
    const std::vector<std::uint32_t> steps = changed
        ? evaluation.causes().causeOf(slot)
        : leftOut(outcome, slot);
    TqcTable table = loaded;
    std::uint32_t next = 0;
    for (const std::uint32_t index : steps) {
        const Step& step = outcome.steps[index];
        for (; next < index; ++next) applyStep(table, outcome.table, outcome.steps[next]);
        WhyFact fact{changed ? WhyFact::Kind::Step : WhyFact::Kind::LeftOut, step.slot, index,
                     dictatorsOf(evaluation, table, step), std::nullopt, std::nullopt};
        for (; next <= index; ++next) applyStep(table, outcome.table, outcome.steps[next]);
        WhyFact is;
        noteValue(is, table, slot);
        // Against the last line, not the last step: a step that is no cause may have moved it on the way.
        if (std::pair(is.scale, is.offset) != told) {
            told = {is.scale, is.offset};
            fact.scale = is.scale;
            fact.offset = is.offset;
        }
        story.facts.push_back(std::move(fact));
    }
    if (changed && !steps.empty()) {
        story.causedBy = outcome.steps[steps.back()].operation;
        if (story.causedBy) {
            const Operation& operation = evaluation.model->graph->operation(story.causedBy);
            story.method = methodOf(evaluation.scenario, operation);
            story.overlap = overlapOf(evaluation.scenario, operation);
        }
    }
    return story;
}

bool isHandBinding(const Evaluation& evaluation, const Step& step)
{
    if (step.action != Action::Join || !step.slot || !step.master) return false;
    const SlotList& slots = evaluation.outcome.table.slots();
    const ManualBinding* binding = findBinding(evaluation.scenario, slots.id(step.slot));
    return binding != nullptr && binding->master == slots.id(step.master);
}

bool showsNewScale(const WhyStory& story, const WhyFact& fact, const Step& step)
{
    const bool named = fact.slot == story.slot
        && (step.action == Action::Rerange || step.action == Action::Hull || step.action == Action::Pin);
    return fact.kind == WhyFact::Kind::Step && fact.scale.has_value() && !named;
}

} // namespace alignscope

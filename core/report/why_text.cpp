// SPDX-License-Identifier: Apache-2.0
#include "core/report/why_text.h"

#include "core/base/numbers.h"
#include "core/quant/quantized.h"
#include "core/report/summary_text.h"

#include <algorithm>
#include <cmath>

namespace alignscope {
namespace {

std::string shortNumber(float value) { return toShortText(static_cast<double>(value)); }

std::string listText(std::span<const float> values)
{
    if (values.empty()) return "-";
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    if (values.size() == 1 || *low == *high) return shortNumber(*low);
    return shortNumber(*low) + " ... " + shortNumber(*high) + " (" + std::to_string(values.size()) + " channels)";
}

std::string parametersText(const ParameterView& values)
{
    return std::string("scale ").append(listText(values.scale)).append(", offset ").append(listText(values.offset));
}

std::string loadedText(const Evaluation& evaluation, SlotId slot)
{
    const TqcTable& table = evaluation.model->baseline;
    const SlotList& slots = table.slots();
    const SlotValue value = slotValue(table, slot);
    const std::string name = slots.id(slot);
    if (!isQuantized(table, slot)) return "Loaded: " + name + " is not quantized (" + std::string(toText(value.state)) + ").";
    if (!value.master || value.master == slot)
        return "Loaded: " + name + " has its own " + parametersText(value.parameters) + ".";
    const std::string how = value.state == TqcState::Overlapped ? " is fused with " : " is aligned to ";
    return "Loaded: " + name + how + slots.id(value.master) + " and has its " + parametersText(value.parameters) + ".";
}

std::string stepText(const Evaluation& evaluation, const Step& step)
{
    const SlotList& slots = evaluation.outcome.table.slots();
    const std::string operation = step.operation ? evaluation.model->graph->operation(step.operation).id + ": " : std::string();
    const std::string slot = slots.id(step.slot);
    const std::string master = step.master ? slots.id(step.master) : std::string();
    const std::string reason(toText(step.reason));
    const std::string values = "scale " + shortNumber(step.scale) + ", offset " + shortNumber(step.offset);
    switch (step.action) {
    case Action::Rerange: return operation + slot + " becomes master with " + values + ", large enough for every input.";
    case Action::Bind: return operation + slot + " follows " + master + ".";
    case Action::Override:
        return operation + "the producer's slot " + slot + " follows " + master + ", so that no rescale is needed between them.";
    case Action::Skip: return operation + slot + " is left out, because " + reason + ".";
    case Action::Passive:
        return step.reason == Reason::BiasProduct ? operation + slot + " is recomputed (" + reason + ")."
                                                  : operation + slot + " follows " + master + ".";
    case Action::Join:
        return operation + slot + " joins the set of " + master + (isHandBinding(evaluation, step) ? ", bound to it by hand." : ".");
    case Action::Refuse: return operation + slot + " is refused, because " + reason + ".";
    case Action::Hull: return operation + slot + " takes the common range, " + values + ".";
    case Action::Pin: return slot + " is pinned to " + values + ".";
    }
    return {};
}

std::string causeText(const Evaluation& evaluation, const WhyStory& story)
{
    const auto last = story.change != nullptr ? evaluation.causes().lastCause(story.slot) : std::nullopt;
    if (!last) return {};
    const Step& step = evaluation.outcome.steps[*last];
    if (!story.causedBy) return std::string(toText(step.action));
    const std::string id = evaluation.model->graph->operation(story.causedBy).id;
    if (step.action == Action::Passive)
        return step.reason == Reason::BiasProduct ? "the bias of " + id + " follows its input"
                                                  : id + " passes on the parameters of its input";
    if (isHandBinding(evaluation, step)) {
        const SlotList& slots = evaluation.outcome.table.slots();
        return slots.id(step.slot) + " is bound to " + slots.id(step.master) + " by hand";
    }
    if (story.method == Method::None) return id;
    std::string text = id + " aligned to " + std::string(toText(story.method));
    if (reachesProducers(story.method) && story.overlap == Overlap::On) text += " with overlap";
    return text;
}

} // namespace

std::string whyHeadline(const Evaluation& evaluation, const WhyStory& story)
{
    const TqcTable& after = evaluation.outcome.table;
    const SlotList& slots = after.slots();
    const std::string name = slots.id(story.slot);
    if (story.change == nullptr)
        return isQuantized(after, story.slot) ? name + ": scale " + listText(story.after.parameters.scale) + ", as loaded."
                                              : name + " is not quantized.";
    const std::string cause = causeText(evaluation, story);
    const std::string because = cause.empty() ? "." : " because " + cause + ".";
    const Change& change = *story.change;
    if (!change.moved) {
        const std::string master = story.after.master ? slots.id(story.after.master) : std::string("-");
        return name + ": scale " + listText(story.after.parameters.scale) + " as before, now shared with " + master + because;
    }
    std::string text = name + ": scale " + listText(story.before.parameters.scale) + " -> " + listText(story.after.parameters.scale);
    if (const auto bits = change.bitsLost()) {
        text.append(" (x").append(toShortText(std::exp2(*bits)));
        if (std::abs(*bits) >= 0.05)
            text.append(", ").append(toShortText(std::round(std::abs(*bits) * 10) / 10)).append(*bits > 0 ? " bits lost" : " bits gained");
        text += ")";
    }
    return text + because;
}

std::string whyLineText(const Evaluation& evaluation, const WhyStory& story, const WhyFact& fact)
{
    const SlotList& slots = evaluation.model->baseline.slots();
    switch (fact.kind) {
    case WhyFact::Kind::Loaded: return loadedText(evaluation, fact.slot);
    case WhyFact::Kind::Master: {
        const auto range = realRange(evaluation.model->baseline, fact.slot);
        std::string text = "Its master " + slots.id(fact.slot) + " was calibrated";
        if (range) text.append(" to the range ").append(toShortText(range->lo)).append(" ... ").append(toShortText(range->hi));
        return text + ".";
    }
    case WhyFact::Kind::Step:
    case WhyFact::Kind::LeftOut: break;
    }
    const Step& step = evaluation.outcome.steps[*fact.step];
    std::string text = stepText(evaluation, step);
    if (step.action == Action::Rerange && fact.dictators.size() == 1)
        text.append(" The widest is ").append(slots.id(fact.dictators[0])).append(".");
    if (step.action == Action::Rerange && fact.dictators.size() == 2)
        text.append(" ").append(slots.id(fact.dictators[0])).append(" sets its lower end, ").append(slots.id(fact.dictators[1])).append(" its upper end.");
    if (step.action == Action::Hull && !fact.dictators.empty() && fact.dictators[0] != step.slot)
        text.append(" It is the range of ").append(slots.id(fact.dictators[0])).append(".");
    if (showsNewScale(story, fact, step)) text.append(" The scale here becomes ").append(shortNumber(*fact.scale)).append(".");
    return text;
}

std::string whyText(const Evaluation& evaluation, SlotId slot)
{
    const WhyStory story = whyStory(evaluation, slot);
    std::string text = scenarioHead(evaluation) + "\n" + whyHeadline(evaluation, story) + "\n\n";
    const std::size_t digits = std::to_string(story.facts.size()).size();
    for (std::size_t i = 0; i < story.facts.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        text.append(2 + digits - number.size(), ' ').append(number).append("  ").append(whyLineText(evaluation, story, story.facts[i])).append("\n");
    }
    return text;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/report/why_json.h"

#include "core/base/json_text.h"
#include "core/report/json_parts.h"
#include "core/report/scenario_json.h"
#include "core/report/table_json.h"
#include "core/report/why_text.h"

namespace alignscope {
namespace {

std::string_view kindText(WhyFact::Kind kind)
{
    switch (kind) {
    case WhyFact::Kind::Loaded: return "loaded";
    case WhyFact::Kind::Master: return "master";
    case WhyFact::Kind::Step: return "step";
    case WhyFact::Kind::LeftOut: return "left_out";
    }
    return {};
}

std::string factJson(const Evaluation& evaluation, const WhyStory& story, const WhyFact& fact)
{
    const SlotList& slots = evaluation.model->baseline.slots();
    std::string text = "{";
    member(text, "kind", jsonText(kindText(fact.kind)));
    member(text, "slot", slotIdJson(slots, fact.slot));
    if (fact.step) {
        const Step& step = evaluation.outcome.steps[*fact.step];
        member(text, "index", std::size_t{*fact.step});
        member(text, "operation", step.operation ? jsonText(evaluation.model->graph->operation(step.operation).id) : "null");
        member(text, "action", jsonText(toText(step.action)));
        member(text, "master", slotIdJson(slots, step.master));
        const std::string_view reason = toText(step.reason);
        member(text, "reason", reason.empty() ? "null" : jsonText(reason));
        std::string dictators = "[";
        for (const SlotId slot : fact.dictators) dictators.append(dictators.size() > 1 ? ", " : "").append(slotIdJson(slots, slot));
        member(text, "dictators", dictators + "]");
    }
    member(text, "scale", fact.scale ? jsonNumber(*fact.scale) : "null");
    member(text, "offset", fact.offset ? jsonNumber(*fact.offset) : "null");
    member(text, "text", jsonText(whyLineText(evaluation, story, fact)));
    return text += "}";
}

} // namespace

std::string whyJson(const Evaluation& evaluation, SlotId slot)
{
    const WhyStory story = whyStory(evaluation, slot);
    const Graph& graph = *evaluation.model->graph;
    const SlotList& slots = evaluation.model->baseline.slots();
    std::string text = "{\"schema\": \"alignscope-why/1\",\n \"model\": " + jsonText(evaluation.model->name);
    text.append(",\n \"engine\": ").append(jsonText(toText(evaluation.scenario.engine)));
    text.append(",\n \"settings\": ").append(settingsJson(evaluation.scenario));
    text.append(",\n \"error\": ").append(errorJson(graph, evaluation.outcome.error));
    text.append(",\n \"slot\": ").append(slotIdJson(slots, slot));
    text.append(",\n \"tensor\": ").append(jsonText(graph.tensor(slots[slot].tensor).name));
    text.append(",\n \"before\": ").append(valueJson(slots, story.before));
    text.append(",\n \"after\": ").append(valueJson(slots, story.after));
    const bool bits = story.change != nullptr && story.change->bitsLost();
    text.append(",\n \"bits_lost\": ").append((bits ? jsonNumber(*story.change->bitsLost()) : std::string("null")));
    text.append(",\n \"caused_by\": ").append((story.causedBy ? jsonText(graph.operation(story.causedBy).id) : std::string("null")));
    text.append(",\n \"headline\": ").append(jsonText(whyHeadline(evaluation, story)));
    std::vector<std::string> lines;
    for (const WhyFact& fact : story.facts) lines.push_back(factJson(evaluation, story, fact));
    section(text, "steps", lines);
    return text += "}\n";
}

} // namespace alignscope

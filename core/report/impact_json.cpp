// SPDX-License-Identifier: Apache-2.0
#include "core/report/impact_json.h"

#include "core/base/json_text.h"
#include "core/report/json_parts.h"
#include "core/report/scenario_json.h"
#include "core/report/table_json.h"

namespace alignscope {
namespace {

std::string head(std::string_view schema, const Evaluation& now)
{
    std::string text = "{\"schema\": " + jsonText(schema) + ",\n \"model\": " + jsonText(now.model->name);
    text.append(",\n \"engine\": ").append(jsonText(toText(now.scenario.engine)));
    text.append(",\n \"settings\": ").append(settingsJson(now.scenario));
    text.append(",\n \"error\": ").append(errorJson(*now.model->graph, now.outcome.error));
    text.append(",\n \"summary\": ").append(summaryJson(now.cascade.summary));
    return text;
}

std::string optionMembers(const Graph& graph, const Option& option)
{
    const Operation& operation = graph.operation(option.operation);
    std::string text = "{";
    member(text, "operation", jsonText(operation.id));
    member(text, "type", jsonText(operation.type));
    member(text, "method", jsonText(toText(option.method)));
    member(text, "overlap", !reachesProducers(option.method) ? "null" : option.overlap == Overlap::On ? "\"on\"" : "\"off\"");
    return text;
}

} // namespace

std::string impactJson(const Evaluation& now, const std::vector<Impact>& impacts)
{
    const Graph& graph = *now.model->graph;
    std::vector<std::string> lines;
    for (const Impact& impact : impacts) {
        std::string text = optionMembers(graph, impact.option);
        member(text, "moved", reachJson(impact.reach));
        member(text, "price", priceJson(impact.price));
        member(text, "error", errorJson(graph, impact.error));
        lines.push_back(text += "}");
    }
    std::string text = head("alignscope-impact/1", now);
    section(text, "impacts", lines);
    std::vector<std::string> farthestIds;
    for (const Impact* impact : farthest(impacts)) farthestIds.push_back(jsonText(graph.operation(impact->option.operation).id));
    section(text, "farthest", farthestIds);
    return text += "}\n";
}

std::string proposalsJson(const Evaluation& now, Goal goal, const Proposals& proposals)
{
    std::vector<std::string> lines;
    for (const Proposal& step : proposals.steps) {
        std::string text = optionMembers(*now.model->graph, step.option);
        member(text, "moved", reachJson(step.reach));
        member(text, "price", priceJson(step.price));
        member(text, "summary", summaryJson(step.summary));
        lines.push_back(text += "}");
    }
    std::string text = head("alignscope-proposals/1", now);
    text.append(",\n \"goal\": ").append(jsonText(toText(goal)));
    text += std::string(",\n \"complete\": ") + (proposals.complete ? "true" : "false");
    section(text, "proposals", lines);
    std::string scenario = scenarioJson(proposals.steps.empty() ? now.scenario : proposals.steps.back().scenario);
    scenario.erase(scenario.find_last_not_of('\n') + 1);
    return text.append(",\n \"scenario\": ").append(scenario + "}\n");
}

} // namespace alignscope

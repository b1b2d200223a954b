// SPDX-License-Identifier: Apache-2.0
#include "core/report/sweep_json.h"

#include "core/base/json_text.h"
#include "core/report/scenario_json.h"
#include "core/report/table_json.h"

namespace alignscope {

std::string sweepJson(const Model& model, std::span<const Engine> engines, const std::vector<Combination>& combinations)
{
    std::string text = "{\"schema\": \"alignscope-sweep/1\",\n \"model\": " + jsonText(model.name);
    text += ",\n \"engine\": " + jsonText(engines.size() > 1 ? "both" : toText(engines.front())) + ",\n \"combinations\": [";
    for (std::size_t i = 0; i < combinations.size(); ++i) {
        const Combination& combination = combinations[i];
        text += i ? ",\n  {\"engine\": " : "\n  {\"engine\": ";
        text += jsonText(toText(combination.scenario.engine)) + ", \"settings\": ";
        text += settingsJson(combination.scenario);
        text += ", \"summary\": " + summaryJson(combination.summary);
        text += ", \"error\": " + errorJson(*model.graph, combination.error) + "}";
    }
    return text += combinations.empty() ? "]}\n" : "\n ]}\n";
}

} // namespace alignscope

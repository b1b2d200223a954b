// SPDX-License-Identifier: Apache-2.0
#include "core/report/sweep_json.h"

#include "core/base/json_text.h"
#include "core/report/scenario_json.h"
#include "core/report/table_json.h"

namespace alignscope {

std::string sweepJson(const Model& model, Engine engine, const std::vector<Combination>& combinations)
{
    std::string text = "{\"schema\": \"alignscope-sweep/1\",\n \"model\": " + jsonText(model.name);
    text += ",\n \"engine\": " + jsonText(toText(engine)) + ",\n \"combinations\": [";
    for (std::size_t i = 0; i < combinations.size(); ++i) {
        const Combination& combination = combinations[i];
        text += i ? ",\n  {\"settings\": " : "\n  {\"settings\": ";
        text += settingsJson(combination.scenario);
        text += ", \"summary\": " + summaryJson(combination.summary);
        text += ", \"error\": " + errorJson(*model.graph, combination.error) + "}";
    }
    return text += combinations.empty() ? "]}\n" : "\n ]}\n";
}

} // namespace alignscope

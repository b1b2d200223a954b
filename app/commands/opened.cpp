// SPDX-License-Identifier: Apache-2.0
#include "app/commands/opened.h"

#include "core/cascade/evaluation.h"
#include "core/report/summary_text.h"

namespace alignscope::app {

Expected<Opened> openWith(const ModelOptions& modelOptions, const ScenarioOptions& scenarioOptions)
{
    auto scenario = scenarioOptions.scenario();
    if (!scenario) return tl::unexpected<Failure>(scenario.error());
    auto model = modelOptions.open();
    if (!model) return tl::unexpected<Failure>(model.error());
    if (auto refused = scenarioOptions.refusal(*scenario, **model)) return tl::unexpected<Failure>(*refused);
    auto inputs = modelOptions.inputs();
    for (std::string& file : scenarioOptions.inputs()) inputs.push_back(std::move(file));
    return Opened{std::move(*model), std::move(*scenario), std::move(inputs)};
}

Expected<ExitCode> endedWith(const Evaluation& evaluation)
{
    if (const auto& error = evaluation.outcome.error) return failure(kEngineError, engineErrorText(*evaluation.model, *error));
    return kDone;
}

} // namespace alignscope::app

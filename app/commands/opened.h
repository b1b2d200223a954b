// SPDX-License-Identifier: Apache-2.0
// What a subcommand works on once its options are read: a model and a scenario that is legal on it.
#pragma once

#include "app/commands/model_options.h"
#include "app/commands/scenario_options.h"
#include "app/exit_code.h"

#include <memory>
#include <string>
#include <vector>

namespace alignscope {
struct Evaluation;
}

namespace alignscope::app {

struct Opened {
    std::shared_ptr<const Model> model;
    Scenario scenario;
    std::vector<std::string> inputs; ///< files that no output may replace
};

/// A scenario that cannot be read is told before the model is opened, which can take long.
[[nodiscard]] Expected<Opened> openWith(const ModelOptions& model, const ScenarioOptions& scenario);

/// Done, or the sentence of an engine that gave up.
[[nodiscard]] Expected<ExitCode> endedWith(const Evaluation& evaluation);

} // namespace alignscope::app

// SPDX-License-Identifier: Apache-2.0
// alignscope-scenario/1: a scenario as a file, and the settings object that every report carries.
#pragma once

#include "core/align/scenario.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace alignscope {

/// The `settings` object on one line: methods, force_overlap, overrides, ppq_manual when there is one.
[[nodiscard]] std::string settingsJson(const Scenario& scenario);
/// A whole scenario file. parseScenario reads it back to an equal value.
[[nodiscard]] std::string scenarioJson(const Scenario& scenario);
/// The same on one line, for metadata and lists.
[[nodiscard]] std::string scenarioLine(const Scenario& scenario);

/// Unknown keys are ignored, wrong values of known keys refused. `name` stands in the sentence.
[[nodiscard]] Result<Scenario> parseScenario(std::string_view text, const std::string& name);
[[nodiscard]] Result<Scenario> readScenario(const std::string& path);

/// The first method that its family does not allow, family methods first, then the overrides of
/// operations of `graph`; none when all is legal. Operations outside the families are not judged.
[[nodiscard]] std::optional<Error> illegalMethod(const Scenario& scenario, const Graph& graph);

} // namespace alignscope

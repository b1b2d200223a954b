// SPDX-License-Identifier: Apache-2.0
// Scenarios from whatever carries them (a scenario file, a session, an exported model), and into exports.
#pragma once

#include "core/io/export_model.h"
#include "core/quant/model.h"
#include "core/report/session_json.h"

#include <optional>
#include <string>
#include <vector>

namespace alignscope {

/// "FILE" or "SESSION#NAME". Of a session without a name its current scenario; of a model the one
/// that its export left in it.
[[nodiscard]] Result<Scenario> readScenarioFrom(const std::string& source);
/// FILE of such a source: the shortest part before a '#' that is a file, or the whole.
[[nodiscard]] std::string fileOfSource(const std::string& source);
/// All scenarios of a file: the named ones of a session, else one that is named after the file.
[[nodiscard]] Result<std::vector<NamedScenario>> readScenariosOf(const std::string& path);

/// What the export of an opened model left in it; nothing for any other model.
[[nodiscard]] std::optional<Result<Scenario>> scenarioInside(const Model& model);

/// Lets an export carry the scenario that it is made from: inside an ONNX model, and as a file beside
/// it when asked.
enum class Sidecar { No, Yes };
void carryScenario(ExportRequest& request, const Scenario& scenario, Sidecar sidecar);

} // namespace alignscope

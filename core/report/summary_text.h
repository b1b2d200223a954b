// SPDX-License-Identifier: Apache-2.0
// Evaluations as a few lines of text for a terminal: the model's own trouble first, then details.
#pragma once

#include "core/cascade/evaluation.h"
#include "core/cascade/sweep.h"
#include "core/io/export_model.h"

#include <span>
#include <string>
#include <vector>

namespace alignscope {

/// The loaded state: requantize edges and misaligned operations, groups, slots.
[[nodiscard]] std::string inspectText(const Evaluation& evaluation);
/// What a scenario changed, what it cost, the worst changes with their causes.
[[nodiscard]] std::string alignText(const Evaluation& evaluation);
/// The best combinations, then one line each, cheapest first.
[[nodiscard]] std::string sweepText(const Model& model, std::span<const Engine> engines,
                                    const std::vector<Combination>& combinations);
/// What an export wrote and how it was proven.
[[nodiscard]] std::string exportText(const ExportReport& report);
/// Two lines: the model, and the scenario in force.
[[nodiscard]] std::string scenarioHead(const Evaluation& evaluation);
/// "The engine stopped at Add1 with AssertionError: ..."
[[nodiscard]] std::string engineErrorText(const Model& model, const EngineError& error);

} // namespace alignscope

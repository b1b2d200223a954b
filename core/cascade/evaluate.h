// SPDX-License-Identifier: Apache-2.0
// evaluate: the contract of the product. Window, command line, tests and sweep all call it.
#pragma once

#include "core/align/outcome.h"
#include "core/align/scenario.h"
#include "core/quant/model.h"

namespace alignscope {

/// The outcome of a scenario, always from the model's loaded state. Pure, deterministic, total.
/// Thread: any.
[[nodiscard]] Outcome evaluate(const Model& model, const Scenario& scenario);

} // namespace alignscope

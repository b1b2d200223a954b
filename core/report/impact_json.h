// SPDX-License-Identifier: Apache-2.0
// alignscope-impact/1 and alignscope-proposals/1: blast radius and proposals as JSON.
#pragma once

#include "core/cascade/evaluation.h"
#include "core/cascade/proposals.h"

#include <string>
#include <vector>

namespace alignscope {

/// `now`: the evaluation of the scenario that the impacts were measured against.
[[nodiscard]] std::string impactJson(const Evaluation& now, const std::vector<Impact>& impacts);
/// `now`: the evaluation that the search started from. The scenario that the last proposal leads to
/// stands at the end as an alignscope-scenario/1 object.
[[nodiscard]] std::string proposalsJson(const Evaluation& now, Goal goal, const Proposals& proposals);

} // namespace alignscope

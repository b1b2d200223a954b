// SPDX-License-Identifier: Apache-2.0
// Blast radius and proposals as a few lines of text for a terminal.
#pragma once

#include "core/cascade/evaluation.h"
#include "core/cascade/proposals.h"

#include <string>
#include <vector>

namespace alignscope {

/// The farthest reaching options against the outcome of `now`.
[[nodiscard]] std::string impactText(const Evaluation& now, const std::vector<Impact>& impacts);
/// One line a proposal with its price, and what all of them come to.
[[nodiscard]] std::string proposalsText(const Evaluation& now, Goal goal, const Proposals& proposals);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// alignscope-sweep/1: every combination of methods with its cost, as JSON.
#pragma once

#include "core/cascade/sweep.h"

#include <span>
#include <string>
#include <vector>

namespace alignscope {

/// `engines`: those that were swept, at least one.
[[nodiscard]] std::string sweepJson(const Model& model, std::span<const Engine> engines,
                                    const std::vector<Combination>& combinations);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// alignscope-sweep/1: every combination of methods with its cost, as JSON.
#pragma once

#include "core/cascade/sweep.h"

#include <string>
#include <vector>

namespace alignscope {

[[nodiscard]] std::string sweepJson(const Model& model, Engine engine,
                                    const std::vector<Combination>& combinations);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Sweep: every combination of methods that the model has operations for, with its cost.
#pragma once

#include "core/align/scenario.h"
#include "core/base/task.h"
#include "core/cascade/cascade.h"

#include <optional>
#include <span>
#include <vector>

namespace alignscope {

struct Combination {
    Scenario scenario;
    Summary summary;
    std::optional<EngineError> error;
};
/// The price of given scenarios, in their order. A stopped one returns what it has.
[[nodiscard]] std::vector<Combination> priced(const Model& model, std::span<const Scenario> scenarios,
                                              const Task& task = {});
/// In a fixed order: force_overlap fastest, then resize, pooling, concat, elementwise.
/// A stopped sweep returns what it has.
[[nodiscard]] std::vector<Combination> sweep(const Model& model, Engine engine, const Task& task = {});

} // namespace alignscope

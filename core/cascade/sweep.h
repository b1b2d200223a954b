// SPDX-License-Identifier: Apache-2.0
// Sweep: every combination of methods that the model has operations for, with its cost.
#pragma once

#include "core/align/scenario.h"
#include "core/base/task.h"
#include "core/cascade/cascade.h"

#include <optional>
#include <vector>

namespace alignscope {

struct Combination {
    Scenario scenario;
    Summary summary;
    std::optional<EngineError> error;
};
/// In a fixed order: force_overlap fastest, then resize, pooling, concat, elementwise.
/// A stopped sweep returns what it has.
[[nodiscard]] std::vector<Combination> sweep(const Model& model, Engine engine, const Task& task = {});

} // namespace alignscope

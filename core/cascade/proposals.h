// SPDX-License-Identifier: Apache-2.0
// Proposals: which single overrides, one after the other, help most towards a goal.
#pragma once

#include "core/cascade/impact.h"

#include <optional>
#include <string_view>
#include <vector>

namespace alignscope {

enum class Goal : std::uint8_t {
    Edges,   ///< fewer requantize edges and misaligned operations
    Loss,    ///< fewer summed bits lost, without another requantize edge, misaligned operation or broken promise
    Promises ///< fewer broken promises
};
[[nodiscard]] std::string_view toText(Goal goal) noexcept; ///< "edges"
[[nodiscard]] std::optional<Goal> goalFromText(std::string_view text) noexcept;

/// Whether a price is an improvement. Bits count in millionths, so that rounding is no improvement.
[[nodiscard]] bool helps(Goal goal, const Price& price) noexcept;

struct Proposal {
    Option option;
    Scenario scenario; ///< with this one and all before it
    Summary summary;   ///< of that scenario
    Reach reach;       ///< against the step before
    Price price;       ///< against the step before
};

struct Proposals {
    Summary start;                    ///< of the scenario that the search started from
    std::vector<Proposal> steps;
    bool complete = false;            ///< no single override helps any more; false when stopped
    std::optional<EngineError> error; ///< the engine stops at the scenario itself: nothing to improve
};

/// Repeatedly the single override (method, overlap or both of one operation) that helps most, until
/// none does. Equal help: for promises the fewer new edges and misaligned operations, then the fewer
/// slots moved, the fewer bits lost, the first in engine order. All other parts of the scenario
/// stay. Options at which the engine stops are never proposed. A stopped search gives the steps so
/// far. Thread: any.
[[nodiscard]] Proposals propose(const Model& model, const Scenario& scenario, Goal goal, const Task& task = {});

} // namespace alignscope

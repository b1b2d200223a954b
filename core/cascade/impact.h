// SPDX-License-Identifier: Apache-2.0
// Impact: the blast radius of every option of every operation, before anybody chooses it.
#pragma once

#include "core/align/scenario.h"
#include "core/base/task.h"
#include "core/cascade/price.h"

#include <optional>
#include <vector>

namespace alignscope {

/// Something that one operation could be asked to do.
struct Option {
    OpId operation;
    Method method = Method::None;
    Overlap overlap = Overlap::Off; ///< without meaning where reachesProducers(method) is false
    bool operator==(const Option&) const = default;
};
/// Every option of every operation that the engines align, in engine order, then by method; the
/// overlap that is in force before the other.
[[nodiscard]] std::vector<Option> optionsOf(const Model& model, const Scenario& scenario);
/// The operation does that already.
[[nodiscard]] bool inForce(const Model& model, const Scenario& scenario, const Option& option);
/// `scenario` with the option as an override; all else stays.
[[nodiscard]] Scenario withOption(const Model& model, const Scenario& scenario, const Option& option);

/// What an option would change against the outcome of the scenario.
struct Impact {
    Option option;
    Reach reach;
    Price price;
    std::optional<EngineError> error; ///< the engine would stop; the numbers are then of its partial state
};

/// The options that are not in force, the farthest reaching first: by slots, operations, hops, then
/// in engine order; those at which the engine stops last. The other overlap is left out where it
/// makes no difference. A stopped task gives what was found so far, ranked.
/// Thread: any.
[[nodiscard]] std::vector<Impact> impacts(const Model& model, const Scenario& scenario, const Task& task = {});

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Impact: the blast radius of every option of every operation, before anybody chooses it.
#pragma once

#include "core/align/scenario.h"
#include "core/base/task.h"
#include "core/cascade/price.h"

#include <optional>
#include <span>
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

/// The options that are not in force, the farthest reaching first: by slots of another scale or
/// offset, bits that come or go, slots that differ at all, operations, hops, then in engine order;
/// those at which the engine stops last. The other overlap is left out where it
/// makes no difference. A stopped task gives what was found so far, ranked.
/// Thread: any.
[[nodiscard]] std::vector<Impact> impacts(const Model& model, const Scenario& scenario, const Task& task = {});

/// Which single operation moves most: those of a ranked list whose best option changes as many
/// slots as the first one's, in that rank. The first is the answer; it stands alone unless another
/// one changes just as many slots. Empty where no option changes a scale or offset.
[[nodiscard]] std::vector<const Impact*> farthest(std::span<const Impact> ranked);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// S1 of the strict engine: which slots an operation claims, and which it has to leave out.
#pragma once

#include "core/align/outcome.h"
#include "core/align/scenario.h"
#include "core/quant/model.h"

#include <vector>

namespace alignscope {

/// An operation with a method, the slots that it puts on one scale, and those that dictate it.
struct StrictClaim {
    OpId operation;
    Method method = Method::None;
    Overlap overlap = Overlap::Off;
    std::vector<SlotId> slots;       ///< at least two
    std::vector<SlotId> authorities; ///< out:0 | in:0 | every claimed input
};

struct StrictClaims {
    std::vector<StrictClaim> claims; ///< in engine order
    std::vector<Step> refusals;      ///< Action::Refuse, with the reason
    std::vector<Message> warnings;
};
[[nodiscard]] StrictClaims strictClaims(const Model& model, const Scenario& scenario);

/// Why a slot cannot share a scale with others; None when it can.
[[nodiscard]] Reason strictRefusal(const TqcTable& baseline, SlotId slot);
/// Policy, width and range of values are equal.
[[nodiscard]] bool sameStrictScheme(const Scheme& a, const Scheme& b) noexcept;

} // namespace alignscope

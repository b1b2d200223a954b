// SPDX-License-Identifier: Apache-2.0
// Branches: the changes of a cascade under the operations that caused them first.
#pragma once

#include "core/cascade/evaluation.h"
#include "core/cascade/price.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace alignscope {

struct Branch {
    OpId operation; ///< whose step is the first cause; invalid: changes without a cause
    std::vector<std::uint32_t> changes; ///< places in Cascade::changes, in slot order, those that moved first
    SlotTally slots;
    std::optional<double> worst; ///< bits lost, at least 0, parameters aside as in Summary; none without a data slot that moved
};

/// What costs most comes first: by worst loss, then by moved slots, then by those that only joined; else in
/// the order of operations. Thread: any.
[[nodiscard]] std::vector<Branch> branchesOf(const Evaluation& evaluation);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// How far changes are from the operations that caused them.
#pragma once

#include "core/cascade/cascade.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alignscope {

class CauseIndex;

/// For each change the fewest edges of the graph between the operation of its last cause and the
/// operation of the slot. 0 without a cause.
[[nodiscard]] std::vector<std::uint32_t> countHops(const Model& model, const Outcome& outcome, const CauseIndex& causes,
                                                   std::span<const Change> changes);

} // namespace alignscope

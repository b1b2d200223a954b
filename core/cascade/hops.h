// SPDX-License-Identifier: Apache-2.0
// How far a change is from the operation that caused it.
#pragma once

#include "core/cascade/cascade.h"

#include <vector>

namespace alignscope {

/// Sets Change::hops: the fewest edges of the graph between the operation of the change's last
/// cause and the operation of the slot. Changes without a cause keep 0.
void countHops(const Model& model, const Outcome& outcome, std::vector<Change>& changes);

} // namespace alignscope

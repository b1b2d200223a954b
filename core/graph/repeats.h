// SPDX-License-Identifier: Apache-2.0
// Repeats: stretches of a graph's data flow that come again with the same types and wiring.
#pragma once

#include "core/graph/blocks.h"

#include <vector>

namespace alignscope {

/// Blocks without names, for findBlocks(). Stretches are intervals of the topological order that
/// only one tensor enters (tensors that reach very far aside), so collapsed they never form circles.
/// Outer blocks are units that follow each other directly, such as the layers of a network; inside
/// and beside them stand branched stretches (a residual block) that occur at least twice.
[[nodiscard]] std::vector<Block> repeatedBlocks(const Graph& graph);

} // namespace alignscope

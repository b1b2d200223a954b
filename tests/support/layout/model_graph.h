// SPDX-License-Identifier: Apache-2.0
// A model's graph as the canvas would have it laid out, with box sizes like the canvas'.
#pragma once

#include "core/graph/graph.h"
#include "core/layout/layout.h"

namespace alignscope::testing
{

/// Boxes for operations and for the graph's inputs and outputs; one edge per use of a tensor.
[[nodiscard]] layout::InputGraph drawnGraph(const Graph& graph);

} // namespace alignscope::testing

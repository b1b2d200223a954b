// SPDX-License-Identifier: Apache-2.0
// Whether two graphs, read at different times, are the same to a reader.
#pragma once

#include "core/graph/graph.h"

namespace alignscope {

/// The same operations and tensors by name and type, in the same order: ids of one are valid in the
/// other and mean the same thing.
[[nodiscard]] bool isSameGraph(const Graph& a, const Graph& b);

} // namespace alignscope

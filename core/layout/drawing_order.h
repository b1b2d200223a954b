// SPDX-License-Identifier: Apache-2.0
// Order of the nodes from top to bottom, and which edges would lead upwards.
#pragma once

#include "core/layout/segment.h"

namespace alignscope::layout
{

/// A tensor with more readers is not drawn to those far away.
inline constexpr Index kManyReaders = 12;

/// A topological order in which a source stands right before its first reader, so that the graph
/// has many places where only one node holds it together. A few nodes that read several others far
/// above them stand there.
struct DrawingOrder {
    std::vector<Index> order;     ///< nodes, component after component
    std::vector<Index> position;  ///< of each node in `order`
    std::vector<Index> highest;   ///< rank of each node if all stand as high as they can...
    std::vector<Index> lowest;    ///< ...and if all but those that nothing reads stand as low as they can then
    std::vector<Index> component; ///< of each node, numbered in the order in which they begin
    Index componentCount = 0;
    std::vector<std::uint8_t> backward; ///< per edge: closes a cycle, or a self loop
};

/// Edges must be in range.
[[nodiscard]] DrawingOrder findDrawingOrder(std::size_t nodeCount, const std::vector<InputEdge>& edges);

} // namespace alignscope::layout

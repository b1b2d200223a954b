// SPDX-License-Identifier: Apache-2.0
// Neighbours: who stands before, behind and around an operation.
#pragma once

#include "core/graph/graph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alignscope {

/// An operation at the other end of an edge.
struct Neighbour {
    OpId operation;
    TensorId tensor;           ///< that the edge carries
    std::uint32_t index = 0;   ///< input of the consumer
    bool operator==(const Neighbour&) const = default;
};

/// One for each edge into the operation, in input order. Constants have no producer.
[[nodiscard]] std::vector<Neighbour> producersOf(const Graph& graph, OpId operation);
/// One for each edge out of it, in output order and then the order of the reads.
[[nodiscard]] std::vector<Neighbour> consumersOf(const Graph& graph, OpId operation);
/// The readers of one tensor.
[[nodiscard]] std::vector<Neighbour> consumersOf(const Graph& graph, TensorId tensor);

/// Everything at most `hops` edges away from the seeds, in either direction, seeds included;
/// in graph order. Two readers of one tensor are two hops apart: over its producer, or over the
/// tensor itself when it is an input of the graph.
[[nodiscard]] std::vector<OpId> neighbourhood(const Graph& graph, std::span<const OpId> seeds, std::uint32_t hops);

} // namespace alignscope

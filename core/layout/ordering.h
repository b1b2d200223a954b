// SPDX-License-Identifier: Apache-2.0
// Order of the items within each rank, so that few lines cross.
#pragma once

#include "core/layout/layering.h"

#include <stop_token>

namespace alignscope::layout
{

/// Barycentre sweeps and swaps of neighbours, the best order seen is kept; with care, each item is then
/// put where in its layer it crosses least. Deterministic. A stop leaves a valid order.
void orderLayers(Layering& layering, Care care, const std::stop_token& stop);

/// Swaps of neighbours alone, for an order that is good already.
void polishOrder(Layering& layering, const std::stop_token& stop);

/// Puts each item where in its layer it crosses least, then swaps neighbours.
void siftOrder(Layering& layering, const std::stop_token& stop);

/// Crossings of lines that share no end count this often beside once: two lines that change sides
/// right at the box where both end are easily told apart.
inline constexpr std::size_t kCrossingApart = 3;

/// A crossing counts the product of its links' weights: it disturbs more where a line could have
/// been straight, and most on the trunk.
[[nodiscard]] std::size_t crossingWeight(const Link& link);

/// What orderLayers makes least: 4 for a crossing of two lines without a common end and 1 for another,
/// by weight.
[[nodiscard]] std::size_t weighCrossings(const Layering& layering);

/// Those of lines that share an end count for a part.
[[nodiscard]] double countCrossings(const Layering& layering);

/// Those of lines that share no end.
[[nodiscard]] std::size_t countCrossingsApart(const Layering& layering);

} // namespace alignscope::layout

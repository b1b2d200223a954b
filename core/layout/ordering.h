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

/// Those of lines that share an end count for a part.
[[nodiscard]] double countCrossings(const Layering& layering);

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
// Looks further for an order with fewer crossings than sweeps and swaps find.
#pragma once

#include "core/layout/layering.h"

#include <stop_token>

namespace alignscope::layout
{

/// Reinserts whole columns, and does so again after moving some of them at random; the order with the
/// fewest weighted crossings is kept. Deterministic; takes as long as some hundreds of sweeps.
void searchOrder(Layering& layering, const std::stop_token& stop);

/// The descent alone, without random moves.
void descendOrder(Layering& layering, const std::stop_token& stop);

} // namespace alignscope::layout

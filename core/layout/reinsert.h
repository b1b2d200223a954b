// SPDX-License-Identifier: Apache-2.0
// Takes a long line or a column of boxes out of an ordered layering and puts it back where it fits best.
#pragma once

#include "core/layout/layering.h"

#include <vector>

namespace alignscope::layout
{

/// Items on consecutive ranks, each linked with the next: a line's bends, boxes below each other, or both.
using Column = std::vector<Index>;

/// Columns off the trunk, each long line by itself and with the boxes at its ends.
[[nodiscard]] std::vector<Column> findColumns(const Layering& layering);

/// What reinsertion makes least: weighted crossings, and pixels of line sideways if `x` tells where the
/// items stand.
struct ReinsertionPrice {
    std::vector<double>* x = nullptr; ///< of items that are moved, about where they stand then
    double pixel = 0; ///< in crossings
};

/// Puts each item of the column where all of them together cost least, the others keeping their order:
/// over any distance and on all ranks at once. Returns whether the order has changed. `work` is
/// lowered by what it takes; without enough of it nothing happens.
bool reinsert(Layering& layering, const Column& column, const ReinsertionPrice& price, std::int64_t& work);

} // namespace alignscope::layout

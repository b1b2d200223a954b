// SPDX-License-Identifier: Apache-2.0
// Pieces: items that hang together and move as one.
#pragma once

#include "core/base/disjoint_sets.h"
#include "core/layout/layering.h"

#include <cstdint>
#include <vector>

namespace alignscope::layout
{

/// The sets of items, as lists of items by piece.
struct Pieces {
    std::vector<Index> of;           ///< per item
    std::vector<Index> begin, items; ///< per piece
    std::vector<std::uint8_t> fixed; ///< per piece: holds the trunk

    Pieces(const Layering& layering, DisjointSets sets);
    [[nodiscard]] Index count() const { return static_cast<Index>(begin.size() - 1); }
    [[nodiscard]] Index sizeOf(Index piece) const { return begin[piece + 1] - begin[piece]; }
};

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
// Which combinations of a sweep are worth a look: the Pareto front and the best ones.
#pragma once

#include "core/cascade/sweep.h"

#include <optional>
#include <span>
#include <vector>

namespace alignscope {

/// Which loss a comparison goes by.
enum class LossMeasure : std::uint8_t { Summed, Worst };
[[nodiscard]] double lossOf(const Summary& summary, LossMeasure measure) noexcept; ///< bits

/// For each combination whether no other has fewer troubled places (price.h) at no more loss, or
/// less loss at no more places. Combinations at which the engine stopped are never on the front.
[[nodiscard]] std::vector<bool> paretoFront(std::span<const Combination> combinations, LossMeasure measure);

/// Indices; none when every combination failed. Of equals: fewer split operations, less loss by the
/// other measure, fewer changed slots, the first.
struct SweepBest {
    std::optional<std::size_t> fewestPlaces; ///< fewest requantize edges and misaligned operations, then least loss
    std::optional<std::size_t> noEdge;       ///< least loss of those without a requantize edge, then fewest misaligned operations
    std::optional<std::size_t> noMisaligned; ///< least loss of those without a misaligned operation, then fewest edges
};
[[nodiscard]] SweepBest bestOf(std::span<const Combination> combinations, LossMeasure measure);

} // namespace alignscope

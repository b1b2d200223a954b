// SPDX-License-Identifier: Apache-2.0
// Trouble: what an evaluation says about a part of the graph, counted.
#pragma once

#include "core/cascade/evaluation.h"

#include <cstddef>
#include <optional>
#include <span>

namespace alignscope {

/// Which state of an evaluation is meant.
enum class EvaluationSide : std::uint8_t { Loaded, Outcome };

struct Trouble {
    std::size_t misaligned = 0;  ///< operations
    std::size_t split = 0;       ///< operations
    std::size_t broken = 0;      ///< operations
    std::size_t requantize = 0;  ///< edges whose consumer is in the part
    std::size_t changed = 0;     ///< operations; none of the loaded state
    std::optional<double> worstBitsLost; ///< of their data slots, constants aside

    [[nodiscard]] bool any() const noexcept { return misaligned + split + broken + requantize + changed > 0; }
};

/// Thread: any.
[[nodiscard]] Trouble troubleWithin(const Evaluation& evaluation, EvaluationSide side, std::span<const OpId> operations);

} // namespace alignscope

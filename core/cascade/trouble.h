// SPDX-License-Identifier: Apache-2.0
// Trouble: what an evaluation says about a part of the graph, counted.
#pragma once

#include "core/cascade/evaluation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

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

/// What an evaluation says about each operation, taken down in one pass over it, so that many parts
/// are counted in the time of their operations. Immutable. Thread: any.
class TroubleTally {
public:
    TroubleTally(const Evaluation& evaluation, EvaluationSide side);

    [[nodiscard]] Trouble within(std::span<const OpId> operations) const;

private:
    struct Entry {
        double worstBitsLost = 0;
        std::uint32_t requantize = 0;
        bool misaligned = false;
        bool split = false;
        bool broken = false;
        bool changed = false;
        bool measured = false; ///< worstBitsLost says something
    };
    std::vector<Entry> m_entries; // by operation
};

/// Of one part. Thread: any.
[[nodiscard]] Trouble troubleWithin(const Evaluation& evaluation, EvaluationSide side, std::span<const OpId> operations);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Price and Reach: what one outcome costs more than another, and how far apart they are.
#pragma once

#include "core/cascade/cascade.h"
#include "core/cascade/resolved_table.h"
#include "core/cascade/walk.h"

#include <cstddef>
#include <cstdint>

namespace alignscope {

/// Differences of measures; positive is more. Bits as in Summary.
struct Price {
    std::ptrdiff_t requantizeEdges = 0;
    std::ptrdiff_t misalignedOperations = 0;
    std::ptrdiff_t splitOperations = 0;
    std::ptrdiff_t brokenPromises = 0;
    double worstBitsLost = 0;
    double summedBitsLost = 0;

    /// Places where the device must rescale or inputs disagree: edges and misaligned operations.
    [[nodiscard]] std::ptrdiff_t places() const noexcept { return requantizeEdges + misalignedOperations; }
    bool operator==(const Price&) const = default;
};
/// What `to` costs more than `from`; both of one model.
[[nodiscard]] Price priceOf(const Summary& from, const Summary& to);
/// Requantize edges plus misaligned operations: without alignment most models have no edge at which
/// parameters change, but operations whose inputs disagree, so both count as one trouble.
[[nodiscard]] inline std::size_t troubledPlaces(const Summary& summary)
{
    return summary.requantizeEdgesAfter + summary.misalignedOperationsAfter;
}

/// The slots that differ between two outcomes of one model.
[[nodiscard]] SlotTally slotTally(const TqcTable& a, const TqcTable& b);

/// What differs between two outcomes of one model.
struct Reach {
    SlotTally slots;
    std::size_t tensors = 0;    ///< where the parameters of a slot that is no constant's differ
    std::size_t operations = 0; ///< with a slot that differs
    std::uint32_t hops = 0;     ///< edges from the operation that was asked to the farthest of these
    bool operator==(const Reach&) const = default;
};

/// Measures the reach of many outcomes against one. Keeps memory between calls; not for two threads.
class ReachMeter {
public:
    /// The model must outlive it.
    explicit ReachMeter(const Model& model);
    /// `cause`: where the hops start.
    [[nodiscard]] Reach operator()(const ResolvedTable& before, const ResolvedTable& after, OpId cause);
    /// Operations with a slot that differed in the last call, ascending.
    [[nodiscard]] const std::vector<OpId>& operations() const noexcept { return m_operations; }

private:
    const Model& m_model;
    Walk m_walk;
    std::vector<std::uint32_t> m_tensorStamp;
    std::vector<std::uint32_t> m_operationStamp;
    std::vector<OpId> m_operations;
    std::uint32_t m_now = 0;
};

} // namespace alignscope

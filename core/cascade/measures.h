// SPDX-License-Identifier: Apache-2.0
// Cost measures of product.md on one table: edges, groups, operations at odds with themselves.
#pragma once

#include "core/cascade/cascade.h"
#include "core/cascade/divergence.h"
#include "core/cascade/resolved_table.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace alignscope {

/// Places of one table that cost something.
struct Measures {
    std::vector<RequantizeEdge> edges; ///< in the order of SlotGraph::edges()
    /// Elementwise operations whose quantized data inputs differ; concats whose inputs or output do.
    std::vector<OpId> misaligned;
    std::vector<OpId> split; ///< passive operations whose quantized data input and an output differ
};
[[nodiscard]] Measures measuresOf(const Model& model, const ResolvedTable& table);
/// The same, from those of a table that differs from this one only where `divergence` says.
[[nodiscard]] Measures measuresOf(const Model& model, const ResolvedTable& table, const Measures& before,
                                  const Divergence& divergence);
/// Only the numbers of edges, misaligned and split operations.
struct MeasureCount {
    std::size_t edges = 0;
    std::size_t misaligned = 0;
    std::size_t split = 0;
};
[[nodiscard]] MeasureCount countMeasures(const Model& model, const ResolvedTable& table, const Measures& before,
                                         const Divergence& divergence);
[[nodiscard]] std::vector<RequantizeEdge> requantizeEdges(const Model& model, const ResolvedTable& table);
/// Groups of at least two non-parameter slots, numbered by their first slot.
[[nodiscard]] GroupList groupsOf(const ResolvedTable& table);
/// Their number and the size of the largest, without listing them.
struct GroupCount {
    std::size_t groups = 0;
    std::size_t largest = 0;
};
[[nodiscard]] GroupCount countGroups(const ResolvedTable& table);

/// Whether a step binds its slot to a master that it should agree with from then on.
[[nodiscard]] bool bindsByPromise(const Step& step) noexcept;
/// Whether a slot still follows, or at least agrees with, the master that it was bound to.
[[nodiscard]] bool promiseHolds(const TqcTable& table, SlotId slot, SlotId master);
[[nodiscard]] bool promiseHolds(const ResolvedTable& table, SlotId slot, SlotId master);

/// As realRange() of a slot with these parameters.
[[nodiscard]] std::optional<RealRange> realRange(const ParameterView& values, const Scheme& scheme);
/// now / then; 0 unless both are positive.
[[nodiscard]] double scaleRatio(float then, float now);
/// The largest of the channels; 0 when a side has no scale.
[[nodiscard]] double scaleRatio(const ParameterView& before, const ParameterView& after);
/// log2 of such a ratio; none for 0.
[[nodiscard]] std::optional<double> bitsLost(double scaleRatio);
/// log2(new / old) of the scales; the largest of the channels. None when unknown or not positive.
[[nodiscard]] std::optional<double> bitsLost(const ParameterView& before, const ParameterView& after);
/// Share of `before` outside `after`, 0..1.
[[nodiscard]] double clippedShare(const RealRange& before, const RealRange& after);
/// That share in percent, rounded up; 0 when less than a step of `before` is lost, or when a range is
/// unknown or per channel.
[[nodiscard]] std::uint8_t clippedPercent(const ParameterView& before, const ParameterView& after, const Scheme& scheme);
[[nodiscard]] std::uint8_t clippedPercent(TensorParameters before, TensorParameters after, const Scheme& scheme);
/// SQNR change in dB that goes with a number of lost bits: -20 log10(2^bits).
[[nodiscard]] double sqnrChange(double bitsLost);

} // namespace alignscope

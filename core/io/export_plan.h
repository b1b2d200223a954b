// SPDX-License-Identifier: Apache-2.0
// ExportPlan: what has to change among the Q and DQ nodes of a file so that it reads as an outcome.
#pragma once

#include "core/base/result.h"
#include "core/io/node_index.h"
#include "core/io/stored_parameters.h"
#include "core/quant/model.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace alignscope {

inline constexpr std::size_t kNoPair = std::numeric_limits<std::size_t>::max();

/// Where a tensor is taken from after the edit: one of the file, or the DQ output of a new pair.
struct TensorSource {
    std::string tensor;
    std::size_t pair = kNoPair; ///< index into ExportPlan::pairs; then `tensor` is empty
    bool operator==(const TensorSource&) const = default;
};

/// New Q -> DQ, placed before the first of its readers.
struct InsertedPair {
    TensorSource source;
    StoredParameters parameters;
    std::uint32_t prototype = kNoNode; ///< a Q or DQ near by: domain and type of scales
    std::vector<RawUse> readers;       ///< inputs of nodes of the file that read the new DQ
    /// Node and output index when the tensor is a graph output: the DQ takes over its name, and
    /// the producer writes another.
    RawUse producer{kNoNode, 0};
};

struct ChangedNode {
    std::uint32_t node = kNoNode; ///< a Q or DQ of the file
    StoredParameters parameters;
};

struct Rewiring {
    RawUse reader;
    TensorSource source;
};

/// Integers behind a DQ that have to be written anew: q' = clamp(round((q - z) s / s') + z').
struct ConstantChange {
    std::uint32_t dequantize = kNoNode;
    StoredParameters before;
    StoredParameters after;
    IntegerRange clamp;
    bool bias = false;
    std::vector<RawUse> readers; ///< who gets a DQ of its own; empty: the DQ itself changes
};

struct ExportPlan {
    std::vector<ChangedNode> changed;
    std::vector<InsertedPair> pairs;
    std::vector<Rewiring> rewired;
    std::vector<std::uint32_t> removed;   ///< Q nodes that became redundant, with all DQ behind them
    std::vector<ConstantChange> constants;
    std::vector<SlotId> notCarried;       ///< rules Q3-Q5 cannot express their outcome in this file
    std::vector<SlotId> retyped;
    std::vector<Message> notices;

    [[nodiscard]] bool empty() const noexcept
    {
        return changed.empty() && pairs.empty() && rewired.empty() && removed.empty() && constants.empty();
    }
};

/// For a model whose parameters came from its own Q and DQ nodes. `index` is of the model's source.
/// Pure; nothing is read but zero-size facts of the skeleton.
[[nodiscard]] ExportPlan planExport(const Model& model, const TqcTable& outcome, const NodeIndex& index);

} // namespace alignscope

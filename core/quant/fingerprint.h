// SPDX-License-Identifier: Apache-2.0
// ModelFingerprint: tells whether a model is still the one that something was saved for.
#pragma once

#include "core/quant/model.h"

#include <cstdint>

namespace alignscope {

/// Three numbers that are equal for equal models on every machine and in every run. The weights are
/// not read: a model with other weights of the same size looks the same.
struct ModelFingerprint {
    /// FNV-1a, 64 bits, over the operations sorted by id: id, operator type, names of inputs and
    /// outputs. Q and DQ nodes do not count, nor does the order of the nodes.
    std::uint64_t topology = 0;
    /// The same hash over the loaded table in that order: state, root, scheme, scale and offset.
    std::uint64_t table = 0;
    std::uint64_t bytes = 0; ///< size of the model file; 0 for a model made in memory

    bool operator==(const ModelFingerprint&) const = default;
};

/// Thread: any. About a millisecond for 10,000 operations.
[[nodiscard]] ModelFingerprint fingerprintOf(const Model& model);

} // namespace alignscope

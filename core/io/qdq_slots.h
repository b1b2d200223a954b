// SPDX-License-Identifier: Apache-2.0
// The slots of a QDQ model, derived from its Q and DQ nodes by rules Q1-Q9 of product.md.
#pragma once

#include "core/io/node_index.h"
#include "core/quant/model.h"

#include <memory>
#include <span>
#include <vector>

namespace alignscope {

struct DerivedSlots {
    TqcTable table;
    std::vector<SlotOrigin> origins;        ///< by SlotId
    std::vector<InferredBinding> inferred;  ///< of kind SharedInitializer
};

/// `graph` is the operation graph of `index`, `nodes` those of readQuantNodes.
[[nodiscard]] DerivedSlots deriveQdqSlots(const NodeIndex& index, std::shared_ptr<const Graph> graph,
                                          std::span<const QuantNode> nodes);

} // namespace alignscope

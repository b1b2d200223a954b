// SPDX-License-Identifier: Apache-2.0
// The Q and DQ nodes of a model with their parameters as numbers (rule Q2).
#pragma once

#include "core/base/message.h"
#include "core/io/node_index.h"

#include <vector>

namespace alignscope {

struct QuantNodes {
    std::vector<QuantNode> nodes;   ///< in node order
    std::vector<Message> notices;   ///< one for each kind of oddity
};

[[nodiscard]] QuantNodes readQuantNodes(const NodeIndex& index);

/// Same scales, zero points and integer type, bit for bit.
[[nodiscard]] bool sameParameters(const QuantNode& a, const QuantNode& b) noexcept;

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Attributes of a node as a reader sees them.
#pragma once

#include "core/graph/graph.h"

#include <vector>

namespace onnx {
class NodeProto;
}

namespace alignscope {

/// One entry each; long lists and strings are cut and say how long they are.
[[nodiscard]] std::vector<Attribute> attributesOf(const onnx::NodeProto& node);

} // namespace alignscope

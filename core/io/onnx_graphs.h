// SPDX-License-Identifier: Apache-2.0
// The two graphs of an ONNX model: as it stands in the file, and with Q/DQ looked through.
#pragma once

#include "core/base/result.h"
#include "core/graph/graph.h"
#include "core/io/node_index.h"
#include "core/quant/model.h"

#include <memory>
#include <span>
#include <string>

namespace alignscope {

/// Every node of the main graph, constants included. A graph whose nodes are in order and that is
/// within the limits has neither notices nor errors: see isPlain().
[[nodiscard]] Result<GraphBuilder::Built> buildFileGraph(const NodeIndex& index);

/// Whether buildFileGraph() can have nothing to tell. False may only mean that it is worth asking.
[[nodiscard]] bool isPlain(const NodeIndex& index);

/// The operations of rules Q1 and Q2. With `order` (operation ids of a quantization file) they
/// stand in that order, the others at their topological place.
[[nodiscard]] Result<GraphBuilder::Built> buildOperationGraph(const NodeIndex& index,
                                                              std::span<const std::string> order);

/// Fills the properties; the model's own file first, then external data. Missing or unsafe
/// external data and operators that keep their quantization inside become notices.
void describeModel(const NodeIndex& index, ModelProperties& properties, std::vector<Message>& notices);

} // namespace alignscope

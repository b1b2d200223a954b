// SPDX-License-Identifier: Apache-2.0
// The order in which the ppq engine visits operations, which decides what it arrives at (quirk 10).
#pragma once

#include "core/quant/model.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace alignscope {

enum class OperationOrderKind : std::uint8_t {
    Listed,      ///< as the file or its config lists them
    Topological, ///< producers first, ties as listed
    Reversed     ///< the topological order backwards
};
[[nodiscard]] std::string_view toText(OperationOrderKind order) noexcept; ///< "topological"

[[nodiscard]] std::vector<OpId> operationsInOrder(const Graph& graph, OperationOrderKind order);
/// The same model whose engine visits the operations in that order. Slots and graph stay as they are.
[[nodiscard]] Model withOrder(const Model& model, OperationOrderKind order);

} // namespace alignscope

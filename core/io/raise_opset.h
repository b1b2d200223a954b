// SPDX-License-Identifier: Apache-2.0
// Raises the opset of a model to what Q and DQ nodes need, where that keeps its meaning.
#pragma once

#include "core/base/result.h"
#include "core/io/edit_builder.h"

#include <cstdint>

namespace alignscope {

/// Attributes that became inputs are moved. ExportOpsetTooLow when the model is older than opset 11
/// or has an operation whose meaning changed.
[[nodiscard]] Result<void> raiseOpset(const NodeIndex& index, std::int64_t wanted, EditBuilder& builder);

} // namespace alignscope

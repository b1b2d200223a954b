// SPDX-License-Identifier: Apache-2.0
// The proof of an export: what was written, read again, is the outcome.
#pragma once

#include "core/base/result.h"
#include "core/quant/model.h"

#include <cstddef>
#include <span>
#include <string>

namespace alignscope {

/// Compares operations, activations and every slot of `model` under `outcome` with `written`.
/// Slots of `excused` (they were reported as not expressible) may differ. Returns how many slots
/// agree; ExportNotProven names the first that does not. `path` is for the sentence.
[[nodiscard]] Result<std::size_t> proveExport(const Model& model, const TqcTable& outcome, const Model& written,
                                              std::span<const SlotId> excused, const std::string& path);

} // namespace alignscope

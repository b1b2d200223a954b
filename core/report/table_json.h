// SPDX-License-Identifier: Apache-2.0
// alignscope-table/1: an evaluation as JSON, what `inspect` and `align` print.
#pragma once

#include "core/cascade/evaluation.h"

#include <string>

namespace alignscope {

/// One object: settings, every slot on a line of its own, changes with their causes, steps,
/// inferred bindings, summary. Reads back through core/io without loss.
[[nodiscard]] std::string tableJson(const Evaluation& evaluation);

/// State, master, scale and offset of a slot: an entry of `before` and `after`.
[[nodiscard]] std::string slotValueJson(const SlotList& slots, const SlotValue& value);
/// The `summary` object on one line; also in the sweep.
[[nodiscard]] std::string summaryJson(const Summary& summary);
/// The `error` object, or null.
[[nodiscard]] std::string errorJson(const Graph& graph, const std::optional<EngineError>& error);

} // namespace alignscope

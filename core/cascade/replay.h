// SPDX-License-Identifier: Apache-2.0
// applyStep: one step of an outcome on a table that stands just before it.
#pragma once

#include "core/align/outcome.h"
#include "core/quant/tqc_table.h"

#include <functional>

namespace alignscope {

/// Does to `table` what the step did. `final` is the outcome's table: channel vectors of
/// recomputed biases are taken from it. Reads of the engine compress paths, which decides whom a
/// slot follows when a slot between it and its root is rebound later; so they are repeated, and
/// `onRead` hears of each before it happens.
void applyStep(TqcTable& table, const TqcTable& final, const Step& step,
               const std::function<void(SlotId)>& onRead = {});

} // namespace alignscope

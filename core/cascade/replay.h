// SPDX-License-Identifier: Apache-2.0
// applyStep: one step of an outcome on a table that stands just before it.
#pragma once

#include "core/align/outcome.h"
#include "core/quant/tqc_table.h"

namespace alignscope {

/// `final` is the outcome's table: channel vectors of recomputed biases are taken from it.
/// Pointers come out uncompressed; roots, states and effective parameters are those of the run.
void applyStep(TqcTable& table, const TqcTable& final, const Step& step);

} // namespace alignscope

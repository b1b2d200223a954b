// SPDX-License-Identifier: Apache-2.0
// The strict engine: alignment as sets of slots, independent of the order of operations (S1-S8).
#pragma once

#include "core/align/outcome.h"
#include "core/align/scenario.h"
#include "core/quant/model.h"

namespace alignscope {

/// From the model's baseline. Never sets an error: what cannot be honoured is a Refuse step with
/// its reason. Thread: any.
[[nodiscard]] Outcome runStrictAlignment(const Model& model, const Scenario& scenario);

} // namespace alignscope

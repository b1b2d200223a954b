// SPDX-License-Identifier: Apache-2.0
// The ppq engine: PPQ 0.6.6's QuantAlignmentPass and PassiveParameterQuantizePass, quirks included.
#pragma once

#include "core/align/outcome.h"
#include "core/align/scenario.h"
#include "core/quant/model.h"

namespace alignscope {

/// The alignment pass on a copy of the model's baseline (ppq-semantics section 7). Stops at the
/// first error, as the reference does, and leaves the partial state. Bindings, pins and excluded
/// edges, which PPQ does not know, are Refuse steps at the start.
/// Thread: any.
[[nodiscard]] Outcome runPpqAlignment(const Model& model, const Scenario& scenario);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// The passive pass: parameters that follow from others: biases, Clip bounds, Pad values.
#pragma once

#include "core/align/outcome.h"
#include "core/align/scenario.h"

namespace alignscope {

/// bias = input scale x weight scale; Clip and Pad values take the parameters of in:0
/// (ppq-semantics section 8), at the passive sites of `graph`. Records a step for each parameter that
/// it changed.
/// Engine::Ppq: as PPQ's PassiveParameterQuantizePass, which compresses the paths it reads and may
/// set `outcome.error`. Engine::Strict: leaves alone what it cannot compute, and all other pointers.
void runPassivePass(const SlotGraph& graph, Outcome& outcome, Engine engine);

} // namespace alignscope

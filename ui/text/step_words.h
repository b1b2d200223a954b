// SPDX-License-Identifier: Apache-2.0
// Sentences of the debugger: a position, a breakpoint, a halt, a watched value.
#pragma once

#include "core/cascade/step_stops.h"

#include <QString>

namespace alignscope::ui {

/// "Step 12 of 96: Add1: Conv2 input 0 follows Add1 input 0."; at the end with the engine's error.
[[nodiscard]] QString positionText(const Evaluation& outcome, std::size_t position);
/// "Steps of Add1 begin", "A group has more than 8 slots".
[[nodiscard]] QString breakpointText(const Breakpoint& breakpoint);
/// What came true: "Conv3 input 0 changed", "the group of Add1 input 0 grew to 9 slots".
[[nodiscard]] QString stopText(const Model& model, const Breakpoint& breakpoint, const Stop& stop);
/// Only what differs between two values: "scale 0.027, fused". Empty when nothing does.
[[nodiscard]] QString differenceText(const SlotList& slots, const WatchedValue& before, const WatchedValue& now);

} // namespace alignscope::ui

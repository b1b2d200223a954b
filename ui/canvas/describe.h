// SPDX-License-Identifier: Apache-2.0
// Words for what is under the pointer or selected: tooltips and what a screen reader says.
#pragma once

#include "ui/canvas/canvas_look.h"
#include "ui/canvas/drawing.h"
#include "ui/session/selection.h"

#include <QString>

namespace alignscope::ui {

/// Rich text with exact values and full names; empty for no selection. `look` may be null.
[[nodiscard]] QString describeRich(const Drawing& drawing, const CanvasLook* look, const Selection& selection);
/// One plain sentence.
[[nodiscard]] QString describePlain(const Drawing& drawing, const CanvasLook* look, const Selection& selection);

} // namespace alignscope::ui

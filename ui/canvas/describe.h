// SPDX-License-Identifier: Apache-2.0
// Words for what is under the pointer or selected: tooltips and what a screen reader says.
#pragma once

#include "ui/canvas/canvas_look.h"
#include "ui/canvas/drawing.h"
#include "ui/session/selection.h"

#include <QString>

#include <cstdint>
#include <span>

namespace alignscope::ui {

/// Rich text with exact values and full names; empty for no selection. `look` may be null.
[[nodiscard]] QString describeRich(const Drawing& drawing, const CanvasLook* look, const Selection& selection);
/// Edges whose badges stand as one: a line for each, the first ones of many.
[[nodiscard]] QString describeCrowd(const Drawing& drawing, const CanvasLook& look, std::span<const std::uint32_t> edges);
/// What such an edge is called in a list: its sign, whence it comes and where it leads.
[[nodiscard]] QString crowdLine(const Drawing& drawing, const CanvasLook& look, std::uint32_t edge);
[[nodiscard]] QString crowdTitle(const Drawing& drawing, const CanvasLook& look, std::span<const std::uint32_t> edges);
/// One plain sentence.
[[nodiscard]] QString describePlain(const Drawing& drawing, const CanvasLook* look, const Selection& selection);

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// What a selection, a hover or the difference mode emphasises.
#pragma once

#include "ui/canvas/painter.h"
#include "ui/session/selection.h"

namespace alignscope::ui {

enum class Attention : std::uint8_t { Hovered, Selected };

/// Group members and arcs; for the selected slot that changed, the chain of its causes with
/// everything else dimmed.
[[nodiscard]] Emphasis emphasisOf(const Drawing& drawing, const CanvasLook& look,
                                  const Selection& selection, Attention attention);
/// Everything that changed, or differs between compared scenarios, with the rest dimmed; what difference mode shows of itself.
[[nodiscard]] Emphasis differenceEmphasis(const Drawing& drawing, const CanvasLook& look);
/// The boxes that a step touched and `difference` does not list, with their edges to those that it lists.
[[nodiscard]] Emphasis stepEmphasis(const Drawing& drawing, const Emphasis& difference, const StepMark& step);
/// Q and DQ boxes between two nodes of an emphasis, or on an edge of it, belong to it.
void addQuantizers(Emphasis& emphasis, const Drawing& drawing);
/// Arcs from slots that follow another master than before, when there are few enough to read.
[[nodiscard]] std::vector<Emphasis::Arc> newBindingArcs(const CanvasLook& look, std::size_t most);

} // namespace alignscope::ui

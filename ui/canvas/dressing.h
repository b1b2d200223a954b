// SPDX-License-Identifier: Apache-2.0
// Dressing: what an evaluation makes of a drawing, everything that takes a walk over the whole graph.
#pragma once

#include "ui/canvas/canvas_look.h"
#include "ui/canvas/drawing.h"
#include "ui/canvas/painter.h"

#include <memory>
#include <vector>

namespace alignscope::ui {

struct Dressing {
    std::shared_ptr<const CanvasLook> look;
    std::shared_ptr<const Emphasis> difference; ///< null but in CanvasMode::Difference
    std::vector<Emphasis::Arc> newArcs;
};
/// How much of a look must be there for a view.
enum class Closeness : std::uint8_t {
    Far,  ///< no group is told from another
    Close ///< groups have their colours and numbers
};
/// Thread: any.
[[nodiscard]] Dressing dress(const Drawing& drawing, std::shared_ptr<const Evaluation> evaluation, CanvasMode mode,
                             const ShownVariants& variants, Closeness closeness);

} // namespace alignscope::ui

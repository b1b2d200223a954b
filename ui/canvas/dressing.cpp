// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/dressing.h"

#include "core/base/parallel.h"
#include "ui/canvas/emphasis.h"

#include <utility>

namespace alignscope::ui {
namespace {

constexpr std::size_t kMostNewArcs = 60;

} // namespace

Dressing dress(const Drawing& drawing, std::shared_ptr<const Evaluation> evaluation, CanvasMode mode, const ShownVariants& variants)
{
    Dressing dressing;
    dressing.look = std::make_shared<const CanvasLook>(std::move(evaluation), mode, variants);
    const auto light = [&] {
        if (mode != CanvasMode::Difference) return;
        dressing.difference = std::make_shared<const Emphasis>(differenceEmphasis(drawing, *dressing.look));
        dressing.newArcs = newBindingArcs(*dressing.look, kMostNewArcs);
    };
    const auto explain = [&] { dressing.signs = legendContent(drawing, *dressing.look, CanvasLayers{}); };
    constexpr std::size_t kWorthAThread = 20000; // edges
    inParallel(drawing.edges().size() > kWorthAThread, light, explain);
    return dressing;
}

} // namespace alignscope::ui

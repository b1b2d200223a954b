// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/dressing.h"

#include "core/base/parallel.h"
#include "ui/canvas/emphasis.h"

#include <utility>

namespace alignscope::ui {
namespace {

constexpr std::size_t kMostNewArcs = 60;

} // namespace

Dressing dress(const Drawing& drawing, std::shared_ptr<const Evaluation> evaluation, CanvasMode mode, const ShownVariants& variants, Closeness closeness)
{
    Dressing dressing;
    const auto group = [evaluation, mode] {
        if (mode != CanvasMode::Before) static_cast<void>(evaluation->cascade.groups()); // made when first asked for
    };
    const auto look = [&] {
        dressing.look = std::make_shared<const CanvasLook>(evaluation, mode, variants);
        if (closeness == Closeness::Close) dressing.look->prepareRoles();
        if (mode != CanvasMode::Difference) return;
        dressing.difference = std::make_shared<const Emphasis>(differenceEmphasis(drawing, *dressing.look));
        dressing.newArcs = newBindingArcs(*dressing.look, kMostNewArcs);
    };
    constexpr std::size_t kWorthAThread = 20000; // slots
    if (closeness == Closeness::Far) look();
    else inParallel(evaluation->outcome.table.size() > kWorthAThread, group, look);
    return dressing;
}

} // namespace alignscope::ui

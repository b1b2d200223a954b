// SPDX-License-Identifier: Apache-2.0
// What the canvas tests share: placed drawings of sample models and evaluations of them.
#pragma once

#include "core/cascade/evaluation.h"
#include "core/layout/layout.h"
#include "tests/support/sample_models.h"
#include "ui/canvas/drawing.h"

#include <QFont>

#include <memory>
#include <utility>

namespace alignscope::ui::test {

inline std::shared_ptr<const Drawing> placed(std::shared_ptr<const Model> model, DrawingOptions options = {})
{
    const auto drawing = Drawing::make(std::move(model), drawingFonts(QFont()), options);
    const auto layout = layout::layoutFast(drawing->inputGraph());
    return layout ? drawing->withLayout(*layout) : nullptr;
}

inline std::shared_ptr<const Evaluation> aligned(std::shared_ptr<const Model> model, Overlap overlap)
{
    Scenario scenario;
    applyPreset(scenario, "ppq-setting");
    scenario.forceOverlap = overlap;
    return makeEvaluation(std::move(model), scenario);
}

inline SlotId slotOf(const Model& model, const char* id) { return model.baseline.slots().findId(id); }

} // namespace alignscope::ui::test

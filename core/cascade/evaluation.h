// SPDX-License-Identifier: Apache-2.0
// Evaluation: a scenario on a model with everything that follows from it, kept alive together.
#pragma once

#include "core/align/scenario.h"
#include "core/cascade/cascade.h"

#include <memory>

namespace alignscope {

struct Evaluation {
    std::shared_ptr<const Model> model;
    Scenario scenario;
    Outcome outcome;
    Cascade cascade; ///< its views point into `model` and `outcome`

    Evaluation() = default;
    Evaluation(const Evaluation&) = delete; // the views would dangle
    Evaluation& operator=(const Evaluation&) = delete;
};

/// evaluate + diff. Never null. Thread: any.
[[nodiscard]] std::shared_ptr<const Evaluation> makeEvaluation(std::shared_ptr<const Model> model,
                                                               const Scenario& scenario);

/// `to` seen against `from`, two evaluations of one graph: its model's baseline is `from`'s outcome,
/// so that "before" is `from` everywhere. Causes are steps of `to`; a change that only `from` made
/// has none. Thread: any.
[[nodiscard]] std::shared_ptr<const Evaluation> compare(const Evaluation& from, const Evaluation& to);

} // namespace alignscope

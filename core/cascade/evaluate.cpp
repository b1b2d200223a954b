// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/evaluate.h"

#include "core/align/by_hand.h"
#include "core/align/passive_pass.h"
#include "core/align/ppq_engine.h"
#include "core/align/strict_engine.h"

namespace alignscope {

Outcome evaluate(const Model& model, const Scenario& scenario)
{
    // With nothing aligned the loaded table stays exactly, passive parameters included.
    if (scenario.isIdentity() || !model.slotGraph) {
        Outcome unchanged;
        unchanged.table = model.baseline;
        if (model.slotGraph && !honoursHandEdits(scenario.engine)) refuseHandEdits(model, scenario, unchanged);
        return unchanged;
    }
    Outcome outcome = scenario.engine == Engine::Ppq ? runPpqAlignment(model, scenario)
                                                     : runStrictAlignment(model, scenario);
    if (scenario.passivePass && !outcome.error) runPassivePass(*model.slotGraph, outcome, scenario.engine);
    return outcome;
}

} // namespace alignscope

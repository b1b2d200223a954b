// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/evaluate.h"

#include "core/align/ppq_engine.h"

#include <string>

namespace alignscope {

Outcome evaluate(const Model& model, const Scenario& scenario)
{
    // With nothing aligned the loaded table stays exactly, passive parameters included.
    if (scenario.isIdentity() || !model.slotGraph) {
        Outcome unchanged;
        unchanged.table = model.baseline;
        return unchanged;
    }
    if (scenario.engine != Engine::Ppq) {
        Outcome refused;
        refused.table = model.baseline;
        refused.warnings.push_back({MessageCode::EngineNotAvailable, {std::string(toText(scenario.engine))}});
        return refused;
    }
    Outcome outcome = runPpqAlignment(model, scenario);
    if (scenario.passivePass && !outcome.error) runPassivePass(outcome);
    return outcome;
}

} // namespace alignscope

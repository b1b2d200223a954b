// SPDX-License-Identifier: Apache-2.0
// Workplace: all that is open, with what follows from it and is still on its way, without a widget.
#pragma once

#include "ui/session/autosave.h"
#include "ui/session/drawing_job.h"
#include "ui/session/scenario_comparison.h"
#include "ui/session/scenario_costs.h"
#include "ui/session/scenario_store.h"
#include "ui/session/session.h"
#include "ui/session/session_document.h"
#include "ui/session/stepper.h"

#include <memory>

namespace alignscope::ui {

/// One window shows it; another can take it over as it stands. Thread: GUI.
struct Workplace {
    Session session;
    Stepper stepper{session};
    SessionDocument document{session, stepper};
    ScenarioStore store{session};
    ScenarioComparison comparison{session};
    ScenarioCosts costs{session};
    std::unique_ptr<Autosave> autosave; ///< null in windows that remember nothing
    DrawingJob drawing;
};

} // namespace alignscope::ui

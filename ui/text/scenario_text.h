// SPDX-License-Identifier: Apache-2.0
// A scenario in words: on one line, and line by line.
#pragma once

#include "core/align/scenario.h"

#include <QString>
#include <QStringList>

namespace alignscope::ui {

/// "PPQ" or "Strict", as the tool bar calls them.
[[nodiscard]] QString engineTitle(Engine engine);
/// "elementwise large, concat output, overlap on", "nothing aligned".
[[nodiscard]] QString methodsText(const Scenario& scenario);
/// Overrides, bindings, pins and excluded edges together.
[[nodiscard]] int exceptionCount(const Scenario& scenario);
/// "PPQ, elementwise large, overlap on, 2 exceptions", "PPQ, 2 exceptions".
[[nodiscard]] QString scenarioText(const Scenario& scenario);
/// What one operation is to do otherwise: "large, overlap on".
[[nodiscard]] QString choiceText(const Override& choice);
/// Everything that it asks for, a line each.
[[nodiscard]] QStringList scenarioLines(const Scenario& scenario);

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// The scenario that a model was aligned with, in words.
#pragma once

#include "core/align/scenario.h"

#include <QString>

#include <functional>

class QWidget;

namespace alignscope::ui {

/// Not modal. `keep` is called when the user wants to have it among the kept scenarios.
void showScenario(const QString& title, const Scenario& scenario, QWidget* parent, std::function<void()> keep);

} // namespace alignscope::ui

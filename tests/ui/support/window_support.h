// SPDX-License-Identifier: Apache-2.0
// What every test of the whole window begins with: a model in it, shown and at rest.
#pragma once

#include "core/align/scenario.h"
#include "core/quant/model.h"

#include <QSize>
#include <QString>

#include <memory>

namespace alignscope::ui {
class MainWindow;
}

namespace alignscope::test {

/// Waits until nothing is on its way any more: no file, no evaluation, no drawing, no sweep.
void settle(ui::MainWindow& window);
/// The model in the active window, drawn by the fast layout. Check QTest::currentTestFailed() where it matters.
void showModel(ui::MainWindow& window, const std::shared_ptr<const Model>& model, const Scenario& scenario = {}, QSize size = {});
/// A bundled sample, opened from its files.
void openSample(ui::MainWindow& window, const QString& id);

} // namespace alignscope::test

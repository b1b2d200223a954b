// SPDX-License-Identifier: Apache-2.0
// Tool tips that stay in their panel.
#pragma once

class QWidget;

namespace alignscope::ui {

/// The widget's tool tip stands below `within` and is no wider, so that it hides nothing of what the
/// pointer previews on the canvas.
void keepTipWithin(QWidget* widget, QWidget* within);

} // namespace alignscope::ui

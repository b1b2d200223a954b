// SPDX-License-Identifier: Apache-2.0
// The command palette: any command by a few letters of its name.
#pragma once

class QWidget;

namespace alignscope::ui {

struct Actions;

/// Return runs the marked command, Escape closes. Disabled commands are listed, greyed.
void showCommandPalette(const Actions& actions, QWidget* parent);

} // namespace alignscope::ui

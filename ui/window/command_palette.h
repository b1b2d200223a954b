// SPDX-License-Identifier: Apache-2.0
// The command palette: any command by a few letters of its name.
#pragma once

#include <QList>
#include <QString>

#include <utility>

class QAction;
class QWidget;

namespace alignscope::ui {

struct Actions;

/// Return runs the marked command, Escape closes. Disabled commands are listed, greyed.
/// `more`: commands beside those, by the name that they have there.
void showCommandPalette(const Actions& actions, const QList<std::pair<QString, QAction*>>& more, QWidget* parent);

} // namespace alignscope::ui

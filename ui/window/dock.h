// SPDX-License-Identifier: Apache-2.0
// makeDock: a dock with a quiet title bar of our own.
#pragma once

#include <QString>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace alignscope::ui {

/// `name` is the object name under which the place of the dock is saved.
[[nodiscard]] QDockWidget* makeDock(const QString& name, const QString& title, QWidget* content, QMainWindow* window);

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// The small dialogs of the window: model properties, keyboard shortcuts, about.
#pragma once

class QWidget;

namespace alignscope::ui {

struct Actions;
class Session;

enum class PropertiesPage { General, Notices };
/// Not modal: it stays while one works, and closes with its parent.
void showProperties(Session& session, QWidget* parent, PropertiesPage page = PropertiesPage::General);
void showShortcuts(const Actions& actions, QWidget* parent);
void showAbout(QWidget* parent);

} // namespace alignscope::ui

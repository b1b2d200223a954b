// SPDX-License-Identifier: Apache-2.0
// ScenarioSwitcher: which kept scenario is in force, and a menu of the others.
#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace alignscope::ui {

struct Actions;
class ScenarioStore;
class Session;

class ScenarioSwitcher : public QWidget {
    Q_OBJECT
public:
    ScenarioSwitcher(Session& session, ScenarioStore& store, const Actions& actions, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void fill();

    Session& m_session;
    ScenarioStore& m_store;
    const Actions& m_actions;
    QToolButton* m_button;
    QMenu* m_menu;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// HistoryPanel: the undo steps as a list with their price; a click goes there.
#pragma once

#include <QWidget>

class QStackedWidget;
class QTreeView;

namespace alignscope::ui {

class HistoryModel;
class ScenarioCosts;
class Session;

class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    HistoryPanel(Session& session, ScenarioCosts& costs, QWidget* parent = nullptr);

private:
    void refresh();

    Session& m_session;
    HistoryModel* m_model;
    QStackedWidget* m_stack;
    QTreeView* m_view;
    QWidget* m_empty;
};

} // namespace alignscope::ui

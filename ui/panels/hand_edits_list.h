// SPDX-License-Identifier: Apache-2.0
// HandEditsList: one list of all overrides, bindings, pins and excluded edges; edits and removes them.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace alignscope::ui {

class HandEditsModel;
class Session;

/// A click selects on the canvas; Return or a double click edits; Del or the cross removes.
class HandEditsList : public QWidget {
    Q_OBJECT
public:
    explicit HandEditsList(Session& session, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void fitHeight();
    void select(int row);
    void edit(int row);
    void editOverride(int row);
    void remove(int row);

    Session& m_session;
    HandEditsModel* m_model;
    QTableView* m_view;
    QLabel* m_hint;
    QPushButton* m_clear;
};

} // namespace alignscope::ui

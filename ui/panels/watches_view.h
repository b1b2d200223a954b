// SPDX-License-Identifier: Apache-2.0
// WatchesView: the watched slots beside the steps.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QTreeView;

namespace alignscope::ui {

class Session;
class Stepper;
class WatchesModel;

/// Enter or a double click selects the slot; Delete removes the watch.
class WatchesView : public QWidget {
    Q_OBJECT
public:
    WatchesView(Session& session, Stepper& stepper, QWidget* parent = nullptr);
    [[nodiscard]] QTreeView* view() const noexcept { return m_view; }

private:
    void refresh();
    void selectCurrent();
    void removeCurrent();
    void goToChange(bool next);
    [[nodiscard]] int currentRow() const;

    Session& m_session;
    Stepper& m_stepper;
    WatchesModel* m_model;
    QTreeView* m_view;
    QLabel* m_hint;
    QWidget* m_hintPlace = nullptr;
    QToolButton* m_add;
};

} // namespace alignscope::ui

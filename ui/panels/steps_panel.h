// SPDX-License-Identifier: Apache-2.0
// StepsPanel: the debugger of the pass: transport, slider, the steps as a table, watches.
#pragma once

#include "ui/panels/table_panel.h"

class QComboBox;
class QToolButton;

namespace alignscope::ui {

class BreakpointsPopup;
class ElidedLabel;
class Stepper;
class StepSlider;
class StepsModel;
class WatchesView;

/// A click on a row, or the arrow keys, go to that step; Enter or a double click select its slot. A
/// click in the first column, or Space, toggles a breakpoint at the step's operation.
class StepsPanel : public TablePanel {
    Q_OBJECT
public:
    StepsPanel(Session& session, Stepper& stepper, QWidget* parent = nullptr);

    [[nodiscard]] StepSlider* slider() const noexcept { return m_slider; }
    [[nodiscard]] WatchesView* watches() const noexcept { return m_watches; }
    /// The canvas should move to each step.
    [[nodiscard]] bool follows() const;

protected:
    void chooseRow(const QModelIndex& row) override;
    void followSelection() override {} // the marked row is the current step
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTransport();
    void refresh();
    void refreshPosition();
    void refreshMarks();
    void markRow();
    void toggleAt(const QModelIndex& row);
    [[nodiscard]] QToolButton* makeButton(const QString& name, const QString& iconName, const QString& text, const QString& key);

    Stepper& m_stepper;
    StepsModel* m_steps;
    StepSlider* m_slider;
    ElidedLabel* m_sentence;
    ElidedLabel* m_place;
    WatchesView* m_watches;
    BreakpointsPopup* m_popup;
    QComboBox* m_speed;
    QToolButton* m_toStart = nullptr;
    QToolButton* m_previousStop = nullptr;
    QToolButton* m_back = nullptr;
    QToolButton* m_play = nullptr;
    QToolButton* m_forward = nullptr;
    QToolButton* m_nextStop = nullptr;
    QToolButton* m_toEnd = nullptr;
    QToolButton* m_breakpoints = nullptr;
    QToolButton* m_follow = nullptr;
};

} // namespace alignscope::ui

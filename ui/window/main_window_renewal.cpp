// SPDX-License-Identifier: Apache-2.0
// How a MainWindow takes the place of another one: nothing is read or worked out again.
#include "ui/window/banners.h"
#include "ui/window/main_window.h"
#include "ui/window/picture_dialog.h"
#include "ui/window/search_box.h"
#include "ui/window/welcome_page.h"

#include <QLineEdit>
#include <QStackedWidget>

#include <utility>

namespace alignscope::ui {

MainWindow::MainWindow(MainWindow& before) : MainWindow(before.m_memory, std::move(before.m_workplace), nullptr) { takeOver(before); }

// The session is as it was, so nobody tells what is new in it.
void MainWindow::takeOver(MainWindow& before)
{
    for (qsizetype i = 0; i < viewActions().size(); ++i) viewActions()[i]->setChecked(before.viewActions()[i]->isChecked());
    m_actions.unfold->setChecked(before.m_actions.unfold->isChecked());
    m_actions.fullScreen->setChecked(before.m_actions.fullScreen->isChecked());
    applyViewActions();
    setLanguageChoice(before.m_language);
    if (m_themeChoice != before.m_themeChoice) setThemeChoice(before.m_themeChoice);
    m_orphans = std::move(before.m_orphans);
    m_offersAll = before.m_offersAll;
    m_recovering = before.m_recovering;
    m_options = before.m_options;
    m_visits = before.m_visits;
    m_sameGraph = before.m_sameGraph;
    m_fitPending = before.m_fitPending;
    m_revealPending = before.m_revealPending;
    m_collapsing = before.m_collapsing;
    restoreGeometry(before.saveGeometry());
    m_panelState = before.m_panelsShown ? before.panelState() : before.m_panelState;
    m_panelsShown = false;
    showTab(before.tab());

    const bool open = m_session.model() != nullptr;
    if (m_session.showsView() && !m_stepper.stepping() && !m_comparison.shown()) m_session.showOutcome(); // its panel is gone
    m_stepper.showAgain();
    m_comparison.showAgain();
    m_stack->setCurrentWidget(open ? static_cast<QWidget*>(m_canvas) : static_cast<QWidget*>(m_welcome));
    showPanels(open);
    m_canvas->setMode(m_session.mode());
    m_canvas->setEvaluation(m_session.shown(), m_comparison.variants());
    m_canvas->setDrawing(m_drawing.drawing());
    m_canvas->setSelection(m_session.selection());
    m_canvas->setSecondSlot(m_session.secondSlot());
    m_search->field()->setText(before.m_search->field()->text());
    tellPhase();
    if (open) tellAboutModel();
    offerOrphans();
    refreshFocusBanner();
    showViewLine();
    showStep();
    refreshScenarios();
    refreshActions();
    refreshTitle();
    Q_EMIT m_session.scenarioChanged(); // to the buttons of the tool bar
    setWindowState(before.windowState());
    show();
    if (m_drawing.drawing()) m_canvas->lookAs(*before.m_canvas);
    for (auto* dialog : before.findChildren<PictureDialog*>(Qt::FindDirectChildrenOnly))
        if (dialog->isAside()) { // its picture is being written
            dialog->disconnect(&before);
            dialog->setParent(this, dialog->windowFlags());
            follow(dialog);
            Q_EMIT dialog->aside(dialog->path());
        }
    if (open) m_canvas->setFocus(Qt::OtherFocusReason);
}

} // namespace alignscope::ui

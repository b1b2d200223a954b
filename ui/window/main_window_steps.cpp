// SPDX-License-Identifier: Apache-2.0
// The debugger of the pass in MainWindow: its commands, and the step on the canvas.
#include "ui/panels/inspector_panel.h"
#include "ui/panels/slots_panel.h"
#include "ui/panels/steps_panel.h"
#include "ui/panels/watches_view.h"
#include "ui/window/main_window.h"
#include "ui/window/table_tabs.h"
#include "ui/window/status_line.h"

#include <QTreeView>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

void MainWindow::connectSteps()
{
    const Actions& a = m_actions;
    // A command shows where it leads.
    const auto on = [this](QAction* action, auto&& run) {
        connect(action, &QAction::triggered, this, [this, run] {
            m_tabs->setCurrentWidget(m_steps);
            run();
        });
    };
    on(a.stepForward, [this] { m_stepper.stepForward(); });
    on(a.stepBack, [this] { m_stepper.stepBack(); });
    on(a.stepToStart, [this] { m_stepper.toStart(); });
    on(a.stepToEnd, [this] { m_stepper.toEnd(); });
    on(a.play, [this] { m_stepper.playing() ? m_stepper.pause() : m_stepper.play(); });
    on(a.nextStop, [this] { goToStop(Direction::Forward); });
    on(a.previousStop, [this] { goToStop(Direction::Back); });
    on(a.toggleBreakpoint, [this] {
        const auto& model = m_session.model();
        OpId operation = m_session.selection().operation;
        if (const Step* step = m_stepper.currentStep(); !operation && step != nullptr) operation = step->operation;
        if (model && operation) m_stepper.toggleBreakpoint(Stepper::atOperation(*model, operation));
    });
    on(a.haltAtSlot, [this] {
        if (const SlotId slot = m_session.meantSlot()) m_stepper.toggleBreakpoint(Stepper::atSlot(*m_session.model(), slot));
    });
    on(a.watch, [this] { m_stepper.watch(m_session.meantSlot()); });

    // The same commands where slots are looked at.
    for (QWidget* place : {static_cast<QWidget*>(m_inspector), static_cast<QWidget*>(m_tabs->findChild<QTreeView*>(u"slotsView"_s))}) {
        place->addActions({a.watch, a.haltAtSlot});
        place->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
    connect(&m_stepper, &Stepper::positionChanged, this, &MainWindow::showStep);
    connect(&m_stepper, &Stepper::playingChanged, this, &MainWindow::refreshStepActions);
    connect(&m_stepper, &Stepper::prepared, this, &MainWindow::refreshStepActions);
    connect(&m_stepper, &Stepper::breakpointsChanged, this, &MainWindow::refreshStepActions);
}

void MainWindow::goToStop(Direction direction)
{
    if (m_stepper.toStop(direction) || m_stepper.busy()) return;
    m_status->showMessage(m_stepper.breakpoints().empty() ? tr("No promise breaks there. Set a breakpoint to halt elsewhere.")
                                                          : tr("No breakpoint halts there."),
                          4000);
}

void MainWindow::showStep()
{
    refreshStepActions();
    const Step* step = m_stepper.currentStep();
    if (step == nullptr) return m_canvas->setStepMark(std::nullopt);
    StepMark mark{step->operation, step->slot, {}};
    if (step->action != Action::Skip && step->action != Action::Refuse && step->master != step->slot) mark.master = step->master;
    m_canvas->setStepMark(mark);
    if (!m_steps->follows()) return;
    Selection place;
    place.kind = Selection::Kind::Operation;
    place.operation = step->operation ? step->operation : m_session.model()->baseline.slots()[step->slot].operation;
    m_canvas->reveal(place);
    // What it moved may be far from it; both are in view where they fit, else the slot.
    if (!step->slot) return;
    const Selection moved = slotSelection(m_session.model()->baseline.slots(), step->slot);
    if (moved.operation != place.operation) m_canvas->reveal(moved);
}

void MainWindow::refreshStepActions()
{
    const Actions& a = m_actions;
    const std::size_t size = m_stepper.size();
    const std::size_t position = m_stepper.position();
    const bool ahead = size > 0 && (!m_stepper.stepping() || position < size);
    a.stepForward->setEnabled(ahead);
    a.stepToEnd->setEnabled(ahead);
    a.stepBack->setEnabled(size > 0 && position > 0);
    a.stepToStart->setEnabled(size > 0 && position > 0);
    a.play->setEnabled(size > 0);
    a.nextStop->setEnabled(size > 0);
    a.previousStop->setEnabled(size > 0);
    a.toggleBreakpoint->setEnabled(m_session.model() && (m_session.selection().operation || m_stepper.currentStep() != nullptr));
}

} // namespace alignscope::ui

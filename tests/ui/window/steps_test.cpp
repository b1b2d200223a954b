// SPDX-License-Identifier: Apache-2.0
// The debugger of the pass in the window, with real events.
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/models/steps_model.h"
#include "ui/models/watches_model.h"
#include "ui/panels/step_slider.h"
#include "ui/panels/steps_panel.h"
#include "ui/panels/watches_view.h"
#include "ui/session/stepper.h"
#include "ui/window/banners.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <memory>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

namespace {

using test::keepPicture;

/// A window with the documentation's example, aligned as PPQ does, at its Steps.
struct Fixture {
    MainWindow window{MainWindow::Memory::Forget};
    Session& session = window.session();
    Stepper& stepper = window.stepper();
    StepsPanel* panel = window.findChild<StepsPanel*>();
    QTreeView* rows = window.findChild<QTreeView*>(u"stepsView"_s);

    explicit Fixture(const std::shared_ptr<const Model>& model = test::docExample(), Engine engine = Engine::Ppq)
    {
        window.drawing().setBestWanted(false);
        Scenario scenario;
        applyPreset(scenario, "ppq-setting");
        scenario.engine = engine;
        session.adopt(model, scenario);
        window.resize(1280, 860);
        window.showTab(2);
        window.show();
    }
    [[nodiscard]] bool ready() // qWaitForWindowActive is no check by itself
    {
        return QTest::qWaitForWindowActive(&window) && QTest::qWaitFor([this] { return !window.busy() && !session.sweeping(); });
    }
    template <class T> T* child(const char* name) { return window.findChild<T*>(QString::fromLatin1(name)); }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&window.canvas(), static_cast<Qt::Key>(key), modifiers); }
    SlotId slot(const char* id) { return session.model()->baseline.slots().findId(id); }
    OpId operation(const char* id) { return session.model()->graph->findOperation(id); }
    QModelIndex cell(std::size_t step, int column)
    {
        for (int row = 0; row < rows->model()->rowCount(); ++row)
            if (rows->model()->index(row, StepsModel::Number).data().toUInt() == step) return rows->model()->index(row, column);
        return {};
    }
    void click(const QModelIndex& index)
    {
        rows->scrollTo(index);
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualRect(index).center());
    }
};

} // namespace

class StepsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void brackets_walkThroughThePass_andTheCanvasShowsEachStep()
    {
        Fixture f;
        QVERIFY(f.ready());
        const auto outcome = f.session.evaluation();
        QVERIFY(outcome->outcome.steps.size() > 2);
        f.window.canvas().setFocus();
        f.key(Qt::Key_BracketRight);
        QVERIFY(f.stepper.stepping());
        QCOMPARE(f.stepper.position(), std::size_t(1));
        QCOMPARE(f.window.canvas().evaluation()->outcome.steps.size(), std::size_t(1));
        QCOMPARE(f.session.evaluation(), outcome); // the scenario's outcome stays what it is
        QVERIFY(f.window.canvas().stepMark().has_value());
        QCOMPARE(f.window.canvas().stepMark()->operation, outcome->outcome.steps[0].operation);
        QVERIFY(f.window.banners().text(u"view"_s).contains(u"Step 1 of "_s));
        QVERIFY(f.child<QLabel>("stepsSentence")->accessibleName().contains(u"Add1"_s));
        f.key(Qt::Key_BracketRight);
        f.key(Qt::Key_BracketRight);
        QCOMPARE(f.stepper.position(), std::size_t(3));
        QCOMPARE(f.rows->currentIndex().siblingAtColumn(StepsModel::Number).data().toInt(), 3);
        f.key(Qt::Key_BracketLeft);
        QCOMPARE(f.stepper.position(), std::size_t(2));
        keepPicture(f.window, u"steps"_s);
        // Price and status line are those of the step and say so.
        const Summary& shown = f.session.shown()->cascade.summary;
        QVERIFY(shown.movedSlots != outcome->cascade.summary.movedSlots);
        QCOMPARE(f.child<QLabel>("score.6")->text(), QString::number(shown.movedSlots));
        QVERIFY(f.child<QLabel>("score.6")->accessibleName().contains(u"step 2"_s));
        QVERIFY(f.child<QPushButton>("statusRequantize")->text().endsWith(u"(step 2)"_s));
        f.key(Qt::Key_Escape);
        QCOMPARE(f.child<QLabel>("score.6")->text(), QString::number(outcome->cascade.summary.movedSlots));
        QVERIFY(f.child<QLabel>("score.6")->accessibleName().contains(u"now"_s));
        QVERIFY(!f.child<QPushButton>("statusRequantize")->text().contains(u"step"_s));
        QVERIFY(!f.stepper.stepping());
        QVERIFY(!f.window.banners().has(u"view"_s));
        QCOMPARE(f.window.canvas().evaluation(), outcome);
        QVERIFY(!f.window.canvas().stepMark().has_value());
        f.key(Qt::Key_BracketLeft); // back from the outcome: before the last step
        QCOMPARE(f.stepper.position(), outcome->outcome.steps.size() - 1);
    }

    // Qt hands the focus of a page that goes away to the first field of the next one: its filter.
    void tab_broughtForwardWithTheFocusInAnother_takesTheKeysOfTheSteps()
    {
        Fixture f;
        QVERIFY(f.ready());
        auto* tabs = f.child<QTabWidget>("tables");
        f.window.scenarios().keep(u"one"_s);
        f.window.actions().showScenarios->trigger();
        f.child<QTreeView>("scenariosView")->setFocus();
        QTRY_VERIFY(f.child<QTreeView>("scenariosView")->hasFocus());
        tabs->setCurrentWidget(f.panel);
        QTest::qWait(0);
        QVERIFY(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_BracketRight);
        QCOMPARE(f.stepper.position(), std::size_t(1));
        QVERIFY(f.child<QLineEdit>("stepsFilter")->text().isEmpty());
    }

    void slider_keysAndClicks_goToTheStep()
    {
        Fixture f;
        QVERIFY(f.ready());
        StepSlider* slider = f.panel->slider();
        const int size = static_cast<int>(f.stepper.size());
        QCOMPARE(slider->maximum(), size);
        QCOMPARE(slider->value(), size); // the outcome
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(f.stepper.position(), std::size_t(0));
        QVERIFY(f.session.shown()->cascade.changes.empty());
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(f.stepper.position(), std::size_t(1));
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(static_cast<int>(slider->pixelOf(size - 1)), slider->height() / 2));
        QCOMPARE(f.stepper.position(), static_cast<std::size_t>(size - 1));
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(f.stepper.position(), static_cast<std::size_t>(size));
        QVERIFY(f.stepper.stepping());
    }

    void row_clicked_goesToTheStepAndLeavesTheSelection()
    {
        Fixture f;
        QVERIFY(f.ready());
        f.session.selectSlot(f.slot("Conv3:in:0"));
        const Selection selected = f.session.selection();
        f.click(f.cell(2, StepsModel::What));
        QCOMPARE(f.stepper.position(), std::size_t(2));
        QCOMPARE(f.session.selection(), selected);
        QTest::keyClick(f.rows, Qt::Key_Down);
        QCOMPARE(f.stepper.position(), std::size_t(3));
        QTest::keyClick(f.rows, Qt::Key_Return);
        QCOMPARE(f.session.selection().slot, f.session.evaluation()->outcome.steps[2].slot);
    }

    void row_filteredOut_doesNotHinderStepping()
    {
        Fixture f;
        QVERIFY(f.ready());
        f.stepper.goTo(1);
        auto* filter = f.child<QLineEdit>("stepsFilter");
        filter->setText(u"nothing like this"_s);
        QCOMPARE(f.rows->model()->rowCount(), 0);
        f.stepper.stepForward();
        QCOMPARE(f.stepper.position(), std::size_t(2));
        filter->clear();
        QCOMPARE(f.rows->currentIndex().siblingAtColumn(StepsModel::Number).data().toInt(), 2);
    }

    void gutter_clicked_togglesABreakpointWithoutMoving()
    {
        Fixture f;
        QVERIFY(f.ready());
        f.stepper.goTo(2);
        f.click(f.cell(1, StepsModel::Gutter));
        QCOMPARE(f.stepper.breakpoints().size(), std::size_t(1));
        QCOMPARE(f.stepper.breakpoints().front().name, std::string("Add1"));
        QCOMPARE(f.stepper.position(), std::size_t(2));
        QVERIFY((f.cell(1, StepsModel::Gutter).data(StepsModel::kGutterRole).toInt() & StepsModel::Halts) != 0);
        QVERIFY(f.cell(1, StepsModel::Gutter).data(Qt::AccessibleTextRole).toString().contains(u"Add1"_s));
        f.rows->setFocus();
        QTest::keyClick(f.rows, Qt::Key_Space);
        QVERIFY(f.stepper.breakpoints().empty());
    }

    void play_haltsAtTheBreakpointAndSaysWhy()
    {
        Fixture f;
        QVERIFY(f.ready());
        f.stepper.setSpeed(100);
        f.stepper.addBreakpoint(Stepper::atSlot(*f.session.model(), f.slot("Conv3:in:0")));
        QVERIFY(!f.stepper.stops().empty());
        const std::size_t halt = f.stepper.stops().front().position;
        f.window.canvas().setFocus();
        f.key(Qt::Key_P);
        QVERIFY(f.stepper.playing());
        QCOMPARE(f.child<QToolButton>("stepsPlay")->accessibleName(), u"Pause"_s);
        QTRY_VERIFY(!f.stepper.playing());
        QCOMPARE(f.stepper.position(), halt);
        QVERIFY(f.child<QLabel>("stepsSentence")->accessibleName().contains(u"Conv3 input 0 changed"_s));
        f.stepper.toStart();
        f.key(Qt::Key_F7);
        QCOMPARE(f.stepper.position(), halt);
        f.stepper.toEnd();
        f.key(Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(f.stepper.position(), f.stepper.stops().back().position);
    }

    void popup_addsAndRemovesEveryKind()
    {
        Fixture f;
        QVERIFY(f.ready());
        QTest::mouseClick(f.child<QToolButton>("stepsBreakpoints"), Qt::LeftButton);
        auto* popup = f.child<QWidget>("breakpointsPopup");
        QTRY_VERIFY(popup->isVisible());
        auto* kind = f.child<QComboBox>("breakpointKind");
        auto* name = f.child<QLineEdit>("breakpointName");
        auto* add = f.child<QPushButton>("addBreakpoint");
        auto* list = f.child<QListWidget>("breakpointsList");
        name->setText(u"nowhere"_s);
        QVERIFY(!add->isEnabled());
        name->setText(u"Add1"_s);
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(list->count(), 1);
        QVERIFY(!add->isEnabled()); // twice is no use
        kind->setCurrentIndex(1);
        name->setText(u"Conv3:in:0"_s);
        QTest::mouseClick(add, Qt::LeftButton);
        kind->setCurrentIndex(2);
        f.child<QSpinBox>("breakpointSize")->setValue(2);
        QTest::mouseClick(add, Qt::LeftButton);
        kind->setCurrentIndex(3);
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(list->count(), 4);
        QCOMPARE(f.stepper.breakpoints()[2], (Breakpoint{Breakpoint::Kind::GroupSize, {}, 2}));
        keepPicture(*popup, u"breakpoints"_s);
        list->setCurrentRow(1);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->count(), 3);
        QCOMPARE(f.stepper.breakpoints()[1].kind, Breakpoint::Kind::GroupSize);
        popup->close();
    }

    void watch_showsTheValueOfTheStepAndMarksTheChange()
    {
        Fixture f;
        QVERIFY(f.ready());
        f.session.selectSlot(f.slot("Conv3:in:0"));
        f.window.actions().watch->trigger();
        auto* view = f.panel->watches()->view();
        QVERIFY(view->isVisible());
        QAbstractItemModel* model = view->model();
        QCOMPARE(model->rowCount(), 1);
        const SlotHistory& history = f.stepper.watches().front().history;
        QVERIFY(history.moments.size() >= 2);
        const std::size_t change = history.moments[1].position;
        f.stepper.goTo(change - 1);
        const QString before = model->index(0, WatchesModel::Scale).data().toString();
        QVERIFY(!model->index(0, WatchesModel::SlotName).data().toString().startsWith(QChar(0x25c6)));
        QVERIFY(!model->index(0, 0).data(Qt::FontRole).value<QFont>().bold());
        f.stepper.stepForward();
        QVERIFY(model->index(0, WatchesModel::SlotName).data().toString().startsWith(QChar(0x25c6)));
        QVERIFY(model->index(0, 0).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(model->index(0, WatchesModel::Before).data().toString() != u"\u2013"_s);
        f.stepper.toEnd();
        QVERIFY(model->index(0, WatchesModel::Scale).data().toString() != before);
        keepPicture(f.window, u"watches"_s);
        view->setFocus();
        view->setCurrentIndex(model->index(0, 0));
        QTest::keyClick(view, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(f.stepper.position() < f.stepper.size() || history.moments.back().position == f.stepper.size());
        QTest::keyClick(view, Qt::Key_Delete);
        QCOMPARE(model->rowCount(), 0);
    }

    void scenario_changedWhileStepping_goesBackAndKeepsBreakpointsAndWatches()
    {
        Fixture f;
        QVERIFY(f.ready());
        f.stepper.watch(f.slot("Conv3:in:0"));
        f.stepper.addBreakpoint(Stepper::atOperation(*f.session.model(), f.operation("Add1")));
        f.stepper.goTo(2);
        f.session.setForceOverlap(Overlap::Off);
        QVERIFY(!f.stepper.stepping());
        QVERIFY(!f.session.showsView());
        QCOMPARE(f.stepper.breakpoints().size(), std::size_t(1));
        QVERIFY(!f.stepper.stops().empty()); // of the new outcome
        QCOMPARE(f.stepper.watches().size(), std::size_t(1));
        QVERIFY(!f.stepper.watches().front().history.moments.empty());
        QCOMPARE(f.panel->slider()->maximum(), static_cast<int>(f.session.evaluation()->outcome.steps.size()));
        // Read again: another model object, the same names.
        f.session.adopt(test::docExample(), f.session.scenario());
        QCOMPARE(f.stepper.breakpoints().size(), std::size_t(1));
        QVERIFY(f.stepper.watches().front().slot.valid());
        QVERIFY(!f.stepper.watches().front().history.moments.empty());
    }

    void inspector_whileStepping_showsTheValuesOfTheStep()
    {
        Fixture f;
        QVERIFY(f.ready());
        f.session.selectSlot(f.slot("Conv3:in:0"));
        f.stepper.goTo(0);
        const auto said = [&] { return f.child<QLabel>("whyHeadline")->text(); };
        QTRY_VERIFY(f.window.findChild<QWidget*>(u"inspectorView"_s) != nullptr);
        QTRY_VERIFY(said().contains(u"as loaded"_s));
        // A way out of the group is an edit of the scenario, not of a state on the way.
        QVERIFY(f.child<QWidget>("groupView") != nullptr);
        QVERIFY(f.child<QWidget>("leaveGroup") == nullptr);
        f.stepper.leave();
        QTRY_VERIFY(f.child<QWidget>("leaveGroup") != nullptr);
        QTRY_VERIFY(f.window.findChild<QWidget*>(u"inspectorView"_s) == nullptr);
        QTRY_VERIFY(!said().contains(u"as loaded"_s));
    }

    void strictEngine_isSteppedWithSentences()
    {
        Fixture f(test::docExample(), Engine::Strict);
        QVERIFY(f.ready());
        QVERIFY(f.stepper.size() > 0);
        for (std::size_t at = 1; at <= f.stepper.size(); ++at) {
            f.stepper.goTo(at);
            QCOMPARE(f.session.shown()->outcome.steps.size(), at);
            QVERIFY(f.session.viewTitle().startsWith(u"Step %1 of "_s.arg(at)));
        }
    }

    // A model too large for the GUI thread: the place moves at once, the picture ends at the newest.
    void largeModel_draggedSlider_endsAtTheNewestPosition()
    {
        Fixture f(test::residualNetwork(60));
        f.stepper.setSynchronousLimit(0);
        f.session.setForceOverlap(Overlap::Off); // everything anew, now in a thread
        QVERIFY(f.ready());
        StepSlider* slider = f.panel->slider();
        const int size = slider->maximum();
        QVERIFY(size > 20);
        for (int at = size - 1; at >= 5; --at) slider->setValue(at);
        QCOMPARE(f.stepper.position(), std::size_t(5));
        QTRY_VERIFY(!f.stepper.busy());
        QTRY_COMPARE(f.session.shown()->outcome.steps.size(), std::size_t(5));
        QVERIFY(f.session.viewTitle().startsWith(u"Step 5 of "_s));
    }

    void manySteps_theirNumbersAreShownWhole()
    {
        Session session;
        Stepper stepper(session);
        Scenario scenario;
        applyPreset(scenario, "ppq-setting");
        session.adopt(test::residualNetwork(3000), scenario);
        StepsPanel panel(session, stepper);
        panel.resize(900, 300);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const QAbstractItemModel& rows = *panel.view()->model();
        QVERIFY(rows.rowCount() > 9999);
        const QString last = rows.index(rows.rowCount() - 1, StepsModel::Number).data().toString();
        QVERIFY(panel.view()->columnWidth(StepsModel::Number) >= panel.view()->fontMetrics().horizontalAdvance(last) + 16);
    }

    void smallWindow_everyPartHasRoom()
    {
        Fixture f;
        f.window.resize(1024, 700);
        QVERIFY(f.ready());
        f.stepper.goTo(2);
        QCoreApplication::processEvents();
        for (const char* name : {"stepsToStart", "stepsNextStop", "stepsToEnd", "stepsBreakpoints", "stepsFollow"}) {
            auto* button = f.child<QToolButton>(name);
            QVERIFY2(button->isVisible() && f.panel->rect().contains(button->mapTo(f.panel, button->rect().bottomRight())), name);
        }
        QVERIFY(f.panel->slider()->width() >= 64);
        keepPicture(f.window, u"steps-small"_s);
    }
};

ALIGNSCOPE_QT_TEST_MAIN(StepsTest)
#include "steps_test.moc"

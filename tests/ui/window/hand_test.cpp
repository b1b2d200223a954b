// SPDX-License-Identifier: Apache-2.0
// Editing by hand in the window, with real mouse and key events: bind, pin, exclude, leave.
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/canvas/drawing.h"
#include "ui/models/hand_edits_model.h"
#include "ui/panels/bind_dialog.h"
#include "ui/panels/hand_cost.h"
#include "ui/panels/range_bars.h"
#include "ui/panels/segmented_control.h"
#include "ui/text/words.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

class HandTest : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Session& session() { return m_window->session(); }
    GraphView& canvas() { return m_window->canvas(); }
    SlotId slot(const char* id) { return session().model()->baseline.slots().findId(id); }
    QPoint pill(const char* id)
    {
        const auto drawing = canvas().drawing();
        const QRectF rect = drawing->port(drawing->portOf(slot(id))).pill;
        return canvas().fromScene({rect.right() - 12, rect.center().y()}).toPoint();
    }
    void press(QPoint at) { QTest::mousePress(canvas().viewport(), Qt::LeftButton, Qt::NoModifier, at); }
    void move(QPoint at) { QTest::mouseMove(canvas().viewport(), at); }
    void release(QPoint at) { QTest::mouseRelease(canvas().viewport(), Qt::LeftButton, Qt::NoModifier, at); }
    void drag(const char* from, const char* to)
    {
        press(pill(from));
        move(pill(from) + QPoint(9, 9));
        move((pill(from) + pill(to)) / 2);
        move(pill(to));
    }
    void use(Engine engine, Method method = Method::None, Overlap overlap = Overlap::Off)
    {
        Scenario scenario;
        scenario.engine = engine;
        scenario.setMethod(Family::Elementwise, method);
        scenario.forceOverlap = overlap;
        session().adopt(test::docExample(), scenario);
        QTRY_VERIFY(!m_window->busy());
        QTRY_VERIFY(canvas().drawing() != nullptr);
        QCoreApplication::processEvents();
        canvas().fit();
        canvas().setFocus();
    }
    void picture(const QString& name) { test::keepPicture(*m_window, name); }

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_window = std::make_unique<MainWindow>(MainWindow::Memory::Forget);
        m_window->drawing().setBestWanted(false);
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void drag_fromPillToPill_bindsAsOneUndoStep()
    {
        use(Engine::Strict);
        const double zoom = canvas().zoom();
        const QRectF seen = canvas().visibleScene();
        drag("Conv3:out:0", "Conv1:in:0");
        QVERIFY(canvas().isBinding());
        QVERIFY(session().preview() != nullptr); // the outcome is shown before the drop
        QCOMPARE(session().preview()->scenario.bindings.size(), std::size_t(1));
        picture(u"hand-drag"_s);
        release(pill("Conv1:in:0"));
        QVERIFY(!canvas().isBinding());
        QVERIFY(session().preview() == nullptr);
        QCOMPARE(session().undoStack().count(), 1);
        const ManualBinding expected{"Conv3:out:0", "Conv1:in:0"};
        QCOMPARE(session().scenario().bindings.size(), std::size_t(1));
        QVERIFY(session().scenario().bindings[0] == expected);
        QCOMPARE(session().selection().kind, Selection::Kind::None); // a drag selects nothing
        QCOMPARE(canvas().zoom(), zoom);
        QCOMPARE(canvas().visibleScene(), seen);
        picture(u"hand-bound"_s);
        session().undoStack().undo();
        QVERIFY(session().scenario().bindings.empty());
    }

    void price_namesWhatIsClipped()
    {
        use(Engine::Strict);
        const HandCost cost(session(), nullptr);
        const auto finer = makeEvaluation(session().model(), session().withPin(slot("Conv2:out:0"), 0.001F, 0));
        QVERIFY(finer->cascade.summary.clippedTensors > 0);
        const QString text = cost.text(u"The pin"_s, *finer);
        QVERIFY2(text.contains(u"clipped tensors 0 \u2192 %1"_s.arg(finer->cascade.summary.clippedTensors)), qPrintable(text));
        session().startPreview(finer->scenario);
        QTRY_VERIFY(session().preview() != nullptr);
        QVERIFY(m_window->findChild<QLabel*>(u"previewText"_s)->text().contains(u"clipped tensors 0"_s));
        session().endPreview();
    }

    void drag_escape_cancelsAndKeepsTheSelection()
    {
        use(Engine::Strict);
        session().selectSlot(slot("Add1:out:0"));
        drag("Conv3:out:0", "Conv1:in:0");
        QVERIFY(session().preview() != nullptr);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(!canvas().isBinding());
        QVERIFY(session().preview() == nullptr);
        release(pill("Conv1:in:0"));
        QCOMPARE(session().undoStack().count(), 0);
        QCOMPARE(session().selection().slot, slot("Add1:out:0"));
    }

    void drag_ontoASlotThatCannotShare_changesNothing()
    {
        use(Engine::Strict);
        TqcTable table = session().model()->baseline;
        table.record(slot("Conv1:in:0")).state = TqcState::Fp32;
        session().adopt(std::make_shared<const Model>(withBaseline(*session().model(), std::move(table))), session().scenario());
        QTRY_VERIFY(!m_window->busy());
        QTRY_VERIFY(canvas().drawing() != nullptr);
        QSignalSpy dropped(&canvas(), &GraphView::bindDropped);
        drag("Conv3:out:0", "Conv1:in:0"); // not quantized
        QVERIFY(canvas().isBinding());
        QVERIFY(session().preview() == nullptr);
        picture(u"hand-illegal"_s);
        release(pill("Conv1:in:0"));
        QCOMPARE(dropped.count(), 0);
        QCOMPARE(session().undoStack().count(), 0);
    }

    void drag_onEmptyGround_stillPans()
    {
        use(Engine::Strict);
        const QRectF seen = canvas().visibleScene();
        const QPoint ground(canvas().viewport()->width() - 40, 40);
        press(ground);
        move(ground + QPoint(-60, 60));
        move(ground + QPoint(-80, 90));
        release(ground + QPoint(-80, 90));
        QVERIFY(!canvas().isBinding());
        QVERIFY(canvas().visibleScene().topLeft() != seen.topLeft());
    }

    void drag_withThePpqEngine_offersToSwitchInTheSameStep()
    {
        use(Engine::Ppq);
        drag("Conv3:out:0", "Conv1:in:0");
        QTimer::singleShot(0, this, [this] {
            QTRY_VERIFY(m_window->findChild<QMenu*>(u"needsStrict"_s) != nullptr);
            auto* menu = m_window->findChild<QMenu*>(u"needsStrict"_s);
            QTRY_VERIFY(menu->isVisible());
            QTest::keyClick(menu, Qt::Key_Return); // the offer is the active entry
        });
        release(pill("Conv1:in:0"));
        QCOMPARE(session().undoStack().count(), 1);
        QCOMPARE(session().scenario().engine, Engine::Strict);
        QCOMPARE(session().scenario().bindings.size(), std::size_t(1));
        session().undoStack().undo();
        QCOMPARE(session().scenario().engine, Engine::Ppq);
    }

    void twoSlots_ctrlB_bindsTheFirstToTheSecond()
    {
        use(Engine::Strict);
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, Qt::NoModifier, pill("Conv3:out:0"));
        QCOMPARE(session().selection().slot, slot("Conv3:out:0"));
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, Qt::ControlModifier, pill("Conv1:in:0"));
        QCOMPARE(session().selection().slot, slot("Conv3:out:0"));
        QCOMPARE(session().secondSlot(), slot("Conv1:in:0"));
        QTest::keyClick(&canvas(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(session().scenario().bindings.size(), std::size_t(1));
        QCOMPARE(session().scenario().bindings[0].slot, std::string("Conv3:out:0"));
        QVERIFY(!session().secondSlot().valid()); // it has served
        QTest::keyClick(&canvas(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(session().scenario().bindings.empty());
        QCOMPARE(session().undoStack().count(), 2);
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, Qt::ControlModifier, pill("Conv1:in:0"));
        QVERIFY(session().secondSlot().valid());
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, Qt::NoModifier, pill("Conv3:out:0")); // alone again
        QVERIFY(!session().secondSlot().valid());
        QCOMPARE(session().selection().slot, slot("Conv3:out:0"));
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, Qt::ControlModifier, pill("Conv1:in:0"));
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, Qt::NoModifier, pill("Add1:out:0"));
        QVERIFY(!session().secondSlot().valid());
    }

    void oneSlot_ctrlB_choosesTheMasterByKeyboard()
    {
        use(Engine::Ppq);
        session().selectSlot(slot("Conv3:out:0"));
        QTest::keyClick(&canvas(), Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<QDialog*>(u"bindDialog"_s) != nullptr);
        auto* dialog = m_window->findChild<QDialog*>(u"bindDialog"_s);
        auto* field = dialog->findChild<QLineEdit*>(u"bindFilter"_s);
        auto* accept = dialog->findChild<QPushButton*>(u"bindAccept"_s);
        QVERIFY(!accept->isEnabled());
        QTest::keyClicks(field, u"conv1 input 0"_s);
        QVERIFY(accept->isEnabled());
        QVERIFY(session().preview() != nullptr);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(session().scenario().bindings.at(0).master, std::string("Conv1:in:0"));
        QCOMPARE(session().scenario().engine, Engine::Strict);
        QCOMPARE(session().undoStack().count(), 1);
        QVERIFY(session().preview() == nullptr);
    }

    void bindFilter_upAndDownMoveTheRow()
    {
        use(Engine::Strict);
        BindDialog dialog(session(), slot("Conv3:out:0"), m_window.get());
        dialog.show();
        auto* list = dialog.findChild<QListView*>(u"bindList"_s);
        auto* field = dialog.findChild<QLineEdit*>(u"bindFilter"_s);
        QTest::keyClicks(field, u"conv"_s);
        QVERIFY(list->model()->rowCount() > 2);
        QCOMPARE(list->currentIndex().row(), 0);
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 2);
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(list->currentIndex().row(), 1);
        const QString name = list->currentIndex().data().toString();
        QVERIFY(session().preview() != nullptr);
        QTest::keyClick(field, Qt::Key_Home); // of the text
        QCOMPARE(list->currentIndex().data().toString(), name);
    }

    void pin_isJudgedWhileTyped()
    {
        use(Engine::Strict);
        session().selectSlot(slot("Conv1:out:0"));
        QTest::keyClick(&canvas(), Qt::Key_S);
        QTRY_VERIFY(m_window->findChild<QDialog*>(u"pinDialog"_s) != nullptr);
        auto* dialog = m_window->findChild<QDialog*>(u"pinDialog"_s);
        const auto text = [&](const QString& name) { return dialog->findChild<QLabel*>(name)->text(); };
        auto* scale = dialog->findChild<QLineEdit*>(u"pinScale"_s);
        auto* offset = dialog->findChild<QLineEdit*>(u"pinOffset"_s);
        auto* accept = dialog->findChild<QPushButton*>(u"pinAccept"_s);
        const float loaded = session().model()->baseline.effective(slot("Conv1:out:0")).scale[0];
        QCOMPARE(scale->text().toFloat(), loaded); // exact, so that accepting changes nothing
        const auto type = [](QLineEdit* field, const QString& value) {
            field->selectAll();
            QTest::keyClicks(field, value);
        };
        for (const QString& bad : {u"-1"_s, u"0"_s, u"abc"_s, u"1e99"_s}) {
            type(scale, bad);
            QVERIFY2(!accept->isEnabled(), qPrintable(bad));
            QVERIFY(!text(u"pinVerdict"_s).isEmpty());
            QVERIFY(session().preview() == nullptr);
        }
        type(scale, u"0.5"_s);
        QVERIFY(accept->isEnabled());
        QVERIFY(session().preview() != nullptr);
        QVERIFY(text(u"pinRange"_s).contains(u"63.5"_s));
        type(offset, u"3"_s); // symmetric
        QVERIFY(!accept->isEnabled());
        type(offset, u"0"_s);
        picture(u"hand-pin"_s);
        if (const QString folder = qEnvironmentVariable("ALIGNSCOPE_PICTURES"); !folder.isEmpty())
            dialog->grab().save(QDir(folder).filePath(u"hand-pin-dialog.png"_s));
        QTest::keyClick(offset, Qt::Key_Return);
        QCOMPARE(session().scenario().pins.at(0).scale, 0.5F);
        QCOMPARE(session().evaluation()->outcome.table.effective(slot("Conv1:out:0")).scale[0], 0.5F);
        QTRY_VERIFY(m_window->isActiveWindow()); // the dialog has gone
        canvas().setFocus();
        QTest::keyClick(&canvas(), Qt::Key_S, Qt::ShiftModifier);
        QVERIFY(session().scenario().pins.empty());
    }

    // Who chooses the strict engine for one pin sees what the engine alone would do.
    void pin_withThePpqEngine_tellsTheEnginesCostFromItsOwn()
    {
        use(Engine::Ppq, Method::Output, Overlap::On);
        session().selectSlot(slot("Conv3:out:0"));
        QTest::keyClick(&canvas(), Qt::Key_S);
        QTRY_VERIFY(m_window->findChild<QDialog*>(u"pinDialog"_s) != nullptr);
        auto* dialog = m_window->findChild<QDialog*>(u"pinDialog"_s);
        auto* verdict = dialog->findChild<QLabel*>(u"pinVerdict"_s);
        auto* scale = dialog->findChild<QLineEdit*>(u"pinScale"_s);
        scale->selectAll();
        QTest::keyClicks(scale, u"0.5"_s);
        QTRY_COMPARE(verdict->text().count(u'\n'), 1);
        Scenario strict = session().scenario();
        strict.engine = Engine::Strict;
        const auto engine = makeEvaluation(session().model(), strict);
        const auto both = makeEvaluation(session().model(), session().withPin(slot("Conv3:out:0"), 0.5F, 0, Session::AlsoStrict::Yes));
        const auto line = [](const QString& what, const Evaluation& from, const Evaluation& to) {
            return what + u": "_s + differenceText(slotTally(from.outcome.table, to.outcome.table));
        };
        const QStringList lines = verdict->text().split(u'\n');
        QVERIFY2(lines[0].startsWith(line(u"Switching to the strict engine"_s, *session().evaluation(), *engine)), qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith(line(u"The pin"_s, *engine, *both)), qPrintable(lines[1]));
        QVERIFY(slotTally(engine->outcome.table, both->outcome.table).changed == 1);
        dialog->reject();
    }

    // A key that can do nothing says why.
    void keys_thatAreRefused_sayWhy()
    {
        use(Engine::Strict, Method::Large, Overlap::On);
        auto* status = m_window->findChild<QStatusBar*>();
        const auto said = [&](int key) {
            status->clearMessage();
            canvas().setFocus();
            QTest::keyClick(&canvas(), static_cast<Qt::Key>(key));
            return status->currentMessage();
        };
        session().selectEdge(slot("Conv3:in:0")); // Conv3 is aligned to nothing
        QVERIFY2(!said(Qt::Key_X).isEmpty(), "X");
        QVERIFY(session().scenario().excludedEdges.empty());
        session().selectSlot(slot("Conv3:in:2")); // a bias
        const QString pin = said(Qt::Key_S);
        QVERIFY2(pin.contains(u"Conv3"_s), qPrintable(pin));
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(session().scenario().pins.empty());
    }

    void edge_keyX_excludesAndIncludes()
    {
        use(Engine::Strict, Method::Output, Overlap::On);
        session().selectEdge(slot("Add1:in:1"));
        QTest::keyClick(&canvas(), Qt::Key_X);
        QCOMPARE(session().scenario().excludedEdges.size(), std::size_t(1));
        const SlotId conv2 = slot("Conv2:out:0");
        QVERIFY(sameParameters(session().evaluation()->outcome.table.effective(conv2), session().model()->baseline.effective(conv2)));
        picture(u"hand-excluded"_s);
        QTest::keyClick(&canvas(), Qt::Key_X);
        QVERIFY(session().scenario().excludedEdges.empty());
        session().selectEdge(slot("Conv3:in:0")); // leads into no aligned operation
        QTest::keyClick(&canvas(), Qt::Key_X);
        QVERIFY(session().scenario().excludedEdges.empty());
    }

    void list_showsAllOfThemWithTheirFate_andRemovesByMouseAndKey()
    {
        use(Engine::Strict, Method::Output, Overlap::On);
        Scenario scenario = session().scenario();
        scenario.overrides["Add1"].method = Method::Large;
        scenario.overrides["Elsewhere"].method = Method::Large;
        setBinding(scenario, {"Conv3:out:0", "Conv1:in:0"});
        setBinding(scenario, {"Conv1:in:1", "Conv1:in:0"});
        setPin(scenario, {"Conv3:out:0", 0.25F, 0});
        setExcluded(scenario, {"Conv2:out:0", "Add1:in:1"});
        session().edit(scenario, u"all"_s);
        auto* list = m_window->findChild<QTableView*>(u"handEdits"_s);
        QVERIFY(list->isVisibleTo(m_window.get()));
        QCOMPARE(list->model()->rowCount(), 6);
        QStringList effects;
        for (int row = 0; row < 6; ++row) effects << list->model()->index(row, 0).data(HandEditsModel::EffectRole).toString();
        QVERIFY(effects[0].contains(u"slots"_s));
        QCOMPARE(effects[1], u"Not in this model."_s);
        QVERIFY(effects[3].contains(u"per tensor"_s));
        QVERIFY(effects[5].contains(u"keeps its scale"_s));
        picture(u"hand-list"_s);
        const auto cell = [&](int row, int column) { return list->visualRect(list->model()->index(row, column)).center(); };
        list->scrollTo(list->model()->index(2, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, cell(2, 0));
        QCOMPARE(session().selection().slot, slot("Conv3:out:0"));
        list->scrollTo(list->model()->index(1, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, cell(1, 1));
        QVERIFY(!session().scenario().overrides.contains("Elsewhere"));
        list->setFocus();
        list->setCurrentIndex(list->model()->index(4, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(session().scenario().excludedEdges.empty());
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(session().scenario().pins.empty());
        QCOMPARE(list->model()->rowCount(), 3);
    }

    void inspector_offersOnlyLegalMethods()
    {
        use(Engine::Strict);
        session().selectOperation(session().model()->graph->findOperation("Add1"));
        QTRY_VERIFY(m_window->findChild<SegmentedControl*>(u"operationMethod"_s) != nullptr);
        auto* method = m_window->findChild<SegmentedControl*>(u"operationMethod"_s);
        for (const Method each : {Method::None, Method::Large, Method::Output, Method::Input}) {
            const auto* button = method->button(static_cast<int>(each));
            QCOMPARE(button->isEnabled(), each != Method::Input);
            QVERIFY(!button->toolTip().isEmpty());
        }
        picture(u"hand-operation"_s);
    }

    // Each takes an evaluation, so of a large group only the members that can be seen are asked.
    void largeGroup_worksOutWhatIsInSight()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::residualNetwork(40));
        Scenario scenario;
        scenario.setMethod(Family::Elementwise, Method::Output);
        scenario.setMethod(Family::Concat, Method::Output);
        scenario.forceOverlap = Overlap::On;
        window.session().edit(scenario, u"output"_s);
        window.show();
        QTRY_VERIFY(!window.busy());
        const auto& groups = window.session().evaluation()->cascade.groups();
        const auto largest = std::max_element(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.slots.size() < b.slots.size(); });
        window.session().selectGroup(largest->root);
        QTRY_VERIFY(window.findChild<RangeBars*>(u"rangeBars"_s) != nullptr);
        auto* bars = window.findChild<RangeBars*>(u"rangeBars"_s);
        const auto known = [bars](std::size_t row) { return !bars->bars()[row].leaving.isEmpty(); };
        const std::size_t last = bars->bars().size() - 1;
        QVERIFY2(last > 14, qPrintable(QString::number(last)));
        QTRY_VERIFY(known(0) && known(6));
        QTest::qWait(100); // there is nothing to wait for
        QVERIFY(!known(last) && !known(last / 2 + 4));
        auto* scroll = window.findChild<QScrollArea*>(u"groupScroll"_s);
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        QTRY_VERIFY(known(last));
    }

    // Slots by the hundred thousand are looked through in a thread and come in portions.
    void manySlots_areFoundWhileTheWindowLives()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::residualNetwork(4000)); // over 40,000 slots
        window.session().selectSlot(SlotId(0u));
        QVERIFY(window.session().model()->baseline.size() > 40000);
        BindDialog dialog(window.session(), SlotId(0u), &window);
        auto* list = dialog.findChild<QListView*>(u"bindList"_s);
        auto* field = dialog.findChild<QLineEdit*>(u"bindFilter"_s);
        QCOMPARE(list->model()->rowCount(), 0); // not yet: the window is not held up
        QVERIFY(!dialog.findChild<QLabel*>(u"bindVerdict"_s)->text().isEmpty());
        QTRY_VERIFY(list->model()->rowCount() > 0);
        field->setText(u"layer2400.conv2 output"_s);
        auto* accept = dialog.findChild<QPushButton*>(u"bindAccept"_s);
        QVERIFY(!accept->isEnabled()); // what is found is not known yet
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTRY_VERIFY(list->currentIndex().data().toString().startsWith(u"layer2400.conv2"_s));
    }

    void manySlots_returnIsForWhatWasTypedLast()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::residualNetwork(4000));
        window.session().selectSlot(SlotId(0u));
        QTRY_VERIFY(window.session().evaluation() != nullptr);
        const QPointer dialog = new BindDialog(window.session(), SlotId(0u), &window); // goes when it is accepted
        dialog->show();
        auto* list = dialog->findChild<QListView*>(u"bindList"_s);
        auto* field = dialog->findChild<QLineEdit*>(u"bindFilter"_s);
        QTRY_VERIFY(list->model()->rowCount() > 0);
        field->setText(u"layer2400.conv2 output"_s);
        QVERIFY(!dialog->findChild<QPushButton*>(u"bindAccept"_s)->isEnabled());
        QTest::keyClick(field, Qt::Key_Return);
        field->setText(u"layer2300.conv2 output"_s); // Return was not for this
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTRY_VERIFY(list->currentIndex().data().toString().startsWith(u"layer2300.conv2"_s));
        QVERIFY(window.session().scenario().bindings.empty());
        field->setText(u"layer2400.conv2 output"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(window.session().scenario().bindings.size(), 1U);
        QVERIFY(window.session().scenario().bindings.at(0).master.starts_with("layer2400.conv2"));
        QVERIFY(!dialog || !dialog->isVisible());
    }

    void group_saysWhoWastes_andLetsAMemberLeave()
    {
        use(Engine::Strict, Method::Large, Overlap::On);
        session().selectGroup(session().evaluation()->outcome.table.root(slot("Add1:in:0")));
        QTRY_VERIFY(m_window->findChild<RangeBars*>(u"rangeBars"_s) != nullptr);
        auto* bars = m_window->findChild<RangeBars*>(u"rangeBars"_s);
        QTRY_VERIFY(std::all_of(bars->bars().begin(), bars->bars().end(), [](const RangeBars::Bar& bar) { return !bar.leaving.isEmpty(); }));
        QVERIFY(std::any_of(bars->bars().begin(), bars->bars().end(), [](const RangeBars::Bar& bar) { return bar.member.wastes; }));
        auto* order = m_window->findChild<SegmentedControl*>(u"groupOrder"_s);
        QTest::mouseClick(order->button(1), Qt::LeftButton);
        QVERIFY(std::is_sorted(bars->bars().begin(), bars->bars().end(),
                               [](const RangeBars::Bar& a, const RangeBars::Bar& b) { return a.member.stepsUsed < b.member.stepsUsed; }));
        picture(u"hand-group"_s);
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_Home);
        while (bars->current() != slot("Conv2:out:0")) {
            const SlotId before = bars->current();
            QTest::keyClick(bars, Qt::Key_Down);
            QVERIFY(bars->current() != before);
        }
        auto* leave = m_window->findChild<QPushButton*>(u"leaveGroup"_s);
        QTRY_VERIFY(leave->isEnabled());
        leave->setFocus();
        QVERIFY(session().preview() != nullptr);
        QTest::keyClick(leave, Qt::Key_Space);
        QCOMPARE(session().scenario().excludedEdges.size(), std::size_t(1));
        QCOMPARE(session().undoStack().count(), 1);
        QVERIFY(session().preview() == nullptr);
    }
};

ALIGNSCOPE_QT_TEST_MAIN(HandTest)
#include "hand_test.moc"

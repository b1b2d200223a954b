// SPDX-License-Identifier: Apache-2.0
#include "core/io/open_model.h"
#include "tests/support/network_files.h"
#include "tests/support/sample_models.h"
#include "tests/support/scratch.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/panels/cascade_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/scenario_panel.h"
#include "ui/panels/scorecard.h"
#include "ui/panels/segmented_control.h"
#include "ui/panels/slots_panel.h"
#include "ui/panels/switch.h"
#include "ui/session/session.h"
#include "ui/text/explanation.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QScrollArea>
#include <QToolButton>
#include <QToolTip>
#include <QTreeView>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

namespace {

template <class T> T* child(QWidget& parent, const QString& name) { return parent.findChild<T*>(name); }

QString score(QWidget& panel, int row) { return child<QLabel>(panel, u"score.%1"_s.arg(row))->text(); }

} // namespace

class PanelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void scenario_clickOnLarge_setsTheMethodAndTheScore()
    {
        Session session;
        session.adopt(test::docExample());
        ScenarioPanel panel(session);
        panel.resize(300, 800);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto* control = child<SegmentedControl>(panel, u"method.elementwise"_s);
        QVERIFY(control->isEnabled());
        QVERIFY(!child<SegmentedControl>(panel, u"method.resize"_s)->isEnabled()); // no such operation
        const QString before = score(panel, 6);
        QTest::mouseClick(control->button(static_cast<int>(Method::Large)), Qt::LeftButton);
        QCOMPARE(session.scenario().method(Family::Elementwise), Method::Large);
        QCOMPARE(before, u"0"_s);
        QCOMPARE(score(panel, 6), QString::number(session.evaluation()->cascade.summary.movedSlots));
        QVERIFY(score(panel, 6) != before);
        session.undoStack().undo();
        QCOMPARE(control->current(), static_cast<int>(Method::None));
        QCOMPARE(score(panel, 6), before);
    }

    void scenario_keyboard_focusPreviewsAndSpaceChooses()
    {
        Session session;
        session.adopt(test::docExample());
        ScenarioPanel panel(session);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto* control = child<SegmentedControl>(panel, u"method.elementwise"_s);
        control->button(static_cast<int>(Method::None))->setFocus();
        QTest::keyClick(control->button(static_cast<int>(Method::None)), Qt::Key_Right);
        QVERIFY(control->button(static_cast<int>(Method::Large))->hasFocus());
        QVERIFY(session.preview() != nullptr);
        QCOMPARE(session.scenario(), Scenario{});
        QVERIFY(child<QLabel>(panel, u"previewText"_s)->text().contains(u"Large"_s));
        QTest::keyClick(control->button(static_cast<int>(Method::Large)), Qt::Key_Space);
        QCOMPARE(session.scenario().method(Family::Elementwise), Method::Large);
        QVERIFY(session.preview() == nullptr);
    }

    void scenario_overlapSwitch_isOneClick()
    {
        Session session;
        session.adopt(test::docExample());
        ScenarioPanel panel(session);
        panel.show();
        auto* overlap = child<Switch>(panel, u"forceOverlap"_s);
        QTest::mouseClick(overlap, Qt::LeftButton);
        QCOMPARE(session.scenario().forceOverlap, Overlap::On);
        QCOMPARE(session.undoStack().count(), 1);
    }

    void scenario_override_isListedAndRemovable()
    {
        Session session;
        session.adopt(test::docExample());
        ScenarioPanel panel(session);
        panel.show();
        auto* list = child<QAbstractItemView>(panel, u"handEdits"_s);
        QVERIFY(!list->isVisible());
        session.cycleMethod(session.model()->graph->findOperation("Add1"));
        QVERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::mouseClick(child<QPushButton>(panel, u"clearHandEdits"_s), Qt::LeftButton);
        QVERIFY(session.scenario().overrides.empty());
        QVERIFY(!list->isVisible());
    }

    void scorecard_wrappedNames_haveTheirRoomAtOnce()
    {
        Session session;
        session.adopt(test::docExample());
        ScenarioPanel panel(session);
        panel.resize(290, 900);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto* card = panel.findChild<Scorecard*>();
        Summary& numbers = const_cast<Summary&>(session.evaluation()->cascade.summary); // as of a huge model
        numbers.requantizeEdgesBefore = 1234567;
        numbers.requantizeEdgesAfter = 3776190;
        card->set(session.evaluation(), u"loaded"_s, u"now"_s, Scorecard::Whose::Scenario);
        QCoreApplication::sendPostedEvents(card, QEvent::LayoutRequest); // its own, not yet those around it
        for (const QLabel* label : card->findChildren<QLabel*>())
            if (label->wordWrap()) QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }

    void methodTip_staysInThePanel()
    {
        Session session;
        session.adopt(test::docExample());
        ScenarioPanel panel(session);
        panel.resize(300, 800);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        for (QWidget* widget : {static_cast<QWidget*>(child<SegmentedControl>(panel, u"method.elementwise"_s)->button(static_cast<int>(Method::Large))),
                                static_cast<QWidget*>(child<Switch>(panel, u"forceOverlap"_s))}) {
            const QPoint at = widget->rect().center();
            QHelpEvent event(QEvent::ToolTip, at, widget->mapToGlobal(at));
            QCoreApplication::sendEvent(widget, &event);
            QPointer<QWidget> tip; // it goes by itself
            for (QWidget* top : QApplication::topLevelWidgets())
                if (top->inherits("QTipLabel") && top->isVisible()) tip = top;
            QVERIFY(tip);
            QVERIFY2(tip->geometry().right() <= panel.mapToGlobal(panel.rect().bottomRight()).x(), qPrintable(QString::number(tip->width())));
            QVERIFY(tip->geometry().left() >= panel.mapToGlobal(QPoint()).x());
            QVERIFY(!tip->geometry().contains(widget->mapToGlobal(at)));
            QToolTip::hideText();
            QTRY_VERIFY(!tip || !tip->isVisible());
        }
    }

    void inspector_longGroupNumber_isShownWhole()
    {
        Session session;
        session.adopt(test::docExample());
        const Evaluation& many = *session.evaluation();
        QVERIFY(!many.cascade.groups().empty());
        const_cast<Group&>(many.cascade.groups().front()).number = 60163; // as in a huge model
        QWidget parent;
        const SlotButton button(many, many.cascade.groups().front().root, u"slot"_s, &parent);
        for (const QLabel* label : button.findChildren<QLabel*>())
            if (label->text() == u"G60163"_s) {
                QVERIFY(label->maximumWidth() >= label->fontMetrics().horizontalAdvance(label->text()) + 6);
                return;
            }
        QFAIL("no chip");
    }

    void inspector_changedSlot_saysWhy()
    {
        Session session;
        session.adopt(test::docExample());
        Scenario scenario;
        applyPreset(scenario, "ppq-setting");
        session.edit(scenario, u"preset"_s);
        InspectorPanel panel(session);
        panel.resize(320, 800);
        panel.show();
        const SlotId slot = session.model()->baseline.slots().findId("Conv3:in:0");
        QVERIFY(slot.valid());
        session.selectSlot(slot);
        QTRY_VERIFY(panel.findChild<QLabel*>(u"whyHeadline"_s) != nullptr);
        const QString headline = panel.findChild<QLabel*>(u"whyHeadline"_s)->text();
        QVERIFY2(headline.startsWith(u"Conv3 input 0: scale "_s), qPrintable(headline));
        QVERIFY2(headline.contains(u"because Add1 aligned to large with overlap"_s), qPrintable(headline));
        // The lines lead on: the last one names a step at the operation that caused it.
        const Why why = whyScale(*session.evaluation(), slot);
        QVERIFY(why.lines.size() >= 2);
        QVERIFY(panel.showWhy());
        Scenario strict = scenario;
        strict.engine = Engine::Strict;
        strict.bindings = {{"Conv1:in:0", "Conv2:in:0"}};
        session.edit(strict, u"by hand"_s);
        QStringList lines;
        for (const WhyLine& line : whyScale(*session.evaluation(), session.model()->baseline.slots().findId("Conv1:in:0")).lines) lines << line.text;
        QVERIFY2(lines.join(u' ').contains(u"Conv1 input 0 joins the set of Conv2 input 0, bound to it by hand."_s), qPrintable(lines.join(u' ')));
        session.undoStack().undo();
        auto* last = panel.findChild<QPushButton*>(u"why.%1"_s.arg(why.lines.size() - 1));
        QVERIFY(last != nullptr);
        QTest::mouseClick(last, Qt::LeftButton);
        QCOMPARE(session.selection(), why.lines.back().target);
    }

    void inspector_operation_overridesItsMethod()
    {
        Session session;
        session.adopt(test::docExample());
        InspectorPanel panel(session);
        panel.resize(320, 800);
        panel.show();
        session.selectOperation(session.model()->graph->findOperation("Add1"));
        QTRY_VERIFY(panel.findChild<SegmentedControl*>(u"operationMethod"_s) != nullptr);
        auto* control = panel.findChild<SegmentedControl*>(u"operationMethod"_s);
        QTest::mouseClick(control->button(static_cast<int>(Method::Output)), Qt::LeftButton);
        QCOMPARE(session.scenario().overrides.at("Add1").method, std::optional(Method::Output));
    }

    void inspector_sharedTensor_listsTheEdgesOwnConsumerFirst()
    {
        const test::ScratchFolder folder;
        const auto model = openModel(folder.write("network.onnx", test::networkFile(test::NetworkShape::Transformer, 3000).bytes()));
        QVERIFY(model);
        Session session;
        session.adopt(*model);
        const SlotList& slots = (*model)->baseline.slots();
        SlotId consumer; // the last of the most that one tensor has
        std::size_t most = 0;
        for (std::uint32_t i = 0; i < slots.size(); ++i) {
            if (slots[SlotId(i)].io != SlotIo::In || slots[SlotId(i)].parameter) continue;
            const std::size_t uses = (*model)->graph->uses(slots[SlotId(i)].tensor).size();
            if (uses < most) continue;
            most = uses;
            consumer = SlotId(i);
        }
        QVERIFY(most > 50);
        InspectorPanel panel(session);
        panel.resize(320, 700);
        panel.show();
        session.selectEdge(consumer);
        QTRY_VERIFY(panel.findChild<QPushButton*>(u"slot.%1"_s.arg(QString::fromStdString(slots.id(consumer)))) != nullptr);
        std::size_t inputs = 0;
        QStringList texts;
        for (const auto* button : panel.findChildren<SlotButton*>()) inputs += button->objectName().contains(u":in:"_s) ? 1U : 0U;
        for (const QLabel* label : panel.findChildren<QLabel*>()) texts << label->text();
        QCOMPARE(inputs, 20U);
        QVERIFY2(texts.contains(u"and %1 more"_s.arg(most - 20)), qPrintable(texts.join(u'|')));
    }

    void inspector_everySelection_hasContent()
    {
        Session session;
        session.adopt(test::residualNetwork(3));
        Scenario scenario;
        applyPreset(scenario, "ppq-setting");
        session.edit(scenario, u"preset"_s);
        InspectorPanel panel(session);
        panel.resize(320, 700);
        panel.show();
        const auto& evaluation = *session.evaluation();
        for (std::uint32_t i = 0; i < evaluation.outcome.table.size(); ++i) {
            session.selectSlot(SlotId(i));
            QVERIFY(!whyScale(evaluation, SlotId(i)).headline.isEmpty());
        }
        for (const Group& group : evaluation.cascade.groups()) session.selectGroup(group.root);
        for (const RequantizeEdge& edge : evaluation.cascade.edgesAfter) session.selectEdge(edge.edge.to);
        QCoreApplication::processEvents();
        QVERIFY(panel.findChild<QLabel*>(u"inspectorTitle"_s) != nullptr);
        session.select({});
        session.close();
        QCoreApplication::processEvents();
        QVERIFY(panel.findChild<QLabel*>(u"inspectorTitle"_s) == nullptr);
    }

    // Nothing can be scrolled sideways, so what is wider than the dock is lost.
    void inspector_operation_fitsANarrowDock()
    {
        Session session;
        session.adopt(test::docExample());
        InspectorPanel panel(session);
        panel.resize(304, 700);
        panel.show();
        session.selectOperation(session.model()->graph->findOperation("Add1"));
        QTRY_VERIFY(panel.findChild<SegmentedControl*>(u"operationMethod"_s) != nullptr);
        auto* scroll = panel.findChild<QScrollArea*>();
        QVERIFY(scroll != nullptr);
        QCoreApplication::processEvents();
        QVERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
                 qPrintable(u"%1 > %2"_s.arg(scroll->widget()->minimumSizeHint().width()).arg(scroll->viewport()->width())));
    }

    void slotsTable_rowByKeyboard_selectsAndFilters()
    {
        Session session;
        session.adopt(test::docExample());
        SlotsPanel panel(session);
        panel.resize(900, 300);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.view()->setFocus();
        QTest::keyClick(panel.view(), Qt::Key_Down);
        QTest::keyClick(panel.view(), Qt::Key_Down);
        QCOMPARE(session.selection().kind, Selection::Kind::Slot);
        panel.filterField()->setFocus();
        const int all = panel.view()->model()->rowCount();
        QTest::keyClicks(panel.filterField(), u"conv3 in"_s);
        const int shown = panel.view()->model()->rowCount();
        QVERIFY(shown > 0 && shown < all);
        panel.view()->clearSelection();
        const QStringList lines = panel.copyText().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), shown + 1); // and the header
        for (qsizetype i = 1; i < lines.size(); ++i) QVERIFY(lines[i].contains(u"conv3"_s, Qt::CaseInsensitive));
    }

    void slotsTable_unseen_isFilledWhenItIsSeen()
    {
        Session session;
        session.adopt(test::docExample());
        SlotsPanel panel(session);
        const int before = panel.view()->model()->rowCount();
        session.adopt(test::residualNetwork(8));
        QCOMPARE(panel.view()->model()->rowCount(), 0); // and not those of the old model
        panel.show();
        QVERIFY(panel.view()->model()->rowCount() > before);
    }

    void cascade_emptyAndFilled_switchesItsPage()
    {
        Session session;
        CascadePanel panel(session);
        panel.resize(800, 300);
        panel.show();
        QVERIFY(!panel.view()->isVisible());
        session.adopt(test::docExample());
        QVERIFY(!panel.view()->isVisible()); // nothing changed yet
        session.setMethod(Family::Elementwise, Method::Large);
        QVERIFY(panel.view()->isVisible());
        QVERIFY(panel.view()->model()->rowCount() > 0);
    }

    void cascade_brokenPromise_namesBothAndLeadsToBothAndToAnotherOrder()
    {
        Session session;
        CascadePanel panel(session);
        panel.resize(1000, 240);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        session.adopt(test::resizeBesideConcat());
        auto* form = child<SegmentedControl>(panel, u"cascadeForm"_s);
        auto* page = form->button(static_cast<int>(CascadePanel::Form::Promises));
        QTest::mouseClick(page, Qt::LeftButton);
        QVERIFY(!panel.view()->isVisible()); // none is broken yet
        session.setMethod(Family::Resize, Method::Output);
        session.setMethod(Family::Concat, Method::Output);
        session.setForceOverlap(Overlap::On);
        QVERIFY(panel.view()->isVisible());
        QVERIFY(page->text().contains(u'1'));
        const auto* rows = panel.view()->model();
        QCOMPARE(rows->rowCount(), 1);
        const auto name = [&](OpId operation) { return QString::fromStdString(session.model()->graph->operation(operation).id); };
        const QModelIndex promiser = rows->index(0, 0);
        const QModelIndex breaker = rows->index(0, 3);
        QCOMPARE(promiser.data().toString(), u"Resize1"_s);
        QCOMPARE(breaker.data().toString(), u"Concat1"_s);

        const auto click = [&](const QModelIndex& cell) {
            QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {}, panel.view()->visualRect(cell).center());
        };
        panel.view()->setFocus();
        click(breaker);
        QCOMPARE(name(session.selection().operation), u"Concat1"_s);
        click(promiser);
        QCOMPARE(name(session.selection().operation), u"Resize1"_s);
        QTest::keyClick(panel.view(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(name(session.selection().operation), u"Concat1"_s);
        QTest::keyClick(panel.view(), Qt::Key_Return);
        QCOMPARE(name(session.selection().operation), u"Resize1"_s);
        QSignalSpy order(&panel, &CascadePanel::otherOrderAsked);
        QTest::mouseClick(child<QPushButton>(panel, u"cascadeOrder"_s), Qt::LeftButton);
        QCOMPARE(order.count(), 1);
        // The changes come back with their own columns.
        QTest::mouseClick(form->button(static_cast<int>(CascadePanel::Form::Flat)), Qt::LeftButton);
        QVERIFY(!panel.view()->isColumnHidden(6));
        QCOMPARE(rows->rowCount(), static_cast<int>(session.evaluation()->cascade.changes.size()));
        QVERIFY(!child<QPushButton>(panel, u"cascadeOrder"_s)->isVisible());
    }
};

ALIGNSCOPE_QT_TEST_MAIN(PanelsTest)
#include "panels_test.moc"

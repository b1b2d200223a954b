// SPDX-License-Identifier: Apache-2.0
// Sweep, Impact and Proposals: what choices would do, and adopting them.
#include "core/cascade/proposals.h"
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/models/choices_model.h"
#include "ui/models/sweep_model.h"
#include "ui/panels/answer_button.h"
#include "ui/panels/impact_panel.h"
#include "ui/panels/proposals_panel.h"
#include "ui/panels/segmented_control.h"
#include "ui/panels/sweep_panel.h"
#include "ui/panels/sweep_plot.h"
#include "ui/session/session.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

namespace {

template <class T> T* child(QWidget& parent, const QString& name) { return parent.findChild<T*>(name); }

const SweepPlot& plotOf(SweepPanel& panel) { return *panel.findChild<SweepPlot*>(); }

void finishSweep(Session& session) { QTRY_VERIFY(!session.sweeping() && !session.sweepResult().empty()); }

} // namespace

class ChoicesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sweepPlot_narrow_numbersStandApart()
    {
        SweepPlot plot;
        std::vector<Combination> combinations(2);
        combinations[1].summary.requantizeEdgesAfter = 104729;
        combinations[1].summary.summedBitsLost = 20123.4;
        for (const QSize size : {QSize(220, 120), QSize(300, 150), QSize(700, 400)}) {
            plot.resize(size);
            plot.show();
            plot.set(combinations, {}, LossMeasure::Summed);
            const std::vector<QRectF> places = plot.numberPlaces();
            QVERIFY(places.size() >= 3);
            for (std::size_t i = 0; i < places.size(); ++i) {
                QVERIFY(places[i].left() >= 22); // beside the name of the axis
                for (std::size_t j = 0; j < i; ++j) QVERIFY2(!places[i].intersects(places[j]), qPrintable(QString::number(size.width())));
            }
        }
    }

    void init() { test::failOnAnyWarning(); }

    void models_areSound()
    {
        const auto model = test::residualNetwork(6);
        ChoicesModel choices;
        QAbstractItemModelTester tester(&choices, QAbstractItemModelTester::FailureReportingMode::Fatal);
        choices.setImpacts(model, impacts(*model, {}));
        QVERIFY(choices.rowCount() > 0);
        choices.setProposals(model, propose(*model, {}, Goal::Edges).steps);
        choices.setAdopted(1);
        QVERIFY(choices.index(0, ChoicesModel::Number).data().toString() != choices.index(1, ChoicesModel::Number).data().toString());
        SweepModel sweepModel;
        QAbstractItemModelTester sweepTester(&sweepModel, QAbstractItemModelTester::FailureReportingMode::Fatal);
        sweepModel.setCombinations(sweep(*model, Engine::Strict));
        sweepModel.setMarks(paretoFront(sweepModel.combinations(), LossMeasure::Summed), bestOf(sweepModel.combinations(), LossMeasure::Summed));
        sweepModel.setCombinations({});
    }

    void impact_saysWhichOperationMovesMost()
    {
        Session session;
        session.adopt(test::residualNetwork(6));
        ImpactPanel panel(session);
        panel.resize(900, 300);
        panel.show();
        auto* winner = child<QLabel>(panel, u"impactWinner"_s);
        QTRY_VERIFY(winner->isVisible());
        const auto found = impacts(*session.model(), session.scenario());
        const auto first = farthest(found);
        QVERIFY(!first.empty());
        const QString name = QString::fromStdString(session.model()->graph->operation(first.front()->option.operation).id);
        QVERIFY2(winner->text().contains(u">%1<"_s.arg(name)), qPrintable(winner->text()));
        QCOMPARE(winner->text().contains(u"<br>"_s), first.size() > 1); // those that move as much
        Q_EMIT winner->linkActivated(QString::number(first.front()->option.operation.value()));
        QCOMPARE(session.selection().operation, first.front()->option.operation);
    }

    void sweep_clickOnPoint_adoptsTheCombination()
    {
        Session session;
        session.adopt(test::residualNetwork(6));
        SweepPanel panel(session);
        panel.resize(1000, 300);
        panel.show();
        finishSweep(session);
        QVERIFY(plotOf(panel).isVisible());
        std::size_t wanted = 0;
        for (std::size_t i = 0; i < session.sweepResult().size(); ++i)
            if (session.sweepResult()[i].summary.summedBitsLost > session.sweepResult()[wanted].summary.summedBitsLost) wanted = i;
        QTest::mouseClick(panel.findChild<SweepPlot*>(), Qt::LeftButton, Qt::NoModifier, plotOf(panel).position(wanted).toPoint());
        QCOMPARE(session.evaluation()->cascade.summary.summedBitsLost, session.sweepResult()[wanted].summary.summedBitsLost);
        QCOMPARE(session.undoStack().count(), 1);
    }

    void sweep_keyboard_walksPreviewsComparesAndAdopts()
    {
        Session session;
        session.adopt(test::residualNetwork(6));
        SweepPanel panel(session);
        panel.resize(1000, 300);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        finishSweep(session);
        auto* plot = panel.findChild<SweepPlot*>();
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_Home);
        const int first = plot->considered();
        QTest::keyClick(plot, Qt::Key_End);
        const int last = plot->considered();
        QVERIFY(first >= 0 && last >= 0 && first != last);
        QTest::keyClick(plot, Qt::Key_Right); // round
        QCOMPARE(plot->considered(), first);
        QVERIFY(session.preview() != nullptr);
        QTest::keyClick(plot, Qt::Key_C);
        QTRY_VERIFY(session.showsView());
        QVERIFY(session.shown()->scenario.methods == session.sweepResult()[static_cast<std::size_t>(first)].scenario.methods);
        QCOMPARE(session.undoStack().count(), 0);
        QTest::keyClick(plot, Qt::Key_Return);
        QVERIFY(sameCombination(session.scenario(), session.sweepResult()[static_cast<std::size_t>(first)].scenario));
        QVERIFY(!session.showsView());
    }

    void sweep_bestAnswer_isOneClick()
    {
        Session session;
        session.adopt(test::residualNetwork(6));
        SweepPanel panel(session);
        panel.resize(1000, 300);
        panel.show();
        finishSweep(session);
        const SweepBest best = bestOf(session.sweepResult(), LossMeasure::Summed);
        auto* answer = child<AnswerButton>(panel, u"sweepBest"_s);
        QVERIFY(answer->isVisible());
        const Combination wanted = session.sweepResult()[*best.fewestPlaces];
        QVERIFY2(answer->answer().contains(u": %1 edges"_s.arg(wanted.summary.requantizeEdgesAfter)), qPrintable(answer->answer()));
        QTest::mouseClick(answer, Qt::LeftButton);
        QVERIFY(sameCombination(session.scenario(), wanted.scenario));
        QVERIFY(!answer->isEnabled()); // it is in force now
        QCOMPARE(session.evaluation()->cascade.summary.requantizeEdgesAfter, wanted.summary.requantizeEdgesAfter);
    }

    void sweep_exceptions_stayAndAreSaid()
    {
        Session session;
        session.adopt(test::residualNetwork(6));
        SweepPanel panel(session);
        panel.resize(1000, 300);
        panel.show();
        finishSweep(session);
        QVERIFY(!child<QLabel>(panel, u"sweepNote"_s)->isVisible());
        const auto options = optionsOf(*session.model(), session.scenario());
        session.edit(withOption(*session.model(), session.scenario(), options[1]), u"one"_s);
        finishSweep(session);
        QVERIFY(child<QLabel>(panel, u"sweepNote"_s)->isVisible());
        const auto overrides = session.scenario().overrides;
        QVERIFY(!overrides.empty());
        QTest::mouseClick(child<AnswerButton>(panel, u"sweepBest"_s), Qt::LeftButton);
        QCOMPARE(session.scenario().overrides, overrides);
        const auto* model = panel.findChild<SweepModel*>();
        const Combination* current = model->combination(model->currentRow());
        QVERIFY(current != nullptr);
        QCOMPARE(current->summary.summedBitsLost, session.evaluation()->cascade.summary.summedBitsLost);
    }

    void impact_list_isThatOfTheScenarioAndHoveringPreviews()
    {
        Session session;
        ImpactPanel panel(session);
        panel.resize(1000, 300);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QVERIFY(!panel.view()->isVisible());
        session.adopt(test::residualNetwork(6));
        const auto rows = [&] { return panel.view()->model()->rowCount(); };
        QTRY_VERIFY(!panel.measuring() && rows() > 0);
        auto expected = impacts(*session.model(), session.scenario());
        QCOMPARE(rows(), static_cast<int>(expected.size()));
        const auto at = [&](int row, int column) { return panel.view()->model()->index(row, column); };
        QCOMPARE(at(0, ChoicesModel::Slots).data().toULongLong(), qulonglong(expected[0].reach.slots.changed));

        panel.view()->setFocus();
        panel.view()->setCurrentIndex(at(0, ChoicesModel::OperationName));
        QVERIFY(session.preview() == nullptr); // nobody asked for it
        QTest::keyClick(panel.view(), Qt::Key_Down);
        QTest::keyClick(panel.view(), Qt::Key_Up);
        QVERIFY(session.preview() != nullptr);
        QCOMPARE(session.preview()->scenario, withOption(*session.model(), session.scenario(), expected[0].option));
        QCOMPARE(session.selection().operation, expected[0].option.operation);
        QCOMPARE(session.undoStack().count(), 0);

        QTest::mouseClick(child<QPushButton>(panel, u"impactApply"_s), Qt::LeftButton);
        QVERIFY(session.preview() == nullptr);
        QVERIFY(inForce(*session.model(), session.scenario(), expected[0].option));
        QCOMPARE(session.undoStack().count(), 1);
        QTRY_VERIFY(!panel.measuring());
        expected = impacts(*session.model(), session.scenario());
        QCOMPARE(rows(), static_cast<int>(expected.size()));
        QCOMPARE(at(0, ChoicesModel::Slots).data().toULongLong(), qulonglong(expected[0].reach.slots.changed));
    }

    void impact_hidden_measuresNothing()
    {
        Session session;
        ImpactPanel panel(session);
        session.adopt(test::residualNetwork(6));
        QVERIFY(!panel.measuring());
        panel.show();
        QVERIFY(panel.measuring());
        QTRY_VERIFY(!panel.measuring() && panel.view()->model()->rowCount() > 0);
    }

    void proposals_adoptUpToHere_isOneUndoStepAndTheRestStaysOpen()
    {
        Session session;
        session.adopt(test::residualNetwork(6));
        ProposalsPanel panel(session);
        panel.resize(1000, 300);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QVERIFY(!panel.view()->isVisible());
        QTest::mouseClick(child<QPushButton>(panel, u"proposalsSearch"_s), Qt::LeftButton);
        QVERIFY(panel.searching());
        QTRY_VERIFY(!panel.searching());
        const Proposals expected = propose(*session.model(), {}, Goal::Edges);
        QVERIFY(expected.steps.size() > 3);
        auto* rows = panel.view()->model();
        QCOMPARE(rows->rowCount(), static_cast<int>(expected.steps.size()));
        QCOMPARE(session.undoStack().count(), 0); // nothing changed yet

        panel.view()->setFocus();
        panel.view()->setCurrentIndex(rows->index(0, ChoicesModel::OperationName));
        QTest::keyClick(panel.view(), Qt::Key_Down);
        QVERIFY(session.preview() != nullptr);
        QCOMPARE(session.preview()->scenario, expected.steps[1].scenario);
        QTest::mouseClick(child<QPushButton>(panel, u"proposalsAdopt"_s), Qt::LeftButton);
        QCOMPARE(session.scenario(), expected.steps[1].scenario);
        QCOMPARE(session.undoStack().count(), 1);
        QVERIFY(rows->index(1, ChoicesModel::Number).data().toString().contains(QChar(0x2713)));
        QVERIFY(!rows->index(2, ChoicesModel::Number).data().toString().contains(QChar(0x2713)));

        auto* all = child<QPushButton>(panel, u"proposalsAdoptAll"_s);
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(session.scenario(), expected.steps.back().scenario);
        QVERIFY(!all->isEnabled());
        session.undoStack().undo();
        session.undoStack().undo();
        QCOMPARE(session.scenario(), Scenario{});
        QVERIFY(all->isEnabled());
        session.setMethod(Family::Elementwise, Method::Output); // no longer on the way
        QVERIFY(!all->isEnabled());
        QVERIFY(!child<QPushButton>(panel, u"proposalsAdopt"_s)->isEnabled());
    }

    void proposals_cancelled_keepWhatWasFound()
    {
        Session session;
        session.adopt(test::residualNetwork(60));
        ProposalsPanel panel(session);
        panel.show();
        QTest::mouseClick(child<QPushButton>(panel, u"proposalsSearch"_s), Qt::LeftButton);
        QVERIFY(panel.searching());
        QTest::mouseClick(child<QPushButton>(panel, u"proposalsCancel"_s), Qt::LeftButton);
        QTRY_VERIFY(!panel.searching());
        const Proposals all = propose(*session.model(), {}, Goal::Edges);
        QVERIFY(panel.view()->model()->rowCount() <= static_cast<int>(all.steps.size()));
        QCOMPARE(session.scenario(), Scenario{});
        QVERIFY(child<QPushButton>(panel, u"proposalsSearch"_s)->isVisible());
    }

    void proposals_nothingHelps_isSaid()
    {
        Session session;
        session.adopt(test::docExample());
        ProposalsPanel panel(session);
        panel.show();
        child<SegmentedControl>(panel, u"proposalsGoal"_s)->setCurrent(static_cast<int>(Goal::Promises));
        QTest::mouseClick(child<QPushButton>(panel, u"proposalsSearch"_s), Qt::LeftButton);
        QTRY_VERIFY(!panel.searching());
        QVERIFY(!panel.view()->isVisible());
        bool said = false;
        for (const QLabel* label : panel.findChildren<QLabel*>()) said = said || label->text().contains(u"No single exception helps"_s);
        QVERIFY(said);
    }

    void panels_goneWhileWorking_leaveTheSessionSound()
    {
        Session session;
        session.adopt(test::residualNetwork(100));
        {
            ImpactPanel impact(session);
            impact.show();
            ProposalsPanel proposals(session);
            proposals.show();
            QTest::mouseClick(child<QPushButton>(proposals, u"proposalsSearch"_s), Qt::LeftButton);
            QVERIFY(impact.measuring() && proposals.searching());
        }
        QCoreApplication::processEvents();
        QVERIFY(session.evaluation() != nullptr);
    }
};

ALIGNSCOPE_QT_TEST_MAIN(ChoicesTest)
#include "choices_test.moc"

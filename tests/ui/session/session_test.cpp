// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/step_trail.h"
#include "core/report/scenario_json.h"
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/session/scenario_store.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

class SessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void adopt_model_hasEvaluationOfNothing()
    {
        Session session;
        QSignalSpy changed(&session, &Session::modelChanged);
        session.adopt(test::docExample());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(session.phase(), Session::Phase::Ready);
        QVERIFY(session.evaluation() != nullptr);
        QCOMPARE(session.evaluation()->cascade.changes.size(), std::size_t(0));
    }

    void setMethod_undoRedo_restoresScenarioAndEvaluation()
    {
        Session session;
        session.adopt(test::docExample());
        session.setMethod(Family::Elementwise, Method::Large);
        const std::size_t changes = session.evaluation()->cascade.changes.size();
        QVERIFY(changes > 0);
        QCOMPARE(session.undoStack().undoText(), u"Set elementwise to large"_s);
        session.undoStack().undo();
        QCOMPARE(session.scenario(), Scenario{});
        QCOMPARE(session.evaluation()->cascade.changes.size(), std::size_t(0));
        session.undoStack().redo();
        QCOMPARE(session.evaluation()->cascade.changes.size(), changes);
    }

    // The history is what somebody tried, in order; coming back to the start is a step as well.
    void choices_eachIsOneUndoStep()
    {
        Session session;
        session.adopt(test::docExample());
        session.setMethod(Family::Elementwise, Method::Large);
        session.setMethod(Family::Elementwise, Method::Output);
        session.setMethod(Family::Elementwise, Method::None);
        QCOMPARE(session.undoStack().count(), 3);
        session.applyPreset("ppq-setting");
        session.applyPreset("esp-dl");
        QCOMPARE(session.undoStack().count(), 5);
        session.goToStep(2);
        QCOMPARE(session.scenario().method(Family::Elementwise), Method::Output);
        session.undoStack().undo();
        QCOMPARE(session.scenario().method(Family::Elementwise), Method::Large);
    }

    // Going back in the history and choosing something else drops steps, never what was kept in them.
    void kept_afterGoingBackAndChoosingAnew_isStillThere()
    {
        Session session;
        ScenarioStore store(session);
        session.adopt(test::docExample());
        session.setMethod(Family::Elementwise, Method::Large);
        store.keep(u"large"_s);
        session.setForceOverlap(Overlap::On);
        store.keep(u"wide"_s);
        session.goToStep(0);
        QCOMPARE(store.count(), 0); // as it was
        session.setMethod(Family::Elementwise, Method::Output);
        QCOMPARE(store.count(), 2);
        QCOMPARE(store.name(0), u"large"_s);
        QCOMPARE(session.kept().list[1].scenario.forceOverlap, Overlap::On);
        QVERIFY(!session.kept().active.has_value()); // the scenario in force came from none of them

        // Taking back a keep is meant.
        store.keep(u"output"_s);
        QCOMPARE(store.count(), 3);
        session.undoStack().undo();
        QCOMPARE(store.count(), 2);
        session.setForceOverlap(Overlap::On);
        QCOMPARE(store.count(), 2);
    }

    void edit_sameScenario_isNoUndoStep()
    {
        Session session;
        session.adopt(test::docExample());
        session.setForceOverlap(Overlap::Off);
        QCOMPARE(session.undoStack().count(), 0);
    }

    void cycleMethod_operation_walksLegalMethodsAsOverride()
    {
        Session session;
        session.adopt(test::docExample());
        const OpId add = session.model()->graph->findOperation("Add1");
        QVERIFY(add.valid());
        QVERIFY(session.cycleMethod(add));
        QCOMPARE(session.scenario().overrides.at("Add1").method, std::optional(Method::Large));
        QVERIFY(session.cycleMethod(add));
        QCOMPARE(session.scenario().overrides.at("Add1").method, std::optional(Method::Output));
        QVERIFY(session.cycleMethod(add)); // none is what the family says: no override any more
        QVERIFY(session.scenario().overrides.empty());
        QVERIFY(!session.cycleMethod(session.model()->graph->findOperation("Conv1")));
    }

    void byHand_eachEdit_isOneStepThatUndoTakesBack()
    {
        Session session;
        Scenario strict;
        strict.engine = Engine::Strict;
        session.adopt(test::docExample(), strict);
        const auto slot = [&](const char* id) { return session.model()->baseline.slots().findId(id); };
        session.bindSlot(slot("Conv3:out:0"), slot("Conv1:in:0"));
        session.bindSlot(slot("Conv3:out:0"), slot("Conv1:out:0")); // replaces
        QCOMPARE(session.scenario().bindings.size(), std::size_t(1));
        session.pinSlot(slot("Conv1:in:0"), 0.5F, 0);
        session.excludeEdge(slot("Conv2:out:0"), slot("Add1:in:1"));
        QCOMPARE(session.undoStack().count(), 4);
        QVERIFY(!session.undoStack().text(0).isEmpty());
        const Scenario all = session.scenario();
        session.clearHandEdits();
        QVERIFY(!session.scenario().hasHandEdits());
        session.undoStack().undo();
        QCOMPARE(session.scenario(), all);
        for (const HandEdit& edit : handEdits(*session.evaluation())) session.removeHandEdit(edit);
        QCOMPARE(session.scenario(), strict);
        while (session.undoStack().canUndo()) session.undoStack().undo();
        QCOMPARE(session.scenario(), strict);
        session.setEngine(Engine::Ppq);
        session.bindSlot(slot("Conv3:out:0"), slot("Conv1:in:0"), Session::AlsoStrict::Yes);
        QCOMPARE(session.scenario().engine, Engine::Strict);
        session.undoStack().undo();
        QCOMPARE(session.scenario().engine, Engine::Ppq);
        QVERIFY(session.scenario().bindings.empty());
    }

    void preview_hovered_doesNotTouchTheScenario()
    {
        Session session;
        session.adopt(test::docExample());
        QSignalSpy previews(&session, &Session::previewChanged);
        session.startPreview(session.withMethod(Family::Elementwise, Method::Large));
        QVERIFY(session.preview() != nullptr);
        QVERIFY(session.preview()->cascade.summary.changedSlots > 0);
        QCOMPARE(session.scenario(), Scenario{});
        QCOMPARE(session.undoStack().count(), 0);
        session.endPreview();
        QVERIFY(session.preview() == nullptr);
        QCOMPARE(previews.count(), 2);
        session.startPreview(session.scenario()); // what is chosen already needs no preview
        QVERIFY(session.preview() == nullptr);
    }

    void edit_whilePreviewed_endsThePreview()
    {
        Session session;
        session.adopt(test::docExample());
        session.startPreview(session.withOverlap(Overlap::On));
        session.setMethod(Family::Elementwise, Method::Large);
        QVERIFY(session.preview() == nullptr);
    }

    void evaluate_inThread_onlyTheLastScenarioArrives()
    {
        Session session;
        session.setSynchronousLimit(-1); // always in a thread
        session.adopt(test::residualNetwork(60));
        QSignalSpy evaluations(&session, &Session::evaluationChanged);
        session.setMethod(Family::Elementwise, Method::Large);
        session.setForceOverlap(Overlap::On);
        session.setMethod(Family::Concat, Method::Output);
        QVERIFY(session.evaluating());
        QTRY_VERIFY(!session.evaluating());
        QTRY_COMPARE(evaluations.count(), 1); // two stale results were dropped
        QCOMPARE(session.evaluation()->scenario, session.scenario());
    }

    void view_inPlaceOfTheOutcome_lastsUntilTheNextEvaluation()
    {
        Session session;
        session.adopt(test::docExample());
        session.setMethod(Family::Elementwise, Method::Large);
        QVERIFY(!session.showsView());
        QCOMPARE(session.shown(), session.evaluation());
        QSignalSpy shown(&session, &Session::shownChanged);
        const auto first = evaluationAt(std::make_shared<const StepTrail>(session.evaluation()), 1);
        session.show(first, u"after one step"_s, {});
        QCOMPARE(session.shown(), first);
        QCOMPARE(session.viewTitle(), u"after one step"_s);
        session.showOutcome();
        QCOMPARE(session.shown(), session.evaluation());
        QCOMPARE(shown.count(), 2);
        session.show(first, u"after one step"_s, {});
        session.setForceOverlap(Overlap::On);
        QVERIFY(!session.showsView());
        QCOMPARE(session.shown(), session.evaluation());
    }

    void view_ofAnotherGraph_isNotShown()
    {
        Session session;
        session.adopt(test::docExample());
        session.show(makeEvaluation(test::residualNetwork(4), {}), u"another"_s, {});
        QVERIFY(!session.showsView());
    }

    void sweep_inBackground_arrivesAndBelongsToTheModel()
    {
        Session session;
        session.adopt(test::docExample());
        QTRY_VERIFY(!session.sweeping() && !session.sweepResult().empty());
        QCOMPARE(session.sweepResult().size(), std::size_t(12)); // 2 engines x 3 methods of one family x overlap
        session.adopt(test::residualNetwork(8));
        QTRY_COMPARE(session.sweepResult().size(), std::size_t(36)); // elementwise and concat
    }

    void sweep_held_waitsAndThenArrives()
    {
        Session session;
        session.holdSweep(true);
        session.adopt(test::docExample());
        QTest::qWait(50);
        QVERIFY(session.sweeping());
        QVERIFY(session.sweepResult().empty());
        session.holdSweep(false);
        QTRY_COMPARE(session.sweepResult().size(), std::size_t(12));
        QVERIFY(!session.sweeping());
    }

    void sweep_heldOfAClosedModel_isForgotten()
    {
        Session session;
        session.holdSweep(true);
        session.adopt(test::docExample());
        QVERIFY(session.sweeping());
        // As the window does it: the drawing, which held the sweep, ends with the model.
        connect(&session, &Session::phaseChanged, &session, [&session] { session.holdSweep(false); });
        session.close();
        QVERIFY(!session.sweeping());
    }

    void sweep_exceptions_arePartOfEveryCombination()
    {
        Session session;
        session.adopt(test::docExample());
        QTRY_VERIFY(!session.sweeping() && !session.sweepResult().empty());
        session.setOverride(u"Add1"_s, Override{Method::None, std::nullopt});
        QVERIFY(session.sweeping());
        QTRY_VERIFY(!session.sweeping());
        for (const Combination& c : session.sweepResult()) {
            QCOMPARE(c.scenario.overrides, session.scenario().overrides);
            QCOMPARE(c.summary.changedSlots, std::size_t(0)); // Add1 is the only one that could be aligned
        }
        session.setMethod(Family::Elementwise, Method::Large); // varied by the sweep anyway
        QVERIFY(!session.sweeping());
    }

    void open_missingFile_keepsTheOpenModel()
    {
        Session session;
        session.adopt(test::docExample());
        QSignalSpy failed(&session, &Session::openFailed);
        session.open(u"/nowhere/model.onnx"_s);
        QCOMPARE(session.phase(), Session::Phase::Opening);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.front().at(1).toString().contains(u"/nowhere/model.onnx"_s));
        QCOMPARE(session.phase(), Session::Phase::Ready);
        QVERIFY(session.model() != nullptr);
    }

    void cancelOpening_lateResult_isDropped()
    {
        Session session;
        QSignalSpy failed(&session, &Session::openFailed);
        session.open(u"/nowhere/model.onnx"_s);
        session.cancelOpening();
        QCOMPARE(session.phase(), Session::Phase::Empty);
        session.pool().waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(failed.count(), 0);
    }

    void reload_changedFile_keepsScenarioSelectionAndUndo()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"model.onnx"_s);
        QVERIFY(QFile::copy(u":/samples/concat4_fan/concat4_fan.onnx"_s, path));
        QVERIFY(QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        Session session;
        QSignalSpy changed(&session, &Session::fileChangedOnDisk);
        session.open(path);
        QTRY_COMPARE(session.phase(), Session::Phase::Ready);
        session.setMethod(Family::Concat, Method::Output);
        const Scenario scenario = session.scenario();
        const OpId selected(2U);
        session.selectOperation(selected);
        const std::string name = session.model()->graph->operation(selected).id;

        QFile file(path); // the same model, written anew by another program
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray bytes = file.readAll();
        file.seek(0);
        file.write(bytes);
        file.close();
        QTRY_COMPARE(changed.count(), 1); // once, however often it was touched
        QCOMPARE(changed.front().front().toString(), path);

        const auto old = session.model();
        session.reload();
        QTRY_VERIFY(session.model() != old);
        QCOMPARE(session.scenario(), scenario);
        QCOMPARE(session.undoStack().count(), 1);
        QCOMPARE(session.selection().kind, Selection::Kind::Operation);
        QCOMPARE(session.model()->graph->operation(session.selection().operation).id, name);
        QCOMPARE(session.evaluation()->model, session.model());
    }

    void openFiles_modelConfigAndScenario_inAnyOrder()
    {
        QTemporaryDir folder;
        const QString model = folder.filePath(u"m.onnx"_s);
        const QString config = folder.filePath(u"c.json"_s);
        const QString scenario = folder.filePath(u"s.json"_s);
        QVERIFY(QFile::copy(u":/samples/doc_example/doc_example.onnx"_s, model));
        QVERIFY(QFile::copy(u":/samples/doc_example/doc_example.json"_s, config));
        Scenario wanted;
        wanted.setMethod(Family::Elementwise, Method::Large);
        QFile file(scenario);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(scenarioJson(wanted)));
        file.close();
        Session session;
        session.openFiles({scenario, config, model});
        QTRY_COMPARE(session.phase(), Session::Phase::Ready);
        QCOMPARE(session.model()->quantSource, QuantSource::PpqJson);
        QCOMPARE(session.scenario(), wanted);
        QCOMPARE(session.undoStack().count(), 0);
    }

    void openFiles_configAlone_isRefusedWithASentence()
    {
        QTemporaryDir folder;
        const QString config = folder.filePath(u"c.json"_s);
        QVERIFY(QFile::copy(u":/samples/doc_example/doc_example.json"_s, config));
        Session session;
        QSignalSpy failed(&session, &Session::openFailed);
        session.openFiles({config});
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.front().at(1).toString().contains(u"c.json"_s));
    }

    void stepRequantizeEdge_walksAllAndStartsAgain()
    {
        Session session;
        session.adopt(test::residualNetwork(8));
        session.setMethod(Family::Elementwise, Method::Large); // without overlap: edges appear
        const auto& edges = session.evaluation()->cascade.edgesAfter;
        QVERIFY(edges.size() > 2);
        for (const RequantizeEdge& edge : edges) {
            QVERIFY(session.stepRequantizeEdge(1));
            QCOMPARE(session.selection().kind, Selection::Kind::Edge);
            QCOMPARE(session.selection().slot, edge.edge.to);
        }
        QVERIFY(session.stepRequantizeEdge(1));
        QCOMPARE(session.selection().slot, edges.front().edge.to);
        QVERIFY(session.stepRequantizeEdge(-1));
        QCOMPARE(session.selection().slot, edges.back().edge.to);
    }

    void close_withJobsRunning_isEmpty()
    {
        Session session;
        session.adopt(test::residualNetwork(200));
        session.close();
        QCOMPARE(session.phase(), Session::Phase::Empty);
        QVERIFY(session.evaluation() == nullptr);
        session.pool().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(session.sweepResult().empty());
    }
};

ALIGNSCOPE_QT_TEST_MAIN(SessionTest)
#include "session_test.moc"

// SPDX-License-Identifier: Apache-2.0
// Named scenarios, their undo steps, session files and what a crash leaves behind.
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/session/autosave.h"
#include "ui/session/scenario_costs.h"
#include "ui/session/scenario_store.h"
#include "ui/session/session.h"
#include "ui/session/session_document.h"
#include "ui/session/stepper.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

namespace {

QStringList names(const Session& session)
{
    QStringList all;
    for (const NamedScenario& named : session.kept().list) all << QString::fromStdString(named.name);
    return all;
}

// A model on disk with parameters of its own.
QString modelIn(const QTemporaryDir& folder, const QString& name = u"m.onnx"_s)
{
    const QString path = folder.filePath(name);
    QFile::copy(u":/samples/concat4_fan/concat4_fan.onnx"_s, path);
    QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

} // namespace

class ScenariosTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void keepAndSwitch_areOneStepEach()
    {
        Session session;
        ScenarioStore store(session);
        session.adopt(test::docExample());
        session.applyPreset("ppq-setting");
        QVERIFY(store.keep(u"Wide"_s));
        QCOMPARE(store.title(), u"Wide"_s);
        session.setForceOverlap(Overlap::Off);
        QCOMPARE(store.title(), u"Wide*"_s);
        QVERIFY(store.keep(u" Narrow "_s));
        QCOMPARE(names(session), QStringList({u"Wide"_s, u"Narrow"_s}));
        const int steps = session.undoStack().count();
        store.switchTo(0);
        QCOMPARE(session.undoStack().count(), steps + 1);
        QCOMPARE(session.scenario().forceOverlap, Overlap::On);
        QCOMPARE(session.evaluation()->scenario, session.scenario());
        QCOMPARE(store.title(), u"Wide"_s);
        session.undoStack().undo();
        QCOMPARE(store.title(), u"Narrow"_s);
        QCOMPARE(session.scenario().forceOverlap, Overlap::Off);
        session.undoStack().undo();
        QCOMPARE(names(session), QStringList({u"Wide"_s}));
        QCOMPARE(store.title(), u"Wide*"_s);
    }

    void edits_ofTheList_keepTheActiveOneAndCanBeUndone()
    {
        Session session;
        ScenarioStore store(session);
        session.adopt(test::docExample());
        for (const auto* name : {u"a", u"b", u"c"}) QVERIFY(store.keep(QString::fromUtf16(name)));
        QVERIFY(!store.keep(u"b"_s));
        QVERIFY(!store.keep(u"  "_s));
        QVERIFY(!store.rename(0, u"c"_s));
        store.switchTo(1);
        store.move(1, 0);
        QCOMPARE(names(session), QStringList({u"b"_s, u"a"_s, u"c"_s}));
        QCOMPARE(store.title(), u"b"_s);
        store.duplicate(0);
        QCOMPARE(names(session), QStringList({u"b"_s, u"b 2"_s, u"a"_s, u"c"_s}));
        store.remove({3, 1});
        QCOMPARE(names(session), QStringList({u"b"_s, u"a"_s}));
        QVERIFY(store.rename(0, u"B"_s));
        QCOMPARE(store.title(), u"B"_s);
        store.remove({0});
        QCOMPARE(store.title(), QString());
        for (int i = 0; i < 3; ++i) session.undoStack().undo();
        QCOMPARE(names(session), QStringList({u"b"_s, u"b 2"_s, u"a"_s, u"c"_s}));
        QCOMPARE(store.title(), u"b"_s);
    }

    void history_knowsTheScenarioOfEachStepAndJumpsWithOneEvaluation()
    {
        Session session;
        ScenarioStore store(session);
        session.adopt(test::docExample());
        std::vector<Scenario> expected{session.scenario()};
        const auto note = [&] { expected.push_back(session.scenario()); };
        session.setMethod(Family::Elementwise, Method::Large);
        note();
        store.keep(u"a"_s);
        note();
        session.setForceOverlap(Overlap::On);
        note();
        session.setEngine(Engine::Strict);
        note();
        for (const int step : {4, 0, 2, 3, 1}) {
            QSignalSpy evaluated(&session, &Session::evaluationChanged);
            const bool moves = step != session.undoStack().index() && expected[static_cast<std::size_t>(step)] != session.scenario();
            session.goToStep(step);
            QCOMPARE(evaluated.count(), moves ? 1 : 0);
            QCOMPARE(session.scenario(), expected[static_cast<std::size_t>(step)]);
            QCOMPARE(session.evaluation()->scenario, session.scenario());
            QVERIFY(session.history() == expected);
        }
    }

    void costs_equalThoseOfTheEvaluation()
    {
        Session session;
        ScenarioCosts costs(session);
        session.adopt(test::residualNetwork(4));
        session.applyPreset("ppq-setting");
        QVERIFY(costs.cost(session.scenario()) == nullptr);
        QTRY_VERIFY(costs.cost(session.scenario()) != nullptr);
        const Summary& summary = costs.cost(session.scenario())->summary;
        QCOMPARE(summary.requantizeEdgesAfter, session.evaluation()->cascade.summary.requantizeEdgesAfter);
        QCOMPARE(summary.summedBitsLost, session.evaluation()->cascade.summary.summedBitsLost);
    }

    void sessionFile_savedAndOpened_bringsEverythingBack()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"s.alignscope"_s);
        Scenario current;
        {
            Session session;
            Stepper stepper(session);
            SessionDocument document(session, stepper);
            ScenarioStore store(session);
            session.open(modelIn(folder));
            QTRY_COMPARE(session.phase(), Session::Phase::Ready);
            QVERIFY(!document.modified());
            session.applyPreset("ppq-setting");
            QVERIFY(!document.modified()); // nothing with a name
            store.keep(u"Wide"_s);
            store.setNote(0, u"for the board"_s);
            QVERIFY(document.modified());
            session.setForceOverlap(Overlap::Off);
            current = session.scenario();
            QVERIFY(document.save(file));
            QVERIFY(!document.modified());
            session.setForceOverlap(Overlap::On);
            QVERIFY(document.modified());
        }
        Session session;
        Stepper stepper(session);
        SessionDocument document(session, stepper);
        QSignalSpy differs(&document, &SessionDocument::modelDiffers);
        session.openFiles({file});
        QTRY_COMPARE(session.phase(), Session::Phase::Ready);
        QCOMPARE(session.scenario(), current);
        QCOMPARE(names(session), QStringList({u"Wide"_s}));
        QCOMPARE(session.kept().list.front().note, std::string("for the board"));
        QCOMPARE(ScenarioStore(session).title(), u"Wide*"_s);
        QCOMPARE(document.path(), file);
        QVERIFY(!document.modified());
        QVERIFY(!session.undoStack().canUndo());
        session.reload();
        QTRY_COMPARE(session.phase(), Session::Phase::Ready);
        QCOMPARE(names(session), QStringList({u"Wide"_s}));
        QCOMPARE(document.path(), file);
        QCOMPARE(differs.count(), 0);
        session.open(modelIn(folder, u"other.onnx"_s));
        QTRY_VERIFY(session.path().endsWith(u"other.onnx"_s));
        QCOMPARE(document.path(), QString());
        QVERIFY(session.kept().list.empty());
    }

    void breakpointsAndWatches_areKeptInTheSessionFile()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"s.alignscope"_s);
        const QString model = modelIn(folder);
        StepMarks marks;
        {
            Session session;
            Stepper stepper(session);
            SessionDocument document(session, stepper);
            session.open(model);
            QTRY_COMPARE(session.phase(), Session::Phase::Ready);
            QVERIFY(document.save(file));
            const SlotId slot(0U);
            stepper.addBreakpoint(Stepper::atOperation(*session.model(), OpId(0U)));
            QVERIFY(document.modified());
            stepper.addBreakpoint(Stepper::atSlot(*session.model(), slot));
            stepper.addBreakpoint({Breakpoint::Kind::GroupSize, {}, 6});
            stepper.addBreakpoint({Breakpoint::Kind::BrokenPromise, {}, 0});
            stepper.addBreakpoint({Breakpoint::Kind::Operation, "of another version", 0});
            stepper.watch(slot);
            marks = stepper.marks();
            QCOMPARE(marks.watches.size(), std::size_t(1));
            QVERIFY(document.save(file));
            QVERIFY(!document.modified());
            stepper.unwatch(QString::fromStdString(marks.watches.front()));
            QVERIFY(document.modified());
        }
        Session session;
        Stepper stepper(session);
        SessionDocument document(session, stepper);
        stepper.want();
        stepper.addBreakpoint({Breakpoint::Kind::GroupSize, {}, 99}); // of what was open before
        session.applyPreset("ppq-setting");
        document.open(file);
        QTRY_COMPARE(session.phase(), Session::Phase::Ready);
        QVERIFY(stepper.marks() == marks);
        QVERIFY(stepper.watches().front().slot.valid());
        QVERIFY(!stepper.watches().front().history.moments.empty());
        QVERIFY(!document.modified());
        session.open(modelIn(folder, u"other.onnx"_s)); // the same operations in another file
        QTRY_VERIFY(session.path().endsWith(u"other.onnx"_s));
        QVERIFY(stepper.hasBreakpoint(marks.breakpoints.front()));
        QVERIFY(!stepper.hasBreakpoint(marks.breakpoints.back())); // it has no such operation
    }

    void breakpoints_surviveACrash()
    {
        QTemporaryDir folder;
        const QString saves = folder.filePath(u"autosave"_s);
        Session session;
        Stepper stepper(session);
        SessionDocument document(session, stepper);
        Autosave autosave(session, document, saves);
        session.open(modelIn(folder));
        QTRY_COMPARE(session.phase(), Session::Phase::Ready);
        QSignalSpy saved(&autosave, &Autosave::saved);
        stepper.addBreakpoint(Stepper::atOperation(*session.model(), OpId(0U)));
        QVERIFY(!document.modified()); // nobody is asked on leaving because of a breakpoint alone
        QVERIFY(document.worthKeeping());
        QTRY_COMPARE(saved.count(), 1);
        const auto content = readSession(saved.front().front().toString().toStdString());
        QVERIFY(content);

        Session next;
        Stepper nextStepper(next);
        SessionDocument nextDocument(next, nextStepper);
        nextDocument.restore(*content);
        QTRY_COMPARE(next.phase(), Session::Phase::Ready);
        QVERIFY(nextStepper.marks() == stepper.marks());
        QVERIFY(nextDocument.worthKeeping());
        stepper.removeBreakpoint(stepper.breakpoints().front());
        QTRY_VERIFY(QDir(saves).entryList(QDir::Files).isEmpty());
    }

    void sessionFile_modelChangedOrMissing_saysSoAndKeepsTheScenarios()
    {
        QTemporaryDir folder;
        const QString model = modelIn(folder);
        const QString file = folder.filePath(u"s.alignscope"_s);
        {
            Session session;
            Stepper stepper(session);
            SessionDocument document(session, stepper);
            session.open(model);
            QTRY_COMPARE(session.phase(), Session::Phase::Ready);
            ScenarioStore(session).keep(u"Wide"_s);
            QVERIFY(document.save(file));
        }
        QVERIFY(QFile::remove(model));
        Session session;
        Stepper stepper(session);
        SessionDocument document(session, stepper);
        QSignalSpy missing(&document, &SessionDocument::fileMissing);
        QSignalSpy differs(&document, &SessionDocument::modelDiffers);
        document.open(file);
        QCOMPARE(missing.count(), 1);
        QVERIFY(missing.front().front().toString().contains(model));
        const QString other = folder.filePath(u"moved.onnx"_s);
        QVERIFY(QFile::copy(u":/samples/unet/unet.onnx"_s, other));
        document.provide(other);
        QTRY_COMPARE(session.phase(), Session::Phase::Ready);
        QCOMPARE(names(session), QStringList({u"Wide"_s}));
        QTRY_COMPARE(differs.count(), 1);
        QVERIFY(differs.front().front().toString().contains(u"operations"_s));
    }

    void killedProgram_leavesItsScenariosToTheNextOne()
    {
        QTemporaryDir folder;
        const QString saves = folder.filePath(u"autosave"_s);
        const QString model = modelIn(folder);
        Session session;
        Stepper stepper(session);
        SessionDocument document(session, stepper);
        Autosave autosave(session, document, saves);

        QProcess victim;
        victim.start(QStringLiteral(AUTOSAVE_VICTIM), {model, saves});
        QVERIFY(victim.waitForStarted(60000));
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += victim.readAllStandardOutput()).contains("saved"), 60000);
        QVERIFY(autosave.find().orphans.empty()); // it runs: nothing to recover
        victim.kill();
        QVERIFY(victim.waitForFinished(60000));
        QVERIFY(QDir().mkpath(saves));
        QFile broken(saves + u"/broken.alignscope"_s);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"schema\": \"alignscope-session/1\", \"mod");
        broken.close();

        const Autosave::Found found = autosave.find();
        QCOMPARE(found.unreadable.size(), 1);
        QCOMPARE(found.orphans.size(), std::size_t(1));
        QVERIFY(autosave.find().unreadable.isEmpty()); // said once
        QSignalSpy saved(&autosave, &Autosave::saved);
        document.restore(found.orphans.front().content);
        QTRY_COMPARE(session.phase(), Session::Phase::Ready);
        QCOMPARE(names(session), QStringList({u"Mine"_s}));
        QCOMPARE(session.scenario().forceOverlap, Overlap::Off);
        QCOMPARE(session.scenario().method(Family::Elementwise), Method::Large);
        QVERIFY(document.modified());
        QTRY_VERIFY(saved.count() > 0); // safe again before the old file may go
        Autosave::discard(found.orphans.front().file);
        QVERIFY(autosave.find().orphans.empty());
        autosave.finish();
        QVERIFY(QDir(saves).entryList({u"*.alignscope"_s, u"*.lock"_s}, QDir::Files).isEmpty());
    }

    void autosave_changesTakenBack_leaveNothing()
    {
        QTemporaryDir folder;
        const QString saves = folder.filePath(u"autosave"_s);
        Session session;
        Stepper stepper(session);
        SessionDocument document(session, stepper);
        Autosave autosave(session, document, saves);
        session.open(modelIn(folder));
        QTRY_COMPARE(session.phase(), Session::Phase::Ready);
        QSignalSpy saved(&autosave, &Autosave::saved);
        session.applyPreset("ppq-setting");
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(QDir(saves).entryList({u"*.alignscope"_s}).size(), 1);
        session.undoStack().undo();
        QTRY_VERIFY(QDir(saves).entryList(QDir::Files).isEmpty());
        static_assert(Autosave::kDelayMilliseconds < 1000, "product: within one second");
    }
};

ALIGNSCOPE_QT_TEST_MAIN(ScenariosTest)
#include "scenarios_test.moc"

// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_models.h"
#include "tests/support/scratch.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/session/drawing_job.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace alignscope::ui {

// Workers that crash, hang or are missing must never take the picture away.
class DrawingJobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_scratch = std::make_unique<test::ScratchFolder>();
        m_model = test::residualNetwork(40);
    }
    void cleanup() { qunsetenv("ALIGNSCOPE_TEST_WORKER"); }

    void start_withAWorker_fastThenBest()
    {
        const auto job = makeJob();
        QSignalSpy drawings(job.get(), &DrawingJob::drawingChanged);
        job->start(m_model, {});
        QTRY_COMPARE_WITH_TIMEOUT(job->state(), DrawingJob::State::Done, kPatience);
        QCOMPARE(drawings.count(), 2);
        QVERIFY(job->best());
        QVERIFY(job->failure().isEmpty());
    }

    void start_again_bestFromTheCacheIsTheFirstPicture()
    {
        const auto first = makeJob();
        first->start(m_model, {});
        QTRY_COMPARE_WITH_TIMEOUT(first->state(), DrawingJob::State::Done, kPatience);

        const auto second = makeJob();
        second->setWorkerProgram(QStringLiteral("/nonexistent/program"));
        QSignalSpy drawings(second.get(), &DrawingJob::drawingChanged);
        second->start(m_model, {});
        QTRY_COMPARE_WITH_TIMEOUT(second->state(), DrawingJob::State::Done, kPatience);
        QCOMPARE(drawings.count(), 1);
        QVERIFY(second->best());
        QCOMPARE(second->drawing()->bounds(), first->drawing()->bounds());

        DrawingOptions other;
        other.direction = layout::Direction::Right;
        second->start(m_model, other); // another drawing of the same model
        QTRY_COMPARE_WITH_TIMEOUT(second->state(), DrawingJob::State::Done, kPatience);
        QVERIFY(!second->best());
    }

    void start_damagedCache_isLaidOutAnew()
    {
        const auto first = makeJob();
        first->start(m_model, {});
        QTRY_COMPARE_WITH_TIMEOUT(first->state(), DrawingJob::State::Done, kPatience);
        QDir folder(cacheFolder());
        QCOMPARE(folder.entryList(QDir::Files).size(), 1);
        QFile file(folder.filePath(folder.entryList(QDir::Files).first()));
        QVERIFY(file.resize(file.size() / 2));

        const auto second = makeJob();
        QSignalSpy drawings(second.get(), &DrawingJob::drawingChanged);
        second->start(m_model, {});
        QTRY_COMPARE_WITH_TIMEOUT(second->state(), DrawingJob::State::Done, kPatience);
        QCOMPARE(drawings.count(), 2);
        QVERIFY(second->best());
    }

    void worker_missingCrashingOrBabbling_keepsTheFastPicture_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QByteArray>("behaviour");
        QTest::newRow("missing") << QStringLiteral("/nonexistent/program") << QByteArray();
        QTest::newRow("ends at once") << QStringLiteral("/bin/false") << QByteArray();
        QTest::newRow("crashes") << QStringLiteral(ALIGNSCOPE_LAYOUT_WORKER) << QByteArray("crashes");
        QTest::newRow("is killed") << QStringLiteral(ALIGNSCOPE_LAYOUT_WORKER) << QByteArray("killed");
        QTest::newRow("babbles") << QStringLiteral(ALIGNSCOPE_LAYOUT_WORKER) << QByteArray("babbles");
    }
    void worker_missingCrashingOrBabbling_keepsTheFastPicture()
    {
        QFETCH(QString, program);
        QFETCH(QByteArray, behaviour);
        qputenv("ALIGNSCOPE_TEST_WORKER", behaviour);
        const auto job = makeJob();
        job->setWorkerProgram(program);
        job->start(m_model, {});
        QTRY_COMPARE_WITH_TIMEOUT(job->state(), DrawingJob::State::Done, kPatience);
        QVERIFY(job->drawing() && job->drawing()->placed());
        QVERIFY(!job->best());

        // The next try, with a worker again, is not held up by the failure before.
        qunsetenv("ALIGNSCOPE_TEST_WORKER");
        job->setWorkerProgram(QStringLiteral(ALIGNSCOPE_LAYOUT_WORKER));
        job->start(m_model, {});
        QTRY_VERIFY_WITH_TIMEOUT(job->state() == DrawingJob::State::Done && job->best(), kPatience);
    }

    void cancel_whileTheWorkerHangs_keepsTheFastPicture()
    {
        qputenv("ALIGNSCOPE_TEST_WORKER", "hangs");
        const auto job = makeJob();
        job->start(m_model, {});
        QTRY_COMPARE_WITH_TIMEOUT(job->state(), DrawingJob::State::Improving, kPatience);
        QSignalSpy drawings(job.get(), &DrawingJob::drawingChanged);
        job->cancel();
        QCOMPARE(job->state(), DrawingJob::State::Done);
        QVERIFY(job->drawing() && job->drawing()->placed());
        QTest::qWait(50);
        QCOMPARE(drawings.count(), 0);
    }

    void clear_whileTheWorkerHangs_isIdleAndNothingArrives()
    {
        qputenv("ALIGNSCOPE_TEST_WORKER", "hangs");
        const auto job = makeJob();
        job->start(m_model, {});
        QTRY_COMPARE_WITH_TIMEOUT(job->state(), DrawingJob::State::Improving, kPatience);
        job->clear();
        QCOMPARE(job->state(), DrawingJob::State::Idle);
        QVERIFY(!job->drawing());
        QSignalSpy drawings(job.get(), &DrawingJob::drawingChanged);
        QTest::qWait(50);
        QCOMPARE(drawings.count(), 0);

        qunsetenv("ALIGNSCOPE_TEST_WORKER"); // another model is opened
        job->start(test::residualNetwork(5), {});
        QTRY_VERIFY_WITH_TIMEOUT(job->state() == DrawingJob::State::Done && job->best(), kPatience);
    }

    void destroyed_whileTheWorkerHangs_ends()
    {
        qputenv("ALIGNSCOPE_TEST_WORKER", "hangs");
        auto job = makeJob();
        job->start(m_model, {});
        QTRY_COMPARE_WITH_TIMEOUT(job->state(), DrawingJob::State::Improving, kPatience);
        job.reset(); // hangs here, and the test with it, if workers are waited for
    }

private:
    static constexpr int kPatience = 60000;

    [[nodiscard]] QString cacheFolder() const { return QString::fromStdString(m_scratch->path("cache")); }
    [[nodiscard]] std::unique_ptr<DrawingJob> makeJob() const
    {
        auto job = std::make_unique<DrawingJob>();
        job->setWorkerProgram(QStringLiteral(ALIGNSCOPE_LAYOUT_WORKER));
        job->setCacheFolder(cacheFolder());
        return job;
    }

    std::unique_ptr<test::ScratchFolder> m_scratch;
    std::shared_ptr<const Model> m_model;
};

} // namespace alignscope::ui

ALIGNSCOPE_QT_TEST_MAIN(alignscope::ui::DrawingJobTest)
#include "drawing_job_test.moc"

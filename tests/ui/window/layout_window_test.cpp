// SPDX-License-Identifier: Apache-2.0
// Whatever becomes of the layout, the window stays usable.
#include "tests/support/network_files.h"
#include "tests/support/scratch.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QTest>

#include <memory>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

class LayoutWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_scratch = std::make_unique<test::ScratchFolder>();
        m_path = QString::fromStdString(
            m_scratch->write("network.onnx", test::networkFile(test::NetworkShape::Cnn, 400).bytes()));
        m_window = std::make_unique<MainWindow>(MainWindow::Memory::Forget);
        m_window->drawing().setWorkerProgram(QStringLiteral(ALIGNSCOPE_LAYOUT_WORKER));
        m_window->drawing().setCacheFolder(QString());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        qunsetenv("ALIGNSCOPE_TEST_WORKER");
        m_window.reset();
    }

    void worker_crashesOrIsKilled_leavesThePictureAndAWorkingWindow_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::newRow("crashes") << QByteArray("crashes");
        QTest::newRow("is killed") << QByteArray("killed");
        QTest::newRow("babbles") << QByteArray("babbles");
        QTest::newRow("dies on the way") << QByteArray("dies_after_three");
    }
    void worker_crashesOrIsKilled_leavesThePictureAndAWorkingWindow()
    {
        QFETCH(QByteArray, behaviour);
        qputenv("ALIGNSCOPE_TEST_WORKER", behaviour);
        m_window->openFiles({m_path});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->drawing().state(), DrawingJob::State::Done, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->busy(), kPatience);
        workOnTheCanvas();
    }

    void closedWhileLayingOut_goesBackToTheWelcomePageAndOpensTheNextModel()
    {
        openAndHang();
        m_window->actions().closeModel->trigger();
        QCOMPARE(m_window->session().phase(), Session::Phase::Empty);
        QCOMPARE(m_window->drawing().state(), DrawingJob::State::Idle);
        QVERIFY(m_window->findChild<QWidget*>(u"welcomePage"_s)->isVisible());
        QTest::qWait(100); // nothing of the closed model arrives any more
        QVERIFY(!m_window->drawing().drawing());
        QVERIFY(!m_window->busy());

        qunsetenv("ALIGNSCOPE_TEST_WORKER");
        m_window->openFiles({m_path});
        QTRY_VERIFY_WITH_TIMEOUT(
            m_window->drawing().state() == DrawingJob::State::Done && m_window->drawing().best(), kPatience);
        workOnTheCanvas();
    }

    void otherModelWhileLayingOut_isDrawn()
    {
        openAndHang();
        qunsetenv("ALIGNSCOPE_TEST_WORKER");
        const QString other = QString::fromStdString(
            m_scratch->write("other.onnx", test::networkFile(test::NetworkShape::Dense, 120).bytes()));
        m_window->openFiles({other});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->session().phase(), Session::Phase::Ready, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle().startsWith(u"other.onnx"_s), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->drawing().state(), DrawingJob::State::Done, kPatience);
        workOnTheCanvas();
    }

    void cancelledWhileLayingOut_keepsTheFirstPicture()
    {
        openAndHang();
        m_window->drawing().cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->busy(), kPatience);
        QVERIFY(!m_window->drawing().best());
        workOnTheCanvas();
    }

    void windowClosedWhileLayingOut_endsAtOnce()
    {
        openAndHang();
        QVERIFY(m_window->close());
        m_window.reset(); // hangs here, and the test with it, if the worker is waited for
    }

private:
    static constexpr int kPatience = 60000;

    /// Opens the model with a worker that never answers; the fast picture is there.
    void openAndHang()
    {
        qputenv("ALIGNSCOPE_TEST_WORKER", "hangs");
        m_window->openFiles({m_path});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->drawing().state(), DrawingJob::State::Improving, kPatience);
        workOnTheCanvas();
    }

    /// There is a picture, and the canvas and the scenario answer.
    void workOnTheCanvas()
    {
        QVERIFY(m_window->canvas().isVisible());
        QVERIFY(m_window->drawing().drawing() && m_window->drawing().drawing()->placed());
        m_window->actions().fit->trigger();
        QTRY_VERIFY(!m_window->busy() || m_window->drawing().state() == DrawingJob::State::Improving);
        const QImage before = m_window->canvas().grab().toImage();
        m_window->actions().zoomIn->trigger();
        QTRY_VERIFY(m_window->canvas().grab().toImage() != before);
        m_window->session().select({Selection::Kind::Operation, OpId(3U), {}, {}});
        QCOMPARE(m_window->session().selection().operation, OpId(3U));
    }

    std::unique_ptr<test::ScratchFolder> m_scratch;
    std::unique_ptr<MainWindow> m_window;
    QString m_path;
};

ALIGNSCOPE_QT_TEST_MAIN(LayoutWindowTest)
#include "layout_window_test.moc"

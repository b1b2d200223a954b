// SPDX-License-Identifier: Apache-2.0
// Finding what a choice changed, in the window: pointers at the edges of the canvas, from change to
// change, from the overview to the whole list, sorted tables and the way back to their own order.
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/canvas/drawing.h"
#include "ui/window/change_pointers.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QDockWidget>
#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

class ChangesWindowTest : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Session& session() { return m_window->session(); }
    GraphView& canvas() { return m_window->canvas(); }
    template <class T> T* child(const QString& name) { return m_window->findChild<T*>(name); }
    QAbstractButton* pointer(const QString& name) { return canvas().viewport()->findChild<QAbstractButton*>(name); }
    void open(std::shared_ptr<const Model> model)
    {
        session().adopt(std::move(model));
        QTRY_VERIFY(!m_window->busy());
        QTRY_VERIFY(canvas().drawing() != nullptr && canvas().drawing()->placed());
        canvas().setFocus();
    }
    bool inSight(OpId operation)
    {
        const auto drawing = canvas().drawing();
        return canvas().visibleScene().intersects(drawing->node(drawing->nodeOf(operation)).rect);
    }
    std::size_t outOfSight(Beyond side)
    {
        const auto drawing = canvas().drawing();
        std::size_t count = 0;
        for (const OpId operation : session().evaluation()->cascade.movedOperations())
            count += beyond(canvas().visibleScene(), drawing->node(drawing->nodeOf(operation)).rect) == side ? 1U : 0U;
        return count;
    }

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_window = std::make_unique<MainWindow>(MainWindow::Memory::Forget);
        m_window->drawing().setBestWanted(false);
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        canvas().setAnimations(false);
    }
    void cleanup() { m_window.reset(); }

    void pointers_countWhatLiesOutOfSight_andGoThere()
    {
        open(test::residualNetwork(40));
        canvas().zoomActual();
        canvas().centerOn(canvas().drawing()->bounds().topLeft());
        QVERIFY(!pointer(u"changesBelow"_s)->isVisible()); // nothing is changed
        session().applyPreset("ppq-setting");
        const std::size_t below = outOfSight(Beyond::Below);
        QVERIFY(below > 1);
        QTRY_VERIFY(pointer(u"changesBelow"_s)->isVisible());
        QTRY_COMPARE(pointer(u"changesBelow"_s)->text(), QString::number(below));
        QVERIFY(pointer(u"changesBelow"_s)->accessibleName().contains(QString::number(below)));
        QTest::mouseClick(pointer(u"changesBelow"_s), Qt::LeftButton);
        QCOMPARE(session().selection().kind, Selection::Kind::Operation);
        QVERIFY(inSight(session().selection().operation));
        canvas().centerOn(canvas().drawing()->bounds().bottomRight());
        QTRY_VERIFY(!pointer(u"changesBelow"_s)->isVisible());
        QTRY_VERIFY(pointer(u"changesAbove"_s)->isVisible());
        QTRY_COMPARE(pointer(u"changesAbove"_s)->text(), QString::number(outOfSight(Beyond::Above)));
        session().setMode(CanvasMode::Before); // the loaded state has no change
        QTRY_VERIFY(!pointer(u"changesAbove"_s)->isVisible());
        session().setMode(CanvasMode::Difference);
        canvas().fit();
        QTRY_VERIFY(!pointer(u"changesAbove"_s)->isVisible()); // all of it is in sight
    }

    void keyF6_goesFromChangeToChangeAndRound()
    {
        open(test::residualNetwork(12));
        QTest::keyClick(&canvas(), Qt::Key_F6);
        QCOMPARE(session().selection().kind, Selection::Kind::None);
        session().applyPreset("ppq-setting");
        const auto changed = session().evaluation()->cascade.movedOperations();
        QVERIFY(changed.size() > 2);
        for (std::size_t i = 0; i <= changed.size(); ++i) {
            QTest::keyClick(&canvas(), Qt::Key_F6);
            QCOMPARE(session().selection().operation, changed[i % changed.size()]);
        }
        QTest::keyClick(&canvas(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(session().selection().operation, changed.back());
        QVERIFY(inSight(changed.back()));
    }

    void overview_andMore_leadsToTheWholeList()
    {
        open(test::residualNetwork(40));
        const std::size_t misaligned = session().evaluation()->cascade.misalignedAfter.size();
        QVERIFY(misaligned > 8);
        QTRY_VERIFY(child<QPushButton>(u"overviewAll.misaligned"_s) != nullptr);
        QTest::mouseClick(child<QPushButton>(u"overviewAll.misaligned"_s), Qt::LeftButton);
        auto* list = child<QListView>(u"searchList"_s);
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), static_cast<int>(misaligned));
        // Beside the inspector, in which one reads about each of them.
        const QWidget* popup = list->parentWidget();
        const QWidget* inspector = child<QDockWidget>(u"inspectorDock"_s);
        QVERIFY(inspector != nullptr);
        const auto right = [](const QWidget* widget) { return widget->mapToGlobal(QPoint(widget->width(), 0)).x(); };
        QVERIFY(right(popup) <= inspector->mapToGlobal(QPoint(0, 0)).x());
    }

    void sortedTable_givesItsOwnOrderBack()
    {
        open(test::residualNetwork(16));
        session().setMethod(Family::Elementwise, Method::Large);
        auto* view = child<QTreeView>(u"cascadeView"_s);
        QTRY_VERIFY(view->isVisible() && view->model()->rowCount() > 2);
        const auto tops = [&] {
            QStringList list;
            for (int row = 0; row < view->model()->rowCount(); ++row) list << view->model()->index(row, 0).data().toString().section(u' ', 0, 0);
            return list;
        };
        const QStringList worstFirst = tops();
        view->header()->setSortIndicator(0, Qt::AscendingOrder);
        const QStringList sorted = tops();
        QVERIFY(sorted != worstFirst);
        const auto two = sorted.indexOf(u"layer2.add"_s);
        QVERIFY2(two >= 0 && two < sorted.indexOf(u"layer10.add"_s), qPrintable(sorted.join(u' ')));
        auto* back = child<QAction>(u"cascadeUnsorted"_s);
        QVERIFY(back->isEnabled());
        back->trigger();
        QCOMPARE(tops(), worstFirst);
        QVERIFY(!back->isEnabled());
    }
};

ALIGNSCOPE_QT_TEST_MAIN(ChangesWindowTest)
#include "changes_window_test.moc"

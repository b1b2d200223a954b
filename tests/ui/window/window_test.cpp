// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/panels/segmented_control.h"
#include "ui/panels/table_panel.h"
#include "ui/theme/theme.h"
#include "ui/window/banners.h"
#include "ui/window/main_window.h"
#include "ui/window/picture_dialog.h"
#include "ui/window/samples.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMap>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTabBar>
#include <QTest>

#include <cmath>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

namespace {

using test::keepPicture;

void waitUntilDrawn(MainWindow& window)
{
    window.drawing().setBestWanted(false);
    QTRY_VERIFY(!window.busy());
    QTRY_VERIFY(!window.session().sweeping());
    QCoreApplication::processEvents();
}

} // namespace

class WindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void start_withoutModel_showsTheWelcomePage()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.findChild<QWidget*>(u"welcomePage"_s)->isVisible());
        QVERIFY(!window.findChild<QDockWidget*>(u"scenarioDock"_s)->isVisible());
        QVERIFY(!window.actions().fit->isEnabled());
        QVERIFY(window.actions().open->isEnabled());
        keepPicture(window, u"welcome"_s);
    }

    void sample_clicked_opensAndIsDrawn()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        auto* card = window.findChild<QAbstractButton*>(u"sample.doc_example"_s);
        QVERIFY(card != nullptr);
        QTest::mouseClick(card, Qt::LeftButton);
        QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
        QVERIFY(window.session().model()->baseline.size() > 0);
        waitUntilDrawn(window);
        QVERIFY(window.canvas().isVisible());
        QVERIFY(window.findChild<QDockWidget*>(u"scenarioDock"_s)->isVisible());
        QVERIFY(window.windowTitle().startsWith(u"doc_example.onnx"_s));
    }

    void everySample_opens_withoutNoticeOfLoss()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        const auto cards = window.findChildren<QAbstractButton*>(QRegularExpression(u"^sample\\."_s));
        QVERIFY(cards.size() >= 4);
        for (QAbstractButton* card : cards) {
            QTest::mouseClick(card, Qt::LeftButton);
            QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
            QVERIFY(window.session().model()->slotGraph->sites().size() > 0);
            window.actions().closeModel->trigger();
            QCOMPARE(window.session().phase(), Session::Phase::Empty);
        }
    }

    void keys_ofTheScenario_workOnTheCanvasAndStayInFields()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        waitUntilDrawn(window);
        window.canvas().setFocus();
        QTest::keyClick(&window.canvas(), Qt::Key_O);
        QCOMPARE(window.session().scenario().forceOverlap, Overlap::On);
        QTest::keyClick(&window.canvas(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(window.session().scenario().forceOverlap, Overlap::Off);
        window.session().selectOperation(window.session().model()->graph->findOperation("Add1"));
        QTest::keyClick(&window.canvas(), Qt::Key_M);
        QCOMPARE(window.session().scenario().overrides.size(), std::size_t(1));
        QTest::keyClick(&window.canvas(), Qt::Key_D);
        QCOMPARE(window.session().mode(), CanvasMode::After);

        QTest::keyClick(&window.canvas(), Qt::Key_F, Qt::ControlModifier);
        auto* search = window.findChild<QLineEdit*>(u"searchField"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"mod"_s);
        QCOMPARE(search->text(), u"mod"_s);
        QCOMPARE(window.session().scenario().forceOverlap, Overlap::Off);
        QCOMPARE(window.session().mode(), CanvasMode::After);
    }

    // A drawing arrives some time after its model; by then something may have been selected.
    void selection_madeBeforeTheDrawingArrives_isOnTheCanvas()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.session().selectOperation(window.session().model()->graph->findOperation("Add1"));
        const Selection selected = window.session().selection();
        window.show();
        waitUntilDrawn(window);
        QCOMPARE(window.session().selection(), selected);
        QCOMPARE(window.canvas().selection(), selected);
    }

    void search_return_selectsTheNextHit()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto* search = window.findChild<QLineEdit*>(u"searchField"_s);
        search->setFocus();
        QTest::keyClicks(search, u"conv"_s);
        QTest::keyClick(search, Qt::Key_Return);
        const OpId first = window.session().selection().operation;
        QVERIFY(first.valid());
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(window.session().selection().operation != first);
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(!window.findChild<QWidget*>(u"searchPopup"_s)->isVisible());
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
    }

    void search_list_previewsAndSelects()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::residualNetwork(40));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        waitUntilDrawn(window);
        QTest::keyClick(&window.canvas(), Qt::Key_F, Qt::ControlModifier);
        auto* search = window.findChild<QLineEdit*>(u"searchField"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"type:Relu layer3"_s);
        auto* list = window.findChild<QListView*>(u"searchList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 11); // layer3 and layer30 to layer39
        QTest::keyClick(search, Qt::Key_Down);
        QTRY_VERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Down);
        const Graph& graph = *window.session().model()->graph;
        const OpId second = graph.findOperation("layer30.relu");
        QCOMPARE(window.session().selection().kind, Selection::Kind::None); // a preview selects nothing
        const auto centre = window.canvas().drawing()->node(window.canvas().drawing()->nodeOf(second)).rect.center();
        QVERIFY(window.canvas().visibleScene().contains(centre));
        keepPicture(window, u"search"_s);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(window.session().selection().operation, second);
        QTRY_VERIFY(window.canvas().hasFocus());
        QTest::keyClick(&window.canvas(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(search->hasFocus());
        QCOMPARE(search->text(), u"type:Relu layer3"_s); // the query is kept
        QVERIFY(window.findChild<QWidget*>(u"searchPopup"_s)->isVisible());
    }

    void search_mistakeAndHelp_standUnderTheField()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        waitUntilDrawn(window);
        QTest::keyClick(&window.canvas(), Qt::Key_F, Qt::ControlModifier);
        auto* search = window.findChild<QLineEdit*>(u"searchField"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"/a(b/"_s);
        QTRY_VERIFY(window.findChild<QLabel*>(u"searchCount"_s)->isVisible());
        QVERIFY(window.findChild<QLabel*>(u"searchCount"_s)->text().contains(u"a(b"_s));
        search->clear();
        QTest::keyClicks(search, u"ty"_s);
        QTest::keyClick(search, Qt::Key_Tab);
        QCOMPARE(search->text(), u"type:"_s);
        QTest::keyClick(search, Qt::Key_F1);
        QVERIFY(window.findChild<QWidget*>(u"searchTerms"_s)->isVisible());
        keepPicture(window, u"search-help"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(!window.findChild<QWidget*>(u"searchPopup"_s)->isVisible());
    }

    void backAndForward_walkThroughVisitedPlaces()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        waitUntilDrawn(window);
        window.canvas().setFocus();
        const auto op = [&](const char* id) { return window.session().model()->graph->findOperation(id); };
        QVERIFY(!window.actions().back->isEnabled());
        for (const char* id : {"Conv1", "Add1", "Conv3"}) window.session().selectOperation(op(id));
        QTest::keyClick(&window.canvas(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.session().selection().operation, op("Add1"));
        QTest::keyClick(&window.canvas(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.session().selection().operation, op("Conv1"));
        QVERIFY(!window.actions().back->isEnabled());
        QTest::mouseClick(window.canvas().viewport(), Qt::ForwardButton, Qt::NoModifier, {5, 5});
        QCOMPARE(window.session().selection().operation, op("Add1"));
        QTest::keyClick(&window.canvas(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(window.session().selection().operation, op("Conv3"));
        QTest::mouseClick(window.canvas().viewport(), Qt::BackButton, Qt::NoModifier, {5, 5});
        QCOMPARE(window.session().selection().operation, op("Add1"));
        window.session().selectOperation(op("Conv2")); // what was ahead is gone
        QVERIFY(!window.actions().forward->isEnabled());
        window.session().select({}); // from nowhere, back leads to where one was
        QTest::keyClick(&window.canvas(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.session().selection().operation, op("Conv2"));
    }

    // Back and forward show a place as it was left, not only what was selected there.
    void backAndForward_restoreTheView()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.canvas().setAnimations(false);
        window.session().adopt(test::docExample());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        waitUntilDrawn(window);
        const auto op = [&](const char* id) { return window.session().model()->graph->findOperation(id); };
        window.session().selectOperation(op("Conv1"));
        window.canvas().zoomIn();
        window.canvas().zoomIn();
        const GraphView::Pose left = window.canvas().pose();
        window.session().selectOperation(op("Conv3"));
        window.canvas().fit();
        const GraphView::Pose then = window.canvas().pose();
        QVERIFY(then.zoom < left.zoom);
        window.actions().back->trigger();
        QCOMPARE(window.session().selection().operation, op("Conv1"));
        QVERIFY(std::abs(window.canvas().zoom() - left.zoom) < 1e-9);
        QVERIFY((window.canvas().pose().centre - left.centre).manhattanLength() < 1);
        window.actions().forward->trigger();
        QVERIFY(std::abs(window.canvas().zoom() - then.zoom) < 1e-9);
    }

    void smallWindow_panelsLieBesideEachOther_andEveryTableCanBeReached()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.session().applyPreset("ppq-setting");
        window.resize(1024, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        waitUntilDrawn(window);
        auto* tabs = window.findChild<QTabWidget*>(u"tables"_s);
        QString needs;
        for (int i = 0; i < tabs->count(); ++i)
            needs += u"%1 %2  "_s.arg(tabs->widget(i)->objectName()).arg(tabs->widget(i)->minimumSizeHint().width());
        const auto docks = window.findChildren<QDockWidget*>();
        for (const QDockWidget* a : docks)
            for (const QDockWidget* b : docks)
                QVERIFY2(a == b || !a->geometry().intersects(b->geometry()), qPrintable(a->objectName() + u" lies over "_s + b->objectName() + u": "_s + needs));
        QTabBar* bar = tabs->tabBar();
        for (int i = 0; i < bar->count(); ++i) {
            QVERIFY2(bar->rect().contains(bar->tabRect(i)), qPrintable(bar->tabToolTip(i))); // no arrows to scroll
            QVERIFY(!bar->tabToolTip(i).isEmpty());
            QVERIFY(!bar->accessibleTabName(i).isEmpty());
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
            QCOMPARE(tabs->currentIndex(), i);
            QCOMPARE(bar->tabText(i), bar->accessibleTabName(i)); // the current one says its name
        }
        window.resize(1700, 900);
        QCoreApplication::processEvents();
        for (int i = 0; i < bar->count(); ++i) QCOMPARE(bar->tabText(i), bar->accessibleTabName(i));
    }

    void producersAndConsumers_areReachedOrOffered()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        waitUntilDrawn(window);
        window.canvas().setFocus();
        const auto op = [&](const char* id) { return window.session().model()->graph->findOperation(id); };
        window.session().selectOperation(op("Conv3"));
        QTest::keyClick(&window.canvas(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(window.session().selection().operation, op("Conv2"));
        QTest::keyClick(&window.canvas(), Qt::Key_Down, Qt::AltModifier);
        auto* menu = window.findChild<QMenu*>(u"goMenu"_s);
        QVERIFY(menu != nullptr && menu->isVisible());
        QCOMPARE(menu->actions().size(), 2);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(window.session().selection().operation, op("Conv3"));
        // The slots of an operation: input, weight, bias, output, and round.
        for (const char* id : {"Conv3:in:0", "Conv3:in:1", "Conv3:in:2", "Conv3:out:0", "Conv3:in:0"}) {
            QTest::keyClick(&window.canvas(), Qt::Key_Period);
            QCOMPARE(window.session().selection().slot, window.session().model()->baseline.slots().findId(id));
        }
        QTest::keyClick(&window.canvas(), Qt::Key_Comma);
        QCOMPARE(window.session().selection().slot, window.session().model()->baseline.slots().findId("Conv3:out:0"));
    }

    void neighbourhood_isAllThatIsDrawn_untilMoreIsAskedFor()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::residualNetwork(12));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        waitUntilDrawn(window);
        window.canvas().setFocus();
        const auto op = [&](const char* id) { return window.session().model()->graph->findOperation(id); };
        const auto drawn = [&](const char* id) { return window.canvas().drawing()->nodeOf(op(id)) != kNoIndex; };
        const std::size_t all = window.canvas().drawing()->nodes().size();
        window.session().selectOperation(op("layer5.relu"));
        QTest::keyClick(&window.canvas(), Qt::Key_N);
        waitUntilDrawn(window);
        QVERIFY(drawn("layer5.relu") && drawn("layer4.add") && drawn("layer5.add") && !drawn("layer6.add"));
        QVERIFY(window.banners().text(u"focus"_s).contains(u"layer5.relu"_s));
        QVERIFY(window.banners().text(u"focus"_s).contains(u'2'));
        keepPicture(window, u"neighbourhood"_s);
        const std::size_t two = window.canvas().drawing()->nodes().size();
        QTest::keyClick(&window.canvas(), Qt::Key_N);
        waitUntilDrawn(window);
        QVERIFY(window.canvas().drawing()->nodes().size() > two);
        QTest::keyClick(&window.canvas(), Qt::Key_N, Qt::ShiftModifier);
        waitUntilDrawn(window);
        QCOMPARE(window.canvas().drawing()->nodes().size(), two);
        // Whoever asks for something outside sees it.
        window.session().selectOperation(op("layer9.add"));
        waitUntilDrawn(window);
        QCOMPARE(window.canvas().drawing()->nodes().size(), all);
        QVERIFY(!window.banners().has(u"focus"_s));
        const auto rect = window.canvas().drawing()->node(window.canvas().drawing()->nodeOf(op("layer9.add"))).rect;
        QVERIFY(window.canvas().visibleScene().contains(rect.center()));
    }

    void blocks_collapseAndExpand_withMouseAndKeys()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::residualNetwork(12));
        window.session().applyPreset("ppq-setting");
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        waitUntilDrawn(window);
        QTRY_VERIFY(window.actions().collapseAll->isEnabled());
        GraphView& canvas = window.canvas();
        canvas.setFocus();
        const auto op = [&](const char* id) { return window.session().model()->graph->findOperation(id); };
        const auto boxOf = [&](const char* id) -> const DrawnNode& { return canvas.drawing()->node(canvas.drawing()->nodeOf(op(id))); };
        const std::size_t all = canvas.drawing()->nodes().size();
        QTest::keyClick(&canvas, Qt::Key_BracketLeft, Qt::ControlModifier);
        waitUntilDrawn(window);
        QCOMPARE(canvas.drawing()->nodes().size(), std::size_t(14)); // twelve layers, the input and the output
        QCOMPARE(boxOf("layer3.relu").block, boxOf("layer3.conv1").block);
        QVERIFY(boxOf("layer3.relu").block != boxOf("layer4.relu").block);
        keepPicture(window, u"blocks"_s);

        // A click selects the block, and the inspector tells what is in it.
        const auto at = [&](const char* id) { return canvas.fromScene(boxOf(id).rect.center()).toPoint(); };
        canvas.reveal({Selection::Kind::Operation, op("layer3.relu"), {}, {}});
        QTest::mouseClick(canvas.viewport(), Qt::LeftButton, Qt::NoModifier, at("layer3.relu"));
        QCOMPARE(window.session().selection().kind, Selection::Kind::Block);
        QTRY_VERIFY(window.findChild<QLabel*>(u"inspectorTitle"_s) != nullptr);
        QVERIFY(canvas.accessibleDescription().contains(u"layer3"_s));
        keepPicture(window, u"block-selected"_s);

        QTest::mouseDClick(canvas.viewport(), Qt::LeftButton, Qt::NoModifier, at("layer3.relu"));
        waitUntilDrawn(window);
        QCOMPARE(boxOf("layer3.relu").operation, op("layer3.relu"));
        QVERIFY(boxOf("layer4.relu").block != kNoBlock);
        QCOMPARE(window.session().selection().operation, op("layer3.conv1"));
        QTest::keyClick(&canvas, Qt::Key_K, Qt::ShiftModifier); // and back
        waitUntilDrawn(window);
        QVERIFY(boxOf("layer3.relu").block != kNoBlock);
        QCOMPARE(window.session().selection().kind, Selection::Kind::Block);
        QTest::keyClick(&canvas, Qt::Key_K);
        waitUntilDrawn(window);
        QCOMPARE(boxOf("layer3.relu").operation, op("layer3.relu"));

        // Whoever asks for something inside sees it.
        window.session().selectOperation(op("layer7.conv2"));
        waitUntilDrawn(window);
        QCOMPARE(boxOf("layer7.conv2").operation, op("layer7.conv2"));
        QVERIFY(canvas.visibleScene().contains(boxOf("layer7.conv2").rect.center()));
        QTest::keyClick(&canvas, Qt::Key_BracketRight, Qt::ControlModifier);
        waitUntilDrawn(window);
        QCOMPARE(canvas.drawing()->nodes().size(), all);
    }

    void requantizeKey_walksEdges()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::residualNetwork(4));
        window.session().setMethod(Family::Elementwise, Method::Large); // without overlap: edges appear
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.canvas().setFocus();
        QTest::keyClick(&window.canvas(), Qt::Key_F8);
        QCOMPARE(window.session().selection().kind, Selection::Kind::Edge);
        const SlotId first = window.session().selection().slot;
        QTest::keyClick(&window.canvas(), Qt::Key_F8);
        QVERIFY(window.session().selection().slot != first);
        QTest::keyClick(&window.canvas(), Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(window.session().selection().slot, first);
    }

    void palette_typed_runsTheCommand()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.actions().palette->trigger();
        auto* field = window.findChild<QLineEdit*>(u"paletteField"_s);
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, u"force_overlap"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(window.session().scenario().forceOverlap, Overlap::On);
    }

    void export_alignedSample_isProvenAndOpensAgain()
    {
        QTemporaryDir folder;
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        for (const Sample& sample : samples())
            if (sample.id == u"concat4_fan"_s) {
                const Recent files = unpack(sample);
                window.session().open(files.model, files.quantization);
            }
        QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
        window.session().applyPreset("ppq-setting");
        const std::size_t slotCount = window.session().model()->baseline.size();
        QVERIFY(window.actions().exportModel->isEnabled());
        window.actions().exportModel->trigger();
        auto* dialog = window.findChild<QDialog*>(u"exportDialog"_s);
        QVERIFY(dialog != nullptr);
        const QString path = folder.filePath(u"aligned.onnx"_s);
        dialog->findChild<QLineEdit*>(u"exportPath"_s)->setText(path);
        QTest::mouseClick(dialog->findChild<QAbstractButton*>(u"exportStart"_s), Qt::LeftButton);
        auto* headline = dialog->findChild<QLabel*>(u"exportHeadline"_s);
        QTRY_VERIFY2(!headline->text().isEmpty(), qPrintable(dialog->findChild<QLabel*>(u"exportProblem"_s)->text()));
        QVERIFY2(headline->text().startsWith(u"Saved and proven"_s), qPrintable(headline->text()));
        keepPicture(*dialog, u"export"_s);
        dialog->close();

        const std::size_t misaligned = window.session().evaluation()->cascade.summary.misalignedOperationsAfter;
        window.session().open(path);
        QTRY_VERIFY(window.session().path() == path);
        QVERIFY(slotCount > 0);
        QCOMPARE(window.session().evaluation()->cascade.summary.misalignedOperationsBefore, misaligned);
    }

    void floatModel_emptyTables_askForItsConfig()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        window.session().open(unpack(samples().front()).model, {}); // without its config
        QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
        for (const auto& name : {u"cascadePanel"_s, u"stepsPanel"_s}) {
            const auto* panel = window.findChild<TablePanel*>(name);
            QVERIFY(panel != nullptr);
            QStringList said;
            for (const QLabel* label : panel->findChildren<QLabel*>()) said << label->text();
            QVERIFY2(said.contains(u"This is a float model. Open it together with its PPQ config."_s), qPrintable(said.join(u'|')));
        }
    }

    void export_configOfAFloatModel_isWrittenAsJson()
    {
        QTemporaryDir folder;
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.show();
        const Recent files = unpack(samples().front()); // the documentation's example
        window.session().open(files.model, files.quantization);
        QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
        window.session().applyPreset("ppq-setting");
        window.actions().exportModel->trigger();
        auto* dialog = window.findChild<QDialog*>(u"exportDialog"_s);
        QVERIFY(dialog != nullptr);
        auto* path = dialog->findChild<QLineEdit*>(u"exportPath"_s);
        QVERIFY(path->text().endsWith(u"doc_example-aligned.json"_s));
        path->setText(folder.filePath(u"aligned.json"_s));
        keepPicture(*dialog, u"export-form"_s);
        QTest::mouseClick(dialog->findChild<QAbstractButton*>(u"exportStart"_s), Qt::LeftButton);
        auto* headline = dialog->findChild<QLabel*>(u"exportHeadline"_s);
        QTRY_VERIFY2(!headline->text().isEmpty(), qPrintable(dialog->findChild<QLabel*>(u"exportProblem"_s)->text()));
        QVERIFY(QFile::exists(folder.filePath(u"aligned.json"_s)));
    }

    void pictureDialog_showsItsSizeSavesAndRemembersTheChoices()
    {
        QTemporaryDir folder;
        {
            MainWindow window(MainWindow::Memory::Forget);
            window.drawing().setBestWanted(false);
            window.session().adopt(test::docExample());
            window.show();
            waitUntilDrawn(window);
            window.actions().exportPng->trigger();
            auto* dialog = window.findChild<PictureDialog*>();
            QVERIFY(dialog != nullptr);
            const auto button = [&](const char* control, int id) {
                return dialog->findChild<SegmentedControl*>(QLatin1String(control))->button(id);
            };
            QVERIFY(!button("pictureArea", static_cast<int>(PictureArea::Selection))->isEnabled()); // nothing is selected
            auto* size = dialog->findChild<QLabel*>(u"pictureSize"_s);
            QTRY_VERIFY(size->text().contains(u"pixels"_s));
            QTRY_VERIFY(!dialog->findChild<QLabel*>(u"picturePreview"_s)->pixmap().isNull());
            keepPicture(*dialog, u"picture-dialog"_s);
            const QString twice = size->text();
            dialog->findChild<QDoubleSpinBox*>(u"pictureScale"_s)->setValue(1);
            QTRY_VERIFY(size->text() != twice);
            QCOMPARE(dialog->request().scale, 1.0);
            QTest::mouseClick(dialog->findChild<QCheckBox*>(u"pictureLegend"_s), Qt::LeftButton, Qt::NoModifier, {6, 8});
            QVERIFY(!dialog->request().legend);
            QTest::mouseClick(button("pictureFormat", static_cast<int>(PictureFormat::Svg)), Qt::LeftButton);
            QTest::mouseClick(button("pictureColours", 2), Qt::LeftButton);
            QVERIFY(dialog->request().dark);
            dialog->save(u"/nowhere/graph.svg"_s);
            auto* problem = dialog->findChild<QLabel*>(u"pictureProblem"_s);
            QTRY_VERIFY(problem->isVisible());
            QVERIFY(problem->text().contains(u"/nowhere/graph.svg"_s));
            QSignalSpy saved(dialog, &PictureDialog::saved);
            dialog->save(folder.filePath(u"graph.svg"_s));
            QTRY_COMPARE(saved.count(), 1);
            QVERIFY(window.banners().has(u"picture"_s));
        }
        QFile file(folder.filePath(u"graph.svg"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Conv3"));

        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.show();
        waitUntilDrawn(window);
        window.session().selectOperation(OpId(2u));
        window.actions().exportPdf->trigger();
        auto* dialog = window.findChild<PictureDialog*>();
        QVERIFY(dialog->format() == PictureFormat::Pdf); // what the menu said
        QCOMPARE(dialog->request().scale, 1.0);
        QVERIFY(!dialog->request().legend && dialog->request().dark);
        QVERIFY(dialog->request().area.isNull());
        auto* area = dialog->findChild<SegmentedControl*>(u"pictureArea"_s);
        QTest::mouseClick(area->button(static_cast<int>(PictureArea::Selection)), Qt::LeftButton);
        QVERIFY(!dialog->request().area.isNull());
        QTRY_VERIFY(dialog->findChild<QLabel*>(u"pictureSize"_s)->text().contains(u"mm"_s));
        keepPicture(*dialog, u"picture-dialog-dark"_s);
        QSettings().clear();
    }

    void settings_themeViewAndRecents_areThereAtTheNextStart()
    {
        {
            MainWindow window(MainWindow::Memory::Keep);
            window.drawing().setBestWanted(false);
            window.show();
            window.actions().themeDark->trigger();
            window.actions().wheelZooms->trigger();
            QVERIFY(window.actions().animations->isChecked());
            window.actions().animations->trigger();
            const Recent files = unpack(samples().front());
            window.session().open(files.model, files.quantization);
            QTRY_COMPARE(window.session().phase(), Session::Phase::Ready);
            window.showTab(3);
            window.close();
        }
        MainWindow window(MainWindow::Memory::Keep);
        QVERIFY(theme().dark);
        QVERIFY(window.actions().themeDark->isChecked());
        QVERIFY(window.actions().wheelZooms->isChecked());
        QVERIFY(!window.actions().animations->isChecked());
        QCOMPARE(window.findChild<QTabWidget*>(u"tables"_s)->currentIndex(), 3);
        QVERIFY(window.findChild<QAbstractButton*>(u"recent.1"_s) != nullptr);
        applyTheme(*qApp, ThemeChoice::Light);
        QSettings().clear();
    }

    void open_brokenFile_saysSoInABanner()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.show();
        window.session().open(u"/nowhere/model.onnx"_s);
        QTRY_VERIFY(window.banners().has(u"failed"_s));
        QVERIFY(window.banners().text(u"failed"_s).contains(u"/nowhere/model.onnx"_s));
    }

    void dialogs_open_withoutWarnings()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.show();
        for (QAction* action : {window.actions().properties, window.actions().shortcuts, window.actions().about}) {
            action->trigger();
            auto dialogs = window.findChildren<QDialog*>();
            QVERIFY(!dialogs.isEmpty());
            keepPicture(*dialogs.last(), dialogs.last()->objectName());
            for (QDialog* dialog : dialogs) dialog->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void everyFocusableWidget_hasANameForScreenReaders()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::residualNetwork(3));
        window.session().selectSlot(SlotId(0u));
        window.show();
        waitUntilDrawn(window);
        QStringList nameless;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isEnabled()) continue;
            if (widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QLineEditIconButton")
                || widget->inherits("QComboBoxListView")) continue; // Qt's own
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            const QString name = interface != nullptr ? interface->text(QAccessible::Name) : QString();
            if (name.isEmpty()) nameless << u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
    }

    void shortcuts_areUnique()
    {
        MainWindow window(MainWindow::Memory::Forget);
        QMap<QString, QString> owner;
        QList<QAction*> all = window.actions().all();
        all << window.actions().undo << window.actions().redo;
        for (const QAction* action : all)
            for (const QKeySequence& key : action->shortcuts()) {
                const QString text = key.toString();
                QVERIFY2(!owner.contains(text), qPrintable(text + u" is of "_s + owner.value(text) + u" and "_s + action->text()));
                owner.insert(text, action->text());
            }
        for (int i = 1; i <= 9; ++i) QVERIFY(!owner.contains(u"Ctrl+%1"_s.arg(i)));
    }

    void themes_textColours_areReadable()
    {
        for (const Theme* t : {&lightTheme(), &darkTheme()})
            for (const QColor& ground : {t->window, t->surface, t->raised}) {
                for (const QColor& text : {t->text, t->muted, t->accent, t->good, t->warning, t->bad})
                    QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + u" on "_s + ground.name()));
            }
        for (const Theme* t : {&lightTheme(), &darkTheme()}) {
            QVERIFY(contrast(t->onAccent, t->accent) >= 4.5);
            QVERIFY(contrast(t->text, t->accentSoft) >= 4.5);
            QVERIFY(contrast(t->text, t->warningSoft) >= 4.5);
            QVERIFY(contrast(t->text, t->badSoft) >= 4.5);
        }
    }

    void smallScreen_panelsScrollInsteadOfBeingCut()
    {
        for (const bool dark : {false, true}) {
            MainWindow window(MainWindow::Memory::Forget);
            window.drawing().setBestWanted(false);
            window.setThemeChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
            window.session().adopt(test::residualNetwork(3));
            Scenario scenario;
            applyPreset(scenario, "ppq-setting");
            window.session().edit(scenario, u"preset"_s);
            window.resize(1024, 700);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            waitUntilDrawn(window);
            QCOMPARE(window.size(), QSize(1024, 700));
            QVERIFY(window.canvas().width() >= 380);
            QVERIFY(window.canvas().height() >= 240);
            keepPicture(window, dark ? u"small-dark"_s : u"small-light"_s);
            window.resize(1440, 900);
            QCoreApplication::processEvents();
            window.canvas().fit();
            const SlotId slot = window.session().evaluation()->cascade.changes.front().slot;
            window.session().selectSlot(slot);
            QCoreApplication::processEvents();
            keepPicture(window, dark ? u"large-dark"_s : u"large-light"_s);
        }
        applyTheme(*qApp, ThemeChoice::Light);
    }
};

ALIGNSCOPE_QT_TEST_MAIN(WindowTest)
#include "window_test.moc"

// SPDX-License-Identifier: Apache-2.0
// Ways through a model: search, back and forward, neighbours, blocks, the command palette.
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "tests/ui/support/window_support.h"
#include "ui/canvas/drawing.h"
#include "ui/window/banners.h"
#include "ui/window/main_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QTest>

#include <cmath>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

using test::keepPicture;
using test::settle;
using test::showModel;

class NavigationTest : public QObject {
    Q_OBJECT

    struct Search {
        QLineEdit* field;
        QLabel* count;
        QPushButton* better;
    };
    // On the aligned example, with the field in focus.
    static Search startSearch(MainWindow& window)
    {
        showModel(window, test::docExample());
        window.session().applyPreset("ppq-setting");
        settle(window);
        auto* field = window.findChild<QLineEdit*>(u"searchField"_s);
        field->setFocus();
        return {field, window.findChild<QLabel*>(u"searchCount"_s), window.findChild<QPushButton*>(u"searchBetter"_s)};
    }

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    // A drawing arrives some time after its model; by then something may have been selected.
    void selection_madeBeforeTheDrawingArrives_isOnTheCanvas()
    {
        MainWindow window(MainWindow::Memory::Forget);
        window.drawing().setBestWanted(false);
        window.session().adopt(test::docExample());
        window.session().selectOperation(window.session().model()->graph->findOperation("Add1"));
        const Selection selected = window.session().selection();
        window.show();
        settle(window);
        QCOMPARE(window.session().selection(), selected);
        QCOMPARE(window.canvas().selection(), selected);
    }

    void search_return_selectsTheNextHit()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
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

    // What was chosen is not left under the list, and the next key is the canvas's.
    void search_f3_walksTheHits()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::residualNetwork(3));
        if (QTest::currentTestFailed()) return;
        auto* search = window.findChild<QLineEdit*>(u"searchField"_s);
        search->setFocus();
        QTest::keyClicks(search, u"conv"_s);
        QTest::keyClick(search, Qt::Key_F3);
        const OpId first = window.session().selection().operation;
        QVERIFY(first.valid());
        QTest::keyClick(search, Qt::Key_F3);
        QVERIFY(window.session().selection().operation != first);
        QTest::keyClick(search, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(window.session().selection().operation, first);
    }

    // As on a screen of 1600 x 1000 at 200 %.
    void search_inASmallWindow_showsTheWholeHit()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::residualNetwork(8), {}, QSize(800, 500));
        if (QTest::currentTestFailed()) return;
        auto* search = window.findChild<QLineEdit*>(u"searchField"_s);
        search->setFocus();
        QTest::keyClicks(search, u"conv"_s);
        const auto* popup = window.findChild<QWidget*>(u"searchPopup"_s);
        const GraphView& canvas = window.canvas();
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(search, Qt::Key_Return);
            QCoreApplication::processEvents();
            const OpId operation = window.session().selection().operation;
            const QRectF box = canvas.drawing()->node(canvas.drawing()->nodeOf(operation)).rect;
            const QRectF seen(canvas.fromScene(box.topLeft()), canvas.fromScene(box.bottomRight()));
            QVERIFY2(QRectF(canvas.viewport()->rect()).contains(seen), qPrintable(QString::number(i)));
            const QRect list(canvas.viewport()->mapFrom(&window, popup->pos()), popup->size());
            QVERIFY2(!popup->isVisible() || !QRectF(list).intersects(seen), qPrintable(QString::number(i)));
        }
        keepPicture(window, u"search-half"_s);
    }

    void palette_hasPresets_andSaysWhenNothingFits()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
        if (QTest::currentTestFailed()) return;
        window.actions().palette->trigger();
        auto* field = window.findChild<QLineEdit*>(u"paletteField"_s);
        auto* list = window.findChild<QListWidget*>(u"paletteList"_s);
        QTest::keyClicks(field, u"no such command at all"_s);
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->text(), u"No command has these words."_s);
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return); // and nothing happens
        keepPicture(*field->window(), u"palette-nothing"_s);
        field->clear();
        QTest::keyClicks(field, u"preset ppq-setting"_s);
        QCOMPARE(list->count(), 1);
        keepPicture(*field->window(), u"palette-preset"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(presetOf(window.session().scenario()), std::string_view("ppq-setting"));
    }

    void search_click_goesThereAndGivesTheCanvasTheFocus()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::residualNetwork(40));
        QTest::keyClick(&window.canvas(), Qt::Key_F, Qt::ControlModifier);
        auto* search = window.findChild<QLineEdit*>(u"searchField"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"type:Relu layer3"_s);
        auto* list = window.findChild<QListView*>(u"searchList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 11);
        QTRY_VERIFY(list->isVisible());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(2, 0)).center());
        QVERIFY(window.session().selection().operation.valid());
        QTRY_VERIFY(window.canvas().hasFocus());
        QVERIFY(!list->isVisible());
        QCOMPARE(search->text(), u"type:Relu layer3"_s); // for the next one
        QTest::keyClick(&window.canvas(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(list->isVisible());
    }

    void search_list_previewsAndSelects()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::residualNetwork(40));
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
        // Never under the list.
        const QWidget* const popup = list->parentWidget();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            list->setCurrentIndex(list->model()->index(row, 0));
            const OpId hit = graph.findOperation(row == 0 ? "layer3.relu" : "layer" + std::to_string(29 + row) + ".relu");
            QVERIFY(hit.valid());
            const auto drawing = window.canvas().drawing();
            const QPoint at = window.canvas().fromScene(drawing->node(drawing->nodeOf(hit)).rect.center()).toPoint();
            QVERIFY(window.canvas().viewport()->rect().contains(at));
            QVERIFY2(!popup->geometry().contains(window.canvas().viewport()->mapTo(&window, at)), qPrintable(QString::number(row)));
        }
        list->setCurrentIndex(list->model()->index(1, 0));
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
        showModel(window, test::docExample());
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

    void search_unknownTermIsNamedAndCorrected()
    {
        MainWindow window(MainWindow::Memory::Forget);
        const auto [search, count, better] = startSearch(window);
        search->setText(u"Conv grup:G1"_s);
        QTRY_VERIFY(count->isVisible());
        QVERIFY2(count->text().contains(u"grup:"_s), qPrintable(count->text()));
        QVERIFY(better->isVisible());
        keepPicture(window, u"search-unknown"_s);
        QTest::mouseClick(better, Qt::LeftButton);
        QCOMPARE(search->text(), u"Conv group:G1"_s);
        QVERIFY(!better->isVisible());
        search->setText(u"scal>0.001"_s);
        QTest::keyClick(search, Qt::Key_Tab);
        QCOMPARE(search->text(), u"scale>0.001"_s);
        search->setText(u"colour:red"_s);
        QVERIFY2(count->text().contains(u"colour:"_s) && !better->isVisible(), qPrintable(count->text()));
        for (const auto& [query, said] : {std::pair(u"scale>abc"_s, u"abc is no number"_s), {u"/a(b/"_s, u"a(b"_s}, {u"state:PASIVE"_s, u"PASIVE"_s}}) {
            search->setText(query);
            QVERIFY2(count->text().contains(said), qPrintable(count->text()));
        }
        QVERIFY(better->isVisible()); // state:PASSIVE
    }

    // A term that must not hold and that nothing is called leaves nothing out: all would be found in silence.
    void search_unknownNegatedTermIsNamedAndCorrectedToo()
    {
        MainWindow window(MainWindow::Memory::Forget);
        const auto [search, count, better] = startSearch(window);
        auto* list = window.findChild<QListView*>(u"searchList"_s);
        search->setText(u"-requantise"_s);
        QTRY_VERIFY(count->isVisible());
        QVERIFY(list->model()->rowCount() > 0);
        QVERIFY2(count->text().contains(u"requantise is no search term"_s) && better->text().contains(u"-requantize"_s), qPrintable(count->text()));
        QTest::keyClick(search, Qt::Key_Tab);
        QCOMPARE(search->text(), u"-requantize"_s);
        QVERIFY2(!better->isVisible(), qPrintable(better->text()));
        search->setText(u"Conv -grup:G1"_s);
        QVERIFY(list->model()->rowCount() > 0 && better->isVisible());
        keepPicture(window, u"search-unknown-negated"_s);
        QTest::mouseClick(better, Qt::LeftButton);
        QCOMPARE(search->text(), u"Conv -group:G1"_s);
        for (const QString& right : {u"-type:Conv"_s, u"-\"requantise\""_s, u"-Conv1"_s, u"-nothing.named.so"_s, u"-group:G9"_s}) {
            search->setText(right);
            QVERIFY2(!better->isVisible() && !count->text().contains(u"no search term"_s), qPrintable(right));
        }
    }

    void search_relationsThatAreNoneAreCorrected()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
        auto* search = window.findChild<QLineEdit*>(u"searchField"_s);
        auto* better = window.findChild<QPushButton*>(u"searchBetter"_s);
        search->setFocus();
        for (const auto& [query, meant] : {std::pair(u"type>Conv"_s, u"type:Conv"_s), {u"scale!>0.1"_s, u"scale<=0.1"_s}, {u"scale=>0.1"_s, u"scale>=0.1"_s}}) {
            search->setText(query);
            QTRY_VERIFY2(better->isVisible(), qPrintable(query));
            QTest::mouseClick(better, Qt::LeftButton);
            QCOMPARE(search->text(), meant);
        }
    }

    void backAndForward_walkThroughVisitedPlaces()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
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
        settle(window);
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

    void producersAndConsumers_areReachedOrOffered()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
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
        showModel(window, test::residualNetwork(12));
        window.canvas().setFocus();
        const auto op = [&](const char* id) { return window.session().model()->graph->findOperation(id); };
        const auto drawn = [&](const char* id) { return window.canvas().drawing()->nodeOf(op(id)) != kNoIndex; };
        const std::size_t all = window.canvas().drawing()->nodes().size();
        window.session().selectOperation(op("layer5.relu"));
        QTest::keyClick(&window.canvas(), Qt::Key_N);
        settle(window);
        QVERIFY(drawn("layer5.relu") && drawn("layer4.add") && drawn("layer5.add") && !drawn("layer6.add"));
        QVERIFY(window.banners().text(u"focus"_s).contains(u"layer5.relu"_s));
        QVERIFY(window.banners().text(u"focus"_s).contains(u'2'));
        keepPicture(window, u"neighbourhood"_s);
        const std::size_t two = window.canvas().drawing()->nodes().size();
        QTest::keyClick(&window.canvas(), Qt::Key_N);
        settle(window);
        QVERIFY(window.canvas().drawing()->nodes().size() > two);
        QTest::keyClick(&window.canvas(), Qt::Key_N, Qt::ShiftModifier);
        settle(window);
        QCOMPARE(window.canvas().drawing()->nodes().size(), two);
        // Whoever asks for something outside sees it.
        window.session().selectOperation(op("layer9.add"));
        settle(window);
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
        settle(window);
        QTRY_VERIFY(window.actions().collapseAll->isEnabled());
        GraphView& canvas = window.canvas();
        canvas.setFocus();
        const auto op = [&](const char* id) { return window.session().model()->graph->findOperation(id); };
        const auto boxOf = [&](const char* id) -> const DrawnNode& { return canvas.drawing()->node(canvas.drawing()->nodeOf(op(id))); };
        const std::size_t all = canvas.drawing()->nodes().size();
        QTest::keyClick(&canvas, Qt::Key_BracketLeft, Qt::ControlModifier);
        settle(window);
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
        settle(window);
        QCOMPARE(boxOf("layer3.relu").operation, op("layer3.relu"));
        QVERIFY(boxOf("layer4.relu").block != kNoBlock);
        QCOMPARE(window.session().selection().operation, op("layer3.conv1"));
        QTest::keyClick(&canvas, Qt::Key_K, Qt::ShiftModifier); // and back
        settle(window);
        QVERIFY(boxOf("layer3.relu").block != kNoBlock);
        QCOMPARE(window.session().selection().kind, Selection::Kind::Block);
        QTest::keyClick(&canvas, Qt::Key_K);
        settle(window);
        QCOMPARE(boxOf("layer3.relu").operation, op("layer3.relu"));

        // Whoever asks for something inside sees it.
        window.session().selectOperation(op("layer7.conv2"));
        settle(window);
        QCOMPARE(boxOf("layer7.conv2").operation, op("layer7.conv2"));
        QVERIFY(canvas.visibleScene().contains(boxOf("layer7.conv2").rect.center()));
        QTest::keyClick(&canvas, Qt::Key_BracketRight, Qt::ControlModifier);
        settle(window);
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

    // An edge that is a little too long for the view is shown by its end, where its values can be read.
    void requantizeKey_longEdge_keepsItsValuesReadable()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::residualNetwork(4), {}, QSize(1100, 900));
        window.session().setMethod(Family::Elementwise, Method::Large);
        GraphView& canvas = window.canvas();
        canvas.setAnimations(false);
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_F8);
        QCOMPARE(window.session().selection().kind, Selection::Kind::Edge);
        const SlotId end = window.session().selection().slot;
        const Drawing& drawing = *canvas.drawing();
        const DrawnPort& port = drawing.port(drawing.portOf(end));
        const QRectF source = drawing.node(drawing.nodeOf(window.session().model()->graph->findOperation("layer0.add"))).rect;
        const double length = source.united(port.pill).height();
        QVERIFY(length + 80 > canvas.viewport()->height() / 0.8); // too long indeed
        QVERIFY2(canvas.zoom() >= 0.78, qPrintable(QString::number(canvas.zoom())));
        QVERIFY(canvas.visibleScene().contains(port.pill));
    }

    void palette_typed_runsTheCommand()
    {
        MainWindow window(MainWindow::Memory::Forget);
        showModel(window, test::docExample());
        window.actions().palette->trigger();
        auto* field = window.findChild<QLineEdit*>(u"paletteField"_s);
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, u"force_overlap"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(window.session().scenario().forceOverlap, Overlap::On);
    }
};

ALIGNSCOPE_QT_TEST_MAIN(NavigationTest)
#include "navigation_test.moc"

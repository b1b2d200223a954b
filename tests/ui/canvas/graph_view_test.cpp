// SPDX-License-Identifier: Apache-2.0
// GraphView under real events, and what it paints.
#include "core/io/open_model.h"
#include "tests/support/network_files.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/canvas_look.h"
#include "ui/canvas/graph_view.h"
#include "ui/canvas/legend.h"
#include "ui/canvas/minimap.h"
#include "ui/canvas/palette.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace alignscope::ui {

class GraphViewTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Model> m_model = alignscope::test::docExample();
    std::unique_ptr<GraphView> m_view;

    SlotId slot(const char* id) const { return test::slotOf(*m_model, id); }
    OpId op(const char* id) const { return m_model->graph->findOperation(id); }
    QPoint centreOf(const char* id) const
    {
        const auto drawing = m_view->drawing();
        return m_view->fromScene(drawing->node(drawing->nodeOf(op(id))).rect.center()).toPoint();
    }
    QRectF pillOf(const char* id) const
    {
        const auto drawing = m_view->drawing();
        return drawing->port(drawing->portOf(slot(id))).pill;
    }
    void click(QPoint at, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mouseClick(m_view->viewport(), button, Qt::NoModifier, at);
    }
    void wheel(QPointF at, QPoint angle, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(at, m_view->viewport()->mapToGlobal(at.toPoint()), {}, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    }
    QImage picture() const { return m_view->grab().toImage(); }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_view->setAnimations(false);
        m_view->resize(1000, 760);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->setDrawing(test::placed(m_model));
        m_view->setEvaluation(test::aligned(m_model, Overlap::On));
    }
    void cleanup() { m_view.reset(); }

    // What is seen first can be read: all of a small graph, the beginning of a tall one.
    void firstView_canBeRead()
    {
        QVERIFY(m_view->zoom() <= 1.0);
        for (const std::size_t blocks : {2U, 3U, 6U, 40U}) {
            const auto drawing = test::placed(alignscope::test::residualNetwork(blocks));
            m_view->setDrawing(drawing);
            QVERIFY2(m_view->zoom() >= 0.6 && m_view->zoom() <= 1.0, qPrintable(QString::number(m_view->zoom())));
            const auto input = std::find_if(drawing->nodes().begin(), drawing->nodes().end(), [](const DrawnNode& n) { return n.kind == DrawnNode::Kind::GraphInput; });
            QVERIFY(m_view->visibleScene().contains(input->rect));
            m_view->resize(1000, 500); // a banner takes some of the room
            QVERIFY2(m_view->zoom() >= 0.6, qPrintable(QString::number(m_view->zoom())));
            m_view->fit(); // unless asked for
            const double all = m_view->zoom();
            QVERIFY(m_view->visibleScene().contains(drawing->bounds()) || all < 0.1);
            m_view->resize(1000, 760);
            QVERIFY(m_view->zoom() >= all);
        }
    }

    // A pan moves what is painted already and paints the strips that appear: no seam may show.
    void pan_paintsWhatAFreshPictureShows()
    {
        m_view->clearFocus(); // its frame is not the point
        m_view->zoomActual();
        (void)picture();
        for (const QPointF by : {QPointF(37, -23), QPointF(-61, 5), QPointF(0, 111), QPointF(13.3, 7.7)}) {
            m_view->centerOn(m_view->pose().centre + by / m_view->zoom());
            const QImage panned = picture();
            GraphView fresh;
            fresh.setAnimations(false);
            fresh.resize(m_view->size());
            fresh.show();
            QVERIFY(QTest::qWaitForWindowExposed(&fresh));
            fresh.setDrawing(m_view->drawing());
            fresh.setEvaluation(m_view->evaluation());
            fresh.zoomActual();
            fresh.centerOn(m_view->pose().centre);
            QCOMPARE(fresh.visibleScene(), m_view->visibleScene());
            fresh.clearFocus();
            const QImage anew = fresh.grab().toImage();
            QCOMPARE(panned.size(), anew.size());
            QCOMPARE(panned, anew);
        }
    }

    // A binding by hand from Conv3's output to Conv1's input swings over Conv1's box.
    void handArc_leavesTheTextOfABoxReadable()
    {
        Scenario scenario;
        scenario.engine = Engine::Strict;
        setBinding(scenario, {"Conv3:out:0", "Conv1:in:0"});
        m_view->setEvaluation(makeEvaluation(m_model, scenario));
        m_view->clearFocus();
        m_view->zoomActual();
        const QRectF box = m_view->drawing()->node(m_view->drawing()->nodeOf(op("Conv1"))).rect;
        const QRect type = QRectF(m_view->fromScene(box.topLeft() + QPointF(12, 16)), QSizeF(40, 12)).toAlignedRect();
        const QRect around = QRectF(m_view->fromScene(box.topLeft()), box.size()).toAlignedRect();
        const QImage with = picture();
        CanvasLayers without = m_view->layers();
        without.bindings = false;
        m_view->setLayers(without);
        const QImage plain = picture();
        QVERIFY(with.copy(around) != plain.copy(around)); // it does cross the box
        QCOMPARE(with.copy(type), plain.copy(type));
    }

    // However small the part in sight is, and wherever it is, the overview marks it.
    void minimap_marksTheViewWhereverItIs()
    {
        m_view->setDrawing(test::placed(alignscope::test::residualNetwork(300)));
        auto* minimap = m_view->findChild<Minimap*>();
        m_view->zoomActual();
        for (int i = 0; i < 6; ++i) m_view->zoomIn();
        const QRectF bounds = m_view->drawing()->bounds();
        for (const QPointF& centre : {bounds.center(), bounds.center() + QPointF(bounds.width() * 4, 0), bounds.topLeft() - QPointF(4000, 9000)}) {
            m_view->centerOn(centre);
            QVERIFY(minimap->isVisible());
            const QRectF mark = minimap->mark();
            QVERIFY(mark.width() > 7.9 && mark.height() > 7.9);
            QVERIFY(QRectF(minimap->rect()).contains(mark));
        }
    }

    void emptyPlace_showsTheWayBack()
    {
        auto* way = m_view->findChild<QAbstractButton*>(QStringLiteral("wayBack"));
        QVERIFY(!way->isVisible());
        m_view->zoomActual();
        m_view->centerOn(m_view->drawing()->bounds().topRight() + QPointF(3000, 0));
        QVERIFY(way->isVisible());
        QVERIFY(m_view->viewport()->rect().contains(way->geometry()));
        QTest::mouseClick(way, Qt::LeftButton);
        QVERIFY(!way->isVisible());
        QVERIFY(m_view->visibleScene().contains(m_view->drawing()->bounds()));
        // Also within the bounds of a graph, with none of its boxes and edges in sight.
        layout::Layout diagonal;
        for (const DrawnNode& node : m_view->drawing()->nodes()) {
            const double at = 600.0 * static_cast<double>(diagonal.nodes.size());
            diagonal.nodes.push_back({at, at, node.rect.width(), node.rect.height()});
        }
        diagonal.edges.resize(m_view->drawing()->inputGraph().edges.size());
        m_view->setDrawing(m_view->drawing()->withLayout(diagonal));
        m_view->zoomActual();
        const QRectF bounds = m_view->drawing()->bounds();
        m_view->centerOn(m_view->drawing()->node(1).rect.center());
        QVERIFY(!way->isVisible());
        m_view->centerOn(bounds.topRight() + QPointF(-600, 600));
        QVERIFY(bounds.contains(m_view->visibleScene()));
        QVERIFY(way->isVisible());
    }

    // A legend that would cover much of the view stands in two columns, or folds.
    void legend_takesAtMostHalfOfTheHeight()
    {
        auto* legend = m_view->findChild<Legend*>();
        LegendContent content;
        for (int i = 0; i < 20; ++i) content.signs.push_back(static_cast<LegendContent::Sign>(i));
        legend->setContent(content);
        for (const QSize size : {QSize(1400, 1000), QSize(1500, 700), QSize(1000, 700), QSize(800, 600), QSize(1400, 1000)}) {
            m_view->resize(size);
            QCoreApplication::processEvents();
            QVERIFY2(legend->height() <= size.height() / 2 + 1, qPrintable(QString::number(size.height())));
            QVERIFY(legend->width() <= size.width() / 2);
            QCOMPARE(legend->isFolded(), size.width() < 1400);
        }
        m_view->resize(800, 600);
        QTest::mouseClick(legend, Qt::LeftButton, Qt::NoModifier, {20, 12});
        QVERIFY(!legend->isFolded()); // who asks for it gets it
    }

    void firstDrawing_isFitted()
    {
        QVERIFY(m_view->visibleScene().contains(m_view->drawing()->bounds()));
        QVERIFY(m_view->zoom() > 0.8);
    }

    void click_selectsWhatLiesThere()
    {
        QSignalSpy changed(m_view.get(), &GraphView::selectionChanged);
        click(centreOf("Conv2"));
        QCOMPARE(m_view->selection().operation, op("Conv2"));
        const QRectF pill = pillOf("Conv3:in:0");
        click(m_view->fromScene({pill.right() - 10, pill.center().y()}).toPoint());
        QCOMPARE(m_view->selection().kind, Selection::Kind::Slot);
        QCOMPARE(m_view->selection().slot, slot("Conv3:in:0"));
        click(m_view->fromScene({pill.left() + 9, pill.center().y()}).toPoint());
        QCOMPARE(m_view->selection().kind, Selection::Kind::Group);
        click({3, 3});
        QCOMPARE(m_view->selection().kind, Selection::Kind::None);
        QCOMPARE(changed.count(), 4);
    }

    void setSelection_isSilentButAnnounced()
    {
        QSignalSpy changed(m_view.get(), &GraphView::selectionChanged);
        Selection s;
        s.kind = Selection::Kind::Operation;
        s.operation = op("Add1");
        m_view->setSelection(s);
        QCOMPARE(changed.count(), 0);
        QVERIFY(m_view->accessibleDescription().contains(QStringLiteral("Add1")));
        QVERIFY(!m_view->accessibleName().isEmpty());
    }

    void doubleClickAndReturn_activate()
    {
        QSignalSpy activated(m_view.get(), &GraphView::activated);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, centreOf("Add1"));
        QCOMPARE(activated.count(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(activated.count(), 2);
        QCOMPARE(activated.last().first().value<Selection>().operation, op("Add1"));
    }

    void arrows_walkAlongEdges()
    {
        click(centreOf("Add1"));
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(m_view->selection().operation, op("Conv1"));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->selection().operation, op("Add1"));
        const bool right = centreOf("Conv3").x() > centreOf("Add1").x();
        QTest::keyClick(m_view.get(), right ? Qt::Key_Right : Qt::Key_Left);
        QCOMPARE(m_view->selection().operation, op("Conv3"));
        QTest::keyClick(m_view.get(), Qt::Key_B); // a plain key never clears the selection
        QCOMPARE(m_view->selection().operation, op("Conv3"));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(m_view->selection().kind, Selection::Kind::None);
    }

    void arrows_walkFromPillToPill()
    {
        Selection s;
        s.kind = Selection::Kind::Slot;
        s.slot = slot("Add1:in:1");
        s.operation = op("Add1");
        m_view->setSelection(s);
        QTest::keyClick(m_view.get(), Qt::Key_Up); // along its edge
        QCOMPARE(m_view->selection().slot, slot("Conv2:out:0"));
        QTest::keyClick(m_view.get(), Qt::Key_Up); // into the box
        QCOMPARE(m_view->selection().kind, Selection::Kind::Operation);
        QCOMPARE(m_view->selection().operation, op("Conv2"));
        m_view->setSelection(s);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->selection().slot, slot("Add1:in:0"));
        QTest::keyClick(m_view.get(), Qt::Key_Left); // the last on its side
        QCOMPARE(m_view->selection().slot, slot("Add1:in:0"));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->selection().kind, Selection::Kind::Operation);
    }

    void controlDrag_zoomsToTheRectangle()
    {
        const QPoint from = centreOf("Conv3") - QPoint(60, 40);
        const QPoint to = centreOf("Conv3") + QPoint(60, 40);
        const QRectF wanted(m_view->toScene(from), m_view->toScene(to));
        const double before = m_view->zoom();
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, from);
        QMouseEvent move(QEvent::MouseMove, to, m_view->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::ControlModifier);
        QCoreApplication::sendEvent(m_view->viewport(), &move);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, to);
        QVERIFY(m_view->zoom() > 1.5 * before);
        QVERIFY(m_view->visibleScene().contains(wanted));
        QCOMPARE(m_view->selection().kind, Selection::Kind::None);
        // Without moving it is a click.
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, centreOf("Conv3"));
        QCOMPARE(m_view->selection().operation, op("Conv3"));
    }

    void middleDrag_pansEverywhere()
    {
        const QPointF before = m_view->visibleScene().topLeft();
        const QPoint from = centreOf("Conv2");
        QTest::mousePress(m_view->viewport(), Qt::MiddleButton, Qt::NoModifier, from);
        const QPoint to = from + QPoint(30, 20);
        QMouseEvent move(QEvent::MouseMove, to, m_view->viewport()->mapToGlobal(to), Qt::NoButton, Qt::MiddleButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_view->viewport(), &move);
        QTest::mouseRelease(m_view->viewport(), Qt::MiddleButton, Qt::NoModifier, to);
        const QPointF moved = (m_view->visibleScene().topLeft() - before) * m_view->zoom();
        QVERIFY(std::abs(moved.x() + 30) < 2 && std::abs(moved.y() + 20) < 2);
        QCOMPARE(m_view->selection().kind, Selection::Kind::None);
    }

    void doubleClickOnEmptyGround_zoomsIn()
    {
        const double before = m_view->zoom();
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, {5, 5});
        QVERIFY(m_view->zoom() > before * 1.3);
    }

    void controlWheel_zoomsAtThePointer()
    {
        const QPointF at(700, 200);
        const QPointF before = m_view->toScene(at);
        const double zoom = m_view->zoom();
        wheel(at, {0, 120}, Qt::ControlModifier);
        QVERIFY(m_view->zoom() > zoom * 1.1);
        const QPointF off = (m_view->toScene(at) - before) * m_view->zoom();
        QVERIFY2(std::hypot(off.x(), off.y()) <= 1.0, "the point under the pointer moved");
    }

    void wheel_scrollsAndShiftTurnsItSideways()
    {
        m_view->zoomIn();
        const QRectF before = m_view->visibleScene();
        wheel({300, 300}, {0, -120}, Qt::NoModifier);
        QVERIFY(m_view->visibleScene().top() > before.top());
        QCOMPARE(m_view->visibleScene().left(), before.left());
        const QRectF then = m_view->visibleScene();
        wheel({300, 300}, {0, -120}, Qt::ShiftModifier);
        QVERIFY(m_view->visibleScene().left() > then.left());
        QCOMPARE(m_view->visibleScene().top(), then.top());
        QCOMPARE(m_view->visibleScene().width(), before.width());
    }

    void wheelZooms_swapsTheTwo()
    {
        m_view->setWheelZooms(true);
        const double zoom = m_view->zoom();
        wheel({300, 300}, {0, -120}, Qt::NoModifier);
        QVERIFY(m_view->zoom() < zoom);
        const double now = m_view->zoom();
        wheel({300, 300}, {0, -120}, Qt::ControlModifier);
        QCOMPARE(m_view->zoom(), now);
    }

    void dragOnEmptyGround_pansAndSelectsNothing()
    {
        click(centreOf("Add1"));
        const QPointF before = m_view->visibleScene().topLeft();
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, {20, 20});
        QTest::mouseMove(m_view->viewport(), {50, 40});
        QTest::mouseMove(m_view->viewport(), {120, 80});
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, {120, 80});
        const QPointF moved = (before - m_view->visibleScene().topLeft()) * m_view->zoom();
        QVERIFY2(std::abs(moved.x() - 100) < 1.5 && std::abs(moved.y() - 60) < 1.5, "the ground left the pointer");
        QCOMPARE(m_view->selection().operation, op("Add1"));
    }

    void fitSelection_bringsTheBoxClose()
    {
        m_view->zoomOut();
        m_view->zoomOut();
        click(centreOf("Conv3"));
        QTest::keyClick(m_view.get(), Qt::Key_F);
        const QRectF box = m_view->drawing()->node(m_view->drawing()->nodeOf(op("Conv3"))).rect;
        QVERIFY(m_view->visibleScene().contains(box));
        QVERIFY(m_view->zoom() >= 1.0);
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QVERIFY(m_view->visibleScene().contains(m_view->drawing()->bounds()));
    }

    void reveal_movesOnlyWhenNeeded()
    {
        Selection s;
        s.kind = Selection::Kind::Operation;
        s.operation = op("Conv3");
        const QRectF before = m_view->visibleScene();
        m_view->reveal(s);
        QCOMPARE(m_view->visibleScene(), before);
        m_view->centerOn({-2000, -2000});
        m_view->reveal(s);
        const auto drawing = m_view->drawing();
        QVERIFY(m_view->visibleScene().contains(drawing->node(drawing->nodeOf(op("Conv3"))).rect));
    }

    void contextMenu_namesWhatLiesThere()
    {
        QSignalSpy asked(m_view.get(), &GraphView::contextMenuRequested);
        QContextMenuEvent event(QContextMenuEvent::Mouse, centreOf("Add1"),
                                m_view->viewport()->mapToGlobal(centreOf("Add1")));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<Selection>().operation, op("Add1"));
    }

    void newEvaluation_recoloursButMovesNothing()
    {
        const QImage on = picture();
        const QPoint box = centreOf("Conv3");
        const QRectF visible = m_view->visibleScene();
        m_view->setEvaluation(test::aligned(m_model, Overlap::Off));
        const QImage off = picture();
        QVERIFY(on != off);
        QCOMPARE(centreOf("Conv3"), box);
        QCOMPARE(m_view->visibleScene(), visible);
        m_view->setEvaluation(test::aligned(m_model, Overlap::On));
        QCOMPARE(picture(), on);
    }

    // The difference dims what did not change; what one looks for, or has selected, is read all the same.
    void difference_hitsAndSelection_stayReadable()
    {
        m_view->setEvaluation(test::aligned(m_model, Overlap::Off)); // Conv3 keeps what it has
        m_view->setMode(CanvasMode::Difference);
        m_view->zoomActual();
        Selection conv;
        conv.kind = Selection::Kind::Operation;
        conv.operation = op("Conv3");
        m_view->reveal(conv);
        const QRectF box = m_view->drawing()->node(m_view->drawing()->nodeOf(conv.operation)).rect;
        const QRect type = QRectF(m_view->fromScene(box.topLeft() + QPointF(12, 14)), QSizeF(40, 16)).toAlignedRect();
        const auto darkest = [&] {
            const QImage text = picture().copy(type);
            int least = 255;
            for (int y = 0; y < text.height(); ++y)
                for (int x = 0; x < text.width(); ++x) least = std::min(least, text.pixelColor(x, y).lightness());
            return least;
        };
        const int dimmed = darkest();
        m_view->setSearchHits({conv.operation});
        QVERIFY2(darkest() + 60 < dimmed, qPrintable(QString::number(dimmed)));
        m_view->setSearchHits({});
        QCOMPARE(darkest(), dimmed);
        m_view->setSelection(conv);
        QVERIFY(darkest() + 60 < dimmed);
    }

    void modes_layersAndThemes_lookDifferent()
    {
        const QImage after = picture();
        m_view->setMode(CanvasMode::Before);
        const QImage before = picture();
        QVERIFY(before != after);
        m_view->setMode(CanvasMode::Difference);
        QVERIFY(picture() != after);
        m_view->setMode(CanvasMode::After);
        CanvasLayers layers;
        layers.hulls = true;
        m_view->setLayers(layers);
        QVERIFY(picture() != after);
        m_view->setLayers({});
        m_view->setDark(true);
        QVERIFY(picture().pixelColor(2, 2).lightness() < 60);
    }

    void preview_leavesNoTrace()
    {
        m_view->setEvaluation(makeEvaluation(m_model, {}));
        const QImage plain = picture();
        m_view->setPreview(test::aligned(m_model, Overlap::On));
        QVERIFY(picture() != plain);
        m_view->setPreview(nullptr);
        QCOMPARE(picture(), plain);
    }

    void panning_paintsTheSameAsAFreshView()
    {
        m_view->zoomIn();
        m_view->centerOn({200, 200});
        picture();
        wheel({300, 300}, {0, -120}, Qt::NoModifier); // shifts the cached layer
        wheel({300, 300}, {-120, 0}, Qt::NoModifier);
        m_view->viewport()->setCursor(Qt::ArrowCursor);
        const QImage shifted = picture();
        m_view->setDark(true);
        picture();
        m_view->setDark(false); // forces the layer to be painted anew
        QCOMPARE(picture(), shifted);
    }

    void panningTheDifference_paintsTheSameAsAFreshView_data()
    {
        QTest::addColumn<std::shared_ptr<const Model>>("model");
        QTest::newRow("residual network") << alignscope::test::residualNetwork(12);
        QTest::newRow("dense network") << *openModel(alignscope::test::networkFile(alignscope::test::NetworkShape::Dense, 200).save("dense.onnx"));
    }
    void panningTheDifference_paintsTheSameAsAFreshView()
    {
        QFETCH(std::shared_ptr<const Model>, model);
        m_view->setMode(CanvasMode::Difference);
        m_view->setDrawing(test::placed(model));
        m_view->setEvaluation(test::aligned(model, Overlap::On));
        m_view->zoomActual();
        m_view->centerOn({200, 900});
        picture();
        for (int i = 0; i < 5; ++i) wheel({300, 300}, {30, -90}, Qt::NoModifier);
        const QImage shifted = picture();
        m_view->setDark(true);
        picture();
        m_view->setDark(false);
        QCOMPARE(picture(), shifted);
    }

    // From far, what a large graph shows is painted in a thread; meanwhile the last picture stands in.
    void largeGraphsFromAfar_endWithThePictureOfAFreshView()
    {
        const auto model = alignscope::test::residualNetwork(9000);
        const auto drawing = test::placed(model);
        const auto evaluation = test::aligned(model, Overlap::On);
        const auto settled = [](GraphView& view) {
            view.grab();
            QTRY_VERIFY_WITH_TIMEOUT((view.grab(), !view.preparing()), 20000);
        };
        GraphView fresh; // paints its first picture at once
        GraphView* const views[] = {m_view.get(), &fresh};
        for (GraphView* view : views) {
            view->setAnimations(false);
            view->resize(1000, 760);
            view->show();
            view->setSynchronousLimit(1000000);
            view->setMode(CanvasMode::Difference);
            view->setMinimapVisible(false);
            view->setLegendVisible(false);
            view->setDrawing(drawing);
            view->setEvaluation(evaluation);
            if (view == m_view.get()) settled(*view);
            view->fit();
        }
        m_view->grab();
        QVERIFY(m_view->preparing());
        const QImage meanwhile = m_view->grab().toImage();
        settled(*m_view);
        QVERIFY(meanwhile != picture());
        QCOMPARE(picture(), fresh.grab().toImage());
        QVERIFY(!fresh.preparing());

        // A toggle while the picture of another is on its way.
        m_view->setEvaluation(test::aligned(model, Overlap::Off));
        m_view->grab();
        m_view->setEvaluation(evaluation);
        settled(*m_view);
        QCOMPARE(picture(), fresh.grab().toImage());
    }

    void panningFromAfar_paintsTheSameAsAFreshView()
    {
        const auto model = alignscope::test::residualNetwork(60);
        m_view->setMode(CanvasMode::Difference);
        m_view->setDrawing(test::placed(model));
        m_view->setEvaluation(test::aligned(model, Overlap::On));
        m_view->centerOn({200, 900});
        while (m_view->zoom() > 0.2) m_view->zoomOut();
        picture();
        for (int i = 0; i < 5; ++i) wheel({300, 300}, {30, -90}, Qt::NoModifier);
        const QImage shifted = picture();
        m_view->setDark(true);
        picture();
        m_view->setDark(false);
        QCOMPARE(picture(), shifted);
    }

    void touchpadPinch_zoomsAtTheFingers()
    {
        const QPointF at(300, 200);
        const QPointF before = m_view->toScene(at);
        const double zoom = m_view->zoom();
        const QPointingDevice* pad = QPointingDevice::primaryPointingDevice();
        QNativeGestureEvent event(Qt::ZoomNativeGesture, pad, 2, at, at, m_view->viewport()->mapToGlobal(at), 0.25, {});
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        QVERIFY(qAbs(m_view->zoom() - 1.25 * zoom) < 1e-9);
        QVERIFY(QLineF(before, m_view->toScene(at)).length() < 1.0);
        QNativeGestureEvent turn(Qt::RotateNativeGesture, pad, 2, at, at, m_view->viewport()->mapToGlobal(at), 30, {});
        QCoreApplication::sendEvent(m_view->viewport(), &turn);
        QVERIFY(qAbs(m_view->zoom() - 1.25 * zoom) < 1e-9);
    }

    void touchscreenPinch_zooms()
    {
        const double zoom = m_view->zoom();
        QPointingDevice* screen = QTest::createTouchDevice();
        QWidget* on = m_view->viewport();
        QTest::touchEvent(on, screen).press(0, {400, 300}).press(1, {500, 300});
        for (int i = 1; i <= 10; ++i) QTest::touchEvent(on, screen).move(0, {400 - 5 * i, 300}).move(1, {500 + 5 * i, 300});
        QTest::touchEvent(on, screen).release(0, {350, 300}).release(1, {550, 300});
        QVERIFY2(m_view->zoom() > 1.4 * zoom, qPrintable(QString::number(m_view->zoom() / zoom)));
        QVERIFY(m_view->zoom() < 2.5 * zoom);
    }

    void pointing_leavesNoTrace()
    {
        m_view->setMode(CanvasMode::Difference);
        const QImage plain = picture();
        const QRectF pill = pillOf("Conv3:in:0");
        QTest::mouseMove(m_view->viewport(), m_view->fromScene({pill.right() - 10, pill.center().y()}).toPoint());
        QVERIFY(picture() != plain);
        QTest::mouseMove(m_view->viewport(), {3, 3});
        QCOMPARE(picture(), plain);
    }

    void largeGraphs_arePreparedInAThreadAndLookTheSame()
    {
        m_view->setMode(CanvasMode::Difference);
        const auto on = m_view->evaluation();
        const auto off = test::aligned(m_model, Overlap::Off);
        const QImage before = picture();
        m_view->setEvaluation(off);
        const QImage expected = picture();
        m_view->setEvaluation(on);
        m_view->setSynchronousLimit(0);
        m_view->setEvaluation(off);
        QVERIFY(m_view->preparing());
        QCOMPARE(picture(), before); // until it is ready
        QTRY_VERIFY(!m_view->preparing());
        QCOMPARE(picture(), expected);
        m_view->setPreview(on);
        QTRY_VERIFY(!m_view->preparing());
        QVERIFY(picture() != expected);
        m_view->setPreview(nullptr);
        QCOMPARE(picture(), expected);

        // The chain of a selected slot.
        m_view->setEvaluation(on);
        QTRY_VERIFY(!m_view->preparing());
        Selection changed;
        changed.kind = Selection::Kind::Slot;
        changed.slot = slot("Conv3:in:0");
        changed.operation = op("Conv3");
        m_view->setSelection(changed);
        QTRY_VERIFY(!m_view->preparing());
        const QImage chain = picture();
        m_view->setSelection({});
        m_view->setSynchronousLimit(1000000);
        QVERIFY(picture() != chain);
        m_view->setSelection(changed);
        QCOMPARE(picture(), chain);
    }

    void step_isLitWhereTheDifferenceDims()
    {
        m_view->setMode(CanvasMode::Difference);
        m_view->setEvaluation(test::aligned(m_model, Overlap::Off));
        const QRectF box = m_view->drawing()->node(m_view->drawing()->nodeOf(op("Conv3"))).rect;
        const QPoint inside = m_view->fromScene(box.bottomRight() - QPointF(6, 14)).toPoint();
        const QColor lit = canvasPalette(false).box;
        QVERIFY(picture().pixelColor(inside) != lit);
        m_view->setStepMark(StepMark{op("Conv3"), slot("Conv3:in:0"), {}});
        QCOMPARE(picture().pixelColor(inside), lit);
        m_view->setStepMark(std::nullopt);
        QVERIFY(picture().pixelColor(inside) != lit);
    }

    void anotherModelWhilePreparing_neverMeetsTheOldLook()
    {
        m_view->setSynchronousLimit(0);
        m_view->setMode(CanvasMode::Difference);
        m_view->setEvaluation(test::aligned(m_model, Overlap::Off));
        const auto other = alignscope::test::residualNetwork(9);
        m_view->setDrawing(test::placed(other));
        picture();
        m_view->setEvaluation(test::aligned(other, Overlap::On));
        QTest::mouseMove(m_view->viewport(), {500, 300});
        picture();
        QTRY_VERIFY(!m_view->preparing());
        const QImage prepared = picture();
        m_view->setSynchronousLimit(1000000);
        m_view->setEvaluation(test::aligned(other, Overlap::On));
        QCOMPARE(picture(), prepared);
    }

    void animationsOff_endsAFlightAtItsGoal()
    {
        m_view->setAnimations(true);
        m_view->zoomOut();
        m_view->zoomOut();
        m_view->fit();
        QVERIFY(!m_view->visibleScene().isEmpty());
        m_view->setAnimations(false);
        const double there = m_view->zoom();
        m_view->fit();
        QCOMPARE(m_view->zoom(), there);
    }

    void newLayout_keepsTheSelectedBoxInPlace()
    {
        m_view->zoomIn();
        click(centreOf("Conv3"));
        const QPoint before = centreOf("Conv3");
        const auto drawing = m_view->drawing();
        layout::Layout moved;
        moved.edges.resize(drawing->inputGraph().edges.size());
        double y = 0;
        for (const layout::Size& size : drawing->inputGraph().nodes) {
            moved.nodes.push_back({500, y, size.width, size.height});
            y += size.height + 30;
        }
        m_view->setDrawing(drawing->withLayout(moved));
        const QPoint off = centreOf("Conv3") - before;
        QVERIFY2(off.manhattanLength() <= 2, "the selected box moved on screen");
        QCOMPARE(m_view->selection().operation, op("Conv3"));
    }

    void anotherModel_dropsSelectionAndStaleEvaluation()
    {
        click(centreOf("Conv3"));
        const auto other = alignscope::test::residualNetwork(3);
        m_view->setDrawing(test::placed(other));
        QCOMPARE(m_view->selection().kind, Selection::Kind::None);
        picture(); // with the evaluation of the first model still set
        m_view->setEvaluation(test::aligned(other, Overlap::On));
        picture();
        m_view->setDrawing(nullptr);
        picture();
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        click({500, 300});
        QCOMPARE(m_view->selection().kind, Selection::Kind::None);
    }

    void levelsOfDetail_differ()
    {
        m_view->setDrawing(test::placed(alignscope::test::residualNetwork(40)));
        const auto colours = [&] {
            QSet<QRgb> seen;
            const QImage image = picture();
            for (int y = 0; y < image.height(); y += 2)
                for (int x = 0; x < image.width(); x += 2) seen.insert(image.pixel(x, y));
            return seen.size();
        };
        m_view->zoomActual();
        const auto close = colours();
        m_view->fit();
        QVERIFY(m_view->zoom() < 0.3);
        QVERIFY2(colours() < close / 2, "far away there is no text and no smoothing");
    }
};

} // namespace alignscope::ui

QTEST_MAIN(alignscope::ui::GraphViewTest)
#include "graph_view_test.moc"

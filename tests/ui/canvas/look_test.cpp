// SPDX-License-Identifier: Apache-2.0
// CanvasLook and emphasis: what an evaluation makes of slots, operations and edges.
#include "core/io/open_model.h"
#include "tests/support/network_files.h"
#include "tests/support/onnx_builder.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/canvas_look.h"
#include "ui/canvas/describe.h"
#include "ui/canvas/emphasis.h"
#include "ui/canvas/hit_test.h"
#include "ui/canvas/legend.h"
#include "ui/canvas/painter.h"
#include "ui/export/svg_writer.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QPicture>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace alignscope::ui {

class CanvasLookTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Model> m_model = alignscope::test::docExample();
    std::shared_ptr<const Drawing> m_drawing = test::placed(m_model);
    std::shared_ptr<const Evaluation> m_off = test::aligned(m_model, Overlap::Off);
    std::shared_ptr<const Evaluation> m_on = test::aligned(m_model, Overlap::On);

    SlotId slot(const char* id) const { return test::slotOf(*m_model, id); }
    OpId op(const char* id) const { return m_model->graph->findOperation(id); }

private Q_SLOTS:
    void before_showsTheLoadedBindings()
    {
        const CanvasLook look(m_on, CanvasMode::Before);
        QVERIFY(look.slot(slot("Add1:in:0")).binding == BindingKind::Fused);
        QVERIFY(look.slot(slot("Conv1:out:0")).master);
        QVERIFY(!look.slot(slot("Conv1:out:0")).joined); // one tensor only
        QVERIFY(look.slot(slot("Conv1:in:0")).binding == BindingKind::Inferred); // equal to Conv2:in:0
        QVERIFY(!look.slot(slot("Conv2:out:0")).changed);
        QVERIFY(look.operation(op("Add1")).disagree);
        QVERIFY(!look.anyChange());
    }

    void overlapOff_keepsTheSharedProducerAndShowsTheRescale()
    {
        const CanvasLook look(m_off, CanvasMode::After);
        QVERIFY(look.slot(slot("Conv1:out:0")).scaleChanged);
        QVERIFY(look.slot(slot("Conv1:out:0")).joined);
        QVERIFY(!look.slot(slot("Conv2:out:0")).changed);
        QVERIFY(!look.slot(slot("Conv3:in:0")).changed);
        const EdgeLook edge = look.edge(slot("Add1:in:1"));
        QVERIFY(edge.kind == RescaleKind::Same);
        QCOMPARE(ratioText(edge.ratio), QStringLiteral(u"\u2260 \u00d71.004"));
        QVERIFY(look.operation(op("Add1")).agree);
        QVERIFY(look.operation(op("Add1")).aligned);
        QVERIFY(look.operation(op("Add1")).method == Method::Large);
        QVERIFY(!look.operation(op("Add1")).overlap);
    }

    void overlapOn_movesConv3()
    {
        const CanvasLook look(m_on, CanvasMode::After);
        QVERIFY(look.slot(slot("Conv3:in:0")).scaleChanged);
        QVERIFY(look.operation(op("Conv3")).changed);
        QVERIFY(look.edge(slot("Add1:in:1")).kind == RescaleKind::None);
        QVERIFY(look.operation(op("Add1")).overlap);
    }

    void difference_marksEdgesThatAppear()
    {
        const CanvasLook look(m_off, CanvasMode::Difference);
        QVERIFY(look.edge(slot("Add1:in:1")).kind == RescaleKind::New);
    }

    void texts_areShortAndComparable()
    {
        const CanvasLook look(m_on, CanvasMode::After);
        const QFontMetricsF metrics{QFont()};
        QCOMPARE(look.valueText(slot("Conv1:in:0"), metrics).text, QStringLiteral("0.02463"));
        QCOMPARE(look.changeText(slot("Conv1:out:0"), metrics).text, QStringLiteral(u"0.0270\u21920.0913"));
        QVERIFY(look.changeText(slot("Conv1:out:0"), metrics).width > 0);
    }

    void emphasis_ofAChangedSlotIsItsChain()
    {
        const CanvasLook look(m_on, CanvasMode::After);
        Selection s;
        s.kind = Selection::Kind::Slot;
        s.slot = slot("Conv3:in:0");
        s.operation = op("Conv3");
        const Emphasis e = emphasisOf(*m_drawing, look, s, Attention::Selected);
        QVERIFY(e.dimsOthers);
        QCOMPARE(e.causes, std::vector<OpId>{op("Add1")});
        const auto lit = [&](const char* id) {
            return std::find(e.nodes.begin(), e.nodes.end(), m_drawing->nodeOf(op(id))) != e.nodes.end();
        };
        QVERIFY(lit("Add1") && lit("Conv2") && lit("Conv3"));
        QVERIFY(!lit("Conv1"));
        QVERIFY(!emphasisOf(*m_drawing, look, s, Attention::Hovered).dimsOthers);
    }

    void emphasis_ofAGroupLightsAllMembers()
    {
        const CanvasLook look(m_on, CanvasMode::After);
        Selection s;
        s.kind = Selection::Kind::Group;
        s.slot = slot("Add1:in:0");
        const Emphasis e = emphasisOf(*m_drawing, look, s, Attention::Hovered);
        QCOMPARE(e.slots.size(), std::size_t{5});
        QCOMPARE(e.arcs.size(), std::size_t{4});
        for (const Emphasis::Arc& arc : e.arcs) QCOMPARE(arc.master, slot("Add1:in:0"));
    }

    void emphasis_ofAStepIsWhatTheDifferenceDims()
    {
        Emphasis difference = differenceEmphasis(*m_drawing, CanvasLook(m_off, CanvasMode::Difference));
        const std::uint32_t conv2 = m_drawing->nodeOf(op("Conv2"));
        const std::uint32_t conv3 = m_drawing->nodeOf(op("Conv3"));
        const StepMark atConv3{op("Conv3"), slot("Conv3:in:0"), slot("Add1:in:0")};
        QCOMPARE(stepEmphasis(*m_drawing, difference, atConv3).nodes, std::vector<std::uint32_t>{conv3});
        QVERIFY(stepEmphasis(*m_drawing, difference, {op("Add1"), slot("Add1:in:0"), {}}).empty());
        // With its lines to what is lit.
        difference.nodes = {conv2};
        difference.edges = {};
        const Emphasis e = stepEmphasis(*m_drawing, difference, {op("Conv3"), slot("Conv3:in:0"), {}});
        QCOMPARE(e.nodes, std::vector<std::uint32_t>{conv3});
        QCOMPARE(e.edges.size(), std::size_t{1});
        QCOMPARE(m_drawing->ends()[e.edges[0]].from, conv2);
        QCOMPARE(m_drawing->ends()[e.edges[0]].to, conv3);
    }

    void legend_explainsOnlyWhatIsThere()
    {
        using Sign = LegendContent::Sign;
        const auto has = [&](const CanvasLook& look, Sign sign) {
            const auto content = legendContent(*m_drawing, look, {});
            return std::find(content.signs.begin(), content.signs.end(), sign) != content.signs.end();
        };
        const CanvasLook before(m_on, CanvasMode::Before);
        QVERIFY(has(before, Sign::Disagree) && has(before, Sign::Fused));
        QVERIFY(!has(before, Sign::Loss) && !has(before, Sign::Requantize) && !has(before, Sign::Aligned));
        const CanvasLook off(m_off, CanvasMode::After);
        QVERIFY(has(off, Sign::Loss) && has(off, Sign::Requantize) && has(off, Sign::Aligned));
        QVERIFY(!has(off, Sign::Pair) && !has(off, Sign::Broken));
        // What boxes, tags and arcs say is explained too.
        QVERIFY(has(before, Sign::Constants) && !has(before, Sign::ScaleChange));
        QVERIFY(has(off, Sign::ScaleChange) && has(off, Sign::Arc));
        CanvasLayers bare;
        bare.bindings = bare.cost = false;
        const auto signs = withLayers(legendContent(*m_drawing, off, {}), bare).signs;
        QVERIFY(std::find(signs.begin(), signs.end(), Sign::Arc) == signs.end());
    }

    // With Q and DQ boxes on it an edge is still one thing: lit, ringed and framed as a whole.
    void edgeWithQuantizers_isMarkedFromProducerToConsumer()
    {
        alignscope::test::OnnxBuilder file;
        file.input("x").output("y");
        file.node("Relu", {file.quantized("x")}, {"a"}, "first");
        file.node("Relu", {file.quantized("a", {{0.25}})}, {"y"}, "second");
        const auto model = *openModel(file.save("unfolded.onnx"));
        DrawingOptions unfolded;
        unfolded.fold = Fold::Unfolded;
        const auto drawing = test::placed(model, unfolded);
        Selection edge;
        edge.kind = Selection::Kind::Edge;
        edge.slot = test::slotOf(*model, "second:in:0");
        edge.tensor = model->baseline.slots()[edge.slot].tensor;
        QVERIFY(edge.slot.valid());
        QCOMPARE(edgesOf(*drawing, edge).size(), std::size_t{3}); // to Q, to DQ, to its reader
        const QRectF bounds = boundsOf(*drawing, nullptr, edge);
        for (const char* end : {"first", "second"})
            QVERIFY(bounds.contains(drawing->node(drawing->nodeOf(model->graph->findOperation(end))).rect));

        Emphasis lit;
        for (const char* end : {"first", "second"}) lit.nodes.push_back(drawing->nodeOf(model->graph->findOperation(end)));
        addQuantizers(lit, *drawing);
        QCOMPARE(lit.nodes.size(), std::size_t{4});
        QCOMPARE(lit.edges.size(), std::size_t{3});
    }

    // Hundreds of arcs that pass on the same pixels take the time of one.
    void arcs_onTheSamePixels_areOne()
    {
        const CanvasLook look(m_on, CanvasMode::After);
        const auto cost = [&](std::size_t times) {
            Emphasis emphasis;
            emphasis.arcs.assign(times, {slot("Add1:in:0"), slot("Add1:out:0")});
            CanvasViewport view;
            view.visible = m_drawing->bounds().adjusted(-100, -100, 100, 100);
            view.toDevice = QTransform::fromTranslate(-view.visible.x(), -view.visible.y());
            QPicture picture;
            QPainter painter(&picture);
            CanvasPainter().paintArcs(painter, {m_drawing.get(), &look, nullptr, &canvasPalette(false), {}, nullptr}, view, emphasis);
            painter.end();
            return picture.size();
        };
        QVERIFY(cost(1) > cost(0));
        QCOMPARE(cost(40), cost(1));
    }

    // From far the lit slots are still outlined, once where many fall on one place.
    void outlines_fromFar_areThereAndFew()
    {
        const auto drawing = test::placed(alignscope::test::residualNetwork(400));
        const auto evaluation = test::aligned(drawing->modelPointer(), Overlap::On);
        const CanvasLook look(evaluation, CanvasMode::After);
        const auto cost = [&](double zoom, std::size_t count) {
            Emphasis emphasis;
            for (const DrawnPort& port : drawing->ports())
                if (port.slot && emphasis.slots.size() < count) emphasis.slots.push_back(port.slot);
            CanvasViewport view;
            view.zoom = zoom;
            view.visible = drawing->bounds();
            view.toDevice = QTransform(zoom, 0, 0, zoom, -view.visible.x() * zoom, -view.visible.y() * zoom);
            QPicture picture;
            QPainter painter(&picture);
            CanvasPainter().paintEmphasis(painter, {drawing.get(), &look, nullptr, &canvasPalette(false), {}, nullptr}, view, emphasis, 1.0);
            painter.end();
            return static_cast<double>(picture.size());
        };
        const double each = (cost(0.1, 60) - cost(0.1, 0)) / 60;
        QVERIFY(each > 0);
        QVERIFY(cost(0.001, 4000) - cost(0.001, 0) < 1000 * each);
    }

    // Groups run through the whole of a large graph: what is painted of them depends on what is in sight.
    void hulls_areMadeOfWhatIsInSight()
    {
        const auto cost = [](std::size_t blocks, double zoom, bool hulls) {
            const auto drawing = test::placed(alignscope::test::residualNetwork(blocks));
            const CanvasLook look(test::aligned(drawing->modelPointer(), Overlap::On), CanvasMode::After);
            CanvasScene scene{drawing.get(), &look, nullptr, &canvasPalette(false), {}, nullptr};
            scene.layers.hulls = hulls;
            CanvasViewport view;
            view.zoom = zoom;
            view.visible = QRectF(drawing->node(0).rect.center() - QPointF(300, 300) / zoom, QSizeF(600, 600) / zoom);
            view.toDevice = QTransform(zoom, 0, 0, zoom, -view.visible.x() * zoom, -view.visible.y() * zoom);
            QPicture picture;
            QPainter painter(&picture);
            CanvasPainter().paintDecorations(painter, scene, view);
            painter.end();
            return picture.size();
        };
        const auto hullsOf = [&](std::size_t blocks) { return cost(blocks, 1, true) - cost(blocks, 1, false); };
        QVERIFY(hullsOf(20) > 0);
        QVERIFY2(hullsOf(400) < 2 * hullsOf(20), qPrintable(QString::number(hullsOf(400) / hullsOf(20))));
        QCOMPARE(cost(400, 0.05, true), cost(400, 0.05, false)); // they cannot be told apart
        QVERIFY(cost(20, 0.2, true) > cost(20, 0.2, false));
    }

    // A painter keeps what it found in sight: of another drawing, or another part, it must look again.
    void oneViewOfAnotherDrawing_isPaintedAnew()
    {
        const auto model = alignscope::test::residualNetwork(20);
        const auto fast = test::placed(model);
        layout::Layout other = *layout::layoutFast(fast->inputGraph());
        std::rotate(other.nodes.begin(), other.nodes.begin() + 7, other.nodes.end());
        const auto moved = fast->withLayout(other);
        const auto emphasised = [](const Drawing& drawing) {
            Emphasis half;
            for (std::uint32_t i = 0; i < drawing.nodes().size(); i += 2) half.nodes.push_back(i);
            for (std::uint32_t i = 0; i < drawing.edges().size(); i += 3) half.edges.push_back(i);
            half.dimsOthers = true;
            return half;
        };
        const auto paint = [&](CanvasPainter& canvas, const Drawing& drawing, QPointF corner) {
            const CanvasLook look(test::aligned(drawing.modelPointer(), Overlap::On), CanvasMode::Difference);
            QImage image(500, 500, QImage::Format_RGB32);
            image.fill(Qt::white);
            CanvasViewport view;
            view.visible = QRectF(corner, QSizeF(500, 500));
            view.toDevice = QTransform::fromTranslate(-corner.x(), -corner.y());
            const CanvasScene scene{&drawing, &look, nullptr, &canvasPalette(false), {}, nullptr};
            QPainter painter(&image);
            canvas.paintBase(painter, scene, view);
            const Emphasis half = emphasised(drawing);
            canvas.paintDecorations(painter, scene, view, &half);
            return image;
        };
        const auto afresh = [&](const Drawing& drawing, QPointF corner) {
            CanvasPainter canvas;
            return paint(canvas, drawing, corner);
        };
        CanvasPainter kept;
        const QPointF corner = fast->bounds().topLeft() + QPointF(0, 200);
        QVERIFY(paint(kept, *fast, corner) == afresh(*fast, corner));
        QVERIFY(paint(kept, *moved, corner) == afresh(*moved, corner));
        QVERIFY(afresh(*moved, corner) != afresh(*fast, corner));
        QVERIFY(paint(kept, *moved, corner + QPointF(0, 400)) == afresh(*moved, corner + QPointF(0, 400)));
    }

    // An operation that follows its own output: the arc goes around its box, not through what it says.
    void arcWithinAnOperation_goesAroundItsBox()
    {
        const CanvasLook look(m_on, CanvasMode::After);
        const DrawnNode& box = m_drawing->node(m_drawing->nodeOf(op("Add1")));
        for (const double zoom : {0.55, 1.0})
            for (const char* input : {"Add1:in:0", "Add1:in:1"}) {
                Emphasis emphasis;
                emphasis.arcs = {{slot(input), slot("Add1:out:0")}};
                CanvasViewport view;
                view.zoom = zoom;
                view.visible = box.rect.adjusted(-300, -300, 300, 300);
                view.toDevice = QTransform(zoom, 0, 0, zoom, -view.visible.x() * zoom, -view.visible.y() * zoom);
                QImage image((view.visible.size() * zoom).toSize(), QImage::Format_RGB32);
                image.fill(Qt::black);
                QPainter painter(&image);
                CanvasPainter().paintArcs(painter, {m_drawing.get(), &look, nullptr, &canvasPalette(false), {}, nullptr}, view, emphasis);
                painter.end();
                const QRect inside = view.toDevice.mapRect(box.rect.adjusted(4, 20, -4, -20)).toAlignedRect(); // between the pills
                int painted = 0;
                for (int y = 0; y < image.height(); ++y)
                    for (int x = 0; x < image.width(); ++x) {
                        if (image.pixel(x, y) == QColor(Qt::black).rgb()) continue;
                        ++painted;
                        QVERIFY2(!inside.contains(x, y), input);
                    }
                QVERIFY(painted > 100);
            }
    }

    // Dozens of badges on the edges of one consumer are one that counts them.
    void badgesThatWouldCoverEachOther_areCounted()
    {
        const auto model = *openModel(alignscope::test::networkFile(alignscope::test::NetworkShape::Dense, 400).save("badges.onnx"));
        const auto drawing = test::placed(model);
        Scenario scenario;
        scenario.setMethod(Family::Concat, Method::Large);
        const CanvasLook look(makeEvaluation(model, scenario), CanvasMode::After);
        std::uint32_t widest = 0;
        std::size_t most = 0;
        for (std::uint32_t i = 0; i < drawing->nodes().size(); ++i) {
            std::size_t count = 0;
            for (const DrawnPort& port : drawing->ports(drawing->node(i)))
                if (port.input)
                    for (const std::uint32_t e : drawing->edgesAt(port))
                        count += drawing->edges()[e].target && look.edge(drawing->edges()[e].target).kind != RescaleKind::None ? 1U : 0U;
            if (count <= most) continue;
            most = count;
            widest = i;
        }
        QVERIFY2(most >= 8, qPrintable(QString::number(most)));
        CanvasViewport view;
        view.visible = drawing->node(widest).rect.adjusted(-40, -200, 40, 60);
        view.toDevice = QTransform::fromTranslate(-view.visible.x(), -view.visible.y());
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        SvgWriter svg(buffer, view.visible.size(), {});
        QPainter painter(&svg);
        CanvasPainter().paintDecorations(painter, {drawing.get(), &look, nullptr, &canvasPalette(false), {}, nullptr}, view);
        painter.end();
        const QString text = QString::fromUtf8(buffer.data());
        QVERIFY(text.contains(QRegularExpression(QStringLiteral(u">\u2260 [0-9]+</text>"))));
        QVERIFY2(text.count(QStringLiteral(u">\u2260 \u00d7")) < static_cast<int>(most) / 2, qPrintable(QString::number(most)));
    }

    void descriptions_giveExactValuesAndFullNames()
    {
        const CanvasLook look(m_on, CanvasMode::After);
        Selection s;
        s.kind = Selection::Kind::Slot;
        s.slot = slot("Conv3:in:0");
        const QString rich = describeRich(*m_drawing, &look, s);
        QVERIFY(rich.contains(QStringLiteral("Conv3:in:0")));
        QVERIFY(rich.contains(QStringLiteral("0.09134252")));
        QVERIFY(rich.contains(QStringLiteral("0.090985715"))); // was
        QVERIFY(describePlain(*m_drawing, &look, s).contains(QStringLiteral("fused into Add1:in:0")));
        s = {};
        QVERIFY(describeRich(*m_drawing, &look, s).isEmpty());
    }
};

} // namespace alignscope::ui

QTEST_MAIN(alignscope::ui::CanvasLookTest)
#include "look_test.moc"

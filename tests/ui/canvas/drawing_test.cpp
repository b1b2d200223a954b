// SPDX-License-Identifier: Apache-2.0
// Drawing and hit testing: boxes, pills and edges stand where they belong and can be found.
#include "core/io/open_model.h"
#include "tests/support/onnx_builder.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/canvas_look.h"
#include "ui/canvas/curve.h"
#include "ui/canvas/hit_test.h"
#include "ui/canvas/painter_p.h"
#include "ui/canvas/palette.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>

namespace alignscope::ui {

class DrawingTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Model> m_model = alignscope::test::docExample();
    std::shared_ptr<const Drawing> m_drawing;
    std::shared_ptr<const Evaluation> m_on;

private Q_SLOTS:
    void init()
    {
        m_drawing = test::placed(m_model);
        m_on = test::aligned(m_model, Overlap::On);
        QVERIFY(m_drawing);
    }

    void nodes_areOperationsAndTerminalsInTopologicalOrder()
    {
        QStringList types;
        for (const DrawnNode& node : m_drawing->nodes()) types << node.type;
        QCOMPARE(types, (QStringLiteral("input Conv Conv Add Add1_out Conv Conv3_out").split(QLatin1Char(' '))));
        for (const DrawnEdge& edge : m_drawing->edges())
            QVERIFY(m_drawing->port(edge.fromPort).node < m_drawing->port(edge.toPort).node);
    }

    // Beside quantized operations others stand back; alone they are what is looked at.
    void floatOperations_standBackOnlyBesideQuantizedOnes()
    {
        const auto boxOfSoftmax = [](bool quantizes) {
            alignscope::test::OnnxBuilder file;
            file.input("x").output("y");
            file.node("Relu", {quantizes ? file.quantized("x") : std::string("x")}, {"r"}, "relu");
            file.node("Relu", {quantizes ? file.quantized("r") : std::string("r")}, {"s"}, "between");
            file.node("Softmax", {"s"}, {"y"}, "softmax");
            const auto model = openModel(file.save(quantizes ? "mixed.onnx" : "float.onnx"), {});
            const auto drawing = test::placed(*model);
            const DrawnNode& node = drawing->node(drawing->nodeOf((*model)->graph->findOperation("softmax")));
            QImage image(drawing->bounds().size().toSize(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            CanvasViewport view;
            view.toDevice = QTransform::fromTranslate(-drawing->bounds().left(), -drawing->bounds().top());
            view.visible = drawing->bounds();
            CanvasPainter().paintBase(painter, {drawing.get(), nullptr, nullptr, &canvasPalette(true), {}}, view, CanvasPainter::Ground::Plain);
            painter.end();
            return std::pair(node.quantized, image.pixelColor((node.rect.bottomRight() - drawing->bounds().topLeft() - QPointF(9, 9)).toPoint()));
        };
        QCOMPARE(boxOfSoftmax(false), std::pair(false, canvasPalette(true).box));
        const auto [quantized, color] = boxOfSoftmax(true);
        QCOMPARE(color, quantized ? canvasPalette(true).box : canvasPalette(true).quietBox);
        QVERIFY(!quantized);
    }

    void boxes_doNotOverlap_data()
    {
        QTest::addColumn<bool>("right");
        QTest::newRow("down") << false;
        QTest::newRow("right") << true;
    }
    void boxes_doNotOverlap()
    {
        QFETCH(bool, right);
        DrawingOptions options;
        if (right) options.direction = layout::Direction::Right;
        const auto drawing = test::placed(alignscope::test::residualNetwork(30), options);
        const auto nodes = drawing->nodes();
        for (std::size_t i = 0; i < nodes.size(); ++i)
            for (std::size_t k = i + 1; k < nodes.size(); ++k)
                QVERIFY2(!nodes[i].rect.intersects(nodes[k].rect),
                         qPrintable(nodes[i].fullName + QStringLiteral(" and ") + nodes[k].fullName));
    }

    // A collapsed block is one box: what enters and leaves it are its pills, and every edge still
    // flows forward.
    void collapsedBlocks_areBoxesWithTheirBoundary()
    {
        const auto model = alignscope::test::residualNetwork(8);
        DrawingOptions options;
        options.blocks = std::make_shared<const BlockTree>(findBlocks(*model->graph));
        QCOMPARE(options.blocks->size(), std::size_t(8));
        options.collapsed = {2, 3};
        const auto drawing = test::placed(model, options);
        QVERIFY(drawing);
        const std::uint32_t index = drawing->nodeOfBlock(2);
        QVERIFY(index != kNoIndex);
        const DrawnNode& box = drawing->node(index);
        QCOMPARE(box.type, QStringLiteral("layer2"));
        QCOMPARE(box.inputCount, 1u); // the trunk, although two operations inside read it
        QCOMPARE(box.outputCount, 1u);
        for (const OpId op : (*options.blocks)[2].operations) QCOMPARE(drawing->nodeOf(op), index);
        QCOMPARE(drawing->port(box.firstPort).slot, test::slotOf(*model, "layer2.conv1:in:0"));
        QCOMPARE(drawing->port(box.firstPort + 1).slot, test::slotOf(*model, "layer2.add:out:0"));
        QCOMPARE(drawing->portOf(test::slotOf(*model, "layer2.relu:out:0")), kNoIndex);
        for (const DrawnEdge& edge : drawing->edges()) QVERIFY(drawing->port(edge.fromPort).node < drawing->port(edge.toPort).node);
        QCOMPARE(drawing->nodes().size(), test::placed(model)->nodes().size() - 6);
        const Hit hit = hitTest(*drawing, nullptr, box.rect.center(), 1.0);
        QCOMPARE(hit.selection.kind, Selection::Kind::Block);
        QCOMPARE(hit.selection.block, 2u);
    }

    void edges_runFromPillToPill()
    {
        for (const DrawnEdge& edge : m_drawing->edges()) {
            QCOMPARE(m_drawing->points(edge).front(), m_drawing->anchor(m_drawing->port(edge.fromPort)));
            QCOMPARE(m_drawing->points(edge).back(), m_drawing->anchor(m_drawing->port(edge.toPort)));
        }
    }

    void weights_areMarkedNotDrawn()
    {
        QVERIFY(m_drawing->node(m_drawing->nodeOf(m_model->graph->findOperation("Conv1"))).marksConstants);
        QCOMPARE(m_drawing->portOf(test::slotOf(*m_model, "Conv1:in:1")), kNoIndex);
        QVERIFY(m_drawing->portOf(test::slotOf(*m_model, "Conv1:in:0")) != kNoIndex);
    }

    void longNames_areElidedToTheBox()
    {
        const QFontMetricsF metrics(m_drawing->fonts().name);
        const auto drawing = test::placed(alignscope::test::residualNetwork(3));
        for (const DrawnNode& node : drawing->nodes()) {
            QVERIFY(node.typeWidth <= node.rect.width());
            QVERIFY(metrics.horizontalAdvance(node.name) <= node.rect.width());
        }
    }

    void withLayout_ofAnotherGraphIsRefused()
    {
        layout::Layout other;
        other.nodes.resize(3);
        QVERIFY(!m_drawing->withLayout(other));
    }

    void rows_appearOnlyWhenAskedFor()
    {
        QCOMPARE(m_drawing->node(1).rowCount, 0U);
        DrawingOptions options;
        options.attributes = true;
        options.initializers = true;
        const auto drawing = test::placed(m_model, options);
        const auto rows = drawing->rows(drawing->node(1));
        QCOMPARE(rows.size(), std::size_t{4}); // two attributes, weight, bias
        QCOMPARE(rows[0].text, QStringLiteral("kernel_shape = [3, 3]"));
        QVERIFY(rows[2].constant);
        QVERIFY(drawing->node(1).rect.height() > m_drawing->node(1).rect.height() + 50);
    }

    void hitTest_findsEachKind()
    {
        const CanvasLook look(m_on, CanvasMode::After);
        const auto at = [&](QPointF p) { return hitTest(*m_drawing, &look, p, 1.0); };
        const DrawnNode& add = m_drawing->node(m_drawing->nodeOf(m_model->graph->findOperation("Add1")));
        QCOMPARE(at(add.rect.center()).selection.kind, Selection::Kind::Operation);

        const SlotId slot = test::slotOf(*m_model, "Add1:in:1");
        const QRectF pill = m_drawing->port(m_drawing->portOf(slot)).pill;
        const Hit onPill = at({pill.right() - 12, pill.center().y()});
        QCOMPARE(onPill.part, Hit::Part::Pill);
        QCOMPARE(onPill.selection.slot, slot);
        QCOMPARE(onPill.selection.operation, add.operation);

        const Hit onLabel = at({pill.left() + 10, pill.center().y()});
        QCOMPARE(onLabel.selection.kind, Selection::Kind::Group);
        QCOMPARE(onLabel.selection.slot, test::slotOf(*m_model, "Add1:in:0"));

        const DrawnPort& out = m_drawing->port(m_drawing->portOf(test::slotOf(*m_model, "Conv1:out:0")));
        const DrawnEdge& edge = m_drawing->edges()[m_drawing->edgesAt(out).front()];
        const auto points = m_drawing->points(edge);
        const CurvePiece piece = curvePiece(points[0], points[1], layout::Direction::Down);
        const Hit onEdge = at(piece.at(0.5) + QPointF(2, 0));
        QCOMPARE(onEdge.selection.kind, Selection::Kind::Edge);
        QCOMPARE(onEdge.selection.slot, test::slotOf(*m_model, "Add1:in:0"));

        const Hit onTerminal = at(m_drawing->node(0).rect.center());
        QCOMPARE(onTerminal.part, Hit::Part::Terminal);
        QCOMPARE(onTerminal.selection.tensor, m_model->graph->findTensor("input"));
        QCOMPARE(at(m_drawing->bounds().topLeft()).part, Hit::Part::Nothing);
    }

    void hitTest_ofABadgeIsItsEdge()
    {
        const CanvasLook look(test::aligned(m_model, Overlap::Off), CanvasMode::After);
        const SlotId slot = test::slotOf(*m_model, "Add1:in:1");
        for (const DrawnEdge& edge : m_drawing->edges()) {
            if (edge.target != slot) continue;
            const Hit hit = hitTest(*m_drawing, &look, edge.middle, 1.0);
            QCOMPARE(hit.part, Hit::Part::Badge);
            QCOMPARE(hit.selection.slot, slot);
        }
    }

    void hitTest_findsEveryBoxOfALargeGraph()
    {
        const auto drawing = test::placed(alignscope::test::residualNetwork(5000));
        int found = 0;
        for (int i = 0; i < 1000; ++i) {
            const DrawnNode& node = drawing->node(static_cast<std::uint32_t>(i) * 17U);
            found += hitTest(*drawing, nullptr, node.rect.center(), 1.0).part != Hit::Part::Nothing ? 1 : 0;
        }
        QCOMPARE(found, 1000);
    }

    // An arc through a whole network is cut to what is seen of it: not a pixel of that may be lost, nothing be drawn for long.
    void arcs_areCutToWhatIsSeen_data()
    {
        QTest::addColumn<QPointF>("end");
        QTest::addColumn<QPointF>("control");
        QTest::newRow("down") << QPointF(300, 1'000'000) << QPointF(500, 300'000);
        QTest::newRow("up and around") << QPointF(80, -200'000) << QPointF(90'000, 90'000);
        QTest::newRow("aside") << QPointF(400'000, 60) << QPointF(200'000, 900);
        QTest::newRow("short") << QPointF(20, 60) << QPointF(-50, 30);
    }
    void arcs_areCutToWhatIsSeen()
    {
        QFETCH(QPointF, end);
        QFETCH(QPointF, control);
        const CurvePiece curve{{0, 0}, control, {end.x() + control.x(), end.y()}, end};
        for (int k = 0; k <= 20; ++k) {
            const QPointF centre = curve.at(k / 20.0);
            const QRectF view(centre - QPointF(800, 500), QSizeF(1600, 1000));
            const auto stretches = stretchesWithin(curve, view);
            QVERIFY(!stretches.empty());
            constexpr int kSamples = 50000;
            for (int i = 0; i <= kSamples; ++i) {
                const double t = static_cast<double>(i) / kSamples;
                const bool drawn = std::any_of(stretches.begin(), stretches.end(), [&](const CurveStretch& s) { return s.from <= t && t <= s.to; });
                if (view.contains(curve.at(t))) QVERIFY(drawn);
                if (drawn) QVERIFY(view.adjusted(-1600, -1000, 1600, 1000).contains(curve.at(t)));
            }
            for (const CurveStretch& s : stretches) {
                const CurvePiece part = curve.part(s.from, s.to);
                for (const double t : {0.0, 0.3, 1.0})
                    QVERIFY((part.at(t) - curve.at(s.from + (s.to - s.from) * t)).manhattanLength() < 1e-6);
            }
        }
        QVERIFY(stretchesWithin(curve, QRectF(-2e6, 5e6, 1600, 1000)).empty());
    }

    // What is painted straight into the pixels looks as a painter would have it, wherever a pan has moved it and in
    // whatever parts it is painted.
    void smoothRaster_showsWhatAPainterShows_data()
    {
        QTest::addColumn<QRectF>("rect");
        QTest::addColumn<double>("radius");
        QTest::addColumn<double>("width");
        QTest::newRow("box") << QRectF(20, 30.5, 120, 61) << 7.0 << 1.0;
        QTest::newRow("pill") << QRectF(20.25, 30.75, 96, 17) << 8.5 << 2.2;
        QTest::newRow("halo") << QRectF(20.1, 30.3, 130, 70) << 11.1 << 7.2;
        QTest::newRow("tag") << QRectF(20.5, 30, 61.7, 15) << 4.0 << 0.0;
        QTest::newRow("line") << QRectF(20.35, 30, 1.3, 140) << 0.0 << 0.0;
        QTest::newRow("ground") << QRectF(-5, 20, 190, 150) << 0.0 << 0.0;
    }
    void smoothRaster_showsWhatAPainterShows()
    {
        QFETCH(QRectF, rect);
        QFETCH(double, radius);
        QFETCH(double, width);
        const auto blank = [] {
            QImage image(180, 180, QImage::Format_RGB32);
            image.fill(QColor(0xf6, 0xf8, 0xfb));
            return image;
        };
        const QColor fill(30, 90, 200, 200);
        const QColor line(180, 20, 60, 120);
        const auto paint = [&](QImage& image, bool pixels, QRect clip, QPointF shift) {
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setClipRect(clip);
            painter.translate(shift);
            const auto raster = pixels ? SmoothRaster::on(painter) : std::nullopt;
            QVERIFY(raster.has_value() == pixels);
            paintRounded(painter, raster ? &*raster : nullptr, rect, radius, fill, line, width);
        };
        const QRect all(0, 0, 180, 180);
        QImage expected = blank();
        paint(expected, false, all, {});
        QImage whole = blank();
        paint(whole, true, all, {});
        int most = 0;
        double sum = 0;
        for (int y = 0; y < 180; ++y)
            for (int x = 0; x < 180; ++x) {
                const QRgb a = expected.pixel(x, y);
                const QRgb b = whole.pixel(x, y);
                const int apart = std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
                most = std::max(most, apart);
                sum += apart;
            }
        QVERIFY2(most <= 48, qPrintable(QString::number(most))); // a painter makes corners of a few straight pieces
        QVERIFY2(sum < 180 * 180 * 0.1, qPrintable(QString::number(sum)));

        QImage parts = blank();
        paint(parts, true, QRect(0, 0, 180, 47), {});
        paint(parts, true, QRect(0, 47, 61, 133), {});
        paint(parts, true, QRect(61, 47, 119, 133), {});
        QCOMPARE(parts, whole);
        QImage moved = blank();
        paint(moved, true, all, {0, -17});
        QCOMPARE(moved.copy(0, 0, 180, 163), whole.copy(0, 17, 180, 163));
    }

    void neighbour_walksAlongEdgesAndRanks()
    {
        const auto node = [&](const char* id) { return m_drawing->nodeOf(m_model->graph->findOperation(id)); };
        QCOMPARE(neighbour(*m_drawing, node("Add1"), Walk::ToProducer), node("Conv1"));
        QCOMPARE(neighbour(*m_drawing, node("Conv1"), Walk::ToConsumer), node("Add1"));
        const bool leftFirst = m_drawing->node(node("Conv1")).rect.x() < m_drawing->node(node("Conv2")).rect.x();
        QCOMPARE(neighbour(*m_drawing, node("Conv1"), leftFirst ? Walk::ToNext : Walk::ToPrevious), node("Conv2"));
        QCOMPARE(neighbour(*m_drawing, node("Conv1"), leftFirst ? Walk::ToPrevious : Walk::ToNext), kNoIndex);
    }

    void palette_textsReadOnTheirGrounds_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void palette_textsReadOnTheirGrounds()
    {
        QFETCH(bool, dark);
        const CanvasPalette& p = canvasPalette(dark);
        const auto reads = [](const QColor& text, const QColor& ground) { return contrastRatio(text, ground) >= 4.5; };
        QVERIFY(reads(p.text, p.box) && reads(p.text, p.canvas));
        QVERIFY(reads(p.secondaryText, p.box) && reads(p.secondaryText, p.canvas));
        QVERIFY(reads(p.quietText, p.quietBox));
        for (const LabelColors& label : {p.plain, p.rescale, p.agree, p.warning, p.method, p.gain})
            QVERIFY(reads(label.text, label.fill));
        for (const GroupColors& group : p.groups) {
            QVERIFY2(reads(group.chipText, group.chip), qPrintable(group.chip.name()));
            QVERIFY2(reads(group.tintText, group.tint), qPrintable(group.tint.name()));
        }
        for (const QColor& halo : p.halo)
            QVERIFY(reads(QColor(0x12, 0x16, 0x1d), halo) || reads(Qt::white, halo));
    }

    void haloLevel_growsWithTheLoss()
    {
        QCOMPARE(haloLevel(0.0), 0);
        QCOMPARE(haloLevel(-1.0), 0);
        QCOMPARE(haloLevel(0.01), 1);
        QCOMPARE(haloLevel(0.3), 2);
        QCOMPARE(haloLevel(1.0), 4);
        QCOMPARE(haloLevel(7.0), 5);
    }
};

} // namespace alignscope::ui

QTEST_MAIN(alignscope::ui::DrawingTest)
#include "drawing_test.moc"

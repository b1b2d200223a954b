// SPDX-License-Identifier: Apache-2.0
// Badges that stand as one: what they hold is told and can be chosen.
#include "core/io/open_model.h"
#include "tests/support/network_files.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/badges.h"
#include "ui/canvas/canvas_look.h"
#include "ui/canvas/describe.h"
#include "ui/canvas/graph_view.h"
#include "ui/canvas/hit_test.h"
#include "ui/text/words.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <set>

namespace alignscope::ui {

class CrowdTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Model> m_model;
    std::shared_ptr<const Drawing> m_drawing;
    std::shared_ptr<const Evaluation> m_evaluation;
    std::uint32_t m_edge = kNoIndex; // that carries the badge of the largest crowd
    std::vector<std::uint32_t> m_crowd;

    void show(GraphView& view, QSize size) const
    {
        view.setAnimations(false);
        view.resize(size);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setDrawing(m_drawing);
        view.setEvaluation(m_evaluation);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_model = *openModel(alignscope::test::networkFile(alignscope::test::NetworkShape::Dense, 400).save("crowd.onnx"));
        m_drawing = test::placed(m_model);
        Scenario scenario;
        scenario.setMethod(Family::Concat, Method::Large);
        m_evaluation = makeEvaluation(m_model, scenario);
        const CanvasLook look(m_evaluation, CanvasMode::After);
        for (std::uint32_t i = 0; i < m_drawing->edges().size(); ++i) {
            const DrawnEdge& edge = m_drawing->edges()[i];
            if (!edge.target || look.edge(edge.target).kind == RescaleKind::None) continue;
            const auto crowd = crowdOf(*m_drawing, look, i, 1.0);
            if (crowd.size() <= m_crowd.size() || crowd.size() > 30) continue;
            m_crowd = crowd;
            m_edge = i;
        }
        QVERIFY(m_crowd.size() >= 8);
    }

    void eachEdge_isInOneCrowd()
    {
        const CanvasLook look(m_evaluation, CanvasMode::After);
        std::set<std::uint32_t> seen;
        std::size_t rescaled = 0;
        for (std::uint32_t i = 0; i < m_drawing->edges().size(); ++i) {
            const DrawnEdge& edge = m_drawing->edges()[i];
            if (!edge.target || look.edge(edge.target).kind == RescaleKind::None) continue;
            ++rescaled;
            for (const std::uint32_t held : crowdOf(*m_drawing, look, i, 1.0)) {
                QVERIFY(seen.insert(held).second);
                QCOMPARE(look.edge(m_drawing->edges()[held].target).kind, look.edge(edge.target).kind);
            }
        }
        QCOMPARE(seen.size(), rescaled);
    }

    void tooltip_listsWhatIsHeld()
    {
        const CanvasLook look(m_evaluation, CanvasMode::After);
        const Hit hit = hitTest(*m_drawing, &look, m_drawing->edges()[m_edge].middle, 1.0);
        QCOMPARE(hit.part, Hit::Part::Crowd);
        QCOMPARE(hit.index, m_edge);
        const QString text = describeCrowd(*m_drawing, look, m_crowd);
        QVERIFY2(text.contains(QStringLiteral("%1 edge").arg(m_crowd.size())), qPrintable(text));
        QVERIFY(text.contains(portName(m_model->baseline.slots()[m_drawing->edges()[m_crowd.front()].target])));
        QVERIFY(text.contains(m_drawing->node(m_drawing->ends()[m_crowd.front()].from).fullName));
        QVERIFY(text.contains(QStringLiteral(u"\u2260 \u00d7")));
    }

    void arcs_leaveTheNumberReadable()
    {
        GraphView view;
        view.setMinimapVisible(false);
        view.setLegendVisible(false);
        show(view, {1400, 1000});
        Selection group;
        group.kind = Selection::Kind::Group;
        group.slot = m_evaluation->outcome.table.root(m_drawing->edges()[m_edge].target);
        const QPointF middle = m_drawing->edges()[m_edge].middle;
        view.flyTo({middle, 1.0});
        view.setSelection(group);
        const QRect badge = QRectF(view.fromScene(middle) - QPointF(14, 6), QSizeF(28, 12)).toRect();
        const auto grabbed = [&](bool arcs) {
            CanvasLayers layers;
            layers.bindings = arcs;
            view.setLayers(layers);
            return view.viewport()->grab().toImage();
        };
        const QImage without = grabbed(false);
        const QImage with = grabbed(true);
        const QRect around = badge.adjusted(-90, -40, 90, 40);
        QVERIFY(with.copy(around) != without.copy(around)); // arcs there are
        QCOMPARE(with.copy(badge), without.copy(badge));
    }

    void click_letsTheUserChoose()
    {
        GraphView view;
        show(view, {1000, 760});
        Selection box;
        box.kind = Selection::Kind::Operation;
        box.operation = m_drawing->node(m_drawing->ends()[m_edge].to).operation;
        view.setSelection(box);
        view.fitSelection();
        view.zoomActual();
        QSignalSpy chosen(&view, &GraphView::selectionChanged);
        const QPointF middle = m_drawing->edges()[m_edge].middle;
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, view.fromScene(middle).toPoint());
        auto* menu = view.findChild<QMenu*>(QStringLiteral("crowdMenu"));
        QVERIFY(menu != nullptr);
        QCOMPARE(chosen.count(), 0);
        const auto actions = menu->actions();
        QCOMPARE(actions.size(), static_cast<qsizetype>(m_crowd.size()) + 2); // a title and a line
        QVERIFY(!actions.first()->isEnabled());
        actions[3]->trigger();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<Selection>().slot, m_drawing->edges()[m_crowd[1]].target);
        menu->close();
    }
};

} // namespace alignscope::ui

QTEST_MAIN(alignscope::ui::CrowdTest)
#include "crowd_test.moc"

// SPDX-License-Identifier: Apache-2.0
#include "tests/support/golden.h"
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/models/comparison_model.h"
#include "ui/panels/compare_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

namespace {

template <class T> T* child(QWidget& parent, const QString& name) { return parent.findChild<T*>(name); }

std::shared_ptr<const Model> concatConcat()
{
    return std::make_shared<const Model>(
        test::loadGolden(std::string(ALIGNSCOPE_TEST_DATA) + "/golden/concat_concat/PPL_CUDA_INT8.golden.json.gz").makeModel());
}

Scenario concatLarge()
{
    Scenario scenario;
    scenario.setMethod(Family::Concat, Method::Large);
    scenario.forceOverlap = Overlap::On;
    return scenario;
}

QString cell(ComparePanel& panel, int row, int column)
{
    const QAbstractItemModel* model = panel.view()->model();
    return model->index(row, column).data().toString();
}

} // namespace

class ComparePanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void otherEngine_rowsCarryTheQuirkAndItsSentence()
    {
        Session session;
        session.adopt(test::docExample());
        ComparePanel panel(session);
        panel.resize(900, 300);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QTRY_VERIFY(panel.comparison());
        QCOMPARE(panel.view()->model()->rowCount(), 0); // nothing is aligned yet
        session.setMethod(Family::Elementwise, Method::Large); // kept current
        QTRY_COMPARE(panel.view()->model()->rowCount(), 3);
        QCOMPARE(cell(panel, 0, ComparisonModel::Operation), u"Conv1"_s); // only Add1 reads it
        QCOMPARE(cell(panel, 0, ComparisonModel::Rules), u"9"_s);
        QCOMPARE(cell(panel, 0, ComparisonModel::Cause), u"Add1"_s);
        QVERIFY(child<QLabel>(panel, u"compareSummary"_s)->text().contains(u"1 "_s)); // quirk
        auto* details = child<QLabel>(panel, u"compareDetails"_s);
        QVERIFY(!details->isVisible());
        panel.view()->setFocus();
        panel.view()->setCurrentIndex(panel.view()->model()->index(0, 0));
        QVERIFY(details->isVisible());
        QVERIFY(details->text().contains(u"256/255"_s));
        QCOMPARE(session.selection().kind, Selection::Kind::Slot);
        QCOMPARE(session.selection().slot, session.model()->baseline.slots().findId("Conv1:out:0"));
        // From the other side the same rows.
        session.setEngine(Engine::Strict);
        QTRY_VERIFY(panel.comparison() && panel.comparison()->to->scenario.engine == Engine::Strict);
        QCOMPARE(panel.view()->model()->rowCount(), 3);
    }

    void allDifferences_addsSlotsThatOnlyNameAnotherMaster()
    {
        Session session;
        session.adopt(concatConcat(), concatLarge());
        ComparePanel panel(session);
        panel.show();
        QTRY_VERIFY(panel.comparison());
        const int parameters = panel.view()->model()->rowCount();
        QCOMPARE(parameters, static_cast<int>(panel.comparison()->parameterDifferences()));
        session.edit([] { Scenario s = concatLarge(); s.setMethod(Family::Concat, Method::Output); return s; }(), u"output"_s);
        QTRY_VERIFY(panel.comparison());
        auto* all = child<QToolButton>(panel, u"compareAll"_s);
        all->click();
        QCOMPARE(panel.view()->model()->rowCount(), static_cast<int>(panel.comparison()->slots.size()));
    }

    void reversedOrder_showsWhatEndsElsewhere_strictDoesNotDependOnIt()
    {
        Session session;
        session.adopt(concatConcat(), concatLarge());
        ComparePanel panel(session);
        panel.show();
        auto* chooser = child<QComboBox>(panel, u"compareWith"_s);
        chooser->setCurrentIndex(2);
        Q_EMIT chooser->activated(2);
        QCOMPARE(panel.side(), ComparePanel::Side::Reversed);
        QTRY_VERIFY(panel.comparison() && panel.view()->model()->rowCount() > 0);
        session.setEngine(Engine::Strict);
        QTRY_VERIFY(panel.comparison() && panel.comparison()->slots.empty());
    }

    void showOnCanvas_putsTheComparisonInPlace_andFollowsTheScenario()
    {
        Session session;
        session.adopt(concatConcat(), concatLarge());
        ComparePanel panel(session);
        panel.show();
        auto* onCanvas = child<QToolButton>(panel, u"compareCanvas"_s);
        QTRY_VERIFY(panel.comparison());
        onCanvas->click();
        QVERIFY(session.showsView());
        QCOMPARE(session.shown()->cascade.changes.size(), panel.comparison()->slots.size());
        session.setForceOverlap(Overlap::Off); // made anew for the new scenario
        QTRY_VERIFY(session.showsView());
        QVERIFY(onCanvas->isChecked());
        QCOMPARE(session.shown()->cascade.changes.size(), panel.comparison()->slots.size());
        session.showOutcome(); // the banner's button
        QVERIFY(!onCanvas->isChecked());
        onCanvas->click();
        QVERIFY(session.showsView());
        onCanvas->click();
        QVERIFY(!session.showsView());
    }

    void anotherFile_isMatched_andABrokenOneIsSaid()
    {
        Session session;
        session.adopt(concatConcat(), concatLarge());
        ComparePanel panel(session);
        panel.show();
        const QString folder = QString::fromUtf8(ALIGNSCOPE_TEST_DATA) + u"/golden/concat_concat/PPL_CUDA_INT8/"_s;
        panel.compareWithFile(folder + u"before.qdq.onnx"_s);
        QTRY_COMPARE(panel.side(), ComparePanel::Side::File);
        QTRY_VERIFY(panel.comparison());
        QVERIFY(panel.view()->model()->rowCount() > 0); // the scenario moved what the file has
        panel.compareWithFile(u"/nowhere/model.onnx"_s);
        QTRY_VERIFY(child<QLabel>(panel, u"compareSummary"_s)->text().contains(u"/nowhere/model.onnx"_s));
        QVERIFY(!panel.busy());
    }

    // Without a common name there is nothing that could be equal.
    void anotherFile_withoutACommonName_isNotCalledEqual()
    {
        Session session;
        session.adopt(test::residualNetwork(4));
        ComparePanel panel(session);
        panel.show();
        panel.compareWithFile(QString::fromUtf8(ALIGNSCOPE_TEST_DATA) + u"/golden/concat_concat/PPL_CUDA_INT8/before.qdq.onnx"_s);
        QTRY_COMPARE(panel.side(), ComparePanel::Side::File);
        QTRY_VERIFY(panel.comparison());
        QVERIFY(!panel.comparison()->matchesAny());
        QStringList said;
        for (const QLabel* label : panel.findChildren<QLabel*>()) said << label->text();
        QVERIFY2(said.contains(u"Nothing can be compared"_s), qPrintable(said.join(u'|')));
    }

    void hidden_itDoesNotWork_shownItCatchesUp()
    {
        Session session;
        session.adopt(test::docExample());
        ComparePanel panel(session);
        session.setMethod(Family::Elementwise, Method::Large);
        QVERIFY(!panel.busy());
        QVERIFY(!panel.comparison());
        panel.show();
        QTRY_VERIFY(panel.comparison());
    }

    void brokenPromise_isNamedAndLeadsToAnotherOrder()
    {
        Session session;
        session.adopt(concatConcat(), concatLarge());
        QVERIFY(!session.evaluation()->cascade.brokenPromises.empty());
        InspectorPanel inspector(session);
        inspector.resize(340, 900);
        inspector.show();
        QTRY_VERIFY(child<QPushButton>(inspector, u"otherOrder"_s) != nullptr);
        const auto& promise = session.evaluation()->cascade.brokenPromises.front();
        const Graph& graph = *session.model()->graph;
        bool named = false;
        for (const auto* row : inspector.findChildren<QPushButton*>())
            named = named || (row->toolTip().contains(QString::fromStdString(graph.operation(promise.operation).id))
                              && row->toolTip().startsWith(QString::fromStdString(graph.operation(session.evaluation()->brokenBy(promise)).id)));
        QVERIFY(named);
        QSignalSpy asked(&inspector, &InspectorPanel::otherOrderAsked);
        child<QPushButton>(inspector, u"otherOrder"_s)->click();
        QCOMPARE(asked.size(), 1);
        ComparePanel panel(session);
        panel.show();
        panel.askOrder();
        QCOMPARE(panel.side(), ComparePanel::Side::Reversed); // the file is in topological order already
    }
};

ALIGNSCOPE_QT_TEST_MAIN(ComparePanelTest)
#include "compare_panel_test.moc"

// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_models.h"
#include "tests/ui/support/qt_test_main.h"
#include "ui/models/changes_model.h"
#include "ui/models/hand_edits_model.h"
#include "ui/models/roles.h"
#include "ui/models/search_model.h"
#include "ui/models/slot_table_model.h"
#include "ui/models/steps_model.h"
#include "ui/models/sweep_model.h"
#include "ui/models/words_filter.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace alignscope;
using namespace alignscope::ui;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Evaluation> aligned(const std::shared_ptr<const Model>& model)
{
    Scenario scenario;
    applyPreset(scenario, "ppq-setting");
    return makeEvaluation(model, scenario);
}

constexpr auto kFail = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class ModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void slotTable_evaluations_keepTheContractOfItemModels()
    {
        SlotTableModel model;
        QAbstractItemModelTester tester(&model, kFail);
        QCOMPARE(model.rowCount(), 0);
        const auto network = test::residualNetwork(6);
        model.setEvaluation(makeEvaluation(network, {}));
        QCOMPARE(model.rowCount(), static_cast<int>(network->baseline.size()));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setEvaluation(aligned(network));
        QCOMPARE(reset.count(), 0); // the same slots: a view keeps its place
        QCOMPARE(changed.count(), 1);
        model.setEvaluation(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void slotTable_changedSlot_showsBothScalesAndTheLoss()
    {
        const auto evaluation = aligned(test::docExample());
        SlotTableModel model;
        model.setEvaluation(evaluation);
        QVERIFY(!evaluation->cascade.changes.empty());
        const Change* lost = nullptr;
        for (const Change& change : evaluation->cascade.changes)
            if (change.bitsLost().value_or(0) > 0.1 && !evaluation->cascade.after(change.slot).parameters.perChannel) lost = &change;
        QVERIFY(lost != nullptr);
        const auto cell = [&](int column, int role = Qt::DisplayRole) { return model.index(static_cast<int>(lost->slot.value()), column).data(role).toString(); };
        QVERIFY(cell(SlotTableModel::ScaleBefore) != cell(SlotTableModel::ScaleAfter));
        QVERIFY(cell(SlotTableModel::BitsLost).startsWith(u'+'));
        QCOMPARE(cell(SlotTableModel::ScaleAfter, kCopyRole).toFloat(), evaluation->cascade.after(lost->slot).parameters.scale.front());
        QCOMPARE(model.index(static_cast<int>(lost->slot.value()), 0).data(kTargetRole).value<Selection>().slot, lost->slot);
    }

    // What only joined a group is no change of a number, wherever changes are counted or listed.
    void changes_slotsThatOnlyJoined_areSaidSoAndStandLast()
    {
        Scenario scenario;
        scenario.engine = Engine::Strict; // takes the parameters of the largest range as they are
        scenario.setMethod(Family::Elementwise, Method::Large);
        const auto evaluation = makeEvaluation(test::residualNetwork(6), scenario);
        const Cascade& cascade = evaluation->cascade;
        QVERIFY(cascade.summary.joinedSlots() > 0 && cascade.summary.movedSlots > 0);
        ChangesModel model;
        model.setEvaluation(evaluation, branchesOf(*evaluation));
        std::size_t joined = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex branch = model.index(row, 0);
            bool seen = false;
            std::size_t moved = 0;
            for (int i = 0; i < model.rowCount(branch); ++i) {
                const Change* change = cascade.change(model.index(i, 0, branch).data(kTargetRole).value<Selection>().slot);
                QVERIFY(change != nullptr);
                QCOMPARE(model.index(i, ChangesModel::BitsLost, branch).data().toString() == u"joined only"_s, !change->moved);
                QVERIFY2(!(seen && change->moved), "a change stands behind what only joined");
                seen = seen || !change->moved;
                joined += change->moved ? 0U : 1U;
                moved += change->moved ? 1U : 0U;
            }
            if (moved > 0) QVERIFY2(branch.data().toString().contains(u"%1 slot"_s.arg(moved)), qPrintable(branch.data().toString()));
        }
        QCOMPARE(joined, cascade.summary.joinedSlots());
    }

    void changes_treeAndFlat_holdTheSameChanges()
    {
        const auto evaluation = aligned(test::residualNetwork(8));
        ChangesModel model;
        QAbstractItemModelTester tester(&model, kFail);
        model.setEvaluation(evaluation, branchesOf(*evaluation));
        std::size_t children = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex branch = model.index(row, 0);
            QVERIFY(model.rowCount(branch) > 0);
            children += static_cast<std::size_t>(model.rowCount(branch));
            QCOMPARE(branch.data(kTargetRole).value<Selection>().kind, Selection::Kind::Operation);
        }
        QCOMPARE(children, evaluation->cascade.changes.size());
        model.setFlat(true);
        QCOMPARE(static_cast<std::size_t>(model.rowCount()), evaluation->cascade.changes.size());
        QCOMPARE(model.index(0, 0).data(kTargetRole).value<Selection>().slot, evaluation->cascade.changes.front().slot);
    }

    void steps_ofAnAlignment_areListedInOrder()
    {
        const auto evaluation = aligned(test::docExample());
        StepsModel model;
        QAbstractItemModelTester tester(&model, kFail);
        model.setEvaluation(evaluation);
        QCOMPARE(static_cast<std::size_t>(model.rowCount()), evaluation->outcome.steps.size());
        QCOMPARE(model.index(0, StepsModel::Operation).data().toString(), u"Add1"_s);
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(model.index(0, StepsModel::ScaleAfter).data().toString(), u"\u2013"_s); // not known yet
        model.setTrail(std::make_shared<const StepTrail>(evaluation));
        QCOMPARE(model.index(0, StepsModel::ScaleAfter).data().toString(), u"0.09134"_s);
        model.setCurrent(2);
        QCOMPARE(model.index(1, StepsModel::Gutter).data(StepsModel::kGutterRole).toInt(), static_cast<int>(StepsModel::Current));
    }

    void sweep_currentScenario_isFoundByItsMethods()
    {
        const auto model = test::docExample();
        SweepModel sweepModel;
        QAbstractItemModelTester tester(&sweepModel, kFail);
        sweepModel.setCombinations(sweep(*model, Engine::Ppq));
        Scenario scenario;
        scenario.setMethod(Family::Elementwise, Method::Output);
        scenario.forceOverlap = Overlap::On;
        scenario.overrides["Add1"].method = Method::None; // exceptions do not count
        sweepModel.setCurrent(scenario);
        const Combination* found = sweepModel.combination(sweepModel.currentRow());
        QVERIFY(found != nullptr);
        QCOMPARE(found->scenario.method(Family::Elementwise), Method::Output);
        QCOMPARE(found->scenario.forceOverlap, Overlap::On);
    }

    void handEdits_unknownOperation_isShownAsNotInThisModel()
    {
        HandEditsModel model;
        QAbstractItemModelTester tester(&model, kFail);
        Scenario scenario;
        scenario.overrides["Add1"].method = Method::Large;
        scenario.overrides["gone"].method = Method::Large;
        model.set(handEdits(*makeEvaluation(test::docExample(), scenario)));
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(!model.index(0, 0).data(HandEditsModel::TroubleRole).toBool());
        QVERIFY(model.index(1, 0).data(HandEditsModel::TroubleRole).toBool());
        QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"Not in this model"_s));
        QCOMPARE(model.index(0, 0).data(kTargetRole).value<Selection>().kind, Selection::Kind::Operation);
        QCOMPARE(model.index(1, 0).data(kTargetRole).value<Selection>().kind, Selection::Kind::None);
    }

    void search_words_areAndedOverTypeNameAndTensor()
    {
        SearchModel model;
        QAbstractItemModelTester tester(&model, kFail);
        model.setModel(test::docExample());
        model.setQuery(u"conv3"_s);
        QCOMPARE(model.hits().size(), std::size_t(1));
        const auto found = [&](const QString& query) {
            model.setQuery(query);
            return model.hits().size();
        };
        QVERIFY(found(u"conv"_s) > 1); // by type and by the tensors that Add1 reads
        QVERIFY(found(u"CONV add"_s) < found(u"conv"_s));
        QVERIFY(found(u"\"Conv\""_s) == 3); // as a whole: the three operations of that type
        model.setQuery(u"conv nothing-of-this"_s);
        QVERIFY(model.hits().empty());
        model.setQuery(u"   "_s);
        QVERIFY(!model.active());
        model.setQuery(u"tensor:conv2_w"_s);
        QVERIFY(model.index(0).data(SearchModel::kWhyRole).toString().contains(u"Conv2_w"_s));
        model.setQuery(u"scale>"_s);
        QVERIFY(model.error().contains(u"scale>"_s));
        QVERIFY(!model.active());
    }

    // Above a few thousand operations the window must not wait for a search.
    void search_ofALargeModel_runsInAThreadAndKeepsTheNewest()
    {
        SearchModel model;
        QAbstractItemModelTester tester(&model, kFail);
        model.setModel(test::residualNetwork(1500));
        model.setQuery(u"type:Conv"_s);
        model.setQuery(u"type:Relu"_s);
        QVERIFY(model.searching());
        QVERIFY(model.hits().empty());
        QTRY_VERIFY(!model.searching());
        QCOMPARE(model.hits().size(), std::size_t(1500));
        QCOMPARE(model.index(0).data(SearchModel::kTypeRole).toString(), u"Relu"_s);
    }

    void search_quantizationTerm_followsTheEvaluation()
    {
        const auto network = test::residualNetwork(6);
        SearchModel model;
        model.setModel(network);
        model.setQuery(u"is:changed"_s);
        QVERIFY(model.hits().empty());
        model.setEvaluation(aligned(network), EvaluationSide::Outcome);
        QVERIFY(!model.hits().empty());
        model.setEvaluation(aligned(network), EvaluationSide::Loaded);
        QVERIFY(model.hits().empty());
    }

    void wordsFilter_tree_keepsTheCauseOfAMatch()
    {
        const auto evaluation = aligned(test::residualNetwork(8));
        ChangesModel changes;
        changes.setEvaluation(evaluation, branchesOf(*evaluation));
        WordsFilter filter;
        filter.setSourceModel(&changes);
        const int all = filter.rowCount();
        const QString some = changes.index(0, 0, changes.index(0, 0)).data().toString();
        filter.setText(some);
        QVERIFY(filter.rowCount() >= 1);
        QVERIFY(filter.rowCount() < all);
        filter.setText(u"nothing is called so"_s);
        QCOMPARE(filter.rowCount(), 0);
    }
};

ALIGNSCOPE_QT_TEST_MAIN(ModelsTest)
#include "models_test.moc"

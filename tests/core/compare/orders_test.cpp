// SPDX-License-Identifier: Apache-2.0
// Order sensitivity of the ppq engine, and broken promises with both names.
#include "core/compare/comparison.h"

#include "core/cascade/evaluate.h"
#include "tests/support/golden.h"
#include "tests/support/random_model.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace alignscope {
namespace {

TEST(OperationOrder, topological_producersComeFirst_reversed_last)
{
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const Model model = test::randomModel(seed, seed % 3);
        const Graph& graph = *model.graph;
        auto order = operationsInOrder(graph, OperationOrderKind::Topological);
        ASSERT_EQ(order.size(), graph.operationCount());
        std::vector<std::size_t> place(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) place[order[i].index()] = i;
        for (std::uint32_t op = 0; op < graph.operationCount(); ++op)
            for (const TensorId input : graph.inputs(OpId(op)))
                if (const OpId producer = graph.producer(input)) { ASSERT_LT(place[producer.index()], place[op]); }
        std::reverse(order.begin(), order.end());
        ASSERT_EQ(operationsInOrder(graph, OperationOrderKind::Reversed), order);
    }
}

// Running in another order is what a file with that order would have given.
TEST(CompareOrders, topological_isTheOutcomeOfTheSortedFile)
{
    std::size_t sensitive = 0;
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Model sorted = test::randomModel(seed); // in order of the data flow
        const auto shuffled = std::make_shared<const Model>(test::randomModel(seed, seed + 1));
        const Scenario scenario = test::randomScenario(sorted, seed);
        const Comparison comparison = compareOrders(shuffled, scenario, OperationOrderKind::Topological);
        for (const SlotDifference& difference : comparison.slots) {
            ASSERT_TRUE(difference.operation.valid());
            ASSERT_EQ(difference.reasons.size(), 1U);
        }
        sensitive += comparison.parameterDifferences() > 0 ? 1U : 0U;
        // Where the two topological orders are one, so are the outcomes.
        const auto order = operationsInOrder(*shuffled->graph, OperationOrderKind::Topological);
        bool same = true;
        for (std::uint32_t i = 0; i < order.size(); ++i)
            same = same && shuffled->graph->operation(order[i]).id == sorted.graph->operation(OpId(i)).id;
        if (!same) continue;
        const Outcome expected = evaluate(sorted, scenario);
        const SlotList& slots = shuffled->baseline.slots();
        for (std::uint32_t i = 0; i < slots.size(); ++i)
            ASSERT_TRUE(sameParameters(comparison.from->outcome.table.effective(SlotId(i)),
                                       expected.table.effective(sorted.baseline.slots().findId(slots.id(SlotId(i))))));
    }
    EXPECT_GT(sensitive, 100U);
}

TEST(CompareOrders, strictEngine_neverDiffers)
{
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        Scenario scenario = test::randomScenario(*model, seed);
        scenario.engine = Engine::Strict;
        ASSERT_TRUE(compareOrders(model, scenario, OperationOrderKind::Reversed).slots.empty()) << seed;
    }
}

TEST(CompareOrders, sharedProducers_reversed_theOtherAlignmentIsLost)
{
    const std::string path = test::goldenFolder() + "/shared_producers/PPL_CUDA_INT8.golden.json.gz";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no reference data";
    const auto model = std::make_shared<const Model>(test::loadGolden(path).makeModel());
    Scenario scenario;
    scenario.setMethod(Family::Elementwise, Method::Large);
    scenario.setMethod(Family::Concat, Method::Output);
    scenario.forceOverlap = Overlap::On;
    const Comparison listed = compareOrders(model, scenario, OperationOrderKind::Topological);
    EXPECT_TRUE(listed.slots.empty()); // the file is sorted
    const Comparison reversed = compareOrders(model, scenario, OperationOrderKind::Reversed);
    const SlotId conv = model->baseline.slots().findId("Conv_1:out:0");
    EXPECT_TRUE(std::any_of(reversed.slots.begin(), reversed.slots.end(),
                            [&](const SlotDifference& d) { return d.slot == conv && d.parameters; }));
}

std::string named(const Evaluation& evaluation, const BrokenPromise& promise)
{
    const Model& model = *evaluation.model;
    const auto id = [&](OpId operation) { return operation ? model.graph->operation(operation).id : "nobody"; };
    return id(promise.operation) + " " + model.baseline.slots().id(promise.slot) + " broken by " + id(evaluation.brokenBy(promise));
}

TEST(BrokenPromises, sharedProducers_theConcatUndoesBothAdds)
{
    const std::string path = test::goldenFolder() + "/shared_producers/PPL_CUDA_INT8.golden.json.gz";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no reference data";
    const auto model = std::make_shared<const Model>(test::loadGolden(path).makeModel());
    Scenario scenario;
    scenario.setMethod(Family::Elementwise, Method::Large);
    scenario.setMethod(Family::Concat, Method::Output);
    scenario.forceOverlap = Overlap::On;
    const auto evaluation = makeEvaluation(model, scenario);
    std::vector<std::string> names;
    for (const BrokenPromise& promise : evaluation->cascade.brokenPromises) names.push_back(named(*evaluation, promise));
    // Add_2 takes the producers from Add_1 and the concat from both; it is the concat that has them now.
    EXPECT_EQ(names, (std::vector<std::string>{"Add_1 Conv_1:out:0 broken by Concat_1",
                                               "Add_2 Conv_2:out:0 broken by Concat_1"}));
}

TEST(BrokenPromises, resizeBesideConcat_theConcatUndoesTheResizeInFileOrderAndTheResizeTheConcatInTheOther)
{
    const auto model = test::resizeBesideConcat();
    Scenario scenario;
    scenario.setMethod(Family::Resize, Method::Output);
    scenario.setMethod(Family::Concat, Method::Output);
    scenario.forceOverlap = Overlap::On;
    const auto promises = [&](const Evaluation& evaluation) {
        std::vector<std::string> names;
        for (const BrokenPromise& promise : evaluation.cascade.brokenPromises) names.push_back(named(evaluation, promise));
        return names;
    };
    const Comparison orders = compareOrders(model, scenario, OperationOrderKind::Reversed);
    // "from" is the other order, "to" the scenario as it is.
    EXPECT_EQ(promises(*orders.to), (std::vector<std::string>{"Resize1 Conv1:out:0 broken by Concat1"}));
    EXPECT_EQ(promises(*orders.from), (std::vector<std::string>{"Concat1 Conv1:out:0 broken by Resize1"}));
    EXPECT_GT(orders.parameterDifferences(), 0U);
    // One of them alone keeps what it promises, and so do both with the producer left alone or the strict engine.
    for (const Family family : {Family::Resize, Family::Concat}) {
        Scenario alone = scenario;
        alone.setMethod(family, Method::None);
        EXPECT_TRUE(makeEvaluation(model, alone)->cascade.brokenPromises.empty());
    }
    scenario.engine = Engine::Strict;
    EXPECT_TRUE(makeEvaluation(model, scenario)->cascade.brokenPromises.empty());
}

// The breaker is an operation that comes after the promise and whose own step parts slot and master.
TEST(BrokenPromises, theBreakerIsAnotherOperationThatRanLater)
{
    std::size_t promises = 0;
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        const Scenario scenario = test::randomScenario(*model, seed);
        const auto evaluation = makeEvaluation(model, scenario);
        for (const BrokenPromise& promise : evaluation->cascade.brokenPromises) {
            ++promises;
            const OpId brokenBy = evaluation->brokenBy(promise);
            ASSERT_TRUE(brokenBy.valid()) << named(*evaluation, promise);
            ASSERT_GT(brokenBy, promise.operation) << named(*evaluation, promise);
            // Without the breaker this slot keeps to what it was promised.
            Scenario without = scenario;
            without.overrides[model->graph->operation(brokenBy).id].method = Method::None;
            const auto rest = makeEvaluation(model, without);
            const auto& left = rest->cascade.brokenPromises;
            const bool stillByIt = std::any_of(left.begin(), left.end(), [&](const BrokenPromise& other) {
                return other.operation == promise.operation && rest->brokenBy(other) == brokenBy;
            });
            ASSERT_FALSE(stillByIt) << named(*evaluation, promise);
        }
    }
    EXPECT_GT(promises, 100U);
}

} // namespace
} // namespace alignscope

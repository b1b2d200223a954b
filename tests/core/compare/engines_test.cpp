// SPDX-License-Identifier: Apache-2.0
// The two engines side by side: no difference without a reason, and equal where both mean the same.
#include "core/compare/comparison.h"

#include "core/cascade/evaluate.h"
#include "tests/support/golden.h"
#include "tests/support/random_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <set>
#include <string>

namespace alignscope {
namespace {

constexpr std::uint32_t kSeeds = 3000;

std::string describe(const Comparison& comparison, const SlotDifference& difference)
{
    const auto side = [&](const Evaluation& evaluation) {
        const SlotValue value = slotValue(evaluation.outcome.table, difference.slot);
        const SlotList& slots = evaluation.outcome.table.slots();
        return std::string(toText(value.state)) + " of " + (value.master ? slots.id(value.master) : "a circle")
            + (value.parameters.scale.empty() ? "" : " at " + std::to_string(value.parameters.scale[0]));
    };
    return comparison.to->model->baseline.slots().id(difference.slot) + ": " + side(*comparison.from) + " | "
        + side(*comparison.to);
}

// The test of the whole: the list is complete, and nothing in it is unexplained.
void expectExplained(const Comparison& comparison)
{
    const TqcTable& from = comparison.from->outcome.table;
    const TqcTable& to = comparison.to->outcome.table;
    auto listed = comparison.slots.begin();
    for (std::uint32_t i = 0; i < to.size(); ++i) {
        const SlotValue a = slotValue(from, SlotId(i));
        const SlotValue b = slotValue(to, SlotId(i));
        const bool parameters = !sameParameters(a.parameters, b.parameters);
        if (!parameters && a.state == b.state && a.master == b.master) continue;
        ASSERT_NE(listed, comparison.slots.end());
        ASSERT_EQ(listed->slot, SlotId(i));
        ASSERT_EQ(listed->parameters, parameters);
        ASSERT_FALSE(listed->reasons.empty());
        for (const DifferenceReason& reason : listed->reasons) {
            ASSERT_NE(reason.rule, DifferenceRule::Unexplained) << describe(comparison, *listed);
            // A scale is never another one because of a name alone.
            if (parameters) { ASSERT_NE(reason.rule, DifferenceRule::OneName) << describe(comparison, *listed); }
        }
        ++listed;
    }
    ASSERT_EQ(listed, comparison.slots.end());
}

TEST(CompareEngines, generatedModels_everyDifferenceHasAReason)
{
    std::set<int> quirks;
    for (std::uint32_t seed = 0; seed < kSeeds && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        const Comparison comparison = compareEngines(model, test::randomScenario(*model, seed));
        expectExplained(comparison);
        for (const auto& count : comparison.counts(true)) quirks.insert(quirkOf(count.rule));
    }
    // The generator reaches the quirks that a healthy table can show.
    for (const int quirk : {1, 4, 5, 6, 7, 9, 10, 11, 12}) EXPECT_TRUE(quirks.contains(quirk)) << "quirk " << quirk;
}

// Bindings, pins and excluded edges are the strict engine's alone; overrides both honour.
TEST(CompareEngines, generatedModelsByHand_everyDifferenceHasAReason)
{
    std::size_t byHand = 0;
    std::size_t overridden = 0;
    for (std::uint32_t seed = 0; seed < kSeeds && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        const Scenario scenario = test::randomScenarioByHand(*model, seed);
        const Comparison comparison = compareEngines(model, scenario);
        expectExplained(comparison);
        const auto nothingByHand = [&](const SlotDifference& difference) {
            return std::none_of(difference.reasons.begin(), difference.reasons.end(),
                                [](const DifferenceReason& reason) { return reason.rule == DifferenceRule::ByHand; });
        };
        // A hand is named exactly where there is one: never without, and always where it alone makes the difference.
        Scenario without = scenario;
        without.bindings.clear();
        without.pins.clear();
        without.excludedEdges.clear();
        const Comparison rest = compareEngines(model, without);
        ASSERT_TRUE(std::all_of(rest.slots.begin(), rest.slots.end(), nothingByHand));
        for (const SlotDifference& difference : comparison.slots) {
            const bool also = std::any_of(rest.slots.begin(), rest.slots.end(),
                                          [&](const SlotDifference& other) { return other.slot == difference.slot; });
            if (also) continue;
            ASSERT_FALSE(nothingByHand(difference)) << describe(comparison, difference);
            ++byHand;
        }
        overridden += scenario.overrides.empty() ? 0U : 1U;
    }
    EXPECT_GT(byHand, 1000U);
    EXPECT_GT(overridden, 1000U);
}

TEST(CompareEngines, referenceModels_everyDifferenceHasAReason)
{
    for (const std::string& path : test::goldenFiles()) {
        const test::GoldenCase golden = test::loadGolden(path);
        const auto model = std::make_shared<const Model>(golden.makeModel());
        for (const test::GoldenSetting& setting : golden.settings) {
            SCOPED_TRACE(golden.name + " " + setting.name());
            expectExplained(compareEngines(model, setting.scenario));
            if (testing::Test::HasFailure()) return;
        }
    }
}

TEST(CompareEngines, fuzzTables_everyDifferenceHasAReason)
{
    for (const char* name : {"plain", "wild"}) {
        for (const test::GoldenCase& fuzz : test::loadFuzz(name)) {
            const auto model = std::make_shared<const Model>(fuzz.makeModel());
            for (const test::GoldenSetting& setting : fuzz.settings) {
                SCOPED_TRACE(fuzz.name + " " + setting.name());
                expectExplained(compareEngines(model, setting.scenario));
                if (testing::Test::HasFailure()) return;
            }
        }
    }
}

// What the specification of the reference says about its own models (ppq-semantics.md section 9).
struct Known {
    std::shared_ptr<const Model> model;
    Scenario scenario;

    [[nodiscard]] std::set<std::string> rulesAt(const std::string& slot) const
    {
        const Comparison comparison = compareEngines(model, scenario);
        std::set<std::string> rules;
        const SlotId id = model->baseline.slots().findId(slot);
        EXPECT_TRUE(id.valid()) << slot;
        for (const SlotDifference& difference : comparison.slots)
            if (difference.slot == id)
                for (const DifferenceReason& reason : difference.reasons) rules.emplace(numberOf(reason.rule));
        return rules;
    }
};

class KnownQuirks : public testing::Test {
protected:
    static Known known(const std::string& name, const std::string& platform = "PPL_CUDA_INT8")
    {
        const std::string path = test::goldenFolder() + "/" + name + "/" + platform + ".golden.json.gz";
        Known result;
        if (!std::filesystem::exists(path)) return result;
        result.model = std::make_shared<const Model>(test::loadGolden(path).makeModel());
        return result;
    }
    static Known setting(const std::string& name, Method elementwise, Method concat, Overlap overlap)
    {
        Known result = known(name);
        result.scenario.setMethod(Family::Elementwise, elementwise);
        result.scenario.setMethod(Family::Concat, concat);
        result.scenario.forceOverlap = overlap;
        return result;
    }
    using Rules = std::set<std::string>;
};

TEST_F(KnownQuirks, symmetricLarge_inflates)
{
    const Known doc = setting("doc_example", Method::Large, Method::None, Overlap::Off);
    EXPECT_EQ(doc.rulesAt("Add1:in:0"), Rules{"9"});
    EXPECT_EQ(doc.rulesAt("Conv2:out:0"), Rules{}); // shared: both engines leave it
    const Known forced = setting("doc_example", Method::Large, Method::None, Overlap::On);
    EXPECT_EQ(forced.rulesAt("Conv3:in:2"), Rules{"9"}); // the bias follows its input
}

TEST_F(KnownQuirks, lastInputInFloat_bindsNone)
{
    Known concat = setting("concat_concat", Method::None, Method::Large, Overlap::On);
    TqcTable table = concat.model->baseline;
    const SlotId last = table.slots().findId("Concat_3:in:2");
    const SlotId middle = table.slots().findId("Concat_3:in:1");
    ASSERT_TRUE(last && middle);
    // A slot of its own: else it follows its producer, which is overridden whatever happens here.
    const ParameterView values = table.effective(middle);
    table.setOwn(middle, values.scale[0], values.offset[0]);
    table.record(middle).dominator = middle.value();
    table.record(middle).state = TqcState::Activated;
    table.record(last).dominator = last.value();
    table.record(last).state = TqcState::Fp32;
    concat.model = std::make_shared<const Model>(withBaseline(*concat.model, table));
    EXPECT_TRUE(concat.rulesAt("Concat_3:in:1").contains("1"));
    EXPECT_FALSE(concat.rulesAt("Concat_3:in:0").contains("1")); // re-ranged all the same
}

TEST_F(KnownQuirks, floatProducer_becomesPassive)
{
    Known concat = setting("concat_concat", Method::None, Method::Output, Overlap::On);
    TqcTable table = concat.model->baseline;
    const SlotId out = table.slots().findId("Concat_1:out:0");
    for (std::uint32_t i = 0; i < table.size(); ++i) // what followed it stands alone
        if (table.dominator(SlotId(i)) == out && SlotId(i) != out) {
            const ParameterView values = table.effective(SlotId(i));
            table.setOwn(SlotId(i), values.scale[0], values.offset[0]);
            table.record(SlotId(i)).dominator = i;
            table.record(SlotId(i)).state = TqcState::Activated;
        }
    table.record(out).state = TqcState::Fp32;
    concat.model = std::make_shared<const Model>(withBaseline(*concat.model, table));
    EXPECT_EQ(concat.rulesAt("Concat_1:out:0"), Rules{"7"});
}

TEST_F(KnownQuirks, graphOutput_isNoConsumer)
{
    const Known consumed = setting("output_consumed", Method::None, Method::Output, Overlap::Off);
    if (!consumed.model) GTEST_SKIP() << "no reference data";
    EXPECT_TRUE(consumed.rulesAt("Add_1:out:0").contains("5"));
}

TEST_F(KnownQuirks, siblingInput_movesWithTheConcat)
{
    const Known input = setting("concat_input", Method::None, Method::Output, Overlap::Off);
    if (!input.model) GTEST_SKIP() << "no reference data";
    EXPECT_EQ(input.rulesAt("Conv_1:in:0"), Rules{"6"});
    EXPECT_EQ(input.rulesAt("Conv_1:in:2"), Rules{"6"}); // and its bias
}

TEST_F(KnownQuirks, sharedProducers_loseTheEarlierAlignment)
{
    const Known shared = setting("shared_producers", Method::Large, Method::Output, Overlap::On);
    if (!shared.model) GTEST_SKIP() << "no reference data";
    EXPECT_EQ(shared.rulesAt("Conv_1:out:0"), Rules{"10"}); // the producers went to the concat
    EXPECT_EQ(shared.rulesAt("Add_1:in:0"), Rules{"9"});    // what was left behind is only inflated
}

TEST_F(KnownQuirks, passiveProducer_isTorn)
{
    const Known passive = setting("passive_concat", Method::None, Method::Output, Overlap::On);
    if (!passive.model) GTEST_SKIP() << "no reference data";
    EXPECT_TRUE(passive.rulesAt("MaxPool_1:in:0").contains("11"));
}

// Equal where both mean the same. The conditions under which they do, per operation.
bool isPlain(const Model& model, const AlignmentSite& site)
{
    const SlotList& slots = model.baseline.slots();
    const Graph& graph = *model.graph;
    for (std::uint32_t i = 0; i < site.inputCount + site.outputCount; ++i) {
        const SlotId slot(site.firstInput + i);
        if (model.baseline.state(slot) == TqcState::Fp32 || model.baseline.state(slot) == TqcState::Soi) return false;
        if (slots[slot].io == SlotIo::Out) continue;
        const TensorId tensor = slots[slot].tensor;
        if (graph.uses(tensor).size() != 1) return false; // shared
        const OpId producer = graph.producer(tensor);
        const SlotId above =
            producer ? slots.find(producer, SlotIo::Out, graph.producerIndex(tensor)) : SlotId{};
        if (!producer) continue;
        // Nothing fused with the producer's output but this input, no other alignment there.
        if (!above || familyOf(graph.operation(producer).type)) return false;
        if (model.baseline.root(slot) != above || model.baseline.dominator(above) != above) return false;
        for (std::uint32_t j = 0; j < slots.size(); ++j)
            if (SlotId(j) != above && SlotId(j) != slot && model.baseline.root(SlotId(j)) == above) return false;
    }
    return true;
}

// Whether no other aligned operation touches what this one may move: its producers read nothing that it reads,
// and its output's readers are not aligned.
bool standsAlone(const Model& model, const AlignmentSite& site)
{
    const SlotList& slots = model.baseline.slots();
    const Graph& graph = *model.graph;
    const SlotId out(site.firstInput + site.inputCount);
    for (std::uint32_t j = 0; j < slots.size(); ++j)
        if (SlotId(j) != out && model.baseline.root(SlotId(j)) == model.baseline.root(out)
            && familyOf(graph.operation(slots[SlotId(j)].operation).type))
            return false;
    for (const Use& use : graph.uses(slots[out].tensor))
        if (familyOf(graph.operation(use.operation).type)) return false;
    return model.baseline.dominator(out) == out;
}

void expectEqualAtPlainSites(const Model& model, Scenario scenario, std::size_t& checked)
{
    scenario.forceOverlap = Overlap::On;
    scenario.engine = Engine::Ppq;
    const Outcome ppq = evaluate(model, scenario);
    scenario.engine = Engine::Strict;
    const Outcome strict = evaluate(model, scenario);
    if (ppq.error) return;
    for (const AlignmentSite& site : model.slotGraph->sites()) {
        const Method method = scenario.method(*site.family);
        if (method == Method::None || !isPlain(model, site) || !standsAlone(model, site)) continue;
        const bool inflates = method == Method::Large && site.inputScheme.has(policy::kSymmetrical)
            && -site.inputScheme.quantMin != site.inputScheme.quantMax;
        if (method == Method::Large && !site.inputScheme.has(policy::kSymmetrical)) continue;
        if (site.inputScheme.has(policy::kPowerOf2) && method == Method::Large) continue;
        ++checked;
        for (std::uint32_t i = 0; i < site.inputCount + site.outputCount; ++i) {
            const SlotId slot(site.firstInput + i);
            const ParameterView a = ppq.table.effective(slot);
            const ParameterView b = strict.table.effective(slot);
            const bool claimed = i < site.inputCount;
            if (inflates && claimed && method == Method::Large) {
                const double taken = static_cast<double>(a.scale[0]) * 255.0 / 256.0;
                ASSERT_NEAR(taken / static_cast<double>(b.scale[0]), 1.0, 1e-6) << model.baseline.slots().id(slot);
            } else {
                ASSERT_TRUE(sameParameters(a, b)) << model.baseline.slots().id(slot);
            }
        }
    }
}

TEST(CompareEngines, plainOperationsWithOverlap_haveEqualScales)
{
    std::size_t checked = 0;
    for (std::uint32_t seed = 0; seed < kSeeds && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Model model = test::randomModel(seed);
        Scenario scenario = test::randomScenario(model, seed);
        scenario.overrides.clear();
        expectEqualAtPlainSites(model, scenario, checked);
    }
    EXPECT_GT(checked, 300U);
    const std::size_t generated = checked;
    for (const std::string& path : test::goldenFiles()) {
        const test::GoldenCase golden = test::loadGolden(path);
        const Model model = golden.makeModel();
        for (const test::GoldenSetting& setting : golden.settings) {
            SCOPED_TRACE(golden.name + " " + setting.name());
            expectEqualAtPlainSites(model, setting.scenario, checked);
            if (testing::Test::HasFailure()) return;
        }
    }
    // The committed part of the reference holds no such operation.
    if (std::filesystem::exists(ALIGNSCOPE_SHARED_DATA "/golden")) { EXPECT_GT(checked, generated); }
}

// The classification means what it says: what only quirk 9 makes differ, differs by 256/255 for each application.
TEST(CompareEngines, inflationAlone_isAPowerOf256By255)
{
    std::size_t checked = 0;
    for (std::uint32_t seed = 0; seed < kSeeds && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        const Comparison comparison = compareEngines(model, test::randomScenario(*model, seed));
        for (const SlotDifference& difference : comparison.slots) {
            const auto inflation = [](const DifferenceReason& r) { return r.rule == DifferenceRule::SymmetricInflation; };
            if (!difference.parameters || !std::all_of(difference.reasons.begin(), difference.reasons.end(), inflation)) continue;
            const ParameterView strict = comparison.from->outcome.table.effective(difference.slot);
            const ParameterView ppq = comparison.to->outcome.table.effective(difference.slot);
            const double power = std::log(static_cast<double>(ppq.scale[0]) / static_cast<double>(strict.scale[0])) / std::log(256.0 / 255.0);
            ASSERT_GE(std::round(power), 1) << describe(comparison, difference);
            ASSERT_LE(std::round(power), static_cast<double>(difference.reasons.size())) << describe(comparison, difference);
            ASSERT_NEAR(power, std::round(power), 1e-3) << describe(comparison, difference);
            ++checked;
        }
    }
    EXPECT_GT(checked, 1000U);
}

TEST(CompareEngines, seenFromTheOtherEngine_theSameSlotsForTheSameReasons)
{
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const auto model = std::make_shared<const Model>(test::randomModel(seed));
        Scenario scenario = test::randomScenario(*model, seed);
        const Comparison a = compareEngines(model, scenario);
        scenario.engine = Engine::Strict;
        const Comparison b = compareEngines(model, scenario);
        ASSERT_EQ(a.slots.size(), b.slots.size());
        for (std::size_t i = 0; i < a.slots.size(); ++i) {
            ASSERT_EQ(a.slots[i].slot, b.slots[i].slot);
            ASSERT_EQ(a.slots[i].reasons, b.slots[i].reasons);
        }
    }
}

TEST(CompareEngines, stoppedTask_looksForNoMoreReasons)
{
    const auto model = std::make_shared<const Model>(test::randomModel(7));
    const Scenario scenario = test::randomScenario(*model, 7);
    const Comparison whole = compareEngines(model, scenario);
    ASSERT_FALSE(whole.slots.empty());
    std::stop_source source;
    source.request_stop();
    const Comparison stopped = compareEngines(model, scenario, Task{source.get_token(), {}});
    ASSERT_EQ(stopped.slots.size(), whole.slots.size());
    for (const SlotDifference& difference : stopped.slots) EXPECT_TRUE(difference.reasons.empty());
}

TEST(CompareEngines, nothingAsked_nothingDiffers)
{
    const auto model = std::make_shared<const Model>(test::randomModel(3));
    EXPECT_TRUE(compareEngines(model, {}).slots.empty());
}

} // namespace
} // namespace alignscope

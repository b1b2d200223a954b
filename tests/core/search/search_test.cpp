// SPDX-License-Identifier: Apache-2.0
// What queries find in the documentation's example and in a generated network.
#include "core/search/completions.h"
#include "core/search/search.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace alignscope {
namespace {

class Searching : public ::testing::Test {
protected:
    void open(std::shared_ptr<const Model> model, const char* preset)
    {
        index = std::make_shared<const SearchIndex>(model);
        Scenario scenario;
        applyPreset(scenario, preset);
        evaluation = makeEvaluation(std::move(model), scenario);
    }
    std::string found(const std::string& text, EvaluationSide side = EvaluationSide::Outcome)
    {
        auto query = parseQuery(text);
        if (!query) return sentence(query.error());
        search = std::make_unique<Search>(index, evaluation, side, *query);
        std::string ids;
        for (const OpId op : search->all()) ids += (ids.empty() ? "" : " ") + graph().operation(op).id;
        return ids;
    }
    std::vector<SearchReason> why(const std::string& text, const char* operation)
    {
        found(text);
        return search->reasons(graph().findOperation(operation));
    }
    const Graph& graph() const { return *index->model().graph; }

    std::shared_ptr<const SearchIndex> index;
    std::shared_ptr<const Evaluation> evaluation;
    std::unique_ptr<Search> search;
};

TEST_F(Searching, wordsTypesAndTensors_areAnded)
{
    open(test::docExample(), "ppq-setting");
    EXPECT_EQ(found("CONV3"), "Conv3");
    EXPECT_EQ(found("conv2_out"), "Conv2 Add1 Conv3");
    EXPECT_EQ(found("conv2_out type:conv"), "Conv2 Conv3");
    EXPECT_EQ(found("conv2_out -type:conv"), "Add1");
    EXPECT_EQ(found("\"Conv\""), "Conv1 Conv2 Conv3");
    EXPECT_EQ(found("/^conv[12]$/"), "Conv1 Conv2");
    EXPECT_EQ(found("name:/^conv[12]$/ tensor:Conv2_w"), "Conv2");
    EXPECT_EQ(found("  "), "");
    EXPECT_EQ(found("conv nothing-of-this"), "");
}

TEST_F(Searching, attributesShapesAndTypes_areFound)
{
    open(test::docExample(), "ppq-setting");
    EXPECT_EQ(found("attr:kernel_shape"), "Conv1 Conv2 Conv3");
    EXPECT_EQ(found("-attr:kernel_shape"), "Add1");
    EXPECT_EQ(found("attr:kernel_shape=3,3 conv1_w"), "Conv1");
    EXPECT_EQ(found("attr:kernel_shape=5,5"), "");
    EXPECT_EQ(found("attr:kernel_shape!=5,5"), "Conv1 Conv2 Conv3");
    EXPECT_EQ(found("shape:4,4,3,3"), "Conv1 Conv2 Conv3");
    EXPECT_EQ(found("shape:4,4,?,3"), "Conv1 Conv2 Conv3");
    EXPECT_EQ(found("shape:3"), "Conv1 Conv2 Conv3");
    EXPECT_EQ(found("shape:8 add"), "Add1");
    EXPECT_EQ(found("dtype:float32 add"), "Add1");
    EXPECT_EQ(found("dtype:int8"), "");
}

TEST_F(Searching, slotsThatOnlyJoinedAGroup_areNoChanges)
{
    open(test::residualNetwork(12), "ppq-setting");
    Scenario strict; // takes the parameters of the largest range as they are
    strict.engine = Engine::Strict;
    strict.setMethod(Family::Elementwise, Method::Large);
    evaluation = makeEvaluation(evaluation->model, strict);
    const SlotList& slots = evaluation->model->baseline.slots();
    std::set<std::string> changed;
    std::set<std::string> joined;
    for (const Change& change : evaluation->cascade.changes)
        (change.moved ? changed : joined).insert(graph().operation(slots[change.slot].operation).id);
    ASSERT_FALSE(changed.empty());
    ASSERT_FALSE(joined.empty());
    const auto words = [](const std::string& text) {
        std::istringstream in(text);
        return std::set<std::string>(std::istream_iterator<std::string>(in), {});
    };
    EXPECT_EQ(words(found("is:changed")), changed);
    EXPECT_EQ(words(found("is:joined")), joined);
}

TEST_F(Searching, clipped_findsWhoseLoadedRangeIsNoLongerHeld)
{
    open(test::residualNetwork(12), "ppq-setting");
    Scenario output; // some inputs reach farther than their output
    output.setMethod(Family::Elementwise, Method::Output);
    output.forceOverlap = Overlap::On;
    evaluation = makeEvaluation(evaluation->model, output);
    const SlotList& slots = evaluation->model->baseline.slots();
    std::set<std::string> clipped;
    std::set<std::string> changed;
    for (const Change& change : evaluation->cascade.changes) {
        const std::string& id = graph().operation(slots[change.slot].operation).id;
        if (change.moved) changed.insert(id);
        if (change.clippedPercent > 0) clipped.insert(id);
    }
    ASSERT_FALSE(clipped.empty());
    ASSERT_NE(clipped, changed);
    std::istringstream in(found("is:clipped"));
    EXPECT_EQ(std::set<std::string>(std::istream_iterator<std::string>(in), {}), clipped);
}

TEST_F(Searching, quantizationTerms_agreeWithTheCascade)
{
    open(test::residualNetwork(12), "ppq-setting");
    const Cascade& cascade = evaluation->cascade;
    const auto ids = [&](auto&& operations) {
        std::vector<OpId> sorted(operations.begin(), operations.end());
        std::sort(sorted.begin(), sorted.end());
        sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
        std::string all;
        for (const OpId op : sorted) all += (all.empty() ? "" : " ") + graph().operation(op).id;
        return all;
    };
    const SlotList& slots = index->model().baseline.slots();
    std::vector<OpId> changed, lost, requantized, loadedRequantized;
    for (const Change& change : cascade.changes) {
        changed.push_back(slots[change.slot].operation);
        if (change.bitsLost().value_or(0) > 1) lost.push_back(slots[change.slot].operation);
    }
    for (const RequantizeEdge& edge : cascade.edgesAfter) requantized.push_back(slots[edge.edge.to].operation);
    for (const RequantizeEdge& edge : cascade.edgesBefore) loadedRequantized.push_back(slots[edge.edge.to].operation);
    ASSERT_FALSE(changed.empty());
    ASSERT_FALSE(lost.empty());
    ASSERT_FALSE(cascade.misalignedBefore.empty());
    EXPECT_EQ(found("is:changed"), ids(changed));
    EXPECT_EQ(found("changed", EvaluationSide::Loaded), "");
    EXPECT_EQ(found("bits>1"), ids(lost));
    EXPECT_EQ(found("requantize"), ids(requantized));
    EXPECT_EQ(found("requantize", EvaluationSide::Loaded), ids(loadedRequantized));
    EXPECT_EQ(found("misaligned", EvaluationSide::Loaded), ids(cascade.misalignedBefore));
    EXPECT_EQ(found("misaligned"), ids(cascade.misalignedAfter));
    EXPECT_EQ(found("float"), "layer11.conv1 layer11.relu layer11.conv2 layer11.concat");
    std::vector<OpId> members;
    for (const SlotId slot : cascade.groups().front().slots) members.push_back(slots[slot].operation);
    EXPECT_EQ(found(std::string("group:G").append(std::to_string(cascade.groups().front().number))), ids(members));
    EXPECT_EQ(found("group:9999"), "");
}

TEST_F(Searching, termsAboutSlots_holdAtOneSlot)
{
    open(test::docExample(), "ppq-setting");
    // Loaded, Conv1 has 0.0246 at its input, fused nowhere, and ACTIVATED 0.027 at its output.
    EXPECT_EQ(found("scale=0.0246 conv1", EvaluationSide::Loaded), "Conv1");
    EXPECT_EQ(found("scale=0.0246", EvaluationSide::Loaded), "Conv1 Conv2");
    EXPECT_EQ(found("scale=0.02463", EvaluationSide::Loaded), "Conv1 Conv2");
    EXPECT_EQ(found("scale=0.02464", EvaluationSide::Loaded), "");
    EXPECT_EQ(found("state:OVERLAPPED scale>0.09", EvaluationSide::Loaded), "Add1 Conv3");
    EXPECT_EQ(found("state:OVERLAPPED scale>0.09 scale<0.05", EvaluationSide::Loaded), "");
    EXPECT_EQ(found("width=32", EvaluationSide::Loaded), "Conv1 Conv2 Conv3"); // the biases
    EXPECT_EQ(found("-state:OVERLAPPED", EvaluationSide::Loaded), "Conv1 Conv2");
    EXPECT_EQ(found("offset!=0", EvaluationSide::Loaded), "");
}

TEST_F(Searching, reasons_sayWhatFits)
{
    open(test::docExample(), "ppq-setting");
    auto reasons = why("conv2_out state:PASSIVE -type:Conv", "Add1");
    ASSERT_EQ(reasons.size(), 2U); // what must not hold gives none
    EXPECT_EQ(reasons[0].field, SearchField::Tensor);
    EXPECT_EQ(reasons[0].text, "Conv2_out");
    EXPECT_EQ(reasons[1].field, SearchField::State);
    EXPECT_EQ(evaluation->outcome.table.state(reasons[1].slot), TqcState::Passive);
    reasons = why("shape:4,4,3,3", "Conv1");
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_EQ(reasons[0].text, "Conv1_w: 4,4,3,3");
    EXPECT_TRUE(why("conv3", "Add1").empty());
}

TEST_F(Searching, withoutAnEvaluation_findsTheLoadedState)
{
    open(test::docExample(), "ppq-setting");
    evaluation = nullptr;
    EXPECT_EQ(found("state:OVERLAPPED scale>0.09"), "Add1 Conv3");
    EXPECT_EQ(found("changed"), "");
}

TEST(SearchCompletions, termBeingTyped_isContinued)
{
    const auto model = test::docExample();
    const Graph& graph = *model->graph;
    using Texts = std::vector<std::string>;
    EXPECT_EQ(searchCompletions("ty", graph), (Texts{"type:"}));
    EXPECT_EQ(searchCompletions("conv type:", graph), (Texts{"type:Conv", "type:Add"}));
    EXPECT_EQ(searchCompletions("-type:a", graph), (Texts{"-type:Add"}));
    EXPECT_EQ(searchCompletions("attr:k", graph), (Texts{"attr:kernel_shape"}));
    EXPECT_EQ(searchCompletions("mis", graph), (Texts{"misaligned"}));
    EXPECT_EQ(searchCompletions("state:ov", graph), (Texts{"state:OVERLAPPED"}));
    EXPECT_TRUE(searchCompletions("", graph).empty());
    EXPECT_TRUE(searchCompletions("c", graph).empty());
    EXPECT_TRUE(searchCompletions("conv ", graph).empty());
    EXPECT_TRUE(searchCompletions("type:Conv", graph).empty());
}

} // namespace
} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/report/table_json.h"

#include "core/base/json.h"
#include "core/cascade/sweep.h"
#include "core/io/quant_file.h"
#include "core/report/slots_csv.h"
#include "core/report/sweep_json.h"
#include "tests/support/golden.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alignscope::test {
namespace {

std::shared_ptr<const Evaluation> evaluated(const GoldenCase& golden, const Scenario& scenario)
{
    return makeEvaluation(std::make_shared<const Model>(golden.makeModel()), scenario);
}

// Everything of a table that a file must keep: the parameters of roots, and all else of each slot.
std::string lost(const TqcTable& a, const TqcTable& b)
{
    if (a.size() != b.size()) return "size";
    for (std::uint32_t i = 0; i < a.size(); ++i) {
        const SlotId id(i);
        const Slot& s = a.slots()[id];
        const Slot& t = b.slots()[id];
        const ParameterView p = a.effective(id);
        const ParameterView q = b.effective(id);
        const bool equal = a.dominator(id) == b.dominator(id) && a.state(id) == b.state(id)
            && a.record(id).visibility == b.record(id).visibility && sameParameters(p, q)
            && (p.scale.empty() || p.perChannel == q.perChannel) && s.scheme == t.scheme && s.io == t.io
            && s.index == t.index && s.tensor == t.tensor && s.parameter == t.parameter && s.data == t.data
            && s.storedType == t.storedType && s.minScale == t.minScale;
        if (!equal) return a.slots().id(id);
    }
    return {};
}

TqcTable readBack(const std::string& json, const std::shared_ptr<const Graph>& graph)
{
    const ScratchFolder folder;
    const auto file = readQuantFile(folder.write("table.json", json));
    EXPECT_TRUE(file) << (file ? std::string() : sentence(file.error()));
    if (!file) return {};
    EXPECT_EQ((*file)->kind(), QuantSource::Table);
    auto applied = applyQuantFile(**file, graph);
    EXPECT_TRUE(applied) << (applied ? std::string() : sentence(applied.error()));
    return applied ? std::move(applied->table) : TqcTable{};
}

TEST(TableJson, everyReferenceTable_readsBackWithoutLoss)
{
    for (const std::string& path : goldenFiles()) {
        const GoldenCase golden = loadGolden(path);
        if (golden.model == "big_2000") continue;
        std::size_t number = 0;
        for (const GoldenSetting& setting : golden.settings) {
            if (++number % 5 != 1) continue; // the tables of neighbours differ little
            const auto evaluation = evaluated(golden, setting.scenario);
            EXPECT_EQ(lost(evaluation->outcome.table, readBack(tableJson(*evaluation), golden.graph)), "")
                << golden.name << " " << setting.name();
        }
    }
}

TEST(TableJson, wildTables_readBackWithoutLoss)
{
    // FP32, SOI and baked states, per-channel and floating policies, missing scales, minimum scales, errors.
    const auto cases = loadFuzz("wild");
    if (cases.empty()) GTEST_SKIP() << "the shared reference data is not there";
    for (const GoldenCase& golden : cases) {
        if (golden.settings.empty()) continue;
        const auto evaluation = evaluated(golden, golden.settings.front().scenario);
        EXPECT_EQ(lost(evaluation->outcome.table, readBack(tableJson(*evaluation), golden.graph)), "") << golden.name;
    }
}

TEST(TableJson, aCycle_readsBackAsACycle)
{
    GoldenCase golden = loadGolden(goldenFiles().front());
    ASSERT_GT(golden.before.size(), 4U);
    golden.before.record(SlotId(0U)).dominator = 3;
    golden.before.record(SlotId(3U)).dominator = 0;
    const auto evaluation = evaluated(golden, {});
    const std::string json = tableJson(*evaluation);
    EXPECT_NE(json.find("\"master\": null"), std::string::npos);
    EXPECT_EQ(lost(evaluation->outcome.table, readBack(json, golden.graph)), "");
}

TEST(TableJson, align_listsChangesStepsAndSummaryOfTheEvaluation)
{
    const auto files = goldenFiles();
    const auto path = std::find_if(files.begin(), files.end(), [](const std::string& name) {
        return name.ends_with("doc_example/PPL_CUDA_INT8.golden.json.gz");
    });
    ASSERT_NE(path, files.end());
    const GoldenCase golden = loadGolden(*path);
    Scenario scenario;
    ASSERT_TRUE(applyPreset(scenario, "ppq-setting"));
    const auto evaluation = evaluated(golden, scenario);
    const auto json = parseJson(tableJson(*evaluation), "table");
    ASSERT_TRUE(json) << sentence(json.error());

    std::vector<std::string> keys;
    for (const JsonMember& member : *json->members()) keys.push_back(member.key);
    EXPECT_EQ(keys, (std::vector<std::string>{"schema", "model", "engine", "settings", "error", "warnings", "slots",
                                              "changes", "steps", "inferred", "summary"}));
    EXPECT_TRUE(json->find("error")->isNull());
    EXPECT_EQ(json->find("slots")->items()->size(), golden.before.size());
    EXPECT_EQ(json->find("changes")->items()->size(), evaluation->cascade.changes.size());
    EXPECT_GT(json->find("changes")->items()->size(), 0U);
    ASSERT_EQ(json->find("steps")->items()->size(), evaluation->outcome.steps.size());

    // A step's "after" is the next step's "before" at the same slot; the last is the table's.
    const JsonValue& step = json->find("steps")->items()->front();
    EXPECT_EQ(*step.find("operation")->text(), "Add1");
    EXPECT_EQ(*step.find("action")->text(), "rerange");
    double after = 0;
    ASSERT_TRUE(step.find("after")->find("scale")->toNumber(after));
    const TqcTable& table = evaluation->outcome.table;
    EXPECT_EQ(static_cast<float>(after), table.effective(table.slots().findId("Add1:in:0")).scale[0]);
    for (const JsonValue& change : *json->find("changes")->items())
        EXPECT_FALSE(change.find("cause")->items()->empty()) << *change.find("slot")->text();
    EXPECT_EQ(*json->find("summary")->find("changed_slots")->integer(),
              static_cast<std::int64_t>(evaluation->cascade.changes.size()));
}

TEST(SweepJson, combinations_carryTheirSettings)
{
    const GoldenCase golden = loadGolden(goldenFiles().front());
    const Model model = golden.makeModel();
    const auto combinations = sweep(model, Engine::Ppq);
    const Engine engines[] = {Engine::Ppq};
    const auto json = parseJson(sweepJson(model, engines, combinations), "sweep");
    ASSERT_TRUE(json) << sentence(json.error());
    EXPECT_EQ(*json->find("schema")->text(), "alignscope-sweep/1");
    ASSERT_EQ(json->find("combinations")->items()->size(), combinations.size());
    EXPECT_TRUE(*json->find("combinations")->items()->at(1).find("settings")->find("force_overlap")->boolean());
}

TEST(SlotsCsv, cells_areQuotedWhereTheyMustBe)
{
    GraphBuilder builder;
    Operation operation;
    operation.name = "a,\"b\"";
    operation.type = "Relu";
    builder.add(std::move(operation), {builder.tensor("x")}, {builder.tensor("y")});
    const auto graph = std::move(builder).build(OperationOrder::AsAdded).value().graph;
    Slot slot;
    slot.operation = OpId(0U);
    slot.tensor = graph->findTensor("x");
    TqcTable table(std::make_shared<SlotList>(graph, std::vector<Slot>{slot}));
    table.setOwn(SlotId(0U), 0.5F, 3.0F);
    const std::string csv = slotsCsv(table);
    EXPECT_NE(csv.find("\r\n\"a,\"\"b\"\":in:0\",\"a,\"\"b\"\"\",Relu,in,0,x,false,INITIAL,"), std::string::npos)
        << csv;
    EXPECT_NE(csv.find(",0.5,3,"), std::string::npos);
}

} // namespace
} // namespace alignscope::test

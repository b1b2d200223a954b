// SPDX-License-Identifier: Apache-2.0
// Generated graphs through files: an ONNX model and a table beside it, opened and aligned as the
// command line does, against the reference's fuzz cases. And files with random damage.
#include "core/cascade/evaluation.h"
#include "core/io/open_model.h"
#include "core/io/quant_file.h"
#include "core/report/scenario_json.h"
#include "core/report/table_json.h"
#include "tests/support/golden.h"
#include "tests/support/gzip.h"
#include "tests/support/onnx_builder.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <random>

namespace alignscope::test {
namespace {

std::string onnxBytes(const Graph& graph)
{
    OnnxBuilder builder;
    const auto names = [&](std::span<const TensorId> tensors) {
        std::vector<std::string> list;
        for (const TensorId tensor : tensors) list.push_back(tensor ? graph.tensor(tensor).name : std::string());
        return list;
    };
    for (const TensorId input : graph.graphInputs()) builder.input(graph.tensor(input).name);
    for (const TensorId output : graph.graphOutputs()) builder.output(graph.tensor(output).name);
    for (std::uint32_t i = 0; i < graph.tensorCount(); ++i)
        if (graph.tensor(TensorId(i)).kind == TensorKind::Constant)
            builder.tensor(graph.tensor(TensorId(i)).name, onnx_type::kFloat, {2}, {1, 2});
    for (std::uint32_t i = 0; i < graph.operationCount(); ++i)
        builder.node(graph.operation(OpId(i)).type, names(graph.inputs(OpId(i))), names(graph.outputs(OpId(i))),
                     graph.operation(OpId(i)).id);
    return builder.bytes();
}

// Tensors may be numbered differently, slots not: compared by id.
std::string differenceById(const TqcTable& table, const GoldenCase& golden, const GoldenTable& expected)
{
    const SlotList& slots = table.slots();
    if (slots.size() != expected.size()) return "number of slots";
    for (std::uint32_t i = 0; i < expected.size(); ++i) {
        const SlotId slot = slots.findId(golden.slots->id(SlotId(i)));
        if (!slot) return golden.slots->id(SlotId(i)) + " is missing";
        const GoldenValue& value = expected[i];
        const auto idOf = [&](std::uint32_t index) {
            return index == GoldenValue::kNone ? std::string() : golden.slots->id(SlotId(index));
        };
        const SlotId root = table.root(slot);
        const bool equal = table.state(slot) == value.state && slots.id(table.dominator(slot)) == idOf(value.dominator)
            && (root ? slots.id(root) : std::string()) == idOf(value.root)
            && sameParameters(table.effective(slot), {value.scale, value.offset, value.perChannel});
        if (!equal) return slots.id(slot);
    }
    return {};
}

TEST(TableBesideModel, fuzzCases_alignAsTheReferenceDoes)
{
    std::size_t compared = 0;
    for (const std::string set : {"plain", "wild"}) {
        for (const GoldenCase& golden : loadFuzz(set)) {
            if (golden.settings.empty()) continue;
            const ScratchFolder folder;
            const auto loaded = makeEvaluation(std::make_shared<const Model>(golden.makeModel()), Scenario{});
            const auto model = openModel(folder.write("m.onnx", onnxBytes(*golden.graph)),
                                         folder.write("t.json", tableJson(*loaded)));
            ASSERT_TRUE(model) << golden.name << ": " << sentence(model.error());
            EXPECT_EQ(differenceById((*model)->baseline, golden, golden.beforeValues), "") << golden.name;

            const GoldenSetting& setting = golden.settings.front();
            // The scenario goes through its file as well.
            auto scenario = parseScenario(scenarioJson(setting.scenario), "scenario");
            ASSERT_TRUE(scenario) << sentence(scenario.error());
            scenario->passivePass = false;
            const auto aligned = makeEvaluation(*model, *scenario);
            EXPECT_EQ(differenceById(aligned->outcome.table, golden, setting.after), "") << golden.name;
            ASSERT_EQ(aligned->outcome.error.has_value(), setting.error.has_value()) << golden.name;
            if (setting.error) {
                EXPECT_EQ(toText(aligned->outcome.error->kind), setting.error->type) << golden.name;
            }
            ++compared;
        }
    }
    if (compared == 0) GTEST_SKIP() << "the shared reference data is not there";
}

std::string damaged(std::string text, std::mt19937& random)
{
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
    for (std::size_t n = 1 + below(4); n > 0 && !text.empty(); --n) {
        const std::size_t at = below(text.size());
        const std::string digits = "0123456789-.eE\"{}[]:,nulltrue \xff";
        switch (below(4)) {
        case 0: text[at] = digits[below(digits.size())]; break;
        case 1: text.erase(at, 1 + below(40)); break;
        case 2: text.insert(at, text.substr(below(text.size()), below(60))); break;
        default: text.insert(at, 1, digits[below(digits.size())]); break;
        }
    }
    return text;
}

TEST(QuantFile, randomDamage_isRefusedOrReadButNeverFatal)
{
    const std::string path = std::string(ALIGNSCOPE_TEST_DATA) + "/golden/concat_concat/PPL_CUDA_INT8";
    const GoldenCase golden = loadGolden(path + ".golden.json.gz");
    const auto loaded = makeEvaluation(std::make_shared<const Model>(golden.makeModel()), Scenario{});
    Scenario asked;
    applyPreset(asked, "ppq-setting");
    std::mt19937 random(11);
    std::size_t read = 0;
    const ScratchFolder folder;
    for (const std::string& good : {readMaybeGzip(path + "/before.json"), readMaybeGzip(path + "/align_f1.json"),
                                    tableJson(*loaded)}) {
        for (int round = 0; round < 700; ++round) {
            const auto file = readQuantFile(folder.write("q.json", damaged(good, random)));
            if (!file) {
                EXPECT_FALSE(sentence(file.error()).empty());
                continue;
            }
            auto applied = applyQuantFile(**file, golden.graph);
            if (!applied) continue;
            ++read;
            Model model = golden.makeModel();
            model.inferred.clear(); // belongs to the other table
            model.baseline = std::move(applied->table);
            finishModel(model);
            const auto aligned = makeEvaluation(std::make_shared<const Model>(std::move(model)), asked);
            EXPECT_FALSE(tableJson(*aligned).empty());
        }
    }
    EXPECT_GT(read, 100U); // some damage is only another value
}

} // namespace
} // namespace alignscope::test

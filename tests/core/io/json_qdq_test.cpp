// SPDX-License-Identifier: Apache-2.0
// Float models opened with PPQ's config: against the reference tables, and against the Q/DQ file
// that the reference exported from the same state.
#include "core/io/open_model.h"
#include "tests/support/golden.h"
#include "tests/support/gzip.h"
#include "tests/support/scratch.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace alignscope::test {
namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) { return fs::exists(path) || fs::exists(path + ".gz"); }

// The model that the config was exported with, or else the one that the reference was given.
std::string floatModel(const GoldenCase& golden)
{
    const std::string exported = golden.folder + "/model.onnx";
    return fs::exists(exported) ? exported : goldenFolder() + "/models/" + golden.model + ".onnx";
}

std::shared_ptr<const Model> open(const std::string& path, const std::string& quant = {})
{
    const auto model = openModel(path, quant);
    EXPECT_TRUE(model) << path << " " << quant << ": " << (model ? std::string() : sentence(model.error()));
    return model ? *model : nullptr;
}

TEST(OpenModelWithConfig, before_isTheReferenceTable)
{
    std::size_t compared = 0;
    for (const std::string& path : goldenFiles()) {
        const GoldenCase golden = loadGolden(path);
        if (!exists(golden.folder + "/before.json") || !fs::exists(floatModel(golden))) continue;
        const ScratchFolder folder;
        const auto model = open(floatModel(golden),
                                folder.write("before.json", readMaybeGzip(golden.folder + "/before.json")));
        ASSERT_TRUE(model);
        EXPECT_EQ(model->quantSource, QuantSource::PpqJson);
        const TqcTable& table = model->baseline;
        for (std::uint32_t i = 0; i < golden.before.size(); ++i) {
            const std::string id = golden.slots->id(SlotId(i));
            // METAX has no bias in its Gemm: PPQ splits it off into an operation that the float model lacks.
            if (id.starts_with("PPQ_Operation_0:") && golden.platform == "METAX_INT8_T") continue;
            const SlotId slot = table.slots().findId(id);
            ASSERT_TRUE(slot) << golden.name << " " << id;
            const GoldenValue& value = golden.beforeValues[i];
            EXPECT_EQ(table.state(slot), value.state) << golden.name << " " << id;
            EXPECT_EQ(table.slots().id(table.root(slot)), golden.slots->id(SlotId(value.root))) << golden.name;
            EXPECT_TRUE(sameParameters(table.effective(slot), {value.scale, value.offset, value.perChannel}))
                << golden.name << " " << id;
            EXPECT_EQ(table.slots()[slot].parameter, (*golden.slots)[SlotId(i)].parameter) << golden.name << " " << id;
            ++compared;
        }
    }
    EXPECT_GT(compared, 0U);
}

TEST(OpenModelWithConfig, operations_standInTheOrderOfTheConfig)
{
    const GoldenCase golden =
        loadGolden(std::string(ALIGNSCOPE_TEST_DATA) + "/golden/doc_example/PPL_CUDA_INT8.golden.json.gz");
    auto json = nlohmann::ordered_json::parse(readMaybeGzip(golden.folder + "/before.json"));
    auto reversed = nlohmann::ordered_json::object();
    std::vector<std::string> names;
    for (const auto& [name, configs] : json["configs"].items()) names.insert(names.begin(), name);
    for (const std::string& name : names) reversed[name] = json["configs"][name];
    json["configs"] = reversed;
    const ScratchFolder folder;
    const auto model = open(floatModel(golden), folder.write("before.json", json.dump()));
    ASSERT_TRUE(model);
    std::vector<std::string> order;
    for (std::uint32_t op = 0; op < model->graph->operationCount(); ++op)
        if (model->baseline.slots().quantized(OpId(op))) order.push_back(model->graph->operation(OpId(op)).id);
    EXPECT_EQ(order, names);
}

struct Exception {
    const char* model;
    const char* state; ///< of the export; nullptr for all
    const char* slot;
};

// OVERLAPPED slots are not exported. Where their group left the producer (aligned files), or never
// was the producer's (quirk 18, first line), the Q/DQ file has what the tensor has there.
constexpr Exception kExceptions[] = {
    {"passive_quirks", nullptr, "MaxPool_1:in:0"},
    {"passive_quirks", "align_f0", "Pad_1:out:0"},
    {"passive_quirks", "align_f0", "GlobalAveragePool_1:in:0"},
    {"passive_quirks", "align_f1", "GlobalAveragePool_1:in:0"},
    {"resnet3", "align_f0", "MaxPool_1:out:0"},
    {"resnet3", "align_f0", "Conv_2:in:0"},
    {"resnet3", "align_f1", "Conv_2:in:0"},
    {"split_add", "align_f0", "Split_1:out:0"},
    {"split_add", "align_f0", "Split_1:out:1"},
    {"split_add", "align_f0", "Split_2:out:0"},
};

bool isException(const GoldenCase& golden, const std::string& state, const std::string& slot)
{
    return std::any_of(std::begin(kExceptions), std::end(kExceptions), [&](const Exception& exception) {
        return golden.model == exception.model && slot == exception.slot
            && (!exception.state || state == exception.state);
    });
}

TEST(ConfigAndQdq, sameState_givesTheSameParametersAtEverySlot)
{
    std::size_t compared = 0;
    for (const std::string& path : goldenFiles()) {
        const GoldenCase golden = loadGolden(path);
        for (const std::string state : {"before", "align_f0", "align_f1"}) {
            const std::string config = golden.folder + "/" + state + ".json";
            const std::string exported = golden.folder + "/" + state + ".qdq.onnx";
            if (!exists(config) || !exists(exported) || !fs::exists(floatModel(golden))) continue;
            const ScratchFolder folder;
            const auto a = open(floatModel(golden), folder.write("config.json", readMaybeGzip(config)));
            const auto b = open(folder.write("qdq.onnx", readMaybeGzip(exported)));
            ASSERT_TRUE(a && b);
            const TqcTable& left = a->baseline;
            const TqcTable& right = b->baseline;
            for (std::uint32_t i = 0; i < left.size(); ++i) {
                const SlotId slot(i);
                const std::string id = left.slots().id(slot);
                const OpId operation = b->graph->findOperation(a->graph->operation(left.slots()[slot].operation).id);
                if (!operation) continue; // a Relu or Clip that the exporter removed
                // Bounds and PPL_DSP's biases stay float in the exported model.
                if (left.record(slot).visibility == Visibility::Internal) continue;
                const SlotId other = right.slots().findId(id);
                ++compared;
                const ParameterView here = left.effective(slot);
                const bool equal = other ? sameParameters(here, right.effective(other)) : here.scale.empty();
                if (equal) continue;
                EXPECT_EQ(left.state(slot), TqcState::Overlapped) << golden.name << " " << state << " " << id;
                EXPECT_TRUE(isException(golden, state, id)) << golden.name << " " << state << " " << id;
            }
        }
    }
    EXPECT_GT(compared, 0U);
}

} // namespace
} // namespace alignscope::test

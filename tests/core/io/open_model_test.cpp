// SPDX-License-Identifier: Apache-2.0
#include "core/base/message_codes.h"
#include "core/io/open_model.h"
#include "core/io/onnx_source.h"
#include "tests/support/gzip.h"
#include "tests/support/onnx_builder.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

namespace alignscope::test {
namespace {

namespace fs = std::filesystem;

const bool kComplete = fs::exists(ALIGNSCOPE_SHARED_DATA "/models");
/// The whole reference data when it is there, else the committed subset.
const std::string kData = kComplete ? ALIGNSCOPE_SHARED_DATA : ALIGNSCOPE_TEST_DATA;
const std::string kModels = kData + "/models/";

std::string temporary(const std::string& name, const std::string& content)
{
    static const ScratchFolder folder;
    return folder.write(name, content);
}

std::string contentOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

MessageCode errorOf(const std::string& path)
{
    const auto model = openModel(path);
    EXPECT_FALSE(model) << path << " opened";
    return model ? MessageCode::Cancelled : model.error().code;
}

bool hasNotice(const Model& model, MessageCode code)
{
    return std::any_of(model.notices.begin(), model.notices.end(), [&](const Message& m) { return m.code == code; });
}

TEST(OpenModel, everyReferenceFile_opensOrSaysWhy)
{
    const std::map<std::string, MessageCode> broken = {
        {"edge/corrupt_model.onnx", MessageCode::FileIsText},
        {"edge/data/tensor.data", MessageCode::ModelBroken},
        {"edge/espdl_flatbuffer.espdl", MessageCode::FileIsForeign},
        {"edge/external_data_offset.bin", MessageCode::ModelBroken},
        {"edge/git_lfs_pointer.onnx", MessageCode::FileIsLfsPointer},
        {"edge/incorrect_onnx_field.onnx", MessageCode::ModelBroken},
        {"edge/multi_external_bias.bin", MessageCode::ModelBroken},
        {"edge/multi_external_weights.bin", MessageCode::ModelBroken},
        {"edge/openvino_quant_dequant_pattern.prototxt", MessageCode::FileIsText},
        {"edge/ort_format_not_onnx.ort", MessageCode::FileIsForeign},
        {"edge/unknown_wire_type.onnx", MessageCode::ModelBroken},
        {"qdq/conv_qdq_external_ini.bin", MessageCode::ModelBroken},
        {"MANIFEST.tsv", MessageCode::FileIsText},
    };
    std::size_t opened = 0;
    for (const auto& entry : fs::recursive_directory_iterator(kModels)) {
        if (!entry.is_regular_file()) continue;
        const std::string name = fs::relative(entry.path(), kModels).string();
        const auto expected = broken.find(name);
        if (expected != broken.end() || entry.path().extension() == ".json") {
            EXPECT_EQ(errorOf(entry.path().string()),
                      expected != broken.end() ? expected->second : MessageCode::FileIsJson) << name;
            continue;
        }
        const auto model = openModel(entry.path().string());
        ASSERT_TRUE(model) << name << ": " << sentence(model.error());
        ++opened;
        EXPECT_EQ((*model)->fileGraph->operationCount(), (*model)->properties.fileNodes) << name;
        EXPECT_EQ((*model)->quantSource == QuantSource::Qdq, (*model)->baseline.size() > 0) << name;
        EXPECT_EQ(fileKindOf(entry.path().string()), FileKind::Onnx) << name;
        const auto& source = dynamic_cast<const OnnxSource&>(*(*model)->source);
        EXPECT_EQ(source.slotOrigins().size(), (*model)->baseline.size()) << name;
    }
    EXPECT_GE(opened, kComplete ? 85U : 20U);
}

TEST(OpenModel, wholeFileProblems_haveTheirOwnSentences)
{
    EXPECT_EQ(errorOf("/no/such/model.onnx"), MessageCode::FileNotFound);
    EXPECT_EQ(errorOf(fs::temp_directory_path().string()), MessageCode::PathIsFolder);
    EXPECT_EQ(errorOf("/dev/null"), MessageCode::FileNotReadable);
    EXPECT_EQ(errorOf(temporary("empty.onnx", "")), MessageCode::FileEmpty);
    EXPECT_EQ(errorOf(temporary("pytorch.onnx", "PK\x03\x04rest")), MessageCode::FileIsForeign);
    EXPECT_EQ(errorOf(temporary("config.onnx", "  {\"configs\": {}}")), MessageCode::FileIsJson);
    EXPECT_EQ(errorOf(temporary("nograph.onnx", std::string("\x08\x08", 2))), MessageCode::ModelHasNoGraph);
    OnnxBuilder builder;
    builder.input("x").node("Relu", {"x"}, {"y"}).output("y");
    const std::string bytes = builder.bytes();
    EXPECT_EQ(errorOf(temporary("cut.onnx", bytes.substr(0, bytes.size() - 5))), MessageCode::ModelBroken);
}

TEST(OpenModel, deepNesting_isRefusedNotFollowed)
{
    std::string graph;
    for (int level = 0; level < 2000; ++level) {
        const auto wrap = [](char tag, const std::string& inner) {
            std::string out(1, tag);
            std::uint64_t size = inner.size();
            while (size >= 0x80) {
                out.push_back(static_cast<char>((size & 0x7F) | 0x80));
                size >>= 7;
            }
            out.push_back(static_cast<char>(size));
            return out + inner;
        };
        // graph.node { attribute { g: ... } }
        graph = wrap(0x0A, wrap(0x2A, wrap(0x32, graph)));
    }
    std::string model("\x3A");
    std::uint64_t size = graph.size();
    while (size >= 0x80) {
        model.push_back(static_cast<char>((size & 0x7F) | 0x80));
        size >>= 7;
    }
    model.push_back(static_cast<char>(size));
    EXPECT_EQ(errorOf(temporary("deep.onnx", model + graph)), MessageCode::ModelTooDeep);
}

// Every outcome is fine but a crash, a hang or an inconsistent model.
void openDamaged(const std::string& content)
{
    const auto model = openModel(temporary("damaged.onnx", content));
    if (!model) {
        EXPECT_FALSE(sentence(model.error()).empty());
        return;
    }
    const TqcTable& table = (*model)->baseline;
    for (std::uint32_t i = 0; i < table.size(); ++i) ASSERT_TRUE(table.root(SlotId(i)).valid());
}

std::string smallQdqModel()
{
    OnnxBuilder builder;
    builder.input("x");
    const std::string x = builder.quantized("x");
    builder.node("Conv", {x, builder.weight("w", {4, 4, 1, 1}, {{0.1, 0.2, 0.3, 0.4}, {0, 0, 0, 0}})}, {"c"}, "conv");
    const std::string c = builder.quantized("c", {{0.25}, {3}});
    builder.node("Relu", {c}, {"r"}, "relu").node("Concat", {c, builder.quantized("r")}, {"y"}, "concat")
        .attribute("axis", std::int64_t{1});
    (void)builder.quantize("y", {{0.125}, {-4}});
    return builder.output("y_q").bytes();
}

TEST(OpenModel, truncatedAndMutatedFiles_neverCrash)
{
    std::vector<std::string> originals = {smallQdqModel()};
    for (const char* name : {"qdq/ort_dup_qdq.onnx", "qdq/ort_per_axis_transpose.onnx", "edge/int4_blocked_qdq.onnx",
                             "edge/local_functions_nested.onnx", "edge/external_multi_files.onnx"})
        originals.push_back(contentOf(kModels + name));
    std::mt19937 random(20240227); // NOLINT: a fixed seed on purpose
    for (const std::string& original : originals) {
        const auto place = [&] { return std::uniform_int_distribution<std::size_t>(0, original.size() - 1)(random); };
        for (int round = 0; round < 400; ++round) {
            std::string damaged = original;
            const int edits = 1 + static_cast<int>(random() % 4);
            for (int i = 0; i < edits; ++i) damaged[place()] = static_cast<char>(random());
            if (round % 4 == 0) damaged.resize(place());
            if (round % 7 == 0) damaged.insert(std::min(place(), damaged.size()), original.substr(place(), 20));
            openDamaged(damaged);
        }
    }
}

TEST(OpenModel, stoppedTask_isCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    const auto model = openModel(temporary("stopped.onnx", smallQdqModel()), {}, {stop.get_token(), {}});
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, MessageCode::Cancelled);
}

TEST(OpenModel, properties_areThoseOfTheFile)
{
    OnnxBuilder builder;
    builder.irVersion(99).opset("", 1000).opset("com.example", 7).metadata("origin", "here").input("x")
        .tensor("w", onnx_type::kFloat, {2, 3}, {1, 2, 3, 4, 5, 6}).constant("c", onnx_type::kFloat, {}, {1})
        .node("Add", {"x", "w"}, {"s"}, "add").node("Mul", {"s", "c"}, {"y"}).output("y");
    const auto opened = openModel(builder.save("properties.onnx"));
    ASSERT_TRUE(opened) << sentence(opened.error());
    const ModelProperties& p = (*opened)->properties;
    EXPECT_EQ(p.irVersion, 99);
    EXPECT_EQ(p.opsets, (std::vector<std::pair<std::string, std::int64_t>>{{"", 1000}, {"com.example", 7}}));
    EXPECT_EQ(p.metadata.at(0).second, "here");
    EXPECT_EQ(p.fileNodes, 3U);
    EXPECT_EQ(p.initializers, 1U);
    EXPECT_EQ(p.initializerBytes, 24U);
    EXPECT_EQ(p.files.at(0).role, "model");
    EXPECT_GT(p.files.at(0).bytes, 0U);
    const Graph& graph = *(*opened)->graph;
    EXPECT_EQ(graph.operationCount(), 2U); // the Constant is a tensor here
    EXPECT_EQ(graph.tensor(graph.findTensor("c")).kind, TensorKind::Constant);
    EXPECT_EQ(graph.tensor(graph.findTensor("w")).shape, (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(graph.tensor(graph.findTensor("w")).payloadBytes, 24U);
    EXPECT_EQ(graph.operation(OpId(1U)).id, "Mul@y");
    EXPECT_EQ((*opened)->quantSource, QuantSource::None);
    EXPECT_EQ((*opened)->baseline.size(), 0U);
}

TEST(OpenModel, secondProducer_isReportedAndTheFirstCounts)
{
    OnnxBuilder builder;
    builder.input("x").node("Relu", {"x"}, {"t"}, "first").node("Abs", {"x"}, {"t"}, "second")
        .node("Neg", {"t"}, {"y"}, "neg").output("y");
    const auto opened = openModel(builder.save("second.onnx"));
    ASSERT_TRUE(opened);
    EXPECT_TRUE(hasNotice(**opened, MessageCode::SecondProducer));
    const Graph& graph = *(*opened)->graph;
    EXPECT_EQ(graph.operation(graph.producer(graph.findTensor("t"))).name, "first");
}

TEST(OpenModel, unsortedFile_isOrderedTopologically)
{
    OnnxBuilder builder;
    builder.input("x").node("Neg", {"b"}, {"y"}, "last").node("Relu", {"x"}, {"a"}, "first")
        .node("Abs", {"a"}, {"b"}, "middle").output("y");
    const auto opened = openModel(builder.save("unsorted.onnx"));
    ASSERT_TRUE(opened);
    std::vector<std::string> order;
    for (std::uint32_t i = 0; i < 3; ++i) order.push_back((*opened)->graph->operation(OpId(i)).name);
    EXPECT_EQ(order, (std::vector<std::string>{"first", "middle", "last"}));
    EXPECT_TRUE((*opened)->notices.empty());
}

TEST(OpenModel, cycle_isReportedThoughNobodyAskedForTheFilesGraph)
{
    OnnxBuilder builder;
    builder.input("x").node("Add", {"x", "b"}, {"a"}, "first").node("Abs", {"a"}, {"b"}, "second").output("b");
    const auto opened = openModel(builder.save("cycle.onnx"));
    ASSERT_TRUE(opened);
    EXPECT_TRUE(hasNotice(**opened, MessageCode::GraphHasCycle));
}

TEST(OpenModel, fileGraph_holdsEveryNodeWheneverItIsAskedFor)
{
    OnnxBuilder builder;
    const std::string a = builder.input("x").quantized("x", {{0.25}, {0}});
    builder.node("Relu", {a}, {"y"}, "relu").output("y");
    const auto opened = openModel(builder.save("lazy.onnx"));
    ASSERT_TRUE(opened);
    const Model copy = **opened;
    EXPECT_EQ(copy.fileGraph->operationCount(), 3U);
    EXPECT_EQ((*opened)->fileGraph->operation(OpId(2U)).name, "relu");
    EXPECT_EQ((*opened)->fileGraph.get(), copy.fileGraph.get()); // built once
    EXPECT_EQ((*opened)->graph->operationCount(), 1U);
}

TEST(OpenModel, missingExternalData_isANotice)
{
    OnnxBuilder builder;
    builder.input("x").externalTensor("w", onnx_type::kFloat, {4}, "not_there.bin").node("Add", {"x", "w"}, {"y"}).output("y");
    const auto opened = openModel(builder.save("no_data.onnx"));
    ASSERT_TRUE(opened);
    EXPECT_TRUE(hasNotice(**opened, MessageCode::ExternalDataMissing));
    EXPECT_EQ((*opened)->properties.initializerBytes, 16U);
}

TEST(OpenModel, quantFile_givesTheOrderAndTheTable)
{
    const std::string folder = kData + "/golden/doc_example/PPL_CUDA_INT8/";
    const auto opened = openModel(folder + "model.onnx", temporary("before.json", readMaybeGzip(folder + "before.json")));
    ASSERT_TRUE(opened) << sentence(opened.error());
    const Graph& graph = *(*opened)->graph;
    EXPECT_EQ(graph.operation(OpId(0U)).id, "Conv1");
    EXPECT_EQ((*opened)->quantSource, QuantSource::PpqJson);
    EXPECT_GT((*opened)->baseline.size(), 0U);
    EXPECT_EQ((*opened)->properties.files.back().role, "quantization");
}

TEST(FileKind, isToldByContent)
{
    EXPECT_EQ(fileKindOf(temporary("a.bin", smallQdqModel())), FileKind::Onnx);
    EXPECT_EQ(fileKindOf(temporary("b.onnx", R"({"slots": [], "schema": "alignscope-table/1"})")), FileKind::Table);
    EXPECT_EQ(fileKindOf(temporary("c.txt", R"({"schema": "alignscope-scenario/1"})")), FileKind::Scenario);
    EXPECT_EQ(fileKindOf(temporary("d.txt", R"({"configs": {"a": {"configs": 1}}, "values": {}})")), FileKind::PpqJson);
    EXPECT_EQ(fileKindOf(temporary("e.txt", R"({"quant_info": {}, "op_info": {}})")), FileKind::PpqJson);
    EXPECT_EQ(fileKindOf(temporary("f.txt", R"({"other": {"schema": "alignscope-table/1"}})")), FileKind::Unknown);
    EXPECT_EQ(fileKindOf(temporary("g.txt", "{ broken")), FileKind::Unknown);
    EXPECT_EQ(fileKindOf("/no/such/file"), FileKind::Unknown);
}

TEST(QuantizationBeside, findsOnlyAConfigOfTheSameName)
{
    OnnxBuilder builder;
    const std::string model = builder.input("x").output("x").save("beside.onnx");
    const std::string json = fs::path(model).replace_extension(".json").string();
    fs::remove(json);
    EXPECT_EQ(quantizationBeside(model), "");
    std::ofstream(json) << R"({"anything": 1})";
    EXPECT_EQ(quantizationBeside(model), "");
    std::ofstream(json) << R"({"configs": {}, "values": {}})";
    EXPECT_EQ(quantizationBeside(model), json);
}

} // namespace
} // namespace alignscope::test

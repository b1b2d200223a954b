// SPDX-License-Identifier: Apache-2.0
// What an export does to small models: which nodes and initializers change, and what it refuses.
#include "core/base/message_codes.h"
#include "core/base/version.h"
#include "core/io/export_model.h"
#include "core/io/onnx_source.h"
#include "core/io/open_model.h"
#include "core/io/requantize.h"
#include "core/io/tensor_values.h"
#include "core/io/wire.h"
#include "tests/support/gzip.h"
#include "tests/support/onnx_builder.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

namespace alignscope::test {
namespace {

namespace fs = std::filesystem;
using namespace onnx_type;

struct Wish {
    std::string slot;
    float scale;
    float offset;
};

class ExportTest : public testing::Test {
protected:
    std::shared_ptr<const Model> open(const OnnxBuilder& builder, const std::string& name = "in.onnx")
    {
        source = folder.write(name, builder.bytes());
        auto model = openModel(source);
        EXPECT_TRUE(model) << sentence(model.error());
        return *model;
    }

    /// The loaded state with some slots as roots of their own values.
    static Outcome outcomeOf(const Model& model, const std::vector<Wish>& wishes)
    {
        Outcome outcome;
        outcome.table = model.baseline;
        for (const Wish& wish : wishes) {
            const SlotId slot = model.baseline.slots().findId(wish.slot);
            EXPECT_TRUE(slot) << wish.slot;
            if (!slot) continue;
            outcome.table.record(slot).dominator = slot.value();
            outcome.table.record(slot).state = TqcState::Activated;
            outcome.table.setOwn(slot, wish.scale, wish.offset);
        }
        return outcome;
    }

    Result<ExportReport> write(const Model& model, const Outcome& outcome, const std::string& name = "out.onnx",
                               Overwrite overwrite = Overwrite::Refuse)
    {
        target = folder.path(name);
        return exportModel(model, outcome, {.path = target, .overwrite = overwrite, .scenarioJson = {}});
    }

    /// Operator types of the file in order, and the scale of each Q and DQ.
    static std::vector<std::string> nodesOf(const Model& model)
    {
        const auto& exported = dynamic_cast<const OnnxSource&>(*model.source);
        std::vector<std::string> nodes;
        for (std::uint32_t i = 0; i < model.fileGraph->operationCount(); ++i) {
            const Operation& operation = model.fileGraph->operation(OpId(i));
            const QuantNode* quant = exported.quantNode(operation.position);
            std::string text = operation.type == "QuantizeLinear" ? "Q" : operation.type == "DequantizeLinear" ? "DQ" : operation.type;
            if (quant != nullptr && !quant->scales.empty()) (text += ' ') += std::to_string(quant->scales[0]).substr(0, 4);
            nodes.push_back(text);
        }
        return nodes;
    }

    std::shared_ptr<const Model> written() const
    {
        auto model = openModel(target);
        EXPECT_TRUE(model) << (model ? "" : sentence(model.error()));
        return model ? *model : nullptr;
    }

    std::vector<std::string> filesBeside() const
    {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path(".")))
            if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    ScratchFolder folder;
    std::string source;
    std::string target;
};

// x -> Relu -> Q DQ -> Add(r1, r2), r1 also read by Mul.
OnnxBuilder twoReaders(const Parameters& left = {{0.5}, {0}}, const Parameters& right = {{0.25}, {0}})
{
    OnnxBuilder builder;
    builder.input("x").input("y").node("Relu", {"x"}, {"r1"}, "relu1").node("Relu", {"y"}, {"r2"}, "relu2");
    const std::string a = builder.quantized("r1", left);
    const std::string b = builder.quantized("r2", right);
    builder.node("Add", {a, b}, {"sum"}, "add").node("Mul", {a, a}, {"product"}, "mul");
    const std::string s = builder.quantized("sum", {{1.0}, {0}, left.type});
    const std::string p = builder.quantized("product", {{2.0}, {0}, left.type});
    builder.node("Concat", {s, p}, {"out"}, "concat").attribute("axis", 1).output("out");
    return builder;
}

TEST_F(ExportTest, consumerThatDiffers_getsAPairOfItsOwn)
{
    const auto model = open(twoReaders());
    const auto report = write(*model, outcomeOf(*model, {{"add:in:0", 0.75F, 0}}));
    ASSERT_TRUE(report) << sentence(report.error());
    EXPECT_EQ(report->insertedPairs, 1U);
    EXPECT_EQ(report->changedScales, 0U);
    EXPECT_EQ(report->provenSlots, model->baseline.size());
    const std::vector<std::string> expected = {"Relu", "Relu", "Q 0.50", "DQ 0.50", "Q 0.25", "DQ 0.25", "Q 0.75", "DQ 0.75",
                                               "Add", "Mul", "Q 1.00", "DQ 1.00", "Q 2.00", "DQ 2.00", "Concat"};
    std::vector<std::string> found = nodesOf(*written());
    EXPECT_EQ(found.size(), expected.size());
    std::sort(found.begin(), found.end());
    std::vector<std::string> sorted = expected;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(found, sorted);
}

TEST_F(ExportTest, producerThatChanges_rewritesQAndDq)
{
    const auto model = open(twoReaders());
    const auto report = write(*model, outcomeOf(*model, {{"relu1:out:0", 0.75F, 0}, {"mul:in:1", 0.75F, 0}}));
    ASSERT_TRUE(report) << sentence(report.error());
    EXPECT_EQ(report->insertedPairs, 0U);
    EXPECT_EQ(report->changedScales, 2U);
    EXPECT_EQ(report->splitInitializers, 0U);
}

TEST_F(ExportTest, pairThatBecameRedundant_isRemoved)
{
    OnnxBuilder builder;
    builder.input("x").node("Relu", {"x"}, {"r"}, "relu");
    const std::string a = builder.quantized("r", {{0.5}, {0}});
    const std::string b = builder.quantized(a, {{0.25}, {0}});
    builder.node("Mul", {b, b}, {"out"}, "mul").output("out");
    const auto model = open(builder);
    const auto report = write(*model, outcomeOf(*model, {{"mul:in:0", 0.5F, 0}, {"mul:in:1", 0.5F, 0}}));
    ASSERT_TRUE(report) << sentence(report.error());
    EXPECT_EQ(report->removedPairs, 1U);
    EXPECT_EQ(nodesOf(*written()), (std::vector<std::string>{"Relu", "Q 0.50", "DQ 0.50", "Mul"}));
    const auto again = written();
    EXPECT_EQ(dynamic_cast<const OnnxSource&>(*again->source).initializerRanges().size(), 4U); // of eight
}

TEST_F(ExportTest, pairThatIsAlmostRedundant_stays)
{
    OnnxBuilder builder;
    builder.input("x").node("Relu", {"x"}, {"r"}, "relu");
    const std::string a = builder.quantized("r", {{0.5}, {0}});
    const std::string b = builder.quantized(a, {{0.25}, {0}});
    builder.node("Mul", {b, b}, {"out"}, "mul").output("out");
    const auto model = open(builder);
    const float almost = std::nextafter(0.5F, 1.0F);
    const auto report = write(*model, outcomeOf(*model, {{"mul:in:0", almost, 0}, {"mul:in:1", almost, 0}}));
    ASSERT_TRUE(report) << sentence(report.error());
    EXPECT_EQ(report->removedPairs, 0U);
    EXPECT_EQ(report->changedScales, 2U);
}

TEST_F(ExportTest, sharedScale_isSplitOnlyForThoseThatChange)
{
    OnnxBuilder builder;
    builder.input("x").tensor("s", kFloat, {}, {0.5}).tensor("z", kInt8, {}, {0});
    builder.node("Relu", {"x"}, {"r1"}, "relu1").node("Relu", {"x"}, {"r2"}, "relu2");
    for (const std::string r : {"r1", "r2"})
        builder.node("QuantizeLinear", {r, "s", "z"}, {r + "_q"}).node("DequantizeLinear", {r + "_q", "s", "z"}, {r + "_dq"});
    builder.node("Add", {"r1_dq", "r2_dq"}, {"out"}, "add").output("out");
    const auto model = open(builder);
    const auto report = write(*model, outcomeOf(*model, {{"relu1:out:0", 0.75F, 0}}));
    ASSERT_TRUE(report) << sentence(report.error());
    EXPECT_EQ(report->splitInitializers, 2U); // the Q and the DQ of r1
    const auto again = written();
    const auto& exported = dynamic_cast<const OnnxSource&>(*again->source);
    std::map<std::string, float> scales;
    for (const QuantNode& quant : exported.quantNodes()) scales[quant.scale.name] = quant.scales[0];
    EXPECT_EQ(scales, (std::map<std::string, float>{{"s", 0.5F}, {"s_aligned", 0.75F}}));
    for (const QuantNode& quant : exported.quantNodes()) EXPECT_EQ(quant.zeroPoint.name, "z");
}

TEST_F(ExportTest, fusedTensorWhoseSlotsPart_getsAPair)
{
    // MaxPool's output has no Q: it follows its input until an alignment says otherwise.
    OnnxBuilder builder;
    builder.input("x").node("Relu", {"x"}, {"r"}, "relu");
    const std::string a = builder.quantized("r", {{0.5}, {0}});
    builder.node("MaxPool", {a}, {"m"}, "pool").attribute("kernel_shape", std::vector<std::int64_t>{1, 1});
    builder.node("Mul", {"m", "m"}, {"out"}, "mul").output("out").output("m");
    const auto model = open(builder);
    ASSERT_EQ(model->baseline.state(model->baseline.slots().findId("pool:out:0")), TqcState::Overlapped);
    const auto report = write(*model, outcomeOf(*model, {{"pool:out:0", 0.75F, 0}, {"mul:in:0", 0.75F, 0}, {"mul:in:1", 0.75F, 0}}));
    ASSERT_TRUE(report) << sentence(report.error());
    EXPECT_EQ(report->insertedPairs, 1U);
    // The graph output keeps its name and is quantized now.
    const auto again = written();
    const Graph& file = *again->fileGraph;
    const OpId producer = file.producer(file.findTensor("m"));
    ASSERT_TRUE(producer);
    EXPECT_EQ(file.operation(producer).type, "DequantizeLinear");
}

TEST_F(ExportTest, constantOperand_isRequantizedAndSaturates)
{
    OnnxBuilder builder;
    builder.input("x").node("Relu", {"x"}, {"r"}, "relu");
    const std::string a = builder.quantized("r", {{0.5}, {0}});
    builder.tensor("c", kInt8, {4}, {100, -3, 1, 0}).tensor("cs", kFloat, {}, {1.0}).tensor("cz", kInt8, {}, {0});
    builder.node("DequantizeLinear", {"c", "cs", "cz"}, {"c_dq"}).node("Add", {a, "c_dq"}, {"out"}, "add").output("out");
    const auto model = open(builder);
    const auto report = write(*model, outcomeOf(*model, {{"add:in:1", 0.5F, 0}}));
    ASSERT_TRUE(report) << sentence(report.error());
    EXPECT_EQ(report->requantizedConstants, 1U);
    EXPECT_EQ(report->changedValues, 3U);
    EXPECT_EQ(report->saturatedValues, 1U);
    const auto again = written();
    const auto& exported = dynamic_cast<const OnnxSource&>(*again->source);
    for (const QuantNode& quant : exported.quantNodes()) {
        if (quant.input != "c") continue;
        for (std::uint32_t i = 0; i < exported.initializerRanges().size(); ++i) {
            const auto payload = exported.payload(i);
            ASSERT_TRUE(payload);
            if (payload->dims != std::vector<std::int64_t>{4}) continue;
            EXPECT_EQ(integerValues(*payload), (std::vector<std::int64_t>{127, -6, 2, 0}));
            return;
        }
    }
    FAIL() << "the constant is gone";
}

TEST_F(ExportTest, biasOfAnAlignedConv_isRequantizedAndItsWeightIsNot)
{
    OnnxBuilder builder;
    builder.input("x").node("Relu", {"x"}, {"r"}, "relu");
    const std::string a = builder.quantized("r", {{0.5}, {0}});
    builder.tensor("w", kInt8, {2, 4, 1, 1}, {1, 2, 3, 4, 5, 6, 7, 8}).tensor("ws", kFloat, {2}, {0.25, 0.5})
        .tensor("wz", kInt8, {2}, {0, 0}).node("DequantizeLinear", {"w", "ws", "wz"}, {"w_dq"}).attribute("axis", 0);
    builder.tensor("b", kInt32, {2}, {8, -7}).tensor("bs", kFloat, {2}, {0.125, 0.25}).tensor("bz", kInt32, {2}, {0, 0})
        .node("DequantizeLinear", {"b", "bs", "bz"}, {"b_dq"}).attribute("axis", 0);
    builder.node("Conv", {a, "w_dq", "b_dq"}, {"c"}, "conv");
    const std::string c = builder.quantized("c", {{1.0}, {0}});
    builder.node("Relu", {c}, {"out"}, "last").output("out");
    const auto model = open(builder);
    Outcome outcome = outcomeOf(*model, {{"relu:out:0", 1.0F, 0}});
    const SlotId bias = model->baseline.slots().findId("conv:in:2");
    ASSERT_EQ(model->baseline.state(bias), TqcState::Passive);
    outcome.table.setOwn(bias, ChannelParameters{{0.25F, 0.5F}, {0, 0}});
    const auto report = write(*model, outcome);
    ASSERT_TRUE(report) << sentence(report.error());
    EXPECT_EQ(report->requantizedBiases, 1U);
    EXPECT_EQ(report->changedValues, 2U);
    const auto again = written();
    const auto& exported = dynamic_cast<const OnnxSource&>(*again->source);
    const auto& before = dynamic_cast<const OnnxSource&>(*model->source);
    for (const QuantNode& quant : exported.quantNodes()) {
        if (quant.input == "b" || quant.input == "w") {
            EXPECT_EQ(quant.scales, (std::vector<float>{0.25F, 0.5F}));
        }
    }
    for (std::uint32_t i = 0; i < exported.initializerRanges().size(); ++i) {
        const auto payload = exported.payload(i);
        ASSERT_TRUE(payload);
        if (payload->elementType == kInt32 && payload->bytes != before.payload(i)->bytes) {
            EXPECT_EQ(integerValues(*payload), (std::vector<std::int64_t>{4, -4})); // -3.5 goes to the even one
        }
        if (payload->dims.size() == 4) {
            EXPECT_EQ(payload->bytes, before.payload(i)->bytes);
        }
    }
}

TEST_F(ExportTest, zeroPointThatDoesNotFit_takesTheMastersType)
{
    const auto model = open(twoReaders({{0.5}, {0}, kInt8}, {{0.25}, {200}, kUint8}));
    Outcome outcome = outcomeOf(*model, {});
    const SlotId slot = model->baseline.slots().findId("add:in:0");
    const SlotId master = model->baseline.slots().findId("add:in:1");
    outcome.table.record(slot).dominator = outcome.table.root(master).value();
    outcome.table.record(slot).state = TqcState::Passive;
    const auto report = write(*model, outcome);
    ASSERT_TRUE(report) << sentence(report.error());
    EXPECT_EQ(report->retypedSlots, 1U);
    ASSERT_FALSE(report->notices.empty());
    EXPECT_EQ(report->notices[0].code, MessageCode::ExportRetyped);
    const auto again = written();
    const SlotId found = again->baseline.slots().findId("add:in:0");
    EXPECT_EQ(again->baseline.slots()[found].storedType, StoredType::Uint8);
    EXPECT_EQ(again->baseline.effective(found).offset[0], 200.0F);
}

TEST_F(ExportTest, signedAsymmetricOffset_isShiftedBack)
{
    const auto model = open(twoReaders({{0.5}, {-10}, kInt8}, {{0.25}, {5}, kInt8}));
    const SlotId slot = model->baseline.slots().findId("add:in:0");
    ASSERT_EQ(model->baseline.effective(slot).offset[0], 118.0F);
    const auto report = write(*model, outcomeOf(*model, {{"add:in:0", 0.5F, 100}}));
    ASSERT_TRUE(report) << sentence(report.error());
    const auto again = written();
    bool found = false;
    for (const QuantNode& quant : dynamic_cast<const OnnxSource&>(*again->source).quantNodes())
        found = found || (quant.zeroPoints == std::vector<float>{-28});
    EXPECT_TRUE(found);
}

TEST_F(ExportTest, halfFloatScaleThatIsInexact_isRefused)
{
    Parameters half{{0.5}, {0}, kInt8, kFloat16};
    const auto model = open(twoReaders(half, half));
    const auto refused = write(*model, outcomeOf(*model, {{"add:in:0", 0.1F, 0}}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, MessageCode::ExportScaleInexact);
    EXPECT_EQ(filesBeside(), std::vector<std::string>{"in.onnx"});
    EXPECT_TRUE(write(*model, outcomeOf(*model, {{"add:in:0", 0.75F, 0}})));
}

TEST_F(ExportTest, untouchedElements_keepTheirBytes)
{
    const auto model = open(twoReaders());
    ASSERT_TRUE(write(*model, outcomeOf(*model, {{"add:in:0", 0.75F, 0}})));
    const std::string before = readMaybeGzip(source);
    const std::string after = readMaybeGzip(target);
    const auto& from = dynamic_cast<const OnnxSource&>(*model->source);
    std::size_t missing = 0;
    std::size_t position = 0;
    for (const FieldRange& field : from.graphFields()) {
        const std::string bytes = before.substr(field.whole.begin, field.whole.size());
        const std::size_t at = after.find(bytes, position);
        if (at == std::string::npos) ++missing;
        else position = at + bytes.size();
    }
    EXPECT_EQ(missing, 1U); // the Add
}

TEST_F(ExportTest, scenario_travelsInTheModelOnlyWhenSomethingChanged)
{
    OnnxBuilder builder = twoReaders();
    builder.metadata("alignscope.scenario", "old").metadata("author", "somebody");
    const auto model = open(builder);
    ExportRequest request;
    request.path = folder.path("out.onnx");
    request.scenarioJson = "{\"new\": 1}";
    ASSERT_TRUE(exportModel(*model, outcomeOf(*model, {{"add:in:0", 0.75F, 0}}), request));
    const auto again = openModel(request.path);
    ASSERT_TRUE(again);
    EXPECT_EQ((*again)->properties.metadata,
              (std::vector<std::pair<std::string, std::string>>{
                  {"alignscope.scenario", "{\"new\": 1}"}, {"author", "somebody"}, {"alignscope.version", std::string(programVersion())}}));
    request.path = folder.path("same.onnx");
    const auto same = exportModel(*model, outcomeOf(*model, {}), request);
    ASSERT_TRUE(same);
    EXPECT_EQ(readMaybeGzip(request.path), readMaybeGzip(source));
}

TEST_F(ExportTest, theOpenedModel_isNeverReplaced)
{
    const auto model = open(twoReaders());
    fs::create_symlink(source, folder.path("link.onnx"));
    fs::create_hard_link(source, folder.path("hard.onnx"));
    const std::string before = readMaybeGzip(source);
    const Outcome outcome = outcomeOf(*model, {{"add:in:0", 0.75F, 0}});
    for (const char* name : {"in.onnx", "link.onnx", "hard.onnx", "./../" , "."}) {
        std::string path = name;
        if (path == "./../") path = "../" + fs::path(folder.path(".")).parent_path().filename().string() + "/./in.onnx";
        const auto refused = write(*model, outcome, path, Overwrite::Allow);
        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().code, path == "." ? MessageCode::ExportNotWritable : MessageCode::ExportOverInput) << name;
    }
    EXPECT_EQ(readMaybeGzip(source), before);
}

TEST_F(ExportTest, anotherFile_isReplacedOnlyWhenAllowed)
{
    const auto model = open(twoReaders());
    folder.write("out.onnx", "precious");
    const Outcome outcome = outcomeOf(*model, {{"add:in:0", 0.75F, 0}});
    const auto refused = write(*model, outcome);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, MessageCode::ExportExists);
    EXPECT_EQ(readMaybeGzip(target), "precious");
    EXPECT_TRUE(write(*model, outcome, "out.onnx", Overwrite::Allow));
    EXPECT_EQ(filesBeside(), (std::vector<std::string>{"in.onnx", "out.onnx"}));
}

TEST_F(ExportTest, unwritablePlaces_areSentencesAndLeaveNothing)
{
    const auto model = open(twoReaders());
    const Outcome outcome = outcomeOf(*model, {{"add:in:0", 0.75F, 0}});
    for (const char* name : {"missing/out.onnx", "in.onnx/out.onnx"}) {
        const auto refused = write(*model, outcome, name);
        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().code, MessageCode::ExportNotWritable) << name;
    }
    EXPECT_EQ(filesBeside(), std::vector<std::string>{"in.onnx"});
}

TEST_F(ExportTest, stoppedTask_leavesNothing)
{
    const auto model = open(twoReaders());
    std::stop_source stop;
    stop.request_stop();
    const auto refused = exportModel(*model, outcomeOf(*model, {{"add:in:0", 0.75F, 0}}),
                                     {.path = folder.path("out.onnx"), .scenarioJson = {}}, {stop.get_token(), {}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, MessageCode::Cancelled);
    EXPECT_EQ(filesBeside(), std::vector<std::string>{"in.onnx"});
}

TEST_F(ExportTest, engineError_isNotExported)
{
    const auto model = open(twoReaders());
    Outcome outcome = outcomeOf(*model, {});
    outcome.error = EngineError{EngineErrorKind::Value, OpId(0U), "no"};
    const auto refused = write(*model, outcome);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, MessageCode::ExportAfterError);
}

TEST_F(ExportTest, externalData_comesAlongAndNeverReplacesAnotherFile)
{
    OnnxBuilder builder = twoReaders();
    builder.externalTensor("e", kFloat, {2}, "weights/e.bin", "0", "8").node("Identity", {"e"}, {"e2"}, "keep").output("e2");
    fs::create_directories(folder.path("weights"));
    folder.write("weights/e.bin", "12345678");
    const auto model = open(builder);
    const Outcome outcome = outcomeOf(*model, {{"add:in:0", 0.75F, 0}});

    fs::create_directories(folder.path("other/weights"));
    folder.write("other/weights/e.bin", "precious");
    const auto refused = write(*model, outcome, "other/out.onnx");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, MessageCode::ExportSideFileDiffers);
    EXPECT_EQ(readMaybeGzip(folder.path("other/weights/e.bin")), "precious");
    EXPECT_FALSE(fs::exists(folder.path("other/out.onnx")));

    fs::create_directories(folder.path("fresh"));
    const auto report = write(*model, outcome, "fresh/out.onnx");
    ASSERT_TRUE(report) << sentence(report.error());
    ASSERT_EQ(report->files.size(), 2U);
    EXPECT_EQ(readMaybeGzip(folder.path("fresh/weights/e.bin")), "12345678");
    EXPECT_TRUE(write(*model, outcome, "beside.onnx")); // the same file is there already
}

TEST_F(ExportTest, graphInSeveralFields_isNotEdited)
{
    const std::string emptyGraph("\x3A\x00", 2); // merged with the first by every reader
    source = folder.write("in.onnx", twoReaders().bytes() + emptyGraph);
    const auto model = openModel(source);
    ASSERT_TRUE(model) << sentence(model.error());
    const auto refused = write(**model, outcomeOf(**model, {{"add:in:0", 0.75F, 0}}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, MessageCode::ExportGraphScattered);
    EXPECT_TRUE(write(**model, outcomeOf(**model, {}), "same.onnx")); // a copy needs no edit
}

TEST_F(ExportTest, modelBeyondTwoGigabytes_isRefusedWithAdvice)
{
    // The graph grows by an initializer whose values are a hole in the file.
    constexpr std::uint64_t kHole = 0x80000000U;
    std::string tensor("\x08\x80\x80\x80\x80\x08\x10\x03\x42\x01h", 11); // dims, int8, name "h"
    wire::appendVarint(tensor, (9U << 3U) | 2U);
    wire::appendVarint(tensor, kHole);
    std::string graphTail;
    wire::appendVarint(graphTail, (5U << 3U) | 2U);
    wire::appendVarint(graphTail, tensor.size() + kHole);
    graphTail += tensor;
    const std::string whole = twoReaders().bytes();
    wire::Cursor cursor({reinterpret_cast<const std::uint8_t*>(whole.data()), whole.size()}, {0, whole.size()}); // NOLINT
    wire::Field field;
    std::string head;
    std::string graph;
    while (cursor.next(field))
        (field.number == 7 ? graph : head) += whole.substr(field.number == 7 ? field.body.begin : field.whole.begin,
                                                           field.number == 7 ? field.body.size() : field.whole.size());
    wire::appendVarint(head, (7U << 3U) | 2U);
    wire::appendVarint(head, graph.size() + graphTail.size() + kHole);
    source = folder.write("in.onnx", head + graph + graphTail);
    fs::resize_file(source, fs::file_size(source) + kHole);
    const auto model = openModel(source);
    ASSERT_TRUE(model) << sentence(model.error());
    const auto refused = write(**model, outcomeOf(**model, {{"add:in:0", 0.75F, 0}}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, MessageCode::ExportTooLarge);
    EXPECT_EQ(filesBeside(), std::vector<std::string>{"in.onnx"});
}

TEST_F(ExportTest, fileChangedSinceItWasOpened_isNotCopied)
{
    const auto model = open(twoReaders());
    fs::resize_file(source, fs::file_size(source) - 1);
    const auto refused = write(*model, outcomeOf(*model, {}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, MessageCode::FileChanged);
    EXPECT_FALSE(fs::exists(target));
}

TEST(Requantize, halves_goToTheEvenNumber)
{
    const TensorPayload values{kInt8, {4}, std::string("\x01\x03\x05\xFD", 4)};
    const StoredParameters before{{1.0F}, {0}, StoredType::Int8, {}, false};
    const StoredParameters after{{2.0F}, {10}, StoredType::Int8, {}, false};
    const auto result = requantize(values, before, after, {-128, 127}, "t");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->bytes, std::string("\x0A\x0C\x0C\x08", 4)); // 0.5, 1.5, 2.5, -1.5
    EXPECT_EQ(result->changed, 4U);
    EXPECT_EQ(result->saturated, 0U);
}

TEST(Requantize, halfFloats_areExactOrNothing)
{
    for (const float value : {0.5F, 1.0F, 65504.0F, 5.9604645e-8F, 6.1035156e-5F, 0.099975586F, 0.0F}) {
        const auto bytes = packFloats({value}, kFloat16);
        ASSERT_TRUE(bytes) << value;
        EXPECT_EQ(floatValues({kFloat16, {}, *bytes}), std::vector<float>{value});
    }
    for (const float value : {0.1F, 65536.0F, 1e-8F, 8.9406967e-8F}) EXPECT_FALSE(packFloats({value}, kFloat16)) << value;
}

} // namespace
} // namespace alignscope::test

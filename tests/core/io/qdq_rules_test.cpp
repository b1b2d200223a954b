// SPDX-License-Identifier: Apache-2.0
// Rules Q1 to Q9 of the slots of a QDQ model, each on the smallest model that shows it.
#include "core/base/message_codes.h"
#include "core/io/onnx_source.h"
#include "core/io/open_model.h"
#include "tests/support/onnx_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace alignscope::test {
namespace {

const Parameters kWeight = {{0.5}, {0}};

/// An opened model with questions to its slots by id.
class Opened {
public:
    explicit Opened(const OnnxBuilder& builder)
    {
        auto model = openModel(builder.save("rules.onnx"));
        if (!model) throw std::runtime_error(sentence(model.error()));
        m_model = *std::move(model);
    }

    const Model& model() const { return *m_model; }
    const TqcTable& table() const { return m_model->baseline; }
    SlotId slot(const std::string& id) const
    {
        const SlotId found = table().slots().findId(id);
        if (!found) throw std::runtime_error("no slot " + id);
        return found;
    }
    bool has(const std::string& id) const { return table().slots().findId(id).valid(); }
    TqcState state(const std::string& id) const { return table().state(slot(id)); }
    std::string master(const std::string& id) const { return table().slots().id(table().root(slot(id))); }
    float scale(const std::string& id) const { return table().effective(slot(id)).scale[0]; }
    float offset(const std::string& id) const { return table().effective(slot(id)).offset[0]; }
    const Scheme& scheme(const std::string& id) const { return table().slots()[slot(id)].scheme; }
    const Slot& at(const std::string& id) const { return table().slots()[slot(id)]; }
    bool notice(MessageCode code) const
    {
        return std::any_of(m_model->notices.begin(), m_model->notices.end(),
                           [&](const Message& m) { return m.code == code; });
    }
    const OnnxSource& source() const { return dynamic_cast<const OnnxSource&>(*m_model->source); }
    const SlotOrigin& origin(const std::string& id) const { return source().slotOrigins()[slot(id).index()]; }

private:
    std::shared_ptr<const Model> m_model;
};

/// x -> Q -> DQ -> conv -> (tensor "c", not yet read)
OnnxBuilder convModel(const Parameters& input = {{0.5}, {0}})
{
    OnnxBuilder builder;
    builder.input("x");
    const std::string x = builder.quantized("x", input);
    const std::string w = builder.weight("w", {4, 4, 1, 1}, kWeight);
    builder.node("Conv", {x, w}, {"c"}, "conv");
    return builder;
}

TEST(QdqRules, Q1_idsAreNamesOrTypeAndTensor)
{
    OnnxBuilder builder;
    builder.input("x").node("Relu", {builder.quantized("x")}, {"a"}).node("Abs", {"a"}, {"b"}, "same")
        .node("Neg", {"b"}, {"y"}, "same").output("y");
    const Opened opened(builder);
    EXPECT_TRUE(opened.has("Relu@a:in:0"));
    EXPECT_TRUE(opened.model().graph->findOperation("Abs@b").valid());
    EXPECT_TRUE(opened.model().graph->findOperation("Neg@y").valid());
    EXPECT_EQ(opened.model().graph->operationCount(), 3U);
    EXPECT_EQ(opened.model().fileGraph->operationCount(), 5U);
}

TEST(QdqRules, Q1_helpersOfScalesAreNoOperationsButOtherIdentitiesAre)
{
    OnnxBuilder builder;
    builder.input("x").tensor("s", onnx_type::kDouble, {}, {0.25}).tensor("z", onnx_type::kInt32, {}, {-3})
        .node("Identity", {"s"}, {"s2"}, "shared").node("Cast", {"s2"}, {"scale"}, "to_float")
        .attribute("to", std::int64_t{onnx_type::kFloat})
        .node("Cast", {"z"}, {"zero"}, "to_int8").attribute("to", std::int64_t{onnx_type::kInt8})
        .node("QuantizeLinear", {"x", "scale", "zero"}, {"q"}, "q")
        .node("DequantizeLinear", {"q", "scale", "zero"}, {"dq"}, "dq")
        .node("Identity", {"dq"}, {"y"}, "real").output("y");
    const Opened opened(builder);
    EXPECT_EQ(opened.model().graph->operationCount(), 1U);
    EXPECT_EQ(opened.scale("real:in:0"), 0.25F);
    EXPECT_EQ(opened.at("real:in:0").storedType, StoredType::Int8);
    EXPECT_EQ(opened.offset("real:in:0"), 125.0F); // -3 in the normalised scheme
    const QuantNode& q = opened.source().quantNodes()[0];
    EXPECT_EQ(q.scale.kind, ParameterSource::Kind::Initializer);
    EXPECT_EQ(q.scale.name, "s");
    EXPECT_EQ(q.scale.elementType, onnx_type::kDouble);
    EXPECT_EQ(q.scale.through.size(), 2U);
}

TEST(QdqRules, Q2_computedScaleGivesNoParametersAndANotice)
{
    OnnxBuilder builder;
    builder.input("x").input("s", {}).node("QuantizeLinear", {"x", "s"}, {"q"})
        .node("DequantizeLinear", {"q", "s"}, {"dq"}).node("Relu", {"dq"}, {"y"}, "relu").output("y");
    const Opened opened(builder);
    EXPECT_EQ(opened.table().size(), 0U);
    EXPECT_TRUE(opened.notice(MessageCode::QuantParametersComputed));
}

TEST(QdqRules, Q2_missingZeroPointIsZeroOfTheIntegersBehind)
{
    OnnxBuilder builder;
    builder.input("x");
    builder.node("Relu", {builder.quantized("x", {{0.5}, {}})}, {"r"}, "relu")
        .node("MatMul", {"r", builder.weight("w", {4, 4}, {{0.5}, {}, onnx_type::kInt8})}, {"y"}, "matmul").output("y");
    const Opened opened(builder);
    EXPECT_EQ(opened.at("relu:in:0").storedType, StoredType::Uint8); // the default of the operator
    EXPECT_EQ(opened.offset("relu:in:0"), 0.0F);
    EXPECT_EQ(opened.at("matmul:in:1").storedType, StoredType::Int8);
    EXPECT_TRUE(opened.scheme("matmul:in:1").has(policy::kSymmetrical));
}

TEST(QdqRules, Q2_fourBitsAndBlocksAreShownAsFloat)
{
    OnnxBuilder builder;
    builder.input("x").tensor("blocks", onnx_type::kFloat, {2, 2}, {1, 1, 1, 1}).tensor("w8", onnx_type::kInt8, {4, 2}, {1, 2, 3, 4, 5, 6, 7, 8});
    const std::string x = builder.quantized("x");
    builder.node("MatMul", {x, builder.weight("w", {4, 4}, {{0.5}, {0}, onnx_type::kInt4})}, {"a"}, "four");
    builder.node("DequantizeLinear", {"w8", "blocks"}, {"wb"}).attribute("block_size", std::int64_t{2})
        .node("MatMul", {x, "wb"}, {"b"}, "blocked").node("MatMul", {x, builder.weight("v", {4, 4}, {{0.5}, {0}, onnx_type::kFloat8})}, {"d"}, "float8")
        .output("a").output("b").output("d");
    const Opened opened(builder);
    EXPECT_EQ(opened.state("four:in:1"), TqcState::Fp32);
    EXPECT_EQ(opened.at("four:in:1").storedType, StoredType::Int4);
    EXPECT_EQ(opened.scale("four:in:1"), 0.5F);
    EXPECT_EQ(opened.state("blocked:in:1"), TqcState::Fp32);
    EXPECT_EQ(opened.state("float8:in:1"), TqcState::Fp32);
    EXPECT_TRUE(opened.scheme("float8:in:1").has(policy::kFloating));
    EXPECT_TRUE(opened.notice(MessageCode::FourBitQuantization));
    EXPECT_TRUE(opened.notice(MessageCode::BlockedQuantization));
    EXPECT_TRUE(opened.notice(MessageCode::Float8Quantization));
}

TEST(QdqRules, Q2_impossibleScaleIsRefused)
{
    for (const double scale : {0.0, -1.0, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
        OnnxBuilder builder;
        builder.input("x").node("Relu", {builder.quantized("x", {{scale}, {0}})}, {"y"}, "relu").output("y");
        const Opened opened(builder);
        EXPECT_EQ(opened.table().size(), 0U) << scale;
        EXPECT_TRUE(opened.notice(MessageCode::QuantParametersInvalid)) << scale;
    }
}

TEST(QdqRules, Q2_halfFloatScalesAndContribDomainAreRead)
{
    OnnxBuilder builder;
    builder.input("x").opset("com.microsoft", 1);
    builder.node("Relu", {builder.quantized("x", {{0.375}, {7}, onnx_type::kUint16, onnx_type::kFloat16, "com.microsoft"})}, {"a"}, "half")
        .node("Abs", {builder.quantized("a", {{0.75}, {7}, onnx_type::kUint8, onnx_type::kBfloat16})}, {"y"}, "brain").output("y");
    const Opened opened(builder);
    EXPECT_EQ(opened.scale("half:in:0"), 0.375F);
    EXPECT_EQ(opened.offset("half:in:0"), 7.0F);
    EXPECT_EQ(opened.scheme("half:in:0").quantMax, 65535);
    EXPECT_EQ(opened.scale("brain:in:0"), 0.75F);
}

TEST(QdqRules, Q3_oneQIsTheOutputsOwn)
{
    OnnxBuilder builder = convModel();
    builder.node("Relu", {builder.quantized("c", {{0.25}, {0}})}, {"y"}, "relu").output("c").output("y");
    const Opened opened(builder);
    EXPECT_EQ(opened.state("conv:out:0"), TqcState::Activated); // being a graph output does not count
    EXPECT_EQ(opened.scale("conv:out:0"), 0.25F);
    EXPECT_EQ(opened.state("relu:in:0"), TqcState::Overlapped);
    EXPECT_EQ(opened.master("relu:in:0"), "conv:out:0");
    EXPECT_EQ(opened.state("relu:out:0"), TqcState::Fp32);
    const SlotOrigin& output = opened.origin("conv:out:0");
    ASSERT_EQ(output.chain.size(), 1U);
    EXPECT_EQ(output.parameterNode, output.chain[0]);
    EXPECT_EQ(output.rawTensor, "c");
    const SlotOrigin& input = opened.origin("relu:in:0");
    EXPECT_EQ(input.chain.size(), 2U);
    EXPECT_EQ(input.chain[0], output.chain[0]);
    EXPECT_EQ(input.parameterNode, input.chain[1]);
    EXPECT_EQ(input.rawTensor, "c_q_dq");
}

TEST(QdqRules, Q3_anyOtherReaderMakesTheOutputFloat)
{
    OnnxBuilder twoQ = convModel();
    twoQ.node("Relu", {twoQ.quantized("c", {{0.25}, {0}})}, {"a"}, "relu").node("Abs", {twoQ.quantized("c", {{0.5}, {0}})}, {"b"}, "abs");
    const Opened two(twoQ.output("a").output("b"));
    EXPECT_EQ(two.state("conv:out:0"), TqcState::Fp32);
    EXPECT_EQ(two.state("relu:in:0"), TqcState::Activated);
    EXPECT_EQ(two.scale("relu:in:0"), 0.25F);
    EXPECT_EQ(two.scale("abs:in:0"), 0.5F);

    OnnxBuilder direct = convModel();
    direct.node("Relu", {direct.quantized("c")}, {"a"}, "relu").node("Abs", {"c"}, {"b"}, "abs");
    EXPECT_EQ(Opened(direct.output("a").output("b")).state("conv:out:0"), TqcState::Fp32);

    OnnxBuilder body = convModel();
    body.node("Relu", {body.quantized("c")}, {"a"}, "relu").input("cond", {}, 9).node("If", {"cond"}, {"b"}, "if").subgraph("then_branch", {"c"});
    EXPECT_EQ(Opened(body.output("a").output("b")).state("conv:out:0"), TqcState::Fp32);
}

TEST(QdqRules, Q4_requantizationBehindTheProducerIsItsOwnRoot)
{
    OnnxBuilder builder = convModel();
    const std::string q = builder.quantize("c", {{0.25}, {0}});
    const std::string dq = builder.dequantize(q, {{0.25}, {0}});
    const std::string other = builder.dequantize(q, {{0.125}, {0}});
    builder.node("Relu", {dq}, {"a"}, "same").node("Abs", {other}, {"b"}, "unequal")
        .node("Neg", {builder.quantized(dq, {{0.25}, {0}})}, {"d"}, "twice").output("a").output("b").output("d");
    const Opened opened(builder);
    EXPECT_EQ(opened.master("same:in:0"), "conv:out:0");
    EXPECT_EQ(opened.master("unequal:in:0"), "unequal:in:0");
    EXPECT_EQ(opened.scale("unequal:in:0"), 0.125F);
    EXPECT_EQ(opened.state("twice:in:0"), TqcState::Activated);
    EXPECT_EQ(opened.origin("twice:in:0").chain.size(), 4U);
    EXPECT_EQ(opened.model().graph->uses(opened.at("conv:out:0").tensor).size(), 3U);
}

TEST(QdqRules, Q4_oneDqForManyConsumersOrOneEachIsTheSame)
{
    OnnxBuilder one = convModel();
    const std::string shared = one.quantized("c", {{0.25}, {0}});
    one.node("Relu", {shared}, {"a"}, "relu").node("Abs", {shared}, {"b"}, "abs").output("a").output("b");
    OnnxBuilder each = convModel();
    const std::string q = each.quantize("c", {{0.25}, {0}});
    each.node("Relu", {each.dequantize(q, {{0.25}, {0}})}, {"a"}, "relu")
        .node("Abs", {each.dequantize(q, {{0.25}, {0}})}, {"b"}, "abs").output("a").output("b");
    for (const Opened& opened : {Opened(one), Opened(each)})
        for (const char* id : {"relu:in:0", "abs:in:0"}) {
            EXPECT_EQ(opened.state(id), TqcState::Overlapped);
            EXPECT_EQ(opened.master(id), "conv:out:0");
        }
}

TEST(QdqRules, Q4_secondReadOfOneTensorStaysActivated)
{
    OnnxBuilder builder = convModel();
    const std::string c = builder.quantized("c", {{0.25}, {0}});
    builder.node("Add", {c, c}, {"s"}, "add");
    (void)builder.quantize("s");
    const Opened opened(builder.output("s_q"));
    EXPECT_EQ(opened.state("add:in:0"), TqcState::Overlapped);
    EXPECT_EQ(opened.state("add:in:1"), TqcState::Activated);
    EXPECT_EQ(opened.master("add:in:1"), "add:in:1");
}

TEST(QdqRules, Q4_operationOnIntegersHasTheQ)
{
    OnnxBuilder builder = convModel();
    builder.node("MaxPool", {builder.quantize("c", {{0.25}, {3}})}, {"m"}, "pool");
    builder.node("Relu", {builder.dequantize("m", {{0.25}, {3}})}, {"y"}, "relu").output("y");
    const Opened opened(builder);
    EXPECT_EQ(opened.state("pool:in:0"), TqcState::Overlapped);
    EXPECT_EQ(opened.master("pool:out:0"), "conv:out:0");
    EXPECT_EQ(opened.state("relu:in:0"), TqcState::Activated);
}

TEST(QdqRules, Q4_graphInputsAndNonDataInputs)
{
    OnnxBuilder builder;
    builder.input("x").tensor("shape", onnx_type::kInt64, {2}, {1, -1});
    const std::string x = builder.quantized("x");
    builder.node("Relu", {x}, {"a"}, "relu").node("Reshape", {x, "shape"}, {"b"}, "reshape").output("a").output("b");
    const Opened opened(builder);
    EXPECT_EQ(opened.master("relu:in:0"), "relu:in:0");
    EXPECT_EQ(opened.master("reshape:in:0"), "reshape:in:0");
    EXPECT_FALSE(opened.at("reshape:in:1").data);
    EXPECT_EQ(opened.state("reshape:in:1"), TqcState::Fp32);
    // Both read one DQ, hence one stored scale.
    EXPECT_TRUE(std::any_of(opened.model().inferred.begin(), opened.model().inferred.end(), [](const auto& binding) {
        return binding.kind == InferredBinding::Kind::SharedInitializer;
    }));
}

TEST(QdqRules, Q5a_passiveOperationsCarryTheirInput)
{
    OnnxBuilder builder = convModel();
    builder.node("MaxPool", {builder.quantized("c", {{0.25}, {0}})}, {"m"}, "pool").node("Transpose", {"m"}, {"t"}, "transpose")
        .node("Split", {"t"}, {"s1", "s2"}, "split").node("Add", {"s1", "s2"}, {"a"}, "add").node("Slice", {"a"}, {"y"}, "slice").output("y");
    const Opened opened(builder);
    for (const char* id : {"pool:out:0", "transpose:in:0", "transpose:out:0", "split:out:0", "split:out:1", "add:in:0", "add:in:1"}) {
        EXPECT_EQ(opened.state(id), TqcState::Overlapped) << id;
        EXPECT_EQ(opened.master(id), "conv:out:0") << id;
    }
    EXPECT_EQ(opened.state("add:out:0"), TqcState::Fp32);
    EXPECT_FALSE(opened.has("slice:in:0")); // nothing is known of it: not quantized
}

TEST(QdqRules, Q5b_activationsJoinTheirSoleProducer)
{
    const auto chain = [](const char* producer, const char* type) {
        OnnxBuilder builder = convModel();
        builder.node(producer, {builder.quantized("c")}, {"p"}, "producer").node(type, {"p"}, {"r"}, "reader");
        (void)builder.quantize("r", {{0.125}, {0}});
        return Opened(builder.output("r_q"));
    };
    const Opened relu = chain("Abs", "Relu");
    EXPECT_EQ(relu.state("producer:out:0"), TqcState::Overlapped);
    EXPECT_EQ(relu.master("producer:out:0"), "reader:out:0");
    EXPECT_EQ(relu.master("reader:in:0"), "reader:out:0");
    EXPECT_EQ(chain("Abs", "Sigmoid").state("producer:out:0"), TqcState::Fp32);
    EXPECT_EQ(chain("Gemm", "Sigmoid").master("producer:out:0"), "reader:out:0");
    EXPECT_EQ(chain("Gemm", "Softmax").state("producer:out:0"), TqcState::Fp32);
}

TEST(QdqRules, Q5b_secondReaderKeepsTheProducerFloat)
{
    OnnxBuilder builder = convModel();
    builder.node("Relu", {"c"}, {"r"}, "relu").node("Abs", {"c"}, {"b"}, "abs");
    (void)builder.quantize("r");
    const Opened opened(builder.output("r_q").output("b"));
    EXPECT_EQ(opened.state("conv:out:0"), TqcState::Fp32);
    EXPECT_EQ(opened.state("relu:in:0"), TqcState::Fp32);
}

TEST(QdqRules, Q5c_swishAndMishJoinTheirProduct)
{
    OnnxBuilder swish = convModel();
    swish.node("Sigmoid", {"c"}, {"s"}, "sigmoid").node("Mul", {"s", "c"}, {"m"}, "mul");
    (void)swish.quantize("m", {{0.125}, {0}});
    const Opened a(swish.output("m_q"));
    for (const char* id : {"conv:out:0", "sigmoid:in:0", "sigmoid:out:0", "mul:in:0", "mul:in:1"})
        EXPECT_EQ(a.master(id), "mul:out:0") << id;

    OnnxBuilder mish = convModel();
    mish.node("Softplus", {"c"}, {"p"}, "softplus").node("Tanh", {"p"}, {"t"}, "tanh").node("Mul", {"c", "t"}, {"m"}, "mul");
    (void)mish.quantize("m", {{0.125}, {0}});
    const Opened b(mish.output("m_q"));
    for (const char* id : {"conv:out:0", "softplus:in:0", "softplus:out:0", "tanh:in:0", "tanh:out:0", "mul:in:0", "mul:in:1"})
        EXPECT_EQ(b.master(id), "mul:out:0") << id;
}

TEST(QdqRules, Q5_floatChainsAreNotGuessed)
{
    OnnxBuilder builder = convModel();
    builder.node("Softmax", {"c"}, {"s"}, "softmax").node("Relu", {"s"}, {"r"}, "relu").output("r");
    const Opened opened(builder);
    EXPECT_EQ(opened.state("conv:out:0"), TqcState::Fp32);
    EXPECT_FALSE(opened.has("softmax:in:0"));
}

TEST(QdqRules, Q6_weightsPerChannelAndConstants)
{
    OnnxBuilder builder;
    builder.input("x").tensor("f", onnx_type::kFloat, {4}, {1, 2, 3, 4}).tensor("g", onnx_type::kFloat, {4}, {1, 2, 3, 4});
    const std::string x = builder.quantized("x");
    builder.node("Conv", {x, builder.weight("w", {2, 4, 1, 1}, {{0.5, 0.25}, {0, 0}})}, {"c"}, "conv")
        .node("Add", {builder.quantized("c"), builder.quantized("f", {{0.0625}, {0}})}, {"a"}, "constant")
        .node("Mul", {builder.quantized("a"), "g"}, {"y"}, "float_constant").output("y");
    const Opened opened(builder);
    EXPECT_EQ(opened.state("conv:in:1"), TqcState::Activated);
    EXPECT_TRUE(opened.scheme("conv:in:1").has(policy::kPerChannel));
    EXPECT_EQ(opened.scheme("conv:in:1").channelAxis, 0);
    EXPECT_EQ(opened.table().own(opened.slot("conv:in:1")).scale.size(), 2U);
    EXPECT_TRUE(opened.at("conv:in:1").parameter);
    EXPECT_EQ(opened.state("constant:in:1"), TqcState::Activated); // Q and DQ of a float initializer
    EXPECT_EQ(opened.scale("constant:in:1"), 0.0625F);
    EXPECT_TRUE(opened.at("constant:in:1").parameter);
    EXPECT_EQ(opened.state("float_constant:in:1"), TqcState::Fp32);
}

TEST(QdqRules, Q6_biasIsPassiveOnlyForTheExactProduct)
{
    const auto withBias = [](double scale, double zero) {
        OnnxBuilder builder;
        builder.input("x");
        const std::string x = builder.quantized("x", {{0.1}, {0}});
        const std::string w = builder.weight("w", {2, 4, 1, 1}, {{0.3, 0.5}, {0, 0}});
        const std::string b = builder.weight("b", {2}, {{scale, static_cast<double>(0.1F * 0.5F)}, {zero, 0}, onnx_type::kInt32});
        builder.node("Conv", {x, w, b}, {"y"}, "conv").output("y");
        return Opened(builder).state("conv:in:2");
    };
    const float product = 0.1F * 0.3F;
    EXPECT_EQ(withBias(static_cast<double>(product), 0), TqcState::Passive);
    EXPECT_EQ(withBias(static_cast<double>(std::nextafter(product, 1.0F)), 0), TqcState::Activated);
    EXPECT_EQ(withBias(static_cast<double>(product), 1), TqcState::Activated);
}

TEST(QdqRules, Q6_boundsAndPaddingFollowTheData)
{
    OnnxBuilder builder = convModel();
    builder.tensor("low", onnx_type::kFloat, {}, {0}).tensor("pads", onnx_type::kInt64, {8}, {0, 0, 0, 0, 0, 0, 0, 0});
    const std::string c = builder.quantized("c", {{0.25}, {0}});
    builder.node("Clip", {c, "low"}, {"l"}, "clip").node("Pad", {c, "pads", "low"}, {"p"}, "pad").output("l").output("p");
    const Opened opened(builder);
    for (const char* id : {"clip:in:1", "pad:in:2"}) {
        EXPECT_EQ(opened.state(id), TqcState::Passive) << id;
        EXPECT_EQ(opened.master(id), "conv:out:0") << id;
        EXPECT_EQ(opened.table().record(opened.slot(id)).visibility, Visibility::Internal) << id;
    }
    EXPECT_FALSE(opened.has("clip:in:2"));
    EXPECT_EQ(opened.state("pad:in:1"), TqcState::Fp32);
}

TEST(QdqRules, Q7_signedIsSymmetricOnlyIfTheWholeModelIs)
{
    OnnxBuilder symmetric = convModel();
    symmetric.node("Relu", {symmetric.quantized("c")}, {"y"}, "relu").output("y");
    const Opened a(symmetric);
    EXPECT_TRUE(a.scheme("conv:out:0").has(policy::kSymmetrical));
    EXPECT_EQ(a.scheme("conv:out:0").quantMin, -128);
    EXPECT_EQ(a.scheme("conv:out:0").quantMax, 127);

    OnnxBuilder shifted = convModel({{0.5}, {-128}});
    shifted.node("Relu", {shifted.quantized("c")}, {"y"}, "relu").output("y");
    const Opened b(shifted);
    EXPECT_TRUE(b.scheme("conv:out:0").has(policy::kAsymmetrical));
    EXPECT_EQ(b.scheme("conv:out:0").quantMin, 0);
    EXPECT_EQ(b.scheme("conv:out:0").quantMax, 255);
    EXPECT_EQ(b.offset("conv:out:0"), 128.0F); // zero point 0
    EXPECT_EQ(b.offset("conv:in:0"), 0.0F);    // zero point -128
    EXPECT_EQ(b.at("conv:in:0").storedType, StoredType::Int8);
    EXPECT_TRUE(b.scheme("conv:in:1").has(policy::kSymmetrical)); // weights judge for themselves
    EXPECT_EQ(b.offset("conv:in:1"), 0.0F);
}

TEST(QdqRules, Q7_unsignedIsAsymmetricAndConstantsAreLikeActivations)
{
    OnnxBuilder builder;
    builder.input("x").node("Add", {builder.quantized("x", {{0.3}, {3}}), builder.weight("k", {4}, {{0.7}, {0}})}, {"a"}, "add")
        .node("Relu", {builder.quantized("a", {{0.3}, {128}, onnx_type::kUint8})}, {"y"}, "relu").output("y");
    const Opened opened(builder);
    EXPECT_EQ(opened.scheme("add:in:1").quantMax, 255);
    EXPECT_EQ(opened.offset("add:in:1"), 128.0F);
    EXPECT_EQ(opened.offset("relu:in:0"), 128.0F);
    EXPECT_TRUE(opened.scheme("relu:in:0").has(policy::kAsymmetrical));
}

TEST(QdqRules, Q7_powersOfTwoNeedThreeActivationsAndNoZeroPoint)
{
    OnnxBuilder builder = convModel({{0.25}, {0}});
    builder.node("Relu", {builder.quantized("c", {{0.125}, {0}})}, {"y"}, "relu").output("y");
    EXPECT_TRUE(Opened(builder).scheme("relu:in:0").has(policy::kPowerOf2)); // conv:in, conv:out, relu:in
    OnnxBuilder other = convModel({{0.3}, {0}});
    other.node("Relu", {other.quantized("c", {{0.125}, {0}})}, {"y"}, "relu").output("y");
    EXPECT_FALSE(Opened(other).scheme("relu:in:0").has(policy::kPowerOf2));
    OnnxBuilder few;
    few.input("x").node("Relu", {few.quantized("x", {{0.25}, {0}})}, {"y"}, "relu").output("y");
    EXPECT_FALSE(Opened(few).scheme("relu:in:0").has(policy::kPowerOf2));
}

TEST(QdqRules, Q8_onlyOperationsWithAllDataQuantizedAreAlignable)
{
    OnnxBuilder builder = convModel();
    const std::string c = builder.quantized("c");
    builder.input("float").node("Add", {c, "float"}, {"a"}, "half").node("Add", {c, builder.quantized("x")}, {"b"}, "whole");
    (void)builder.quantize("a");
    (void)builder.quantize("b");
    const Opened opened(builder.output("a_q").output("b_q"));
    const auto sites = opened.model().slotGraph->sites();
    ASSERT_EQ(sites.size(), 2U);
    EXPECT_FALSE(sites[0].alignable);
    EXPECT_TRUE(sites[1].alignable);
    EXPECT_FALSE(opened.has("half:in:2"));
    EXPECT_TRUE(opened.has("half:in:1"));
}

TEST(QdqRules, sharedScaleInitializer_isEvidenceNotABinding)
{
    OnnxBuilder builder;
    builder.input("x").input("y").tensor("s", onnx_type::kFloat, {}, {0.25}).tensor("z", onnx_type::kUint8, {}, {3});
    for (const char* name : {"x", "y"})
        builder.node("QuantizeLinear", {name, "s", "z"}, {std::string(name) + "q"}).node("DequantizeLinear", {std::string(name) + "q", "s", "z"}, {std::string(name) + "d"});
    builder.node("Add", {"xd", "yd"}, {"a"}, "add").output("a");
    const Opened opened(builder);
    EXPECT_EQ(opened.master("add:in:1"), "add:in:1");
    const auto& inferred = opened.model().inferred;
    const auto shared = std::find_if(inferred.begin(), inferred.end(), [](const auto& binding) {
        return binding.kind == InferredBinding::Kind::SharedInitializer;
    });
    ASSERT_NE(shared, inferred.end());
    EXPECT_EQ(shared->slots, (std::vector<SlotId>{opened.slot("add:in:0"), opened.slot("add:in:1")}));
}

TEST(QdqRules, operatorsWithParametersInside_haveNoSlotsAndFixTheirNeighbours)
{
    OnnxBuilder builder;
    builder.input("x").opset("com.microsoft", 1).node("Relu", {"x"}, {"r"}, "relu");
    const std::string q = builder.quantize("r");
    builder.node("QLinearSigmoid", {q, "s", "z", "s", "z"}, {"m"}, "inside", "com.microsoft").tensor("s", onnx_type::kFloat, {}, {0.5})
        .tensor("z", onnx_type::kInt8, {}, {0}).node("Abs", {builder.dequantize("m")}, {"y"}, "abs").output("y");
    const Opened opened(builder);
    EXPECT_FALSE(opened.has("inside:in:0"));
    EXPECT_EQ(opened.state("relu:out:0"), TqcState::Fp32);
    EXPECT_EQ(opened.state("abs:in:0"), TqcState::Fp32);
    EXPECT_TRUE(opened.notice(MessageCode::QuantizationInOperators));
    EXPECT_TRUE(opened.notice(MessageCode::QuantNodeBoundByOperator));
}

} // namespace
} // namespace alignscope::test

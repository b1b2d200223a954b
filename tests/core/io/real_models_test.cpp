// SPDX-License-Identifier: Apache-2.0
// Numbers of real models that were counted independently of this program.
#include "core/io/onnx_source.h"
#include "core/io/open_model.h"
#include "core/io/tensor_values.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <stdexcept>

namespace alignscope::test {
namespace {

const bool kEveryModelIsHere = std::filesystem::exists(ALIGNSCOPE_SHARED_DATA "/models");
const std::string kQdqModels = std::string(kEveryModelIsHere ? ALIGNSCOPE_SHARED_DATA : ALIGNSCOPE_TEST_DATA) + "/models/qdq/";

class RealModels : public ::testing::Test {
protected:
    static std::shared_ptr<const Model> open(const std::string& name)
    {
        auto model = openModel(kQdqModels + name);
        if (!model) throw std::runtime_error(sentence(model.error()));
        return *model;
    }
    static const OnnxSource& sourceOf(const Model& model)
    {
        return dynamic_cast<const OnnxSource&>(*model.source);
    }
};

/// All quantized inputs and outputs of the operation have equal parameters; those in float, which
/// make it not alignable, do not count.
bool agrees(const Model& model, const AlignmentSite& site)
{
    std::optional<ParameterView> first;
    for (std::uint32_t i = 0; i < site.inputCount + site.outputCount; ++i) {
        const ParameterView parameters = model.baseline.effective(SlotId(site.firstInput + i));
        if (!parameters.known()) continue;
        if (first && !sameParameters(*first, parameters)) return false;
        first = parameters;
    }
    return true;
}

TEST_F(RealModels, yolo11n_hasSignedAsymmetricActivations)
{
    if (!kEveryModelIsHere) GTEST_SKIP() << "no reference data";
    const auto model = open("yolo11n_static_s8.onnx");
    std::size_t asymmetric = 0;
    std::size_t symmetric = 0;
    for (const QuantNode& node : sourceOf(*model).quantNodes()) {
        const TensorId data = model->fileGraph->findTensor(node.input);
        const bool constant = data && model->fileGraph->tensor(data).kind == TensorKind::Constant;
        if (constant || storedTypeOf(node.quantizedType) != StoredType::Int8) continue;
        ASSERT_TRUE(node.usable);
        ++(node.zeroPoints[0] == 0 ? symmetric : asymmetric);
    }
    EXPECT_EQ(asymmetric, 654U);
    EXPECT_EQ(symmetric, 10U);
    for (const Slot& slot : model->baseline.slots().all()) {
        if (slot.parameter || !slot.data || slot.storedType != StoredType::Int8) continue;
        EXPECT_TRUE(slot.scheme.has(policy::kAsymmetrical));
        EXPECT_EQ(slot.scheme.quantMin, 0);
        EXPECT_EQ(slot.scheme.quantMax, 255);
    }
}

TEST_F(RealModels, lprYolo_hasFiftyOneMisalignedOperations)
{
    if (!kEveryModelIsHere) GTEST_SKIP() << "no reference data";
    const auto model = open("lpr_yolo_static_u8.onnx");
    // Add, Sub, Concat and the two Resize.
    std::size_t aligned = 0;
    std::size_t misaligned = 0;
    for (const AlignmentSite& site : model->slotGraph->sites()) {
        ++(agrees(*model, site) ? aligned : misaligned);
    }
    EXPECT_EQ(misaligned, 51U);
    EXPECT_EQ(aligned, 6U);
}

TEST_F(RealModels, torchFx_reachesItsScalesThroughIdentities)
{
    if (!kEveryModelIsHere) GTEST_SKIP() << "no reference data";
    const auto model = open("torch_fx_mobilenetv2_identity_shared.onnx");
    std::size_t helpers = 0;
    for (const QuantNode& node : sourceOf(*model).quantNodes()) {
        EXPECT_TRUE(node.usable);
        helpers += node.scale.through.size() + node.zeroPoint.through.size();
    }
    EXPECT_GE(helpers, 300U);
    const Graph& graph = *model->graph;
    for (std::uint32_t i = 0; i < graph.operationCount(); ++i) EXPECT_NE(graph.operation(OpId(i)).type, "Identity");
    EXPECT_EQ(model->properties.fileNodes - graph.operationCount() - model->properties.quantizeNodes, 300U);
}

TEST_F(RealModels, externalDataBesideTheModel_isRead)
{
    const auto model = open("ort_conv_external.onnx");
    const OnnxSource& source = sourceOf(*model);
    std::size_t external = 0;
    for (std::uint32_t i = 0; i < source.initializerRanges().size(); ++i) {
        if (!source.isExternal(i)) continue;
        ++external;
        const auto payload = source.payload(i);
        ASSERT_TRUE(payload) << sentence(payload.error());
        EXPECT_EQ(payload->bytes.size(), byteCount(payload->elementType, *elementCount(payload->dims)));
    }
    EXPECT_GT(external, 0U);
    EXPECT_EQ(model->properties.files.back().role, "external data");
}

} // namespace
} // namespace alignscope::test

// SPDX-License-Identifier: Apache-2.0
#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/io/onnx_skeleton.h"
#include "core/io/onnx_source.h"
#include "core/io/tensor_values.h"
#include "tests/support/gzip.h"
#include "tests/support/onnx_builder.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace alignscope::test {
namespace {

namespace fs = std::filesystem;

std::span<const std::uint8_t> bytesOf(const std::string& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; // NOLINT
}

std::vector<double> ramp(std::size_t count)
{
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<double>(i);
    return values;
}

OnnxBuilder modelWithPayloads()
{
    OnnxBuilder builder;
    builder.input("x").tensor("large", onnx_type::kFloat, {1000}, ramp(1000))
        .tensor("small", onnx_type::kFloat, {2}, {0.25, 2})
        .typedTensor("typed", onnx_type::kInt8, {3}, {-1, 0, 127})
        .typedTensor("large_typed", onnx_type::kInt64, {2000}, ramp(2000))
        .constant("c", onnx_type::kFloat, {600}, ramp(600))
        .node("Add", {"x", "large"}, {"y"}, "add").output("y");
    return builder;
}

TEST(OnnxSkeleton, everyReferenceModel_equalsTheWholeParseWithoutPayloads)
{
    const bool complete = fs::exists(ALIGNSCOPE_SHARED_DATA "/models");
    const std::string folder = complete ? ALIGNSCOPE_SHARED_DATA "/models" : ALIGNSCOPE_TEST_DATA "/models";
    std::size_t compared = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".onnx") continue;
        const std::string bytes = readMaybeGzip(entry.path().string());
        const std::string expected = withoutLargePayloads(bytes, limits::kSmallPayloadBytes);
        const auto skeleton = readSkeleton(bytesOf(bytes), "m");
        if (!skeleton) {
            EXPECT_TRUE(expected.empty()) << entry.path() << ": " << sentence(skeleton.error());
            continue;
        }
        EXPECT_EQ(withoutLargePayloads(skeleton->bytes.value_or(bytes), ~std::uint64_t{0}), expected) << entry.path();
        ++compared;
    }
    EXPECT_GT(compared, complete ? 80U : 20U);
}

TEST(OnnxSkeleton, ranges_coverTheWholeFile)
{
    const std::string bytes = modelWithPayloads().bytes();
    const auto skeleton = readSkeleton(bytesOf(bytes), "m");
    ASSERT_TRUE(skeleton);
    const auto covers = [](const std::vector<FieldRange>& fields, ByteRange all) {
        std::uint64_t at = all.begin;
        for (const FieldRange& field : fields) {
            EXPECT_EQ(field.whole.begin, at);
            EXPECT_EQ(field.whole.end, field.body.end);
            at = field.whole.end;
        }
        EXPECT_EQ(at, all.end);
    };
    covers(skeleton->modelFields, {0, bytes.size()});
    for (const FieldRange& field : skeleton->modelFields)
        if (field.number == 7) covers(skeleton->graphFields, field.body);
}

TEST(OnnxSource, payload_comesFromRawDataTypedFieldsAndConstants)
{
    const auto source = OnnxSource::open(modelWithPayloads().save("payloads.onnx"));
    ASSERT_TRUE(source) << sentence(source.error());
    EXPECT_TRUE((*source)->initializerRanges()[0].elided);
    EXPECT_FALSE((*source)->initializerRanges()[1].elided);
    const auto large = (*source)->payload(0);
    ASSERT_TRUE(large);
    const auto floats = floatValues(*large);
    ASSERT_TRUE(floats);
    EXPECT_EQ(floats->size(), 1000U);
    EXPECT_EQ(floats->back(), 999.0F);
    EXPECT_EQ(integerValues((*source)->payload(2).value()), (std::vector<std::int64_t>{-1, 0, 127}));
    EXPECT_TRUE((*source)->initializerRanges()[3].elided);
    const auto longs = (*source)->payload(3);
    ASSERT_TRUE(longs);
    EXPECT_EQ(longs->bytes.size(), 16000U);
    const auto constant = (*source)->constantPayload(0);
    ASSERT_TRUE(constant);
    EXPECT_EQ(floatValues(*constant)->at(599), 599.0F);
    EXPECT_FALSE((*source)->payload(99));
}

TEST(OnnxSource, element_namesTheBytesOfANode)
{
    const std::string bytes = modelWithPayloads().bytes();
    const auto source = OnnxSource::open(modelWithPayloads().save("elements.onnx"));
    ASSERT_TRUE(source);
    const FieldRange* add = (*source)->element(graph_field::kNode, 1);
    ASSERT_NE(add, nullptr);
    EXPECT_NE(bytes.substr(add->body.begin, add->body.size()).find("large"), std::string::npos);
    EXPECT_EQ((*source)->element(graph_field::kNode, 2), nullptr);
    EXPECT_EQ((*source)->element(12345, 0), nullptr);
    ASSERT_NE((*source)->graphField(), nullptr);
}

TEST(OnnxSource, changedFile_givesNoPayload)
{
    const std::string path = modelWithPayloads().save("changed.onnx");
    const auto source = OnnxSource::open(path);
    ASSERT_TRUE(source);
    std::ofstream(path, std::ios::binary | std::ios::app) << "more";
    const auto payload = (*source)->payload(0);
    ASSERT_FALSE(payload);
    EXPECT_EQ(payload.error().code, MessageCode::FileChanged);
}

TEST(OnnxSource, externalData_isReadInsideTheFolderOnly)
{
    OnnxBuilder builder;
    builder.input("x")
        .externalTensor("good", onnx_type::kFloat, {2}, "weights.bin", "4", "8")
        .externalTensor("up", onnx_type::kFloat, {2}, "../outside.bin")
        .externalTensor("absolute", onnx_type::kFloat, {2}, "/etc/passwd")
        .externalTensor("link", onnx_type::kFloat, {2}, "link.bin")
        .externalTensor("short", onnx_type::kFloat, {2}, "weights.bin", "8", "8")
        .externalTensor("missing", onnx_type::kFloat, {2}, "nothing.bin")
        .externalTensor("memory", onnx_type::kFloat, {2}, "*/_ORT_MEM_ADDR_/*", "4096", "8")
        .externalTensor("negative", onnx_type::kFloat, {2}, "weights.bin", "-4", "8");
    const std::string model = builder.save("external.onnx");
    const fs::path folder = fs::path(model).parent_path();
    const float values[] = {1, 2, 3};
    std::ofstream(folder / "weights.bin", std::ios::binary).write(reinterpret_cast<const char*>(values), 12); // NOLINT
    const ScratchFolder elsewhere;
    fs::create_symlink(elsewhere.write("outside.bin", "12345678"), folder / "link.bin");

    const auto source = OnnxSource::open(model);
    ASSERT_TRUE(source);
    const auto codeOf = [&](std::uint32_t index) { return (*source)->payload(index).error().code; };
    EXPECT_EQ(floatValues((*source)->payload(0).value()), (std::vector<float>{2, 3}));
    EXPECT_EQ(codeOf(1), MessageCode::ExternalDataUnsafe);
    EXPECT_EQ(codeOf(2), MessageCode::ExternalDataUnsafe);
    EXPECT_EQ(codeOf(3), MessageCode::ExternalDataUnsafe);
    EXPECT_EQ(codeOf(4), MessageCode::ExternalDataTooShort);
    EXPECT_EQ(codeOf(5), MessageCode::ExternalDataMissing);
    EXPECT_EQ(codeOf(6), MessageCode::ExternalDataUnsafe);
    EXPECT_EQ(codeOf(7), MessageCode::ExternalDataUnsafe);
}

} // namespace
} // namespace alignscope::test

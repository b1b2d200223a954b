// SPDX-License-Identifier: Apache-2.0
// Exports where operations compute on the integers between a Q and its DQ.
#include "core/base/message_codes.h"
#include "core/cascade/evaluate.h"
#include "core/io/export_model.h"
#include "core/io/onnx_source.h"
#include "core/io/open_model.h"
#include "tests/support/onnx_builder.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace alignscope::test {
namespace {

// conv -> Q -> { DQ -> add, MaxPool on integers -> DQ -> relu }
OnnxBuilder poolOnIntegers()
{
    OnnxBuilder builder;
    builder.input("x");
    const std::string x = builder.quantized("x", {{0.5}, {0}});
    builder.node("Conv", {x, builder.weight("w", {4, 4, 1, 1})}, {"c"}, "conv");
    const std::string q = builder.quantize("c", {{0.25}, {0}});
    const std::string dq = builder.dequantize(q, {{0.25}, {0}});
    builder.node("Add", {dq, x}, {"a"}, "add").node("MaxPool", {q}, {"m"}, "pool");
    const std::string pooled = builder.dequantize("m", {{0.25}, {0}});
    builder.node("Relu", {pooled}, {"r"}, "relu");
    (void)builder.quantize("a", {{0.5}, {0}});
    (void)builder.quantize("r", {{0.125}, {0}});
    return builder.output("a_q").output("r_q");
}

const QuantNode* nodeReading(const OnnxSource& source, const std::string& tensor)
{
    const auto nodes = source.quantNodes();
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const QuantNode& node) { return node.input == tensor; });
    return found == nodes.end() ? nullptr : &*found;
}

TEST(ExportIntegers, qReadByAnOperation_keepsTheScaleThatADqFarBehindDependsOn)
{
    const auto model = openModel(poolOnIntegers().save("integers.onnx"));
    ASSERT_TRUE(model) << sentence(model.error());
    Scenario scenario;
    scenario.setMethod(Family::Elementwise, Method::Output);
    scenario.forceOverlap = Overlap::On;
    const Outcome outcome = evaluate(**model, scenario);
    ASSERT_FALSE(outcome.error);
    const SlotId conv = (*model)->baseline.slots().findId("conv:out:0");
    ASSERT_EQ(outcome.table.effective(conv).scale[0], 0.5F);

    const ScratchFolder folder;
    const std::string path = folder.path("out.onnx");
    const auto report = exportModel(**model, outcome, {.path = path, .scenarioJson = {}});
    ASSERT_TRUE(report) << sentence(report.error());
    const auto written = openModel(path);
    ASSERT_TRUE(written) << sentence(written.error());
    const auto& source = dynamic_cast<const OnnxSource&>(*(*written)->source);
    const QuantNode* quantize = nodeReading(source, "c");
    const QuantNode* pooled = nodeReading(source, "m");
    ASSERT_TRUE(quantize != nullptr && pooled != nullptr);
    EXPECT_EQ(quantize->scales, pooled->scales);
    const SlotId add = (*written)->baseline.slots().findId("add:in:0");
    EXPECT_EQ((*written)->baseline.effective(add).scale[0], 0.5F);
    EXPECT_TRUE(std::any_of(report->notices.begin(), report->notices.end(), [](const Message& notice) {
        return notice.code == MessageCode::ExportNotCarried;
    }));
}

} // namespace
} // namespace alignscope::test

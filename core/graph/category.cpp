// SPDX-License-Identifier: Apache-2.0
// Which operator types belong to which category of the canvas.
#include "core/graph/graph.h"

#include <algorithm>
#include <array>

namespace alignscope {
namespace {

struct Entry {
    std::string_view type;
    Category category;
};

// Sorted by type (checked below), so that a lookup is a binary search.
constexpr std::array kCategories = std::to_array<Entry>({
    {"Add", Category::Elementwise},
    {"And", Category::Elementwise},
    {"Attention", Category::Compute},
    {"AveragePool", Category::Pool},
    {"BatchNormalization", Category::Normalization},
    {"Celu", Category::Activation},
    {"Clip", Category::Activation},
    {"Concat", Category::Concat},
    {"ConcatFromSequence", Category::Concat},
    {"Constant", Category::Constant},
    {"ConstantOfShape", Category::Constant},
    {"Conv", Category::Compute},
    {"ConvInteger", Category::Compute},
    {"ConvTranspose", Category::Compute},
    {"DepthToSpace", Category::Shape},
    {"DequantizeLinear", Category::Quantize},
    {"Div", Category::Elementwise},
    {"DynamicQuantizeLinear", Category::Quantize},
    {"Elu", Category::Activation},
    {"Equal", Category::Elementwise},
    {"Erf", Category::Activation},
    {"Exp", Category::Elementwise},
    {"Expand", Category::Shape},
    {"Flatten", Category::Shape},
    {"GRU", Category::Compute},
    {"Gather", Category::Shape},
    {"Gelu", Category::Activation},
    {"Gemm", Category::Compute},
    {"GlobalAveragePool", Category::Pool},
    {"GlobalMaxPool", Category::Pool},
    {"GroupNormalization", Category::Normalization},
    {"HardSigmoid", Category::Activation},
    {"HardSwish", Category::Activation},
    {"Identity", Category::Shape},
    {"If", Category::Control},
    {"InstanceNormalization", Category::Normalization},
    {"LRN", Category::Normalization},
    {"LSTM", Category::Compute},
    {"LayerNormalization", Category::Normalization},
    {"LeakyRelu", Category::Activation},
    {"LogSoftmax", Category::Activation},
    {"Loop", Category::Control},
    {"LpPool", Category::Pool},
    {"MatMul", Category::Compute},
    {"MatMulInteger", Category::Compute},
    {"MatMulNBits", Category::Compute},
    {"Max", Category::Elementwise},
    {"MaxPool", Category::Pool},
    {"Mean", Category::Elementwise},
    {"Min", Category::Elementwise},
    {"Mish", Category::Activation},
    {"Mul", Category::Elementwise},
    {"Neg", Category::Elementwise},
    {"Or", Category::Elementwise},
    {"PRelu", Category::Activation},
    {"Pad", Category::Shape},
    {"Pow", Category::Elementwise},
    {"QGemm", Category::Compute},
    {"QLinearAdd", Category::Elementwise},
    {"QLinearAveragePool", Category::Pool},
    {"QLinearConcat", Category::Concat},
    {"QLinearConv", Category::Compute},
    {"QLinearGlobalAveragePool", Category::Pool},
    {"QLinearLeakyRelu", Category::Activation},
    {"QLinearMatMul", Category::Compute},
    {"QLinearMul", Category::Elementwise},
    {"QLinearSigmoid", Category::Activation},
    {"QLinearSoftmax", Category::Activation},
    {"QuantizeLinear", Category::Quantize},
    {"RNN", Category::Compute},
    {"ReduceMax", Category::Pool},
    {"ReduceMean", Category::Pool},
    {"ReduceSum", Category::Pool},
    {"Relu", Category::Activation},
    {"Reshape", Category::Shape},
    {"Resize", Category::Shape},
    {"Scan", Category::Control},
    {"Selu", Category::Activation},
    {"Shape", Category::Shape},
    {"Sigmoid", Category::Activation},
    {"SkipLayerNormalization", Category::Normalization},
    {"Slice", Category::Shape},
    {"Softmax", Category::Activation},
    {"Softplus", Category::Activation},
    {"Softsign", Category::Activation},
    {"SpaceToDepth", Category::Shape},
    {"Split", Category::Shape},
    {"Sqrt", Category::Elementwise},
    {"Squeeze", Category::Shape},
    {"Sub", Category::Elementwise},
    {"Sum", Category::Elementwise},
    {"Tanh", Category::Activation},
    {"ThresholdedRelu", Category::Activation},
    {"Tile", Category::Shape},
    {"Transpose", Category::Shape},
    {"Unsqueeze", Category::Shape},
    {"Upsample", Category::Shape},
    {"Where", Category::Elementwise},
});

static_assert(std::ranges::is_sorted(kCategories, {}, &Entry::type));

} // namespace

Category categoryOf(std::string_view type) noexcept
{
    const auto found = std::ranges::lower_bound(kCategories, type, {}, &Entry::type);
    return found != kCategories.end() && found->type == type ? found->category : Category::Other;
}

} // namespace alignscope

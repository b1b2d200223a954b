// SPDX-License-Identifier: Apache-2.0
#include "core/io/own_quantization.h"

#include "core/base/message_codes.h"

#include <algorithm>
#include <array>

namespace alignscope {
namespace {

template <std::size_t N> bool contains(const std::array<std::string_view, N>& list, std::string_view type)
{
    return std::find(list.begin(), list.end(), type) != list.end();
}

constexpr auto kInside = std::to_array<std::string_view>(
    {"QGemm", "QAttention", "QMoE", "QEmbedLayerNormalization", "QOrderedMatMul", "QOrderedAttention",
     "QOrderedGelu", "QOrderedLayerNormalization", "QOrderedLongformerAttention", "MatMulNBits", "MatMulBnb4",
     "GatherBlockQuantized"});
constexpr auto kDynamic = std::to_array<std::string_view>(
    {"DynamicQuantizeLinear", "DynamicQuantizeMatMul", "DynamicQuantizeLSTM", "ConvInteger", "MatMulInteger",
     "MatMulIntegerToFloat"});
constexpr auto kCustom = std::to_array<std::string_view>(
    {"Quant", "BipolarQuant", "IntQuant", "MultiThreshold", "RequantShift", "FakeQuantize", "FixedNeuron",
     "Quantize", "Dequantize", "VitisQuantizeLinear", "VitisDequantizeLinear"});

} // namespace

std::optional<MessageCode> ownQuantization(std::string_view type) noexcept
{
    if (type.starts_with("QLinear") || contains(kInside, type)) return MessageCode::QuantizationInOperators;
    if (contains(kDynamic, type)) return MessageCode::DynamicQuantization;
    if (contains(kCustom, type)) return MessageCode::CustomQuantization;
    return std::nullopt;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/graph/element_type.h"

namespace alignscope {
namespace {

constexpr std::string_view kNames[] = {
    "", "float32", "uint8", "int8", "uint16", "int16", "int32", "int64", "string", "bool", "float16",
    "float64", "uint32", "uint64", "complex64", "complex128", "bfloat16", "float8e4m3fn",
    "float8e4m3fnuz", "float8e5m2", "float8e5m2fnuz", "uint4", "int4"};

} // namespace

std::span<const std::string_view> elementTypeTexts() noexcept { return kNames; }

std::string_view elementTypeText(std::int32_t onnxType) noexcept
{
    if (onnxType <= 0 || static_cast<std::size_t>(onnxType) >= std::size(kNames)) return {};
    return kNames[static_cast<std::size_t>(onnxType)];
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/io/tensor_values.h"

#include "core/base/message_codes.h"
#include "core/io/onnx_proto.h"
#include "core/io/onnx_source.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace alignscope {
namespace {

struct TypeInfo {
    std::int32_t type;
    unsigned bits;
    std::string_view name;
    StoredType stored;
};

// Numbers 17 and up are newer than the library's enum.
constexpr std::array kTypes = {
    TypeInfo{1, 32, "float32", StoredType::None},   TypeInfo{2, 8, "uint8", StoredType::Uint8},
    TypeInfo{3, 8, "int8", StoredType::Int8},       TypeInfo{4, 16, "uint16", StoredType::Uint16},
    TypeInfo{5, 16, "int16", StoredType::Int16},    TypeInfo{6, 32, "int32", StoredType::Int32},
    TypeInfo{7, 64, "int64", StoredType::None},     TypeInfo{8, 0, "string", StoredType::None},
    TypeInfo{9, 8, "bool", StoredType::None},       TypeInfo{10, 16, "float16", StoredType::None},
    TypeInfo{11, 64, "float64", StoredType::None},  TypeInfo{12, 32, "uint32", StoredType::None},
    TypeInfo{13, 64, "uint64", StoredType::None},   TypeInfo{14, 64, "complex64", StoredType::None},
    TypeInfo{15, 128, "complex128", StoredType::None}, TypeInfo{16, 16, "bfloat16", StoredType::None},
    TypeInfo{17, 8, "float8e4m3fn", StoredType::Float8}, TypeInfo{18, 8, "float8e4m3fnuz", StoredType::Float8},
    TypeInfo{19, 8, "float8e5m2", StoredType::Float8}, TypeInfo{20, 8, "float8e5m2fnuz", StoredType::Float8},
    TypeInfo{21, 4, "uint4", StoredType::Uint4},    TypeInfo{22, 4, "int4", StoredType::Int4},
    TypeInfo{23, 4, "float4e2m1", StoredType::None}, TypeInfo{24, 8, "float8e8m0", StoredType::None},
    TypeInfo{25, 2, "uint2", StoredType::None},     TypeInfo{26, 2, "int2", StoredType::None},
};

const TypeInfo* infoOf(std::int32_t type) noexcept
{
    for (const TypeInfo& info : kTypes)
        if (info.type == type) return &info;
    return nullptr;
}

template <class To, class Field> void append(std::string& out, const Field& values)
{
    std::size_t at = out.size();
    out.resize(at + static_cast<std::size_t>(values.size()) * sizeof(To));
    for (const auto value : values) {
        const To typed = static_cast<To>(value);
        std::memcpy(out.data() + at, &typed, sizeof(To));
        at += sizeof(To);
    }
}

template <class T> T elementAt(const std::string& bytes, std::size_t index)
{
    T value{};
    std::memcpy(&value, bytes.data() + index * sizeof(T), sizeof(T));
    return value;
}

float halfToFloat(std::uint16_t half) noexcept
{
    const std::uint32_t sign = (half & 0x8000U) << 16U;
    const std::uint32_t exponent = (half >> 10U) & 0x1FU;
    const std::uint32_t mantissa = half & 0x3FFU;
    if (exponent == 0) {
        const float value = std::ldexp(static_cast<float>(mantissa), -24);
        return sign != 0 ? -value : value;
    }
    const std::uint32_t wide = exponent == 31 ? 255 : exponent + 112;
    return std::bit_cast<float>(sign | (wide << 23U) | (mantissa << 13U));
}

std::int64_t nibbleAt(const std::string& bytes, std::size_t index, bool isSigned) noexcept
{
    const auto byte = static_cast<unsigned char>(bytes[index / 2]);
    const auto nibble = static_cast<std::int64_t>(index % 2 == 0 ? byte & 0x0FU : byte >> 4U);
    return isSigned && nibble > 7 ? nibble - 16 : nibble;
}

std::optional<std::size_t> checkedCount(const TensorPayload& payload)
{
    const auto count = elementCount(payload.dims);
    const auto bytes = count ? byteCount(payload.elementType, *count) : std::nullopt;
    if (!bytes || *bytes != payload.bytes.size()) return std::nullopt;
    return static_cast<std::size_t>(*count);
}

} // namespace

unsigned elementBits(std::int32_t type) noexcept
{
    const TypeInfo* info = infoOf(type);
    return info != nullptr ? info->bits : 0;
}

std::string elementTypeName(std::int32_t type)
{
    const TypeInfo* info = infoOf(type);
    return info != nullptr ? std::string(info->name) : "type " + std::to_string(type);
}

StoredType storedTypeOf(std::int32_t type) noexcept
{
    const TypeInfo* info = infoOf(type);
    return info != nullptr ? info->stored : StoredType::None;
}

std::optional<std::uint64_t> byteCount(std::int32_t type, std::uint64_t count) noexcept
{
    const std::uint64_t bits = elementBits(type);
    if (bits == 0 || count > (std::numeric_limits<std::uint64_t>::max() - 7) / bits) return std::nullopt;
    return (count * bits + 7) / 8;
}

std::optional<std::uint64_t> elementCount(const std::vector<std::int64_t>& dims) noexcept
{
    std::uint64_t count = 1;
    for (const std::int64_t dim : dims) {
        if (dim < 0) return std::nullopt;
        const auto factor = static_cast<std::uint64_t>(dim);
        if (factor != 0 && count > std::numeric_limits<std::uint64_t>::max() / factor) return std::nullopt;
        count *= factor;
    }
    return count;
}

std::vector<std::int64_t> dimsOf(const onnx::TensorProto& tensor)
{
    return {tensor.dims().begin(), tensor.dims().end()};
}

Result<std::string> rawBytes(const onnx::TensorProto& tensor)
{
    if (tensor.has_raw_data()) return tensor.raw_data();
    std::string out;
    switch (elementBits(tensor.data_type())) {
    case 4: // two elements a byte already
    case 8: append<std::uint8_t>(out, tensor.int32_data()); break;
    case 16: append<std::uint16_t>(out, tensor.int32_data()); break;
    case 32:
        if (tensor.data_type() == onnx::TensorProto::FLOAT) append<float>(out, tensor.float_data());
        else if (tensor.data_type() == onnx::TensorProto::INT32) append<std::int32_t>(out, tensor.int32_data());
        else append<std::uint32_t>(out, tensor.uint64_data());
        break;
    case 64:
        if (tensor.data_type() == onnx::TensorProto::INT64) append<std::int64_t>(out, tensor.int64_data());
        else if (tensor.data_type() == onnx::TensorProto::UINT64) append<std::uint64_t>(out, tensor.uint64_data());
        else if (tensor.data_type() == onnx::TensorProto::DOUBLE) append<double>(out, tensor.double_data());
        else append<float>(out, tensor.float_data());
        break;
    case 128: append<double>(out, tensor.double_data()); break;
    default: return fail(MessageCode::TensorTypeUnknown, tensor.name(), elementTypeName(tensor.data_type()));
    }
    return out;
}

std::optional<std::vector<float>> floatValues(const TensorPayload& payload)
{
    const auto count = checkedCount(payload);
    if (!count) return std::nullopt;
    std::vector<float> values(*count);
    for (std::size_t i = 0; i < *count; ++i) {
        switch (payload.elementType) {
        case onnx::TensorProto::FLOAT: values[i] = elementAt<float>(payload.bytes, i); break;
        case onnx::TensorProto::DOUBLE: values[i] = static_cast<float>(elementAt<double>(payload.bytes, i)); break;
        case onnx::TensorProto::FLOAT16: values[i] = halfToFloat(elementAt<std::uint16_t>(payload.bytes, i)); break;
        case onnx::TensorProto::BFLOAT16:
            values[i] = std::bit_cast<float>(std::uint32_t{elementAt<std::uint16_t>(payload.bytes, i)} << 16U);
            break;
        default: return std::nullopt;
        }
    }
    return values;
}

std::optional<std::vector<std::int64_t>> integerValues(const TensorPayload& payload)
{
    const auto count = checkedCount(payload);
    if (!count) return std::nullopt;
    std::vector<std::int64_t> values(*count);
    for (std::size_t i = 0; i < *count; ++i) {
        if (payload.elementType == onnx::TensorProto::INT64) {
            values[i] = elementAt<std::int64_t>(payload.bytes, i);
            continue;
        }
        switch (storedTypeOf(payload.elementType)) {
        case StoredType::Uint8: values[i] = elementAt<std::uint8_t>(payload.bytes, i); break;
        case StoredType::Int8: values[i] = elementAt<std::int8_t>(payload.bytes, i); break;
        case StoredType::Uint16: values[i] = elementAt<std::uint16_t>(payload.bytes, i); break;
        case StoredType::Int16: values[i] = elementAt<std::int16_t>(payload.bytes, i); break;
        case StoredType::Int32: values[i] = elementAt<std::int32_t>(payload.bytes, i); break;
        case StoredType::Uint4: values[i] = nibbleAt(payload.bytes, i, false); break;
        case StoredType::Int4: values[i] = nibbleAt(payload.bytes, i, true); break;
        case StoredType::Float8:
        case StoredType::None: return std::nullopt;
        }
    }
    return values;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/io/requantize.h"

#include "core/base/message_codes.h"
#include "core/io/tensor_values.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace alignscope {
namespace {

constexpr std::int32_t kFloat = 1;
constexpr std::int32_t kFloat16 = 10;
constexpr std::int32_t kDouble = 11;
constexpr std::int32_t kBfloat16 = 16;

// Independent of the rounding mode of the thread.
double roundHalfEven(double value) noexcept
{
    if (!(std::fabs(value) < 4503599627370496.0)) return value;
    const double low = std::floor(value);
    const double rest = value - low;
    if (rest < 0.5) return low;
    if (rest > 0.5) return low + 1;
    return std::fmod(low, 2.0) == 0 ? low : low + 1;
}

double rounded(double value, Rounding rounding) noexcept
{
    switch (rounding) {
    case Rounding::HalfUp: return std::floor(value + 0.5);
    case Rounding::HalfDown: return std::ceil(value - 0.5);
    case Rounding::HalfTowardsZero: return value < 0 ? std::floor(value + 0.5) : std::ceil(value - 0.5);
    case Rounding::HalfFarFromZero: return value < 0 ? std::ceil(value - 0.5) : std::floor(value + 0.5);
    case Rounding::Up: return std::ceil(value);
    case Rounding::HalfEven:
    case Rounding::ToNearInt: break;
    }
    return roundHalfEven(value);
}

template <class T> void append(std::string& out, T value)
{
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    out.append(bytes, sizeof(T));
}

std::optional<std::uint16_t> exactHalf(float value)
{
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>((bits >> 16U) & 0x8000U);
    if (value == 0) return sign;
    int exponent = 0;
    const float mantissa = std::frexp(std::fabs(value), &exponent); // in [0.5, 1)
    if (exponent > 16) return std::nullopt;
    // The least exponent of normal numbers is -13 in this notation; below, steps are 2^-24.
    const int step = std::max(exponent - 11, -24);
    const float steps = std::ldexp(mantissa, exponent - step);
    if (steps != std::trunc(steps)) return std::nullopt;
    const auto whole = static_cast<std::uint32_t>(steps);
    if (whole == 0) return std::nullopt;
    const std::uint32_t half = exponent < -13 ? whole
                                              : (static_cast<std::uint32_t>(exponent + 14) << 10U) | (whole & 0x3FFU);
    return static_cast<std::uint16_t>(sign | half);
}

struct Channels {
    std::uint64_t count = 1;
    std::uint64_t inner = 1; ///< elements between two of the same channel step

    [[nodiscard]] std::size_t of(std::uint64_t element) const noexcept
    {
        return static_cast<std::size_t>(element / inner % count);
    }
};

std::optional<Channels> channelsOf(const StoredParameters& parameters, const std::vector<std::int64_t>& dims)
{
    Channels channels;
    if (parameters.scales.size() <= 1) return channels;
    std::int64_t axis = parameters.axis.value_or(dims.size() == 1 ? 0 : 1);
    const auto rank = static_cast<std::int64_t>(dims.size());
    if (axis < 0) axis += rank;
    // A one-dimensional bias has only one axis, whatever the node says.
    if (rank == 1) axis = 0;
    if (axis < 0 || axis >= rank) return std::nullopt;
    channels.count = parameters.scales.size();
    if (static_cast<std::uint64_t>(dims[static_cast<std::size_t>(axis)]) != channels.count) return std::nullopt;
    for (auto i = static_cast<std::size_t>(axis) + 1; i < dims.size(); ++i)
        channels.inner *= static_cast<std::uint64_t>(dims[i]);
    if (channels.inner == 0) channels.inner = 1;
    return channels;
}

} // namespace

std::int32_t elementTypeOf(StoredType type) noexcept
{
    switch (type) {
    case StoredType::Int4: return 22;
    case StoredType::Uint4: return 21;
    case StoredType::Int8: return 3;
    case StoredType::Uint8: return 2;
    case StoredType::Int16: return 5;
    case StoredType::Uint16: return 4;
    case StoredType::Int32: return 6;
    case StoredType::Float8: return 17;
    case StoredType::None: break;
    }
    return 0;
}

std::string packIntegers(const std::vector<std::int64_t>& values, StoredType type)
{
    std::string out;
    for (std::size_t i = 0; i < values.size(); ++i) {
        switch (type) {
        case StoredType::Int4:
        case StoredType::Uint4: {
            const auto nibble = static_cast<unsigned>(values[i]) & 0x0FU;
            if (i % 2 == 0) out.push_back(static_cast<char>(nibble));
            else out.back() = static_cast<char>(static_cast<unsigned char>(out.back()) | (nibble << 4U));
            break;
        }
        case StoredType::Int8:
        case StoredType::Uint8: append(out, static_cast<std::uint8_t>(values[i])); break;
        case StoredType::Int16:
        case StoredType::Uint16: append(out, static_cast<std::uint16_t>(values[i])); break;
        case StoredType::Int32:
        case StoredType::Float8:
        case StoredType::None: append(out, static_cast<std::uint32_t>(values[i])); break;
        }
    }
    return out;
}

std::optional<std::string> packFloats(const std::vector<float>& values, std::int32_t elementType)
{
    std::string out;
    for (const float value : values) {
        if (elementType == kFloat) {
            append(out, value);
        } else if (elementType == kDouble) {
            append(out, static_cast<double>(value));
        } else if (elementType == kFloat16) {
            const auto half = exactHalf(value);
            if (!half) return std::nullopt;
            append(out, *half);
        } else if (elementType == kBfloat16) {
            const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
            if ((bits & 0xFFFFU) != 0) return std::nullopt;
            append(out, static_cast<std::uint16_t>(bits >> 16U));
        } else {
            return std::nullopt;
        }
    }
    return out;
}

Result<Requantized> requantize(const TensorPayload& values, const StoredParameters& before,
                               const StoredParameters& after, IntegerRange clamp, const std::string& name)
{
    const auto integers = integerValues(values);
    const auto from = channelsOf(before, values.dims);
    const auto to = channelsOf(after, values.dims);
    if (!integers || !from || !to || before.scales.empty() || after.scales.empty())
        return fail(MessageCode::TensorTypeUnknown, name, elementTypeName(values.elementType));

    Requantized result;
    std::vector<std::int64_t> written(integers->size());
    const auto low = static_cast<double>(clamp.low);
    const auto high = static_cast<double>(clamp.high);
    for (std::size_t i = 0; i < integers->size(); ++i) {
        const std::size_t old = from->of(i);
        const std::size_t now = to->of(i);
        const double real = static_cast<double>((*integers)[i] - before.zeroPoints[old])
            * static_cast<double>(before.scales[old]);
        const double wanted = roundHalfEven(real / static_cast<double>(after.scales[now]))
            + static_cast<double>(after.zeroPoints[now]);
        const double kept = std::clamp(wanted, low, high);
        if (kept != wanted) ++result.saturated;
        written[i] = static_cast<std::int64_t>(kept);
        if (written[i] != (*integers)[i]) ++result.changed;
    }
    result.bytes = packIntegers(written, after.type);
    return result;
}

Result<Requantized> quantizeFloats(const TensorPayload& values, const StoredParameters& parameters,
                                   IntegerRange clamp, Rounding rounding, const std::string& name)
{
    const auto floats = floatValues(values);
    const auto channels = channelsOf(parameters, values.dims);
    if (!floats || !channels || parameters.scales.empty())
        return fail(MessageCode::TensorTypeUnknown, name, elementTypeName(values.elementType));
    Requantized result;
    std::vector<std::int64_t> written(floats->size());
    for (std::size_t i = 0; i < floats->size(); ++i) {
        const std::size_t channel = channels->of(i);
        const float quotient = (*floats)[i] / parameters.scales[channel];
        const double wanted = rounded(static_cast<double>(quotient), rounding)
            + static_cast<double>(parameters.zeroPoints[channel]);
        const double kept = std::isnan(wanted) ? static_cast<double>(parameters.zeroPoints[channel])
                                               : std::clamp(wanted, static_cast<double>(clamp.low),
                                                            static_cast<double>(clamp.high));
        if (kept != wanted) ++result.saturated;
        written[i] = static_cast<std::int64_t>(kept);
    }
    result.bytes = packIntegers(written, parameters.type);
    return result;
}

} // namespace alignscope

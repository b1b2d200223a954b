// SPDX-License-Identifier: Apache-2.0
// The words of a Tensor Quantization Config (TQC) as PPQ 0.6.6 defines them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace alignscope {

/// State of a TQC; the numbers are PPQ's.
enum class TqcState : std::int8_t {
    Initial = 1,
    Baked = 2,
    Overlapped = 3,
    Activated = 4,
    Passive = 5,
    PassiveInit = 6,
    PassiveBaked = 7,
    Fp32 = 8,
    Soi = -1,
    Dequantized = -2,
    Deactived = -3
};

/// Bits of a quantization policy.
namespace policy {
inline constexpr std::uint16_t kPerTensor = 1;
inline constexpr std::uint16_t kPerChannel = 2;
inline constexpr std::uint16_t kLinear = 4;
inline constexpr std::uint16_t kFloating = 8;
inline constexpr std::uint16_t kSymmetrical = 16;
inline constexpr std::uint16_t kAsymmetrical = 32;
inline constexpr std::uint16_t kPowerOf2 = 64;
inline constexpr std::uint16_t kDynamic = 128;

struct Name {
    std::uint16_t bit;
    std::string_view name;
};
/// All bits with their names, in the order in which they are written.
inline constexpr Name kNames[] = {
    {kPerTensor, "PER_TENSOR"},   {kPerChannel, "PER_CHANNEL"},   {kLinear, "LINEAR"},
    {kFloating, "FLOATING"},      {kSymmetrical, "SYMMETRICAL"},  {kAsymmetrical, "ASYMMETRICAL"},
    {kPowerOf2, "POWER_OF_2"},    {kDynamic, "DYNAMIC"},
};
} // namespace policy

enum class Rounding : std::uint8_t {
    HalfEven, HalfUp, HalfDown, HalfTowardsZero, HalfFarFromZero, ToNearInt, Up
};

enum class Visibility : std::uint8_t { ForceExport = 1, ExportWhenActive = 2, Internal = 3 };

/// How values are quantized, without the parameters. A slot's own; never inherited from a master.
/// The range of values is q in [quantMin, quantMax]; floats only for FP8.
struct Scheme {
    std::uint16_t policy = 0;
    std::uint8_t bits = 8;
    std::uint8_t exponentBits = 0;
    Rounding rounding = Rounding::HalfEven;
    std::optional<std::int32_t> channelAxis; ///< null per tensor
    double quantMin = 0;
    double quantMax = 0;

    [[nodiscard]] bool has(std::uint16_t bit) const noexcept { return (policy & bit) != 0; }
    bool operator==(const Scheme&) const = default;
};

/// Parameters of what has one scale and offset.
struct TensorParameters {
    float scale = 0;  ///< real units per step
    float offset = 0; ///< steps
};

/// Integer (or float8) type that holds a slot's values in the file; None for a source that does
/// not say (PPQ JSON, tables without `stored_type`).
enum class StoredType : std::uint8_t {
    None, Int4, Uint4, Int8, Uint8, Int16, Uint16, Int32, Float8
};

[[nodiscard]] std::string_view toText(TqcState state) noexcept;
[[nodiscard]] std::string_view toText(Rounding rounding) noexcept;
[[nodiscard]] std::string_view toText(Visibility visibility) noexcept;
/// "int8"...; empty for None.
[[nodiscard]] std::string_view toText(StoredType type) noexcept;

[[nodiscard]] std::optional<TqcState> tqcStateFromText(std::string_view text) noexcept;
[[nodiscard]] std::optional<Rounding> roundingFromText(std::string_view text) noexcept;
[[nodiscard]] std::optional<Visibility> visibilityFromText(std::string_view text) noexcept;
[[nodiscard]] std::optional<StoredType> storedTypeFromText(std::string_view text) noexcept;

/// Difference between a stored zero point and the offset of the normalised scheme (Q7): a signed
/// asymmetric slot is kept as [0, 2^b - 1] with offset = zero point + 2^(b-1); everything else
/// has no shift. zero point = offset - shift.
[[nodiscard]] std::int64_t zeroPointShift(const Scheme& scheme, StoredType type) noexcept;

} // namespace alignscope

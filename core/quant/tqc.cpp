// SPDX-License-Identifier: Apache-2.0
#include "core/quant/tqc.h"

#include <span>

namespace alignscope {
namespace {

template <class T> struct Named {
    T value;
    std::string_view name;
};

constexpr Named<TqcState> kStates[] = {
    {TqcState::Initial, "INITIAL"},          {TqcState::Baked, "BAKED"},
    {TqcState::Overlapped, "OVERLAPPED"},    {TqcState::Activated, "ACTIVATED"},
    {TqcState::Passive, "PASSIVE"},          {TqcState::PassiveInit, "PASSIVE_INIT"},
    {TqcState::PassiveBaked, "PASSIVE_BAKED"}, {TqcState::Fp32, "FP32"},
    {TqcState::Soi, "SOI"},                  {TqcState::Dequantized, "DEQUANTIZED"},
    {TqcState::Deactived, "DEACTIVED"},
};

// "FORM" is how PPQ spells it in its files.
constexpr Named<Rounding> kRoundings[] = {
    {Rounding::HalfEven, "ROUND_HALF_EVEN"},
    {Rounding::HalfUp, "ROUND_HALF_UP"},
    {Rounding::HalfDown, "ROUND_HALF_DOWN"},
    {Rounding::HalfTowardsZero, "ROUND_HALF_TOWARDS_ZERO"},
    {Rounding::HalfFarFromZero, "ROUND_HALF_FAR_FORM_ZERO"},
    {Rounding::ToNearInt, "ROUND_TO_NEAR_INT"},
    {Rounding::Up, "ROUND_UP"},
};

constexpr Named<Visibility> kVisibilities[] = {
    {Visibility::ForceExport, "FORCE_EXPORT"},
    {Visibility::ExportWhenActive, "EXPORT_WHEN_ACTIVE"},
    {Visibility::Internal, "INTERNAL"},
};

constexpr Named<StoredType> kStoredTypes[] = {
    {StoredType::Int4, "int4"},   {StoredType::Uint4, "uint4"},   {StoredType::Int8, "int8"},
    {StoredType::Uint8, "uint8"}, {StoredType::Int16, "int16"},   {StoredType::Uint16, "uint16"},
    {StoredType::Int32, "int32"}, {StoredType::Float8, "float8"},
};

template <class T> std::string_view nameOf(std::span<const Named<T>> list, T value) noexcept
{
    for (const auto& entry : list)
        if (entry.value == value) return entry.name;
    return {};
}

template <class T>
std::optional<T> valueOf(std::span<const Named<T>> list, std::string_view name) noexcept
{
    for (const auto& entry : list)
        if (entry.name == name) return entry.value;
    return std::nullopt;
}

} // namespace

std::string_view toText(TqcState state) noexcept { return nameOf<TqcState>(kStates, state); }
std::string_view toText(Rounding rounding) noexcept { return nameOf<Rounding>(kRoundings, rounding); }
std::string_view toText(Visibility visibility) noexcept
{
    return nameOf<Visibility>(kVisibilities, visibility);
}
std::string_view toText(StoredType type) noexcept { return nameOf<StoredType>(kStoredTypes, type); }

std::optional<TqcState> tqcStateFromText(std::string_view text) noexcept
{
    return valueOf<TqcState>(kStates, text);
}
std::optional<Rounding> roundingFromText(std::string_view text) noexcept
{
    return valueOf<Rounding>(kRoundings, text);
}
std::optional<Visibility> visibilityFromText(std::string_view text) noexcept
{
    return valueOf<Visibility>(kVisibilities, text);
}
std::optional<StoredType> storedTypeFromText(std::string_view text) noexcept
{
    return valueOf<StoredType>(kStoredTypes, text);
}

std::int64_t zeroPointShift(const Scheme& scheme, StoredType type) noexcept
{
    const bool isSigned = type == StoredType::Int4 || type == StoredType::Int8
        || type == StoredType::Int16 || type == StoredType::Int32;
    if (!isSigned || !scheme.has(policy::kAsymmetrical) || scheme.bits == 0 || scheme.bits > 32)
        return 0;
    return std::int64_t{1} << (scheme.bits - 1);
}

} // namespace alignscope

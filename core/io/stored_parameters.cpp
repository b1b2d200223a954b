// SPDX-License-Identifier: Apache-2.0
#include "core/io/stored_parameters.h"
#include "core/quant/quantized.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace alignscope {
namespace {

StoredType typeOf(const Slot& slot)
{
    return slot.storedType != StoredType::None ? slot.storedType : typeForScheme(slot.scheme, slot.parameter);
}

std::optional<std::vector<std::int64_t>> zeroPointsIn(std::span<const float> offsets, const Slot& owner)
{
    const StoredType type = typeOf(owner);
    const auto range = integerRange(type);
    if (!range) return std::nullopt;
    // Without a stored type the scheme is the file's own and nothing was shifted.
    const std::int64_t shift = zeroPointShift(owner.scheme, owner.storedType);
    std::vector<std::int64_t> zeroPoints;
    zeroPoints.reserve(offsets.size());
    for (const float offset : offsets) {
        if (!(std::fabs(offset) <= 4294967296.0F) || std::trunc(offset) != offset) return std::nullopt;
        const std::int64_t zero = static_cast<std::int64_t>(offset) - shift;
        if (zero < range->low || zero > range->high) return std::nullopt;
        zeroPoints.push_back(zero);
    }
    return zeroPoints;
}

} // namespace

bool StoredParameters::sameValues(const StoredParameters& other) const noexcept
{
    return type == other.type && zeroPoints == other.zeroPoints && scales.size() == other.scales.size()
        && (scales.empty() || std::memcmp(scales.data(), other.scales.data(), scales.size() * sizeof(float)) == 0);
}

std::optional<IntegerRange> integerRange(StoredType type) noexcept
{
    switch (type) {
    case StoredType::Int4: return IntegerRange{-8, 7};
    case StoredType::Uint4: return IntegerRange{0, 15};
    case StoredType::Int8: return IntegerRange{-128, 127};
    case StoredType::Uint8: return IntegerRange{0, 255};
    case StoredType::Int16: return IntegerRange{-32768, 32767};
    case StoredType::Uint16: return IntegerRange{0, 65535};
    case StoredType::Int32:
        return IntegerRange{std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
    case StoredType::Float8:
    case StoredType::None: break;
    }
    return std::nullopt;
}

StoredType typeForScheme(const Scheme& scheme, bool parameter) noexcept
{
    if (scheme.has(policy::kFloating)) return StoredType::Float8;
    const bool isUnsigned = scheme.quantMin >= 0;
    if (scheme.bits <= 8) return isUnsigned ? StoredType::Uint8 : StoredType::Int8;
    if (scheme.bits <= 16 && !parameter) return isUnsigned ? StoredType::Uint16 : StoredType::Int16;
    return StoredType::Int32;
}

std::optional<StoredParameters> storedParameters(const TqcTable& table, SlotId slot)
{
    const TqcState state = table.state(slot);
    if (isFp32OrSoi(state)) return std::nullopt;
    const SlotId root = table.root(slot);
    const ParameterView view = root ? table.own(root) : ParameterView{};
    if (!view.known() || view.scale.size() != view.offset.size()) return std::nullopt;

    const Slot& own = table.slots()[slot];
    const Slot& master = table.slots()[root];
    StoredParameters result;
    result.scales.assign(view.scale.begin(), view.scale.end());
    if (result.scales.size() > 1)
        result.axis = own.scheme.channelAxis ? own.scheme.channelAxis : master.scheme.channelAxis;
    const bool inherits = own.storedType == StoredType::None && master.storedType != StoredType::None;
    if (!inherits) {
        if (auto zeroPoints = zeroPointsIn(view.offset, own)) {
            result.zeroPoints = *std::move(zeroPoints);
            result.type = typeOf(own);
            return result;
        }
    }
    auto zeroPoints = zeroPointsIn(view.offset, master);
    if (!zeroPoints) return std::nullopt;
    result.zeroPoints = *std::move(zeroPoints);
    result.type = typeOf(master);
    result.retyped = !inherits;
    return result;
}

} // namespace alignscope

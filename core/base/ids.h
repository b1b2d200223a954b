// SPDX-License-Identifier: Apache-2.0
// Strong ids: indices into the flat arrays of Graph and TqcTable that cannot be mixed up.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace alignscope {

/// An index with a type. A default-constructed id is "none" and tests false.
template <class Tag> class StrongId {
public:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    constexpr StrongId() noexcept = default;
    constexpr explicit StrongId(std::uint32_t value) noexcept : m_value(value) {}
    constexpr explicit StrongId(std::size_t value) noexcept
        : m_value(static_cast<std::uint32_t>(value)) {}

    [[nodiscard]] constexpr std::uint32_t value() const noexcept { return m_value; }
    [[nodiscard]] constexpr std::size_t index() const noexcept { return m_value; }
    [[nodiscard]] constexpr bool valid() const noexcept { return m_value != kNone; }
    constexpr explicit operator bool() const noexcept { return valid(); }
    constexpr auto operator<=>(const StrongId&) const noexcept = default;

private:
    std::uint32_t m_value = kNone;
};

using OpId = StrongId<struct OpTag>;         ///< an operation of a Graph
using TensorId = StrongId<struct TensorTag>; ///< a tensor of a Graph
using SlotId = StrongId<struct SlotTag>;     ///< a slot of a TqcTable

} // namespace alignscope

template <class Tag> struct std::hash<alignscope::StrongId<Tag>> {
    std::size_t operator()(const alignscope::StrongId<Tag>& id) const noexcept
    {
        return std::hash<std::uint32_t>{}(id.value());
    }
};

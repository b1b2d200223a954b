// SPDX-License-Identifier: Apache-2.0
// NameTable: finds numbered things by their names without a copy of the names.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string_view>
#include <vector>

namespace alignscope {

/// Numbers by name. The names stay with the caller, who gives them with each call as
/// `nameOf(number)` and must not change one that is in the table. Thread: find() any.
class NameTable {
public:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    /// Room for `count` names without growing.
    void reserve(std::size_t count)
    {
        const std::size_t wanted = std::bit_ceil(count + count / 2 + 1);
        if (wanted > m_places.size()) grow(wanted);
    }

    /// The number that has the name already, or `number`, which has it from now on.
    template <class NameOf> std::uint32_t insert(std::string_view name, std::uint32_t number, const NameOf& nameOf)
    {
        if (m_count + m_count / 2 >= m_places.size()) grow(m_places.empty() ? 16 : 2 * m_places.size());
        const std::uint32_t hash = hashOf(name);
        const std::size_t at = placeOf(name, hash, nameOf);
        if (m_places[at].number != kNone) return m_places[at].number;
        m_places[at] = {hash, number};
        ++m_count;
        return number;
    }

    /// kNone when nothing has the name.
    template <class NameOf> [[nodiscard]] std::uint32_t find(std::string_view name, const NameOf& nameOf) const
    {
        return m_places.empty() ? kNone : m_places[placeOf(name, hashOf(name), nameOf)].number;
    }

private:
    struct Place {
        std::uint32_t hash = 0;
        std::uint32_t number = kNone;
    };

    static std::uint32_t hashOf(std::string_view name)
    {
        const std::uint64_t hash = std::hash<std::string_view>{}(name);
        return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
    }

    template <class NameOf> std::size_t placeOf(std::string_view name, std::uint32_t hash, const NameOf& nameOf) const
    {
        std::size_t at = hash & (m_places.size() - 1);
        while (m_places[at].number != kNone && (m_places[at].hash != hash || nameOf(m_places[at].number) != name))
            at = (at + 1) & (m_places.size() - 1);
        return at;
    }

    void grow(std::size_t size)
    {
        std::vector<Place> old(size);
        old.swap(m_places);
        for (const Place& place : old) {
            if (place.number == kNone) continue;
            std::size_t at = place.hash & (size - 1);
            while (m_places[at].number != kNone) at = (at + 1) & (size - 1);
            m_places[at] = place;
        }
    }

    std::vector<Place> m_places; // a power of two, at least a third of it free
    std::size_t m_count = 0;
};

} // namespace alignscope

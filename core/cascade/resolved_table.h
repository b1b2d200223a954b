// SPDX-License-Identifier: Apache-2.0
// ResolvedTable: a table with every slot's root looked up once, for measures that ask for all.
#pragma once

#include "core/quant/quantized.h"
#include "core/quant/tqc_table.h"

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace alignscope {

/// Valid as long as the table, which must not change. Thread: any (const).
class ResolvedTable {
public:
    using Roots = std::vector<std::uint32_t>; ///< by slot; SlotId::kNone for a cycle

    ResolvedTable() = default;
    explicit ResolvedTable(const TqcTable& table);
    /// With roots that were looked up before, in a table that is equal to this one.
    ResolvedTable(const TqcTable& table, std::shared_ptr<const Roots> roots)
        : m_table(&table), m_shared(std::move(roots)), m_roots(*m_shared)
    {
    }

    [[nodiscard]] const TqcTable& table() const noexcept { return *m_table; }
    [[nodiscard]] const std::shared_ptr<const Roots>& roots() const noexcept { return m_shared; }
    [[nodiscard]] std::size_t size() const noexcept { return m_roots.size(); }
    /// Invalid for a cycle.
    [[nodiscard]] SlotId root(SlotId slot) const { return SlotId(m_roots[slot.index()]); }
    [[nodiscard]] ParameterView effective(SlotId slot) const
    {
        const SlotId at = root(slot);
        return at ? m_table->own(at) : ParameterView{};
    }
    /// As isQuantized().
    [[nodiscard]] bool quantized(SlotId slot) const
    {
        if (isFp32OrSoi(m_table->state(slot))) return false;
        const SlotId at = root(slot);
        if (!at) return false;
        const TqcRecord& values = m_table->record(at);
        if ((values.flags & TqcRecord::kPerChannel) != 0) return m_table->own(at).known();
        return m_table->hasOwn(at);
    }

private:
    const TqcTable* m_table = nullptr;
    std::shared_ptr<const Roots> m_shared;
    std::span<const std::uint32_t> m_roots; // *m_shared
};

} // namespace alignscope

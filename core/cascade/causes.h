// SPDX-License-Identifier: Apache-2.0
// CauseIndex: for every slot of an outcome the steps that made it what it is.
#pragma once

#include "core/align/outcome.h"
#include "core/quant/model.h"

#include <cstdint>
#include <vector>

namespace alignscope {

/// The inputs that set the ends of the range when the operation is aligned to large on `table`, the
/// lower end first; one when it sets both, none when no range reaches beyond zero.
[[nodiscard]] std::vector<SlotId> rangeDictators(const TqcTable& table, OpId operation);

/// A slot is what it is because of the steps that bound the slots on its way to its root, and of
/// the step that set the root's values. A re-range rests besides on what made the inputs that
/// dictated its range, and a bias on what made its input. That closure, oldest first, is the cause.
/// Thread: one at a time.
class CauseIndex {
public:
    CauseIndex(const Model& model, const Outcome& outcome);

    [[nodiscard]] std::vector<std::uint32_t> causeOf(SlotId slot) const;
    /// Only the steps that bound the slots on its way to its root, oldest first.
    [[nodiscard]] std::vector<std::uint32_t> wayOf(SlotId slot) const;
    /// Appends the cause of a slot, ascending.
    void addCause(SlotId slot, std::vector<std::uint32_t>& causes) const;

private:
    static constexpr std::uint32_t kNone = 0xffffffffU;
    /// Why a pointer is what it is: one step, or two reasons that a path compression joined.
    struct Reasons {
        std::uint32_t step = kNone;
        std::uint32_t left = kNone;
        std::uint32_t right = kNone;
    };

    std::uint32_t join(std::uint32_t a, std::uint32_t b);
    void compress(SlotId slot);
    SlotId collectWay(SlotId slot, std::vector<std::uint32_t>& steps) const;
    void collect(SlotId slot, std::vector<std::uint32_t>& steps) const;
    void collectReasons(std::uint32_t reasons, std::vector<std::uint32_t>& steps) const;
    void addDependencies(const Step& step, std::vector<std::uint32_t>& found) const;

    TqcTable m_table;                         // replayed
    std::vector<Reasons> m_reasons;
    std::vector<std::uint32_t> m_pointerWhy;  // per slot: into m_reasons
    std::vector<std::uint32_t> m_valueWhy;    // per slot: the step that set its own values
    std::vector<std::uint32_t> m_dependencyBegin;
    std::vector<std::uint32_t> m_dependencies; // per step: earlier steps it rests on
    mutable std::vector<std::uint32_t> m_seen; // per step: mark of the last query
    mutable std::uint32_t m_query = 0;
    // Kept between calls.
    std::vector<SlotId> m_way;
    mutable std::vector<std::uint32_t> m_pending;
    mutable std::vector<std::uint32_t> m_pendingReasons;
};

} // namespace alignscope

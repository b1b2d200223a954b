// SPDX-License-Identifier: Apache-2.0
// CauseIndex: for every slot of an outcome the steps that made it what it is.
#pragma once

#include "core/align/outcome.h"
#include "core/quant/model.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace alignscope {

/// The inputs that set the ends of the range when the operation is aligned to large on `table`, the
/// lower end first; one when it sets both, none when no range reaches beyond zero.
[[nodiscard]] std::vector<SlotId> rangeDictators(const TqcTable& table, OpId operation);

/// A slot is what it is because of the steps that bound the slots on its way to its root, and of
/// the step that set the root's values. A re-range rests besides on what made the inputs that
/// dictated its range, and a bias on what made its input. That closure, oldest first, is the cause.
/// Thread: any (const).
class CauseIndex {
public:
    CauseIndex(const Model& model, const Outcome& outcome);

    [[nodiscard]] std::vector<std::uint32_t> causeOf(SlotId slot) const;
    /// Its ends, without listing it; none when it is empty.
    [[nodiscard]] std::optional<std::uint32_t> firstCause(SlotId slot) const;
    [[nodiscard]] std::optional<std::uint32_t> lastCause(SlotId slot) const;
    /// Only the steps that bound the slots on its way to its root, oldest first.
    [[nodiscard]] std::vector<std::uint32_t> wayOf(SlotId slot) const;
    /// For each slot whether a step of the operation is in its cause.
    [[nodiscard]] std::vector<bool> causedBy(OpId operation, const Outcome& outcome) const;

private:
    static constexpr std::uint32_t kNone = 0xffffffffU;
    /// Why a pointer is what it is: one step, or two reasons that a path compression joined.
    struct Reasons {
        std::uint32_t step = kNone;
        std::uint32_t left = kNone;
        std::uint32_t right = kNone;
        std::uint32_t first = kNone; // of what these steps rest on, themselves included
        std::uint32_t last = 0;      // of these steps
    };

    std::uint32_t join(std::uint32_t a, std::uint32_t b);
    void compress(SlotId slot);
    template <class Visit> SlotId followWay(SlotId slot, Visit visit) const;
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
    std::vector<std::uint32_t> m_first;        // per step: the first that it rests on, itself included
    std::vector<SlotId> m_way;                 // kept between calls of compress()
};

} // namespace alignscope

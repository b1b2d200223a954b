// SPDX-License-Identifier: Apache-2.0
// CauseIndex: for every slot of an outcome the steps that made it what it is.
#pragma once

#include "core/align/outcome.h"
#include "core/quant/model.h"

#include <cstdint>
#include <vector>

namespace alignscope {

/// A slot is what it is because of the last step that touched each slot on its way to its root;
/// a re-range besides because of what made the inputs that dictated its range, and a bias because
/// of what made its input. That closure, oldest first, is the cause.
class CauseIndex {
public:
    CauseIndex(const Model& model, const Outcome& outcome);

    [[nodiscard]] std::vector<std::uint32_t> causeOf(SlotId slot) const;

private:
    static constexpr std::uint32_t kNone = 0xffffffffU;
    void collect(SlotId slot, const TqcTable& table, std::vector<std::uint32_t>& steps) const;

    const Outcome& m_outcome;
    TqcTable m_end;                         // replayed: pointers as bound, not compressed
    std::vector<std::uint32_t> m_lastTouch; // per slot
    std::vector<std::uint32_t> m_dependencyBegin;
    std::vector<std::uint32_t> m_dependencies; // per step: earlier steps it rests on
    mutable std::vector<std::uint32_t> m_seen; // per step: mark of the last query
    mutable std::uint32_t m_query = 0;
};

} // namespace alignscope

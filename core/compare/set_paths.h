// SPDX-License-Identifier: Apache-2.0
// SetPaths: along which links the strict engine holds two slots of one set together.
#pragma once

#include "core/align/strict_sets.h"
#include "core/quant/tqc_table.h"

#include <cstdint>
#include <vector>

namespace alignscope {

struct SetLink {
    enum class Kind : std::uint8_t {
        Loaded,   ///< one group when loaded, and neither left it (S2)
        Claim,    ///< claimed by one operation (S3)
        Producer, ///< an input and its producer's output (S4)
        ByHand    ///< S5
    };
    Kind kind = Kind::Loaded;
    OpId operation; ///< of Claim and Producer
};

/// The sets must outlive it.
class SetPaths {
public:
    SetPaths(const TqcTable& baseline, const StrictSets& sets);

    struct Stop {
        SlotId slot;
        SetLink link; ///< to the next stop
    };
    /// From one slot to another of its set, both included; empty when there is no way.
    [[nodiscard]] std::vector<Stop> between(SlotId from, SlotId to);

private:
    void grow(SlotId start);
    void visit(SlotId from, SlotId to, const SetLink& link);

    const TqcTable& m_base;
    const StrictSets& m_sets;
    std::vector<std::vector<SlotId>> m_atoms;           // by loaded root: members that stayed
    std::vector<std::uint32_t> m_claimOfOperation;
    struct Edge {
        SlotId to;
        SetLink link;
    };
    std::vector<std::vector<Edge>> m_edges;
    // A tree over each set that was asked about.
    std::vector<bool> m_reached;
    std::vector<SlotId> m_parent;
    std::vector<SetLink> m_up;
    std::vector<std::uint32_t> m_depth;
    std::vector<bool> m_atomDone;
    std::vector<bool> m_claimDone;
    std::vector<SlotId> m_queue;
};

} // namespace alignscope

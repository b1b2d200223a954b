// SPDX-License-Identifier: Apache-2.0
// S2 to S5 of the strict engine: the sets of slots that end on one scale.
#pragma once

#include "core/base/disjoint_sets.h"
#include "core/align/hull.h"
#include "core/align/strict_claims.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace alignscope {

/// Built once and then only read. The model must outlive it. Thread: any (const).
class StrictSets {
public:
    static constexpr std::uint32_t kNoClaim = 0xffffffffU;

    StrictSets(const Model& model, const Scenario& scenario);

    [[nodiscard]] const std::vector<StrictClaim>& claims() const noexcept { return m_claims; }
    /// The number of the set that a slot is in: its smallest slot.
    [[nodiscard]] std::uint32_t setOf(SlotId slot) const { return m_setOf[slot.index()]; }
    /// S2: an input that left its loaded set.
    [[nodiscard]] bool detached(SlotId slot) const { return m_detached[slot.index()]; }
    /// Slots that do not quantize belong to no set, even when others point at them.
    [[nodiscard]] bool outside(SlotId slot) const;
    /// Index of the claim that a slot moves for, the producer's output that it rejoined included.
    [[nodiscard]] std::uint32_t claimOf(SlotId slot) const { return m_claim[slot.index()]; }
    /// S4: a detached input that follows its producer's output again.
    struct Rejoin {
        SlotId producer;
        SlotId slot;
        OpId operation;
    };
    [[nodiscard]] const std::vector<Rejoin>& rejoins() const noexcept { return m_rejoins; }
    /// Whether a tensor written in the fused set of an output is a graph output.
    [[nodiscard]] bool reachesGraphOutput(SlotId output) const;
    /// S5: slot and master.
    [[nodiscard]] const std::vector<std::pair<SlotId, SlotId>>& bound() const noexcept { return m_bound; }
    [[nodiscard]] const std::vector<std::pair<SlotId, TensorParameters>>& pins() const noexcept { return m_pins; }
    /// What was refused, in the order of the rules.
    [[nodiscard]] const std::vector<Step>& refusals() const noexcept { return m_refusals; }
    [[nodiscard]] const std::vector<Message>& warnings() const noexcept { return m_warnings; }

private:
    void excludeByHand(const Model& model, const Scenario& scenario);
    void detachInputs();
    void keepLoadedSets();
    void rejoinProducers(const StrictClaim& claim);
    [[nodiscard]] Reason whyNotRejoin(const StrictClaim& claim, SlotId above, SlotId slot) const;
    [[nodiscard]] bool isPrivate(SlotId output, OpId reader) const;
    [[nodiscard]] bool passesThrough(const Use& use, std::uint32_t set) const;
    [[nodiscard]] std::vector<SlotId> fusedMembers(SlotId slot) const;
    void bindByHand(const Scenario& scenario);
    void refuse(OpId operation, SlotId slot, SlotId master, Reason reason);

    const TqcTable& m_base;
    const SlotList& m_slots;
    DisjointSets m_sets;
    std::vector<std::uint32_t> m_setOf;
    std::vector<std::uint32_t> m_fusedOf;    // per slot: its fused set
    std::vector<std::uint32_t> m_fusedOrder; // slots by fused set
    std::vector<std::uint32_t> m_claim; // per slot: the first claim that took it in
    std::vector<bool> m_detached;
    std::vector<StrictClaim> m_claims;
    std::vector<Rejoin> m_rejoins;
    std::vector<std::pair<SlotId, SlotId>> m_excluded;
    std::vector<std::pair<SlotId, SlotId>> m_bound;
    std::vector<std::pair<SlotId, TensorParameters>> m_pins;
    std::vector<Step> m_refusals;
    std::vector<Message> m_warnings;
};

} // namespace alignscope

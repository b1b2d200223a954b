// SPDX-License-Identifier: Apache-2.0
// DifferenceExplainer: finds the rules behind a slot that the engines leave in different places,
// from the steps that the ppq engine took and the sets that the strict engine formed.
#pragma once

#include "core/align/strict_sets.h"
#include "core/cascade/causes.h"
#include "core/compare/difference_rule.h"
#include "core/compare/set_paths.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace alignscope {

/// Two slots that the strict engine holds together and the ppq engine does not are parted by a link
/// between them that broke (or never formed): the step that broke it names the rule. Two that only the
/// ppq engine holds together are joined by a step that the strict engine refused, with its reason. What is
/// left is the arithmetic of a re-range, or the name of the master.
class DifferenceExplainer {
public:
    /// All must outlive it.
    DifferenceExplainer(const Model& model, const Scenario& scenario, const Outcome& ppq, const Outcome& strict);

    /// For a slot that differs. Sorted, without repeats, never empty.
    [[nodiscard]] std::vector<DifferenceReason> reasonsFor(SlotId slot);

private:
    using Reasons = std::vector<DifferenceReason>;
    static constexpr std::uint32_t kNone = 0xffffffffU;
    /// A range of values and the slots that dictate its ends.
    struct Extent {
        double lo = std::numeric_limits<double>::infinity();
        double hi = -std::numeric_limits<double>::infinity();
        SlotId lowest;
        SlotId highest;
    };

    void replaySteps();
    void rerange(const TqcTable& table, std::uint32_t step);
    [[nodiscard]] std::uint32_t lastOnWay(const TqcTable& table, SlotId slot) const;
    [[nodiscard]] bool differs(SlotId slot) const;
    [[nodiscard]] bool parametersDiffer(SlotId slot) const;

    void explain(SlotId slot, Reasons& reasons);
    bool explainDerived(SlotId slot, Reasons& reasons);
    void explainWay(SlotId slot, Reasons& reasons) const;
    void explainValue(SlotId root, Reasons& reasons);
    void explainLost(SlotId slot, Reasons& reasons);
    void explainPath(SlotId from, SlotId to, Reasons& reasons);
    void explainBroken(const SetLink& link, SlotId a, SlotId b, Reasons& reasons) const;
    void explainFollowers(SlotId slot, Reasons& reasons) const;
    void explainLostAuthority(SlotId authority, Reasons& reasons) const;

    [[nodiscard]] bool apart(const Step& step) const;
    [[nodiscard]] DifferenceReason joinedReason(const Step& step) const;
    [[nodiscard]] DifferenceReason tornReason(const Step& step, SetLink::Kind kind) const;
    [[nodiscard]] std::optional<DifferenceReason> refusalOf(OpId operation, SlotId slot, const Step& step) const;
    [[nodiscard]] DifferenceReason abortReason() const;
    [[nodiscard]] const Step* stepAt(OpId operation, SlotId slot) const;
    [[nodiscard]] bool claims(OpId operation, SlotId slot) const;

    const Model& m_model;
    const Scenario& m_scenario;
    const TqcTable& m_base;
    const SlotList& m_slots;
    const Outcome& m_ppq;
    const Outcome& m_strict;
    StrictSets m_sets;
    SetPaths m_paths;
    CauseIndex m_causes;
    std::vector<SlotId> m_root;                          // of the ppq outcome
    std::vector<std::vector<std::uint32_t>> m_stepsOf;   // ppq alignment steps by operation
    std::vector<std::vector<std::uint32_t>> m_refusedOf; // refusals by operation
    std::vector<std::uint32_t> m_claimOf;                // by operation
    std::vector<std::vector<SlotId>> m_source;           // per slot: loaded roots behind its own value
    std::vector<std::optional<DifferenceReason>> m_formula; // per step: how a re-range miscounts
    std::vector<std::vector<SlotId>> m_dictators;        // per step: the inputs that set a re-range
    std::vector<std::uint32_t> m_touched;                // while replaying, per slot: the step that moved its pointer
    std::vector<std::uint32_t> m_movedBefore;            // per slot: who had moved it when its operation read it
    std::vector<std::vector<SlotId>> m_authorities;      // by set
    std::vector<bool> m_byHand;                          // by set
    std::vector<std::optional<Reasons>> m_valueReasons;  // memo by ppq root
    std::vector<SlotId> m_pending;                       // derived slots being explained
};

} // namespace alignscope

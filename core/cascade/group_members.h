// SPDX-License-Identifier: Apache-2.0
// A group seen from its members: who dictates the shared range, who wastes it, what leaving would give.
#pragma once

#include "core/base/message.h"
#include "core/cascade/evaluation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alignscope {

struct GroupMember {
    SlotId slot;
    RealRange own;            ///< as loaded
    /// Share of the group's steps that the loaded range covers, 0..1.
    double stepsUsed = 1;
    /// log2(scale of the group / loaded scale): what the slot would regain with its loaded parameters.
    double bitsRegained = 0;
    std::uint8_t clippedPercent = 0; ///< of the loaded range, as in Change
    bool dictates = false;    ///< the group has its parameters, or its range reaches an end of the group's
    bool wastes = false;      ///< it uses less than half of the steps
};

struct GroupRanges {
    RealRange common;                 ///< the range that all share now
    std::vector<GroupMember> members; ///< in slot order; those without a range are left out
    SlotId pinned;                    ///< the slot whose pin gives the range; invalid without one
};
/// None when the group has no per-tensor parameters. Thread: any.
[[nodiscard]] std::optional<GroupRanges> groupRanges(const Evaluation& evaluation, const Group& group);

/// What it takes to let a member go its own way, and what that would give.
struct Leaving {
    Scenario scenario;                     ///< does it; equal to the evaluation's when there is no way
    std::vector<std::string> released;     ///< slots whose binding is released
    std::vector<ExcludedEdge> excluded;    ///< edges that are excluded
    std::vector<std::string> operations;   ///< operations that are set to none
    std::optional<Message> refusal;        ///< why there is no way
    /// The numbers come from evaluating `scenario`; otherwise from the loaded parameters alone.
    bool evaluated = false;
    double bitsRegained = 0;               ///< log2(scale of the group / scale then)
    std::size_t newEdges = 0;              ///< requantize edges that would appear
    std::size_t goneEdges = 0;             ///< and disappear

    [[nodiscard]] bool possible() const noexcept { return !refusal.has_value(); }
    /// Refused by this engine alone: leaveWithStrict() may have a way.
    bool needsStrict = false;
};
/// The smallest of: releasing bindings, setting the slot's operation to none, excluding the edges to
/// aligned operations, setting all operations that hold the slot to none, all of these. Evaluates
/// the scenario for each that it tries. Thread: any.
[[nodiscard]] Leaving leaveGroup(const Evaluation& evaluation, const Group& group, SlotId member);

/// Where the ppq engine has no way because it knows no excluded edges: the scenario with the strict engine
/// in which the member stands apart from all that did not come with it. None when there is no such either.
[[nodiscard]] std::optional<Scenario> leaveWithStrict(const Evaluation& evaluation, const Group& group, SlotId member);

/// How a member leaves its group, and the scenario in which it has: that of `leaving`, or one with the strict engine.
struct WayOut {
    Leaving leaving;
    std::optional<Scenario> scenario; ///< none: nothing lets it leave
};
[[nodiscard]] WayOut wayOutOf(const Evaluation& evaluation, const Group& group, SlotId member);

} // namespace alignscope

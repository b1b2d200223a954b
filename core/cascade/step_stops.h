// SPDX-License-Identifier: Apache-2.0
// Breakpoints and watches: where the steps of an outcome are worth a halt, and what a slot went through.
#pragma once

#include "core/base/task.h"
#include "core/cascade/step_trail.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace alignscope {

/// By names, so that it outlives a change of scenario and another version of the model.
struct Breakpoint {
    enum class Kind : std::uint8_t {
        Operation,     ///< the steps of an operation begin
        SlotChange,    ///< the slot gets another state, master, scale or offset
        GroupSize,     ///< a group comes to have more than `size` slots
        BrokenPromise  ///< an operation's slot no longer agrees with what it was bound to
    };
    Kind kind = Kind::Operation;
    std::string name;     ///< id of the operation or of the slot ("Add1:in:0"), else empty
    std::size_t size = 0; ///< GroupSize only
    bool operator==(const Breakpoint&) const = default;
};
/// Whether the model has what the breakpoint names.
[[nodiscard]] bool resolves(const Model& model, const Breakpoint& breakpoint);

/// What somebody marked for the debugger of a model, in the order in which it was marked.
struct StepMarks {
    std::vector<Breakpoint> breakpoints; ///< no two alike
    std::vector<std::string> watches;    ///< ids of slots, no two alike
    bool operator==(const StepMarks&) const = default;
};

/// Where a breakpoint halts: the position just after the step that made its condition true.
struct Stop {
    std::size_t position = 0;   ///< 1..size of the trail
    std::size_t breakpoint = 0; ///< index into the list that was asked for
    SlotId slot;                ///< what changed; the root of the group; the slot of the promise
    OpId operation;             ///< whose steps begin; who had promised
    std::size_t groupSize = 0;  ///< GroupSize: slots that the group has now
    bool operator==(const Stop&) const = default;
};
/// All stops, by position and then in the order of the breakpoints; at most one a breakpoint and
/// position. Breakpoints that do not resolve have none. A stopped task returns what it has.
/// One pass over the steps, however many breakpoints. Thread: any.
[[nodiscard]] std::vector<Stop> findStops(const std::shared_ptr<const StepTrail>& trail,
                                          std::span<const Breakpoint> breakpoints, const Task& task = {});

enum class Direction : std::uint8_t { Back, Forward };
/// The next position after (or last before) `position` at which something stops.
[[nodiscard]] std::optional<std::size_t> nextStop(std::span<const Stop> stops, std::size_t position, Direction direction);

/// The value of a slot at some position, as a value of its own.
struct WatchedValue {
    TqcState state = TqcState::Initial;
    SlotId master; ///< root; invalid for a cycle
    ChannelParameters parameters;
    bool perChannel = false;

    /// Valid as long as this value.
    [[nodiscard]] ParameterView view() const { return {parameters.scale, parameters.offset, perChannel}; }
    /// Bitwise.
    [[nodiscard]] bool operator==(const WatchedValue& other) const;
};
[[nodiscard]] WatchedValue watchedValue(const TqcTable& table, SlotId slot);

/// From the loaded state on: the first entry stands at position 0, each further one at the position
/// at which the value became another.
struct SlotHistory {
    struct Moment {
        std::size_t position = 0;
        WatchedValue value;
    };
    std::vector<Moment> moments;

    /// The moment in force at a position.
    [[nodiscard]] const Moment& at(std::size_t position) const;
    /// The one before it; null when that is the loaded state.
    [[nodiscard]] const Moment* before(std::size_t position) const;
};
/// One history for each slot, in the same order. One pass over the steps. Thread: any.
[[nodiscard]] std::vector<SlotHistory> historiesOf(const std::shared_ptr<const StepTrail>& trail,
                                                   std::span<const SlotId> watched, const Task& task = {});

} // namespace alignscope

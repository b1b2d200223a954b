// SPDX-License-Identifier: Apache-2.0
// Outcome: the table an engine arrived at and the steps it took.
#pragma once

#include "core/base/ids.h"
#include "core/base/message.h"
#include "core/quant/tqc_table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope {

enum class Action : std::uint8_t {
    Rerange,  ///< a slot becomes master with a new range (align to large)
    Bind,     ///< a slot of the operation follows its master
    Override, ///< a slot of a producer follows the operation's master
    Skip,     ///< a slot that the method would have bound is left out, with the reason
    Passive,  ///< a parameter is recomputed or rebound by the passive pass
    Join, Refuse, Hull, Pin ///< strict engine
};
[[nodiscard]] std::string_view toText(Action action) noexcept;

enum class Reason : std::uint8_t {
    None,
    SlotNotQuantized,   ///< FP32 or SOI
    SlotFloating,       ///< FLOATING policy
    LastInputSkipped,   ///< quirk 1: the last input's state decides for all
    ProducerShared,     ///< force_overlap is off and the producer has other consumers
    BiasProduct,        ///< bias = input scale x weight scale
    FollowsInput,       ///< Clip and Pad values take the parameters of in:0
    // strict engine
    SlotPerChannel,     ///< only per-tensor linear slots can share a scale
    SlotUnknown,        ///< its parameters are not known
    SchemeDiffers,      ///< another policy, width or range of values than the reference slot
    TooFewSlots,        ///< fewer than two slots are left to agree, or there is no reference slot
    EdgeExcluded,       ///< the user excluded the edge to the producer
    ProducerUnequal,    ///< the producer already had other parameters when loaded
    PinConflict,        ///< two different pins in one group: it keeps its loaded values
    // by hand
    EngineIgnores,      ///< the ppq engine knows no bindings, pins and excluded edges
    SlotIsWeight,       ///< a weight or bias: its integers are stored with its own scale
    BindItself,         ///< a slot cannot be its own master
    BindCircle,         ///< the master follows the slot by hand already
    PinScale,           ///< not a positive finite float32
    PinPowerOfTwo,      ///< the scheme allows powers of two only
    PinOffset,          ///< not an integer of the scheme's range, or not 0 where it is symmetric
    EdgeUnknown,        ///< there is no such edge between quantized slots
    EdgeNotAlignable,   ///< it leads into an operation that cannot be aligned
    EdgeNotAligned,     ///< it leads into an operation that the scenario does not align
    EdgeToInput         ///< it leads into an operation that is aligned to its input
};
/// Short English text for JSON; empty for None.
[[nodiscard]] std::string_view toText(Reason reason) noexcept;

/// One thing an engine did, as compact as possible: before and after come from replaying.
struct Step {
    OpId operation;          ///< whose alignment it belongs to
    SlotId slot;             ///< what was touched
    SlotId master;           ///< what it now points at; the slot itself for Rerange
    float scale = 0;         ///< Rerange, Passive: the new own value (per tensor)
    float offset = 0;
    Action action = Action::Bind;
    Reason reason = Reason::None;
    TqcState state = TqcState::Passive; ///< state after the step
};

enum class EngineErrorKind : std::uint8_t {
    Assertion, Attribute, Type, Value, Permission, Recursion
};
[[nodiscard]] std::string_view toText(EngineErrorKind kind) noexcept; ///< PPQ's: "AssertionError"

struct EngineError {
    EngineErrorKind kind = EngineErrorKind::Assertion;
    OpId operation;
    std::string message;
    bool operator==(const EngineError&) const = default;
};

struct Outcome {
    TqcTable table;
    std::vector<Step> steps;
    std::optional<EngineError> error; ///< the table is then the partial state
    std::vector<Message> warnings;
};

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Why two outcomes part: numbered quirks of the reference and rules of the strict engine.
#pragma once

#include "core/base/ids.h"
#include "core/base/message.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace alignscope {

/// The first ones are quirks of the reference (ppq-semantics.md section 9).
enum class DifferenceRule : std::uint8_t {
    StaleLastInput,       ///< 1: align to large asks the last input for all of them
    ManualAttribute,      ///< 2: PPQ's own attribute, which the strict engine does not know
    ConsumersOfOperation, ///< 4: counts readers of the operation, not of the tensor; a double reader twice
    GraphOutputIgnored,   ///< 5: a graph output is no reader
    SiblingInput,         ///< 6: rebinds inputs of a producer that read the same tensor
    StateIgnored,         ///< 7: rebinds producers whatever their state
    Cycle,                ///< 8: masters and slaves form a circle
    SymmetricInflation,   ///< 9: a symmetric range grows by 256/255 with each application
    LaterOperationWins,   ///< 10: a later operation takes a slot away
    OneSlotOnly,          ///< 11: what is fused with a rebound slot stays behind
    ChainFollowsLast,     ///< 12: a chain of operations ends on the last one's range
    SecondRead,           ///< 13: the second read of one tensor is a slot of its own
    PerChannel,           ///< 16: per-channel slots stop the pass or are accepted silently
    ZeroPointFormula,     ///< 17: signed and power-of-two ranges get a wrong zero point
    PassiveAborted,       ///< 25: an unquantized input stops the recomputation of biases
    PassAborted,          ///< the pass stopped with another error
    // rules of the strict engine
    Refused,              ///< S1: another scheme, floating or unknown: left out
    FollowersStay,        ///< S2: an input leaves its group, what follows it stays
    ProducerUnequal,      ///< S4: producers with other parameters keep them
    ByHand,               ///< S5: bindings, pins and excluded edges are honoured
    WholeRange,           ///< S6: the new range holds the old ones to the last step
    OneName,              ///< S7: same parameters, another slot is called master
    Unexplained           ///< never seen; a test holds that
};
inline constexpr std::size_t kDifferenceRules = static_cast<std::size_t>(DifferenceRule::Unexplained) + 1;

/// "9", "S7"; empty for PassAborted and Unexplained.
[[nodiscard]] std::string_view numberOf(DifferenceRule rule) noexcept;
/// The number of the reference's quirk; 0 for rules of the strict engine.
[[nodiscard]] int quirkOf(DifferenceRule rule) noexcept;
/// What the rule says, in the user's words.
[[nodiscard]] Message explain(DifferenceRule rule);

struct DifferenceReason {
    DifferenceRule rule = DifferenceRule::Unexplained;
    OpId operation; ///< whose alignment makes it; may be invalid
    auto operator<=>(const DifferenceReason&) const = default;
};

} // namespace alignscope

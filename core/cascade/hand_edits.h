// SPDX-License-Identifier: Apache-2.0
// What becomes of everything that a scenario changes by hand: overrides, bindings, pins, excluded edges.
#pragma once

#include "core/base/message.h"
#include "core/cascade/evaluation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alignscope {

struct HandEdit {
    enum class Kind : std::uint8_t { Override, Binding, Pin, ExcludedEdge };
    enum class Status : std::uint8_t {
        InForce,
        Idle,      ///< honoured, but it makes no difference to the outcome
        Refused,   ///< the reason is in `refusal`
        NotInModel ///< names an operation or slot that the model does not have
    };
    Kind kind = Kind::Override;
    Status status = Status::InForce;
    std::string subject; ///< operation; bound or pinned slot; the edge's start
    std::string object;  ///< master; the edge's end
    Override choice;     ///< Override only
    float scale = 0;     ///< Pin only
    float offset = 0;
    OpId operation;      ///< Override; invalid: not in this model
    SlotId slot;         ///< of `subject`
    SlotId other;        ///< of `object`
    std::optional<Message> refusal;
    /// Slots in the set of `slot` now (Binding, Pin), slots whose scale or offset the operation changed (Override).
    std::size_t slots = 0;
    /// Consumer scale / producer scale where the excluded edge now requantizes.
    std::optional<double> ratio;
};

/// All of them: overrides first, by name, then each list in its own order. Thread: any.
[[nodiscard]] std::vector<HandEdit> handEdits(const Evaluation& evaluation);

/// What a pin would give its slot, before anything is pinned: for the dialog.
struct PinOutlook {
    RealRange range;                ///< that the pinned parameters can represent
    std::optional<double> bitsLost; ///< against the loaded parameters
    double clippedShare = 0;        ///< of the loaded range, 0..1
};
/// None when the slot is not in the model or the values make no range.
[[nodiscard]] std::optional<PinOutlook> pinOutlook(const Model& model, const Pin& pin);

} // namespace alignscope

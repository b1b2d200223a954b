// SPDX-License-Identifier: Apache-2.0
// Why: the facts of the story of one slot, from the loaded state to now, in the order of their happening.
#pragma once

#include "core/cascade/evaluation.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace alignscope {

/// One line of the story. Window and command line make a sentence of it, each in its language.
struct WhyFact {
    enum class Kind {
        Loaded, ///< what the slot was when the file was read
        Master, ///< what its master was calibrated to; only when that is another slot
        Step,   ///< a step of the engine that made it what it is
        LeftOut ///< a step that looked at the slot, or at its operation, and left it as it was
    };
    Kind kind = Kind::Loaded;
    SlotId slot;                        ///< the place that the line speaks of
    std::optional<std::uint32_t> step;  ///< index into Outcome::steps; of Step and LeftOut
    /// Re-range: the inputs that dictate the ends of the new range, lowest first. Hull: the slot whose
    /// range it is, when it is that of one. Bias: the input whose scale it follows.
    std::vector<SlotId> dictators;
    /// Effective parameters of the story's slot right after the line (of its first channel), where
    /// the line changed them. The Loaded line has the loaded ones.
    std::optional<float> scale;
    std::optional<float> offset;
};

struct WhyStory {
    SlotId slot;
    SlotValue before;
    SlotValue after;
    const Change* change = nullptr; ///< null when nothing about the slot changed
    /// What the change is put down to: the operation whose step was the last one; invalid without one.
    OpId causedBy;
    Method method = Method::None;   ///< of that operation in the scenario
    Overlap overlap = Overlap::Off;
    std::vector<WhyFact> facts;     ///< at least the Loaded one
};

/// Total: every slot has a story. Points into the evaluation, which must outlive it.
/// Thread: any.
[[nodiscard]] WhyStory whyStory(const Evaluation& evaluation, SlotId slot);

/// Whether the step binds as the user bound by hand.
[[nodiscard]] bool isHandBinding(const Evaluation& evaluation, const Step& step);

/// Whether a line about `step` should add that the scale of the story's slot changed with it: it
/// did, and the step's own sentence does not name that number.
[[nodiscard]] bool showsNewScale(const WhyStory& story, const WhyFact& fact, const Step& step);

} // namespace alignscope

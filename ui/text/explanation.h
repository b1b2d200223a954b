// SPDX-License-Identifier: Apache-2.0
// Explanation: why a slot has the scale it has, as sentences in the order of their happening.
#pragma once

#include "core/cascade/evaluation.h"
#include "ui/session/selection.h"

#include <QString>

#include <optional>
#include <vector>

namespace alignscope::ui {

struct WhyLine {
    QString text;
    Selection target;                  ///< what a click selects
    std::optional<std::uint32_t> step; ///< index into Outcome::steps
};

struct Why {
    QString headline; ///< the whole story in one sentence
    std::vector<WhyLine> lines;
};

/// From calibration (the loaded state) to now. Total: every slot has an answer.
[[nodiscard]] Why whyScale(const Evaluation& evaluation, SlotId slot);

/// "Add1 aligned to large with overlap"; what a change is put down to. Empty without a cause.
[[nodiscard]] QString causeText(const Evaluation& evaluation, const Change& change);

/// "Concat1 undid what Resize1 promised for Conv1 output".
[[nodiscard]] QString brokenPromiseText(const Evaluation& evaluation, const BrokenPromise& promise);

/// One step of the engine as a sentence.
[[nodiscard]] QString stepText(const Evaluation& evaluation, const Step& step);

} // namespace alignscope::ui

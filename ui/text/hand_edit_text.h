// SPDX-License-Identifier: Apache-2.0
// What was done by hand, in words: what it is and what became of it.
#pragma once

#include "core/cascade/group_members.h"
#include "core/cascade/hand_edits.h"

#include <QString>

namespace alignscope::ui {

/// "Conv3:out:0 follows Conv1:in:0", "Conv1:in:0 pinned to 0.25", "Add1 to large, overlap on".
[[nodiscard]] QString titleOf(const HandEdit& edit);
/// The same on two lines for a narrow column: the subject, and what is done to it; `name` is the part of
/// the second line that may be cut at its beginning.
struct HandEditLines {
    QString subject; ///< "Conv3 output 0"
    QString done;    ///< "follows", "pinned to 0.25", "large, overlap on"
    QString name;    ///< "Conv1 input 0", or empty
};
[[nodiscard]] HandEditLines linesOf(const HandEdit& edit);
/// "Changes 3 slots", or the sentence that says why it is refused.
[[nodiscard]] QString effectOf(const HandEdit& edit);
/// "exception", "binding", "pin", "excluded edge".
[[nodiscard]] QString nameOf(HandEdit::Kind kind);

/// What a member's way out of its group does: "Exclude the edge to Add1:in:1".
[[nodiscard]] QString wayText(const Leaving& leaving);
/// "+1.2 bits, 1 new requantize edge".
[[nodiscard]] QString gainText(const Leaving& leaving);

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// The story of one slot as English sentences for a terminal; the window has the same ones translated.
#pragma once

#include "core/cascade/why.h"

#include <string>

namespace alignscope {

/// The whole story in one sentence.
[[nodiscard]] std::string whyHeadline(const Evaluation& evaluation, const WhyStory& story);
/// One line of it.
[[nodiscard]] std::string whyLineText(const Evaluation& evaluation, const WhyStory& story, const WhyFact& fact);
/// Headline and numbered lines.
[[nodiscard]] std::string whyText(const Evaluation& evaluation, SlotId slot);

} // namespace alignscope

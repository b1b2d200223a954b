// SPDX-License-Identifier: Apache-2.0
// alignscope-why/1: the story of one slot as JSON.
#pragma once

#include "core/cascade/why.h"

#include <string>

namespace alignscope {

[[nodiscard]] std::string whyJson(const Evaluation& evaluation, SlotId slot);

} // namespace alignscope

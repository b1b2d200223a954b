// SPDX-License-Identifier: Apache-2.0
// Numbers of groups that stay comparable between the loaded state and an outcome.
#pragma once

#include "core/cascade/cascade.h"

#include <vector>

namespace alignscope {

/// Gives each group of `after` the number of the group of `before` with which it shares most slots;
/// of two that want one number the larger share wins, the others get new numbers.
void keepNumbers(const std::vector<Group>& before, std::vector<Group>& after);

} // namespace alignscope

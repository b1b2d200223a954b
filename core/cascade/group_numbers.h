// SPDX-License-Identifier: Apache-2.0
// Numbers of groups that stay comparable between the loaded state and an outcome.
#pragma once

#include "core/cascade/cascade.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace alignscope {

/// The number of the group that each slot is in.
struct GroupNumbers {
    std::vector<std::uint32_t> ofSlot; ///< 0: in no group
    std::uint32_t highest = 0;
};
[[nodiscard]] GroupNumbers numbersOf(std::span<const Group> groups, std::size_t slots);

/// Gives each group of `after` the number of the group of `before` with which it shares most slots;
/// of two that want one number the larger share wins, the others get new numbers.
void keepNumbers(const GroupNumbers& before, std::vector<Group>& after);

} // namespace alignscope

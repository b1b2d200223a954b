// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/group_numbers.h"

#include <algorithm>
#include <cstdint>
#include <map>

namespace alignscope {

void keepNumbers(const std::vector<Group>& before, std::vector<Group>& after)
{
    std::vector<std::uint32_t> numberOf; // by slot, 0: in no group
    std::uint32_t highest = 0;
    for (const Group& group : before) {
        highest = std::max(highest, group.number);
        for (const SlotId slot : group.slots) {
            if (slot.index() >= numberOf.size()) numberOf.resize(slot.index() + 1, 0);
            numberOf[slot.index()] = group.number;
        }
    }
    struct Claim {
        std::size_t shared;
        std::uint32_t number;
        std::size_t group; // index into `after`
    };
    std::vector<Claim> claims;
    for (std::size_t i = 0; i < after.size(); ++i) {
        std::map<std::uint32_t, std::size_t> shared;
        for (const SlotId slot : after[i].slots)
            if (slot.index() < numberOf.size() && numberOf[slot.index()] != 0)
                ++shared[numberOf[slot.index()]];
        for (const auto& [number, slots] : shared) claims.push_back({slots, number, i});
        after[i].number = 0;
    }
    std::stable_sort(claims.begin(), claims.end(),
                     [](const Claim& a, const Claim& b) { return a.shared > b.shared; });
    std::vector<bool> taken(highest + 1, false);
    for (const Claim& claim : claims) {
        if (taken[claim.number] || after[claim.group].number != 0) continue;
        taken[claim.number] = true;
        after[claim.group].number = claim.number;
    }
    for (Group& group : after)
        if (group.number == 0) group.number = ++highest;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/group_numbers.h"

#include <algorithm>
#include <cstdint>

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
        std::size_t shared = 0;
        std::uint32_t number = 0;
        std::size_t group = 0; // index into `after`
    };
    std::vector<Claim> claims;
    std::vector<std::uint32_t> numbers;
    std::size_t most = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        numbers.clear();
        for (const SlotId slot : after[i].slots)
            if (slot.index() < numberOf.size() && numberOf[slot.index()] != 0)
                numbers.push_back(numberOf[slot.index()]);
        if (!std::is_sorted(numbers.begin(), numbers.end())) std::sort(numbers.begin(), numbers.end());
        for (std::size_t begin = 0, end = 0; begin < numbers.size(); begin = end) {
            while (end < numbers.size() && numbers[end] == numbers[begin]) ++end;
            claims.push_back({end - begin, numbers[begin], i});
            most = std::max(most, end - begin);
        }
        after[i].number = 0;
    }
    // The largest shares first, else in the order found; nearly all are small, so they are counted.
    std::vector<std::size_t> place(most + 2, 0); // by how much smaller than the largest
    for (const Claim& claim : claims) ++place[most - claim.shared + 1];
    for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
    std::vector<Claim> sorted(claims.size());
    for (const Claim& claim : claims) sorted[place[most - claim.shared]++] = claim;
    std::vector<bool> taken(highest + 1, false);
    for (const Claim& claim : sorted) {
        if (taken[claim.number] || after[claim.group].number != 0) continue;
        taken[claim.number] = true;
        after[claim.group].number = claim.number;
    }
    for (Group& group : after)
        if (group.number == 0) group.number = ++highest;
}

} // namespace alignscope

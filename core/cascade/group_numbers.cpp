// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/group_numbers.h"

#include <algorithm>
#include <utility>

namespace alignscope {
namespace {

// That a group holds so many slots of a group of before.
struct Claim {
    std::uint32_t shared = 0;
    std::uint32_t number = 0;
    std::uint32_t group = 0; // index into `after`
};

// Group after group, of each by number.
std::vector<Claim> claimsOf(const GroupNumbers& before, std::span<const Group> after)
{
    std::vector<Claim> claims;
    claims.reserve(after.size());
    std::vector<std::uint32_t> shared(before.highest + 1, 0); // by number, with the group at hand
    std::vector<std::uint32_t> numbers;                       // that it shares slots with
    for (std::uint32_t i = 0; i < after.size(); ++i) {
        numbers.clear();
        for (const SlotId slot : after[i].slots)
            if (const std::uint32_t number = before.ofSlot[slot.index()]; number != 0 && shared[number]++ == 0)
                numbers.push_back(number);
        if (!std::is_sorted(numbers.begin(), numbers.end())) std::sort(numbers.begin(), numbers.end());
        for (const std::uint32_t number : numbers) claims.push_back({std::exchange(shared[number], 0), number, i});
    }
    return claims;
}

} // namespace

GroupNumbers numbersOf(std::span<const Group> groups, std::size_t slots)
{
    GroupNumbers numbers{std::vector<std::uint32_t>(slots, 0), 0};
    for (const Group& group : groups) {
        numbers.highest = std::max(numbers.highest, group.number);
        for (const SlotId slot : group.slots) numbers.ofSlot[slot.index()] = group.number;
    }
    return numbers;
}

void keepNumbers(const GroupNumbers& before, std::vector<Group>& after)
{
    const std::vector<Claim> claims = claimsOf(before, after);
    // The largest shares first, else in the order found; nearly all are small, so they are counted.
    std::uint32_t most = 0;
    for (const Claim& claim : claims) most = std::max(most, claim.shared);
    std::vector<std::uint32_t> place(most + 2, 0); // by how much smaller than the largest
    for (const Claim& claim : claims) ++place[most - claim.shared + 1];
    for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
    std::vector<Claim> sorted(claims.size());
    for (const Claim& claim : claims) sorted[place[most - claim.shared]++] = claim;
    for (Group& group : after) group.number = 0;
    std::vector<bool> taken(before.highest + 1, false);
    for (const Claim& claim : sorted) {
        if (taken[claim.number] || after[claim.group].number != 0) continue;
        taken[claim.number] = true;
        after[claim.group].number = claim.number;
    }
    std::uint32_t highest = before.highest;
    for (Group& group : after)
        if (group.number == 0) group.number = ++highest;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/hops.h"

#include "core/cascade/walk.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace alignscope {
void countHops(const Model& model, const Outcome& outcome, std::vector<Change>& changes)
{
    const SlotList& slots = model.baseline.slots();
    // Changes sorted by the operation that caused them and the operation they happened at.
    struct Pair {
        OpId cause;
        OpId place;
        std::uint32_t change;
    };
    std::vector<Pair> pairs;
    for (std::uint32_t i = 0; i < changes.size(); ++i)
        if (!changes[i].cause.empty())
            pairs.push_back({outcome.steps[changes[i].cause.back()].operation,
                             slots[changes[i].slot].operation, i});
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return std::pair(a.cause, a.place) < std::pair(b.cause, b.place);
    });
    Walk walk(*model.graph);
    for (std::size_t begin = 0; begin < pairs.size();) {
        std::size_t end = begin;
        std::size_t places = 0;
        for (; end < pairs.size() && pairs[end].cause == pairs[begin].cause; ++end)
            places += end == begin || pairs[end].place != pairs[end - 1].place ? 1U : 0U;
        walk.from(pairs[begin].cause, places, [&](OpId at, std::uint32_t depth) {
            auto found = std::lower_bound(pairs.begin() + static_cast<std::ptrdiff_t>(begin),
                                          pairs.begin() + static_cast<std::ptrdiff_t>(end), at,
                                          [](const Pair& pair, OpId id) { return pair.place < id; });
            const auto last = pairs.begin() + static_cast<std::ptrdiff_t>(end);
            const bool here = found != last && found->place == at;
            for (; found != last && found->place == at; ++found) changes[found->change].hops = depth;
            return here;
        });
        begin = end;
    }
}

} // namespace alignscope

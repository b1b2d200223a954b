// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/hops.h"

#include "core/cascade/walk.h"

#include <algorithm>
#include <cstddef>

namespace alignscope {
void countHops(const Model& model, const Outcome& outcome, std::vector<Change>& changes)
{
    const SlotList& slots = model.baseline.slots();
    const auto causeOf = [&](const Change& change) { return outcome.steps[change.cause.back()].operation; };
    const auto placeOf = [&](std::uint32_t change) { return slots[changes[change].slot].operation; };
    // Changes by the operation that caused them. They come in slot order, and so do their places.
    std::vector<std::uint32_t> begin(model.graph->operationCount() + 1, 0);
    for (const Change& change : changes)
        if (!change.cause.empty()) ++begin[causeOf(change).index() + 1];
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    std::vector<std::uint32_t> sorted(begin.back());
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    for (std::uint32_t i = 0; i < changes.size(); ++i)
        if (!changes[i].cause.empty()) sorted[next[causeOf(changes[i]).index()]++] = i;

    Walk walk(*model.graph);
    for (std::uint32_t cause = 0; cause + 1 < begin.size(); ++cause) {
        const auto first = sorted.begin() + begin[cause];
        const auto last = sorted.begin() + begin[cause + 1];
        std::size_t places = 0;
        for (auto at = first; at != last; ++at)
            places += at == first || placeOf(*at) != placeOf(*(at - 1)) ? 1U : 0U;
        if (places == 0) continue;
        walk.from(OpId(cause), places, [&](OpId at, std::uint32_t depth) {
            auto found = std::lower_bound(first, last, at,
                                          [&](std::uint32_t change, OpId id) { return placeOf(change) < id; });
            const bool here = found != last && placeOf(*found) == at;
            for (; found != last && placeOf(*found) == at; ++found) changes[*found].hops = depth;
            return here;
        });
    }
}

} // namespace alignscope

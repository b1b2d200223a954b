// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/hops.h"

#include "core/cascade/causes.h"
#include "core/cascade/walk.h"

#include <algorithm>
#include <cstddef>

namespace alignscope {

std::vector<std::uint32_t> countHops(const Model& model, const Outcome& outcome, const CauseIndex& causes,
                                     std::span<const Change> changes)
{
    const SlotList& slots = model.baseline.slots();
    const auto placeOf = [&](std::uint32_t change) { return slots[changes[change].slot].operation; };
    std::vector<OpId> causeOf; // by change; invalid without a cause
    causeOf.reserve(changes.size());
    for (const Change& change : changes) {
        const auto last = causes.lastCause(change.slot);
        causeOf.push_back(last ? outcome.steps[*last].operation : OpId());
    }
    // Changes by the operation that caused them. They come in slot order, and so do their places.
    std::vector<std::uint32_t> begin(model.graph->operationCount() + 1, 0);
    for (const OpId cause : causeOf)
        if (cause) ++begin[cause.index() + 1];
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    std::vector<std::uint32_t> sorted(begin.back());
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    for (std::uint32_t i = 0; i < changes.size(); ++i)
        if (causeOf[i]) sorted[next[causeOf[i].index()]++] = i;

    std::vector<std::uint32_t> hops(changes.size(), 0);
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
            for (; found != last && placeOf(*found) == at; ++found) hops[*found] = depth;
            return here;
        });
    }
    return hops;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/pieces.h"

namespace alignscope::layout
{

Pieces::Pieces(const Layering& layering, DisjointSets sets) : of(layering.itemCount())
{
    Index count = 0;
    for (Index i = 0; i < of.size(); ++i)
        of[i] = sets.find(i) == i ? count++ : of[sets.find(i)];
    begin.assign(std::size_t{count} + 1, 0);
    for (const Index piece : of)
        ++begin[piece + 1];
    for (Index p = 1; p <= count; ++p)
        begin[p] += begin[p - 1];
    items.resize(of.size());
    std::vector<Index> next(begin.begin(), begin.end() - 1);
    for (Index i = 0; i < of.size(); ++i)
        items[next[of[i]]++] = i;
    fixed.assign(count, 0);
    for (const Link& link : layering.links)
        if (link.priority == LinkPriority::Trunk) fixed[of[link.upper]] = fixed[of[link.lower]] = 1;
}

} // namespace alignscope::layout

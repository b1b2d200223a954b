// SPDX-License-Identifier: Apache-2.0
#include "core/layout/straighten.h"

#include "core/base/disjoint_sets.h"
#include "core/layout/coordinates.h"

#include <algorithm>
#include <cmath>

namespace alignscope::layout
{

namespace
{

constexpr double kUpright = 1e-6;
constexpr double kTight = 1e-9;
constexpr int kPasses = 4;

/// What moves as one: items on upright lines, and boxes in a column.
struct Groups {
    std::vector<Index> of;           ///< per item
    std::vector<Index> begin, items; ///< per group
    std::vector<std::uint8_t> fixed; ///< per group: holds the trunk

    Groups(const Layering& layering, const std::vector<double>& x) : of(layering.itemCount())
    {
        DisjointSets sets(layering.itemCount());
        for (const Link& link : layering.links)
            if (std::abs(runOf(layering, link, x)) <= kUpright
                || std::abs(alignmentGap(layering, link, x)) <= kUpright)
                sets.unite(link.upper, link.lower);
        Index count = 0;
        for (Index i = 0; i < of.size(); ++i)
            of[i] = sets.find(i) == i ? count++ : of[sets.find(i)];
        begin.assign(std::size_t{count} + 1, 0);
        for (const Index group : of)
            ++begin[group + 1];
        for (Index g = 1; g <= count; ++g)
            begin[g] += begin[g - 1];
        items.resize(of.size());
        std::vector<Index> next(begin.begin(), begin.end() - 1);
        for (Index i = 0; i < of.size(); ++i)
            items[next[of[i]]++] = i;
        fixed.assign(count, 0);
        for (const Link& link : layering.links)
            if (link.priority == LinkPriority::Trunk) fixed[of[link.upper]] = fixed[of[link.lower]] = 1;
    }
};

/// Whether the group may move by `by` without coming too close to anything.
bool hasRoom(const Layering& layering, const std::vector<double>& x, const Groups& groups, Index group,
             double by)
{
    for (Index k = groups.begin[group]; k < groups.begin[group + 1]; ++k) {
        const Index item = groups.items[k];
        const auto& layer = layering.layers[layering.rank[item]];
        const Index place = layering.place[item];
        if (by < 0 ? place == 0 : place + 1 == layer.size()) continue;
        const Index neighbour = layer[by < 0 ? place - 1 : place + 1];
        if (groups.of[neighbour] == group) continue;
        const double distance = by < 0 ? x[item] - x[neighbour] - separation(layering, neighbour, item)
                                       : x[neighbour] - x[item] - separation(layering, item, neighbour);
        if (distance < std::abs(by) - kTight) return false;
    }
    return true;
}

/// By how many slips there are fewer when the group moves by `by`.
int slipsLost(const Layering& layering, const std::vector<double>& x, const Groups& groups, Index group,
              double by)
{
    int lost = 0;
    const auto weigh = [&](const Link& link, Index otherEnd, double change) {
        if (groups.of[otherEnd] == group) return;
        const double run = runOf(layering, link, x);
        lost += (isSlip(run) ? 1 : 0) - (isSlip(run + change) ? 1 : 0);
    };
    for (Index k = groups.begin[group]; k < groups.begin[group + 1]; ++k) {
        const Index item = groups.items[k];
        for (const Index l : layering.linksAbove(item))
            weigh(layering.links[l], layering.links[l].upper, by);
        for (const Index l : layering.linksBelow(item))
            weigh(layering.links[l], layering.links[l].lower, -by);
    }
    return lost;
}

} // namespace

double runOf(const Layering& layering, const Link& link, const std::vector<double>& x)
{
    return x[link.lower] + (link.lowerPort - 0.5) * layering.width[link.lower] - x[link.upper]
           - (link.upperPort - 0.5) * layering.width[link.upper];
}

bool isSlip(double run)
{
    return std::abs(run) > kUpright && std::abs(run) <= kSlip;
}

void straighten(const Layering& layering, std::vector<double>& x)
{
    for (int pass = 0; pass < kPasses; ++pass) {
        std::vector<Index> slips;
        for (Index l = 0; l < layering.links.size(); ++l)
            if (isSlip(runOf(layering, layering.links[l], x))) slips.push_back(l);
        if (slips.empty()) return;
        const Groups groups(layering, x);
        const auto sizeOf = [&](Index group) { return groups.begin[group + 1] - groups.begin[group]; };
        bool any = false;
        for (const Index l : slips) {
            const Link& link = layering.links[l];
            const double run = runOf(layering, link, x);
            const Index ends[2]{groups.of[link.upper], groups.of[link.lower]};
            if (!isSlip(run) || ends[0] == ends[1]) continue;
            const bool upperFirst = sizeOf(ends[0]) <= sizeOf(ends[1]);
            for (const bool upper : {upperFirst, !upperFirst}) {
                const Index group = ends[upper ? 0 : 1];
                const double by = upper ? run : -run;
                if (groups.fixed[group] || slipsLost(layering, x, groups, group, by) <= 0
                    || !hasRoom(layering, x, groups, group, by))
                    continue;
                for (Index k = groups.begin[group]; k < groups.begin[group + 1]; ++k)
                    x[groups.items[k]] += by;
                any = true;
                break;
            }
        }
        if (!any) return;
    }
}

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/straighten.h"

#include "core/layout/coordinates.h"
#include "core/layout/pieces.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignscope::layout
{

namespace
{

constexpr double kUpright = 1e-6;
constexpr double kTight = 1e-9;
constexpr int kPasses = 4;

/// What moves as one: items on upright lines, and boxes in a column.
Pieces uprightPieces(const Layering& layering, const std::vector<double>& x)
{
    DisjointSets sets(layering.itemCount());
    for (const Link& link : layering.links)
        if (std::abs(runOf(layering, link, x)) <= kUpright
            || std::abs(alignmentGap(layering, link, x)) <= kUpright)
            sets.unite(link.upper, link.lower);
    return {layering, std::move(sets)};
}

/// Whether the piece may move by `by` without coming too close to anything.
bool hasRoom(const Layering& layering, const std::vector<double>& x, const Pieces& pieces, Index piece,
             double by)
{
    for (Index k = pieces.begin[piece]; k < pieces.begin[piece + 1]; ++k) {
        const Index item = pieces.items[k];
        const auto& layer = layering.layers[layering.rank[item]];
        const Index place = layering.place[item];
        if (by < 0 ? place == 0 : place + 1 == layer.size()) continue;
        const Index neighbour = layer[by < 0 ? place - 1 : place + 1];
        if (pieces.of[neighbour] == piece) continue;
        const double distance = by < 0 ? x[item] - x[neighbour] - separation(layering, neighbour, item)
                                       : x[neighbour] - x[item] - separation(layering, item, neighbour);
        if (distance < std::abs(by) - kTight) return false;
    }
    return true;
}

/// By how many slips there are fewer when the piece moves by `by`.
int slipsLost(const Layering& layering, const std::vector<double>& x, const Pieces& pieces, Index piece,
              double by)
{
    int lost = 0;
    const auto weigh = [&](const Link& link, Index otherEnd, double change) {
        if (pieces.of[otherEnd] == piece) return;
        const double run = runOf(layering, link, x);
        lost += (isSlip(run) ? 1 : 0) - (isSlip(run + change) ? 1 : 0);
    };
    for (Index k = pieces.begin[piece]; k < pieces.begin[piece + 1]; ++k) {
        const Index item = pieces.items[k];
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
        const Pieces pieces = uprightPieces(layering, x);
        bool any = false;
        for (const Index l : slips) {
            const Link& link = layering.links[l];
            const double run = runOf(layering, link, x);
            const Index ends[2]{pieces.of[link.upper], pieces.of[link.lower]};
            if (!isSlip(run) || ends[0] == ends[1]) continue;
            const bool upperFirst = pieces.sizeOf(ends[0]) <= pieces.sizeOf(ends[1]);
            for (const bool upper : {upperFirst, !upperFirst}) {
                const Index piece = ends[upper ? 0 : 1];
                const double by = upper ? run : -run;
                if (pieces.fixed[piece] || slipsLost(layering, x, pieces, piece, by) <= 0
                    || !hasRoom(layering, x, pieces, piece, by))
                    continue;
                for (Index k = pieces.begin[piece]; k < pieces.begin[piece + 1]; ++k)
                    x[pieces.items[k]] += by;
                any = true;
                break;
            }
        }
        if (!any) return;
    }
}

} // namespace alignscope::layout

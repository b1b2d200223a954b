// SPDX-License-Identifier: Apache-2.0
#include "core/layout/settle.h"

#include "core/layout/coordinates.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace alignscope::layout {

namespace {

constexpr int kPasses = 8;
constexpr double kStraight = 1e-6;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Items that hang together by straight links, as lists of items by piece.
struct Pieces {
    std::vector<Index> of;           ///< per item
    std::vector<Index> begin, items; ///< per piece
    std::vector<std::uint8_t> fixed; ///< per piece: holds the trunk

    Pieces(const Layering& layering, const std::vector<double>& x) : of(layering.itemCount())
    {
        std::vector<Index> parent(layering.itemCount());
        std::iota(parent.begin(), parent.end(), Index{0});
        const auto find = [&](Index item) {
            while (parent[item] != item) item = parent[item] = parent[parent[item]];
            return item;
        };
        for (const Link& link : layering.links) {
            if (std::abs(alignmentGap(layering, link, x)) > kStraight) continue;
            const Index a = find(link.upper);
            const Index b = find(link.lower);
            parent[std::max(a, b)] = std::min(a, b);
        }
        Index count = 0;
        for (Index i = 0; i < of.size(); ++i) of[i] = find(i) == i ? count++ : of[find(i)];
        begin.assign(std::size_t{count} + 1, 0);
        for (const Index piece : of) ++begin[piece + 1];
        for (Index p = 1; p <= count; ++p) begin[p] += begin[p - 1];
        items.resize(of.size());
        std::vector<Index> next(begin.begin(), begin.end() - 1);
        for (Index i = 0; i < of.size(); ++i) items[next[of[i]]++] = i;
        fixed.assign(count, 0);
        for (const Link& link : layering.links)
            if (link.priority == LinkPriority::Trunk) fixed[of[link.upper]] = fixed[of[link.lower]] = 1;
    }
    [[nodiscard]] Index count() const { return static_cast<Index>(begin.size() - 1); }
};

/// Move that makes the sum of sideways runs least: the median of what each line wants, and of
/// equally good moves the smallest.
double wantedMove(std::vector<double>& wishes)
{
    if (wishes.empty()) return 0;
    std::sort(wishes.begin(), wishes.end());
    const double low = wishes[(wishes.size() - 1) / 2];
    const double high = wishes[wishes.size() / 2];
    return std::clamp(0.0, low, high);
}

} // namespace

void settle(const Layering& layering, std::vector<double>& x)
{
    std::vector<double> wishes;
    for (int pass = 0; pass < kPasses; ++pass) {
        const Pieces pieces(layering, x);
        bool moved = false;
        for (Index i = 0; i < pieces.count(); ++i) {
            const Index piece = pass % 2 == 0 ? i : pieces.count() - 1 - i;
            if (pieces.fixed[piece]) continue;
            wishes.clear();
            double roomLeft = kInfinity;
            double roomRight = kInfinity;
            for (Index k = pieces.begin[piece]; k < pieces.begin[piece + 1]; ++k) {
                const Index item = pieces.items[k];
                for (const Index l : layering.linksAbove(item))
                    if (pieces.of[layering.links[l].upper] != piece)
                        wishes.push_back(-alignmentGap(layering, layering.links[l], x));
                for (const Index l : layering.linksBelow(item))
                    if (pieces.of[layering.links[l].lower] != piece)
                        wishes.push_back(alignmentGap(layering, layering.links[l], x));
                const auto& layer = layering.layers[layering.rank[item]];
                const Index place = layering.place[item];
                if (place > 0 && pieces.of[layer[place - 1]] != piece)
                    roomLeft = std::min(roomLeft, x[item] - x[layer[place - 1]]
                                                      - separation(layering, layer[place - 1], item));
                if (place + 1 < layer.size() && pieces.of[layer[place + 1]] != piece)
                    roomRight = std::min(roomRight, x[layer[place + 1]] - x[item]
                                                        - separation(layering, item, layer[place + 1]));
            }
            const double move = std::clamp(wantedMove(wishes), -std::max(roomLeft, 0.0),
                                           std::max(roomRight, 0.0));
            if (std::abs(move) < 1e-3) continue;
            for (Index k = pieces.begin[piece]; k < pieces.begin[piece + 1]; ++k)
                x[pieces.items[k]] += move;
            moved = true;
        }
        if (!moved) break;
    }
}

} // namespace alignscope::layout

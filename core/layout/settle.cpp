// SPDX-License-Identifier: Apache-2.0
#include "core/layout/settle.h"

#include "core/layout/coordinates.h"
#include "core/layout/pieces.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace alignscope::layout
{

namespace
{

constexpr int kPasses = 8;
constexpr int kClusterPasses = 4;
constexpr double kStraight = 1e-6;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// What hangs together by straight links.
Pieces straightPieces(const Layering& layering, const std::vector<double>& x)
{
    DisjointSets sets(layering.itemCount());
    for (const Link& link : layering.links)
        if (std::abs(alignmentGap(layering, link, x)) <= kStraight) sets.unite(link.upper, link.lower);
    return {layering, std::move(sets)};
}

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

/// Moves pieces together with what stands in their way. A piece alone is stuck as soon as it meets
/// its neighbour, though both may want to go on.
class Clusters
{
public:
    Clusters(const Layering& layering, std::vector<double>& x)
        : m_layering(layering), m_x(x), m_pieces(straightPieces(layering, x)), m_mark(m_pieces.count(), 0),
          m_budget(kWorkPerItem * layering.itemCount() + kLeastWork)
    {
    }

    /// Returns whether anything moved.
    bool run()
    {
        bool moved = false;
        for (Index piece = 0; piece < m_pieces.count() && m_budget > 0; ++piece) {
            for (const double side : {1.0, -1.0})
                while (m_budget > 0 && improve(piece, side))
                    moved = true;
        }
        return moved;
    }

private:
    static constexpr std::int64_t kWorkPerItem = 60;
    static constexpr std::int64_t kLeastWork = 20000;
    static constexpr double kTight = 1e-3;

    /// The item beside `item` towards `side`, or the item itself at the end of the rank.
    [[nodiscard]] Index beside(Index item, double side) const
    {
        const auto& layer = m_layering.layers[m_layering.rank[item]];
        const Index place = m_layering.place[item];
        if (side > 0) return place + 1 < layer.size() ? layer[place + 1] : item;
        return place > 0 ? layer[place - 1] : item;
    }
    [[nodiscard]] double room(Index item, Index neighbour, double side) const
    {
        const double distance = (m_x[neighbour] - m_x[item]) * side;
        return distance
               - (side > 0 ? separation(m_layering, item, neighbour)
                           : separation(m_layering, neighbour, item));
    }

    /// The piece and all that it would push, or false when the trunk is in the way.
    bool gather(Index piece, double side)
    {
        ++m_round;
        m_cluster.assign(1, piece);
        m_mark[piece] = m_round;
        for (std::size_t head = 0; head < m_cluster.size(); ++head) {
            const Index here = m_cluster[head];
            if (m_pieces.fixed[here]) return false;
            for (Index k = m_pieces.begin[here]; k < m_pieces.begin[here + 1]; ++k) {
                const Index item = m_pieces.items[k];
                const Index neighbour = beside(item, side);
                --m_budget;
                const Index other = m_pieces.of[neighbour];
                if (m_mark[other] == m_round || room(item, neighbour, side) > kTight) continue;
                m_mark[other] = m_round;
                m_cluster.push_back(other);
            }
        }
        return true;
    }

    bool improve(Index piece, double side)
    {
        if (!gather(piece, side)) return false;
        std::int64_t gain = 0;
        double step = kInfinity;
        const auto weigh = [&](Index link, Index otherEnd, bool otherIsUpper) {
            if (m_mark[m_pieces.of[otherEnd]] == m_round) return;
            const double gap = alignmentGap(m_layering, m_layering.links[link], m_x);
            const double towards = (otherIsUpper ? -gap : gap) * side; // > 0: the move shortens it
            gain += towards > kTight ? 1 : -1;
            if (towards > kTight) step = std::min(step, towards);
        };
        for (const Index here : m_cluster)
            for (Index k = m_pieces.begin[here]; k < m_pieces.begin[here + 1]; ++k) {
                const Index item = m_pieces.items[k];
                for (const Index l : m_layering.linksAbove(item))
                    weigh(l, m_layering.links[l].upper, true);
                for (const Index l : m_layering.linksBelow(item))
                    weigh(l, m_layering.links[l].lower, false);
                m_budget -= static_cast<std::int64_t>(m_layering.linksAbove(item).size()
                                                      + m_layering.linksBelow(item).size());
                const Index neighbour = beside(item, side);
                if (m_mark[m_pieces.of[neighbour]] != m_round)
                    step = std::min(step, room(item, neighbour, side));
            }
        if (gain <= 0 || step < kTight || step == kInfinity) return false;
        for (const Index here : m_cluster)
            for (Index k = m_pieces.begin[here]; k < m_pieces.begin[here + 1]; ++k)
                m_x[m_pieces.items[k]] += step * side;
        return true;
    }

    const Layering& m_layering;
    std::vector<double>& m_x;
    Pieces m_pieces;
    std::vector<std::uint32_t> m_mark; ///< per piece: the round in which it was gathered
    std::uint32_t m_round = 0;
    std::vector<Index> m_cluster;
    std::int64_t m_budget;
};

void settlePieces(const Layering& layering, std::vector<double>& x)
{
    std::vector<double> wishes;
    for (int pass = 0; pass < kPasses; ++pass) {
        const Pieces pieces = straightPieces(layering, x);
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
            const double move =
                std::clamp(wantedMove(wishes), -std::max(roomLeft, 0.0), std::max(roomRight, 0.0));
            if (std::abs(move) < 1e-3) continue;
            for (Index k = pieces.begin[piece]; k < pieces.begin[piece + 1]; ++k)
                x[pieces.items[k]] += move;
            moved = true;
        }
        if (!moved) break;
    }
}

} // namespace

void settle(const Layering& layering, std::vector<double>& x)
{
    settlePieces(layering, x);
    for (int pass = 0; pass < kClusterPasses; ++pass)
        if (!Clusters(layering, x).run()) break;
}

} // namespace alignscope::layout

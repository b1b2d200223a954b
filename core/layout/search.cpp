// SPDX-License-Identifier: Apache-2.0
#include "core/layout/search.h"

#include "core/layout/ordering.h"
#include "core/layout/reinsert.h"

#include <algorithm>

namespace alignscope::layout
{

namespace
{

constexpr std::int64_t kSearchWork = 60'000'000;
constexpr std::size_t kKickedItems = 40'000; ///< items times attempts; small graphs get more
constexpr std::size_t kFewestKicks = 30;
constexpr std::size_t kMostKicks = 400;

/// Numbers that look random, the same in every run and on every machine.
class Dice
{
public:
    /// 0 to count - 1.
    Index roll(std::size_t count)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<Index>((m_state >> 33) % count);
    }

private:
    std::uint64_t m_state = 88172645463325252ULL;
};

/// Puts all of the column's items at one end of their ranks.
void moveAside(Layering& layering, const Column& column, bool left)
{
    for (const Index item : column) {
        auto& layer = layering.layers[layering.rank[item]];
        const auto at = layer.begin() + layering.place[item];
        if (left)
            std::rotate(layer.begin(), at, at + 1);
        else
            std::rotate(at, at + 1, layer.end());
        for (Index i = 0; i < layer.size(); ++i)
            layering.place[layer[i]] = i;
    }
}

std::size_t descend(Layering& layering, const std::vector<Column>& columns, std::int64_t& work,
                    const std::stop_token& stop)
{
    std::size_t score = weighCrossings(layering);
    constexpr int kMostRounds = 6;
    for (int round = 0; round < kMostRounds && score > 0 && work > 0 && !stop.stop_requested(); ++round) {
        for (const Column& column : columns)
            reinsert(layering, column, {}, work);
        siftOrder(layering, stop);
        const std::size_t now = weighCrossings(layering);
        work -= static_cast<std::int64_t>(layering.itemCount()) * 50;
        if (now >= score) return std::min(now, score);
        score = now;
    }
    return score;
}

} // namespace

void descendOrder(Layering& layering, const std::stop_token& stop)
{
    std::int64_t work = kSearchWork;
    descend(layering, findColumns(layering), work, stop);
}

void searchOrder(Layering& layering, const std::stop_token& stop)
{
    std::size_t best = weighCrossings(layering);
    if (best == 0) return;
    const std::vector<Column> columns = findColumns(layering);
    if (columns.empty()) return;
    std::int64_t work = kSearchWork;
    auto bestLayers = layering.layers;
    const auto keepIfNotWorse = [&] {
        const std::size_t now = weighCrossings(layering);
        const bool gained = now < best;
        if (now <= best) {
            best = now;
            bestLayers = layering.layers;
        } else {
            layering.layers = bestLayers;
            layering.updatePlaces();
        }
        return gained;
    };
    descend(layering, columns, work, stop);
    keepIfNotWorse();
    Dice dice;
    const std::size_t kicks =
        std::clamp(kKickedItems / layering.itemCount(), kFewestKicks, kMostKicks);
    std::size_t since = 0;
    for (std::size_t kick = 0; kick < kicks && since < kicks / 2 && best > 0 && work > 0; ++kick, ++since) {
        if (stop.stop_requested()) break;
        for (Index moves = 1 + dice.roll(3); moves > 0; --moves) {
            const bool left = dice.roll(2) == 0;
            moveAside(layering, columns[dice.roll(columns.size())], left);
        }
        descend(layering, columns, work, stop);
        if (keepIfNotWorse()) since = 0;
    }
}

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/ordering.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignscope::layout
{

namespace
{

constexpr int kSweeps = 32;
constexpr int kFewestSweeps = 3;
constexpr int kSweepsWithoutGain = 8;
/// Items times sweeps: very large segments, which hardly a model has, get fewer sweeps.
constexpr std::size_t kSweptItems = 400'000;
constexpr std::size_t kSweptItemsQuick = 100'000;
constexpr int kSwapPasses = 6;
constexpr int kSiftPasses = 8;
constexpr std::int64_t kSiftWork = 4'000'000;
/// Above this many pairs of lines a swap is not looked at: dense places would cost quadratic time.
constexpr std::size_t kSwapPairs = 4096;

enum class Weighted { No, Yes };

double upperKey(const Layering& layering, const Link& link)
{
    return layering.place[link.upper] + link.upperPort * 0.9;
}
double lowerKey(const Layering& layering, const Link& link)
{
    return layering.place[link.lower] + link.lowerPort * 0.9;
}

/// The end of a link at another layer.
struct End {
    double key = 0;  ///< place of the item and port
    double item = 0; ///< place of the item
    std::size_t weight = 1;

    bool operator<(const End& other) const { return key < other.key; }
};

struct LinkEnds {
    double upper = 0;
    double lower = 0;
    std::size_t weight = 1;

    bool operator<(const LinkEnds& other) const
    {
        return upper != other.upper ? upper < other.upper : lower < other.lower;
    }
};

std::size_t countInversions(std::vector<LinkEnds>& ends)
{
    std::size_t crossings = 0;
    if (ends.size() <= 16) {
        for (std::size_t a = 0; a < ends.size(); ++a)
            for (std::size_t b = a + 1; b < ends.size(); ++b) {
                const double side = (ends[a].upper - ends[b].upper) * (ends[a].lower - ends[b].lower);
                if (side < 0) crossings += ends[a].weight * ends[b].weight;
            }
        return crossings;
    }
    std::sort(ends.begin(), ends.end());
    std::vector<double> keys;
    keys.reserve(ends.size());
    for (const LinkEnds& end : ends)
        keys.push_back(end.lower);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<std::size_t> tree(keys.size() + 1); // sums of weights by lower end
    std::size_t before = 0;
    for (const LinkEnds& end : ends) { // counts inversions; equal upper ends are sorted, so have none
        const auto key =
            static_cast<std::size_t>(std::lower_bound(keys.begin(), keys.end(), end.lower) - keys.begin())
            + 1;
        std::size_t notGreater = 0;
        for (std::size_t k = key; k > 0; k &= k - 1)
            notGreater += tree[k];
        crossings += end.weight * (before - notGreater);
        before += end.weight;
        for (std::size_t k = key; k < tree.size(); k += k & (~k + 1))
            tree[k] += end.weight;
    }
    return crossings;
}

struct Crossings {
    std::size_t all = 0;
    std::size_t apart = 0; ///< of lines that share no end

    [[nodiscard]] std::size_t weighed() const { return all + kCrossingApart * apart; }
};

/// Crossings of the links below one layer.
Crossings crossingsBelow(const Layering& layering, const std::vector<Index>& layer, Weighted weighted,
                           std::vector<LinkEnds>& ends)
{
    ends.clear();
    for (const Index item : layer)
        for (const Index l : layering.linksBelow(item)) {
            const Link& link = layering.links[l];
            ends.push_back({upperKey(layering, link), lowerKey(layering, link),
                            weighted == Weighted::Yes ? crossingWeight(link) : 1});
        }
    if (ends.size() < 2) return {};
    const std::size_t all = countInversions(ends);
    if (all == 0) return {};
    for (LinkEnds& end : ends) {
        end.upper = std::floor(end.upper);
        end.lower = std::floor(end.lower);
    }
    return {all, countInversions(ends)};
}

/// Sorts one layer by the mean place of its neighbours above or below.
void sortByNeighbours(Layering& layering, std::vector<Index>& layer, bool above, bool mirrorTies,
                      std::vector<std::pair<double, Index>>& keys)
{
    if (layer.size() < 2) return;
    keys.clear();
    for (const Index item : layer) {
        double sum = 0;
        const auto links = above ? layering.linksAbove(item) : layering.linksBelow(item);
        for (const Index l : links)
            sum += above ? upperKey(layering, layering.links[l]) : lowerKey(layering, layering.links[l]);
        keys.emplace_back(links.empty() ? -1 : sum / static_cast<double>(links.size()), item);
    }
    // Items without neighbours keep their place: they stay right of the item left of them.
    double last = -1;
    for (auto& key : keys) {
        if (key.first < 0) key.first = last;
        last = key.first;
    }
    if (mirrorTies) std::reverse(keys.begin(), keys.end());
    std::stable_sort(keys.begin(), keys.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (Index i = 0; i < layer.size(); ++i) {
        layer[i] = keys[i].second;
        layering.place[layer[i]] = i;
    }
}

using Ends = std::vector<End>;

/// Weighted pairs with an end in `left` that stands right of one in `right`; both are sorted.
std::size_t inversions(const Ends& left, const Ends& right)
{
    std::size_t count = 0;
    std::size_t passed = 0;
    std::size_t passedApart = 0;
    std::size_t r = 0;
    std::size_t apart = 0;
    for (const End& end : left) {
        for (; r < right.size() && right[r].key < end.key; ++r)
            passed += right[r].weight;
        for (; apart < right.size() && right[apart].item < end.item; ++apart)
            passedApart += right[apart].weight;
        count += end.weight * (passed + kCrossingApart * passedApart);
    }
    return count;
}

void gatherEnds(const Layering& layering, Index item, Ends& above, Ends& below)
{
    above.clear();
    below.clear();
    for (const Index l : layering.linksAbove(item))
        above.push_back({upperKey(layering, layering.links[l]),
                         static_cast<double>(layering.place[layering.links[l].upper]),
                         crossingWeight(layering.links[l])});
    for (const Index l : layering.linksBelow(item))
        below.push_back({lowerKey(layering, layering.links[l]),
                         static_cast<double>(layering.place[layering.links[l].lower]),
                         crossingWeight(layering.links[l])});
    std::sort(above.begin(), above.end());
    std::sort(below.begin(), below.end());
}

/// Swaps neighbours of a layer where that removes crossings, and where it only moves them elsewhere
/// if `evenIfEqual`. Returns whether any were removed.
bool swapNeighbours(Layering& layering, std::vector<Index>& layer, bool evenIfEqual, Ends (&ends)[4])
{
    bool gained = false;
    for (Index i = 0; i + 1 < layer.size(); ++i) {
        const Index a = layer[i];
        const Index b = layer[i + 1];
        const std::size_t pairs = layering.linksAbove(a).size() * layering.linksAbove(b).size()
                                  + layering.linksBelow(a).size() * layering.linksBelow(b).size();
        if (pairs == 0 || pairs > kSwapPairs) continue;
        gatherEnds(layering, a, ends[0], ends[1]);
        gatherEnds(layering, b, ends[2], ends[3]);
        const std::size_t now = inversions(ends[0], ends[2]) + inversions(ends[1], ends[3]);
        if (now == 0) continue;
        const std::size_t swapped = inversions(ends[2], ends[0]) + inversions(ends[3], ends[1]);
        if (evenIfEqual ? swapped > now : swapped >= now) continue;
        std::swap(layer[i], layer[i + 1]);
        layering.place[a] = i + 1;
        layering.place[b] = i;
        gained = gained || swapped < now;
    }
    return gained;
}

Crossings countAll(const Layering& layering, Weighted weighted)
{
    Crossings crossings;
    std::vector<LinkEnds> ends;
    for (const auto& layer : layering.layers) {
        const Crossings here = crossingsBelow(layering, layer, weighted, ends);
        crossings.all += here.all;
        crossings.apart += here.apart;
    }
    return crossings;
}

void swapAll(Layering& layering, bool evenIfEqual, const std::stop_token& stop)
{
    Ends ends[4];
    bool gained = true;
    for (int pass = 0; pass < kSwapPasses && gained && !stop.stop_requested(); ++pass) {
        gained = false;
        const std::size_t count = layering.layers.size();
        for (std::size_t i = 0; i < count; ++i) // upwards every other time, so that moves travel far
            gained = swapNeighbours(layering, layering.layers[pass % 2 == 0 ? i : count - 1 - i],
                                    evenIfEqual && pass < 2, ends)
                     || gained;
        gained = gained || (evenIfEqual && pass == 0);
    }
}

/// Puts each item of a layer where it crosses least, over any distance: swaps of neighbours stop before
/// the first one that crosses more. Returns whether any moved.
bool siftLayer(Layering& layering, std::vector<Index>& layer, std::int64_t& budget)
{
    const std::size_t count = layer.size();
    if (count < 3) return false;
    std::vector<Ends> above(count);
    std::vector<Ends> below(count);
    std::vector<std::size_t> order(count); // of the layer, as indices of the lists above
    for (std::size_t i = 0; i < count; ++i) {
        gatherEnds(layering, layer[i], above[i], below[i]);
        order[i] = i;
    }
    /// What it costs that `a` stands left of `b` rather than right.
    const auto cost = [&](std::size_t a, std::size_t b) {
        budget -=
            static_cast<std::int64_t>(above[a].size() + above[b].size() + below[a].size() + below[b].size());
        return static_cast<std::int64_t>(inversions(above[a], above[b]) + inversions(below[a], below[b]))
               - static_cast<std::int64_t>(inversions(above[b], above[a]) + inversions(below[b], below[a]));
    };
    bool moved = false;
    for (std::size_t item = 0; item < count && budget > 0; ++item) {
        const auto here =
            static_cast<std::size_t>(std::find(order.begin(), order.end(), item) - order.begin());
        std::int64_t least = 0;
        std::size_t target = here;
        std::int64_t change = 0;
        for (std::size_t i = here; i-- > 0;) {
            change += cost(item, order[i]);
            if (change >= least) continue;
            least = change;
            target = i;
        }
        change = 0;
        for (std::size_t i = here + 1; i < count; ++i) {
            change += cost(order[i], item);
            if (change >= least) continue;
            least = change;
            target = i;
        }
        if (target == here) continue;
        order.erase(order.begin() + static_cast<std::ptrdiff_t>(here));
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(target), item);
        moved = true;
    }
    if (!moved) return false;
    std::vector<Index> result(count);
    for (std::size_t i = 0; i < count; ++i)
        result[i] = layer[order[i]];
    layer = std::move(result);
    for (Index i = 0; i < count; ++i)
        layering.place[layer[i]] = i;
    return true;
}

void siftAll(Layering& layering, const std::stop_token& stop)
{
    std::int64_t budget = kSiftWork;
    bool moved = true;
    for (int pass = 0; pass < kSiftPasses && moved && budget > 0; ++pass) {
        moved = false;
        const std::size_t count = layering.layers.size();
        for (std::size_t i = 0; i < count && budget > 0 && !stop.stop_requested(); ++i)
            moved = siftLayer(layering, layering.layers[pass % 2 == 0 ? i : count - 1 - i], budget) || moved;
    }
}

} // namespace

std::size_t crossingWeight(const Link& link)
{
    switch (link.priority) {
    case LinkPriority::Normal:
    case LinkPriority::Spine:
        return 1;
    case LinkPriority::Line:
        return 2;
    case LinkPriority::Trunk:
        return 3;
    }
    return 1;
}

double countCrossings(const Layering& layering)
{
    return static_cast<double>(countAll(layering, Weighted::No).weighed()) / (1 + kCrossingApart);
}

std::size_t countCrossingsApart(const Layering& layering)
{
    return countAll(layering, Weighted::No).apart;
}

std::size_t weighCrossings(const Layering& layering)
{
    return countAll(layering, Weighted::Yes).weighed();
}

void polishOrder(Layering& layering, const std::stop_token& stop)
{
    swapAll(layering, false, stop);
}

void siftOrder(Layering& layering, const std::stop_token& stop)
{
    siftAll(layering, stop);
    swapAll(layering, true, stop);
}

void orderLayers(Layering& layering, Care care, const std::stop_token& stop)
{
    std::size_t best = weighCrossings(layering);
    if (best == 0) return;
    auto bestLayers = layering.layers;
    std::vector<std::pair<double, Index>> keys;
    const std::size_t layerCount = layering.layers.size();
    const std::size_t work = care == Care::Quick ? kSweptItemsQuick : kSweptItems;
    const int sweeps =
        static_cast<int>(std::clamp<std::size_t>(work / layering.itemCount(), kFewestSweeps, kSweeps));
    const auto keepIfBetter = [&] {
        const std::size_t crossings = weighCrossings(layering);
        if (crossings >= best) return false;
        best = crossings;
        bestLayers = layering.layers;
        return true;
    };
    for (int sweep = 0, since = 0; sweep < sweeps && since < kSweepsWithoutGain && best > 0;
         ++sweep, ++since) {
        if (stop.stop_requested()) break;
        const bool down = sweep % 2 == 0;
        const bool mirrorTies = sweep / 2 % 2 == 1;
        for (std::size_t i = 1; i < layerCount; ++i)
            sortByNeighbours(layering, layering.layers[down ? i : layerCount - 1 - i], down, mirrorTies,
                             keys);
        swapAll(layering, sweep % 2 == 1, stop);
        if (keepIfBetter()) since = -1;
    }
    layering.layers = bestLayers;
    layering.updatePlaces();
    if (care == Care::Quick || best == 0 || stop.stop_requested()) return;
    siftOrder(layering, stop);
    siftAll(layering, stop);
    if (keepIfBetter()) return;
    layering.layers = std::move(bestLayers);
    layering.updatePlaces();
}

} // namespace alignscope::layout

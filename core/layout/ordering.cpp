// SPDX-License-Identifier: Apache-2.0
#include "core/layout/ordering.h"

#include <algorithm>
#include <utility>

namespace alignscope::layout {

namespace {

constexpr int kSweeps = 16;
constexpr int kSweepsWithoutGain = 4;
constexpr int kSwapPasses = 6;
/// Above this many pairs of lines a swap is not looked at: dense places would cost quadratic time.
constexpr std::size_t kSwapPairs = 4096;

double upperKey(const Layering& layering, const Link& link)
{
    return layering.place[link.upper] + link.upperPort * 0.9;
}
double lowerKey(const Layering& layering, const Link& link)
{
    return layering.place[link.lower] + link.lowerPort * 0.9;
}

/// Crossings of the links below one layer.
std::size_t crossingsBelow(const Layering& layering, const std::vector<Index>& layer,
                           std::vector<std::pair<double, double>>& ends)
{
    ends.clear();
    for (const Index item : layer)
        for (const Index l : layering.linksBelow(item))
            ends.emplace_back(upperKey(layering, layering.links[l]),
                              lowerKey(layering, layering.links[l]));
    if (ends.size() < 2) return 0;
    std::size_t crossings = 0;
    std::sort(ends.begin(), ends.end());
    if (ends.size() <= 32) {
        for (std::size_t a = 0; a < ends.size(); ++a)
            for (std::size_t b = a + 1; b < ends.size(); ++b)
                crossings += ends[a].first < ends[b].first && ends[a].second > ends[b].second;
        return crossings;
    }
    std::vector<double> keys;
    keys.reserve(ends.size());
    for (const auto& end : ends) keys.push_back(end.second);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<std::size_t> tree(keys.size() + 1);
    for (std::size_t i = 0; i < ends.size(); ++i) { // counts inversions; equal upper ends are sorted
        const auto key = static_cast<std::size_t>(
            std::lower_bound(keys.begin(), keys.end(), ends[i].second) - keys.begin()) + 1;
        std::size_t notGreater = 0;
        for (std::size_t k = key; k > 0; k &= k - 1) notGreater += tree[k];
        crossings += i - notGreater;
        for (std::size_t k = key; k < tree.size(); k += k & (~k + 1)) ++tree[k];
    }
    return crossings;
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

using Keys = std::vector<double>;

std::size_t inversions(const Keys& left, const Keys& right)
{
    std::size_t count = 0; // pairs with left > right; both are sorted
    std::size_t r = 0;
    for (const double key : left) {
        while (r < right.size() && right[r] < key) ++r;
        count += r;
    }
    return count;
}

/// Swaps neighbours of a layer where that removes crossings. Returns whether any did.
bool swapNeighbours(Layering& layering, std::vector<Index>& layer, Keys (&keys)[4])
{
    bool gained = false;
    for (Index i = 0; i + 1 < layer.size(); ++i) {
        const Index a = layer[i];
        const Index b = layer[i + 1];
        const std::size_t pairs = layering.linksAbove(a).size() * layering.linksAbove(b).size()
                                  + layering.linksBelow(a).size() * layering.linksBelow(b).size();
        if (pairs == 0 || pairs > kSwapPairs) continue;
        const auto gather = [&](Index item, Keys& aboveKeys, Keys& belowKeys) {
            aboveKeys.clear();
            belowKeys.clear();
            for (const Index l : layering.linksAbove(item))
                aboveKeys.push_back(upperKey(layering, layering.links[l]));
            for (const Index l : layering.linksBelow(item))
                belowKeys.push_back(lowerKey(layering, layering.links[l]));
            std::sort(aboveKeys.begin(), aboveKeys.end());
            std::sort(belowKeys.begin(), belowKeys.end());
        };
        gather(a, keys[0], keys[1]);
        gather(b, keys[2], keys[3]);
        const std::size_t now = inversions(keys[0], keys[2]) + inversions(keys[1], keys[3]);
        if (now == 0) continue;
        const std::size_t swapped = inversions(keys[2], keys[0]) + inversions(keys[3], keys[1]);
        if (swapped >= now) continue;
        std::swap(layer[i], layer[i + 1]);
        layering.place[a] = i + 1;
        layering.place[b] = i;
        gained = true;
    }
    return gained;
}

} // namespace

std::size_t countCrossings(const Layering& layering)
{
    std::size_t crossings = 0;
    std::vector<std::pair<double, double>> ends;
    for (const auto& layer : layering.layers) crossings += crossingsBelow(layering, layer, ends);
    return crossings;
}

void polishOrder(Layering& layering, const std::stop_token& stop)
{
    Keys keys[4];
    for (int pass = 0; pass < kSwapPasses && !stop.stop_requested(); ++pass) {
        bool gained = false;
        for (auto& layer : layering.layers) gained = swapNeighbours(layering, layer, keys) || gained;
        if (!gained) break;
    }
}

void orderLayers(Layering& layering, const std::stop_token& stop)
{
    std::size_t best = countCrossings(layering);
    if (best == 0) return;
    auto bestLayers = layering.layers;
    std::vector<std::pair<double, Index>> keys;
    const std::size_t layerCount = layering.layers.size();
    for (int sweep = 0, since = 0; sweep < kSweeps && since < kSweepsWithoutGain; ++sweep, ++since) {
        if (stop.stop_requested()) break;
        const bool down = sweep % 2 == 0;
        const bool mirrorTies = sweep / 2 % 2 == 1;
        for (std::size_t i = 1; i < layerCount; ++i)
            sortByNeighbours(layering, layering.layers[down ? i : layerCount - 1 - i], down,
                             mirrorTies, keys);
        polishOrder(layering, stop);
        const std::size_t crossings = countCrossings(layering);
        if (crossings < best) {
            best = crossings;
            bestLayers = layering.layers;
            since = -1;
            if (best == 0) break;
        }
    }
    layering.layers = std::move(bestLayers);
    layering.updatePlaces();
}

} // namespace alignscope::layout

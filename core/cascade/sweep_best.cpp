// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/sweep_best.h"

#include "core/cascade/price.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace alignscope {
namespace {

// In millionths of a bit, so that rounding makes no difference between equal combinations.
std::int64_t rounded(const Summary& summary, LossMeasure measure) { return std::llround(lossOf(summary, measure) * 1e6); }

LossMeasure other(LossMeasure measure) { return measure == LossMeasure::Summed ? LossMeasure::Worst : LossMeasure::Summed; }

template <class Key, class Counts>
std::optional<std::size_t> smallest(std::span<const Combination> combinations, Counts counts, Key key)
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < combinations.size(); ++i) {
        if (combinations[i].error || !counts(combinations[i].summary)) continue;
        if (!best || key(combinations[i].summary) < key(combinations[*best].summary)) best = i;
    }
    return best;
}

} // namespace

double lossOf(const Summary& summary, LossMeasure measure) noexcept
{
    return measure == LossMeasure::Summed ? summary.summedBitsLost : summary.worstBitsLost;
}

std::vector<bool> paretoFront(std::span<const Combination> combinations, LossMeasure measure)
{
    std::map<std::size_t, std::int64_t> least; // loss by places
    for (const Combination& c : combinations) {
        if (c.error) continue;
        const auto [at, isNew] = least.try_emplace(troubledPlaces(c.summary), rounded(c.summary, measure));
        if (!isNew) at->second = std::min(at->second, rounded(c.summary, measure));
    }
    std::int64_t below = std::numeric_limits<std::int64_t>::max(); // least loss at fewer places
    for (auto& [places, loss] : least) {
        if (loss < below) below = loss;
        else loss = -1; // dominated: no combination has a negative loss
    }
    std::vector<bool> front;
    front.reserve(combinations.size());
    for (const Combination& c : combinations)
        front.push_back(!c.error && least.at(troubledPlaces(c.summary)) == rounded(c.summary, measure));
    return front;
}

SweepBest bestOf(std::span<const Combination> combinations, LossMeasure measure)
{
    SweepBest best;
    best.fewestPlaces = smallest(combinations, [](const Summary&) { return true; }, [measure](const Summary& s) {
        return std::tuple(troubledPlaces(s), rounded(s, measure), s.splitOperationsAfter, rounded(s, other(measure)), s.changedSlots);
    });
    best.noEdge = smallest(
        combinations, [](const Summary& s) { return s.requantizeEdgesAfter == 0; }, [measure](const Summary& s) {
            return std::tuple(rounded(s, measure), s.misalignedOperationsAfter, s.splitOperationsAfter, rounded(s, other(measure)), s.changedSlots);
        });
    best.noMisaligned = smallest(
        combinations, [](const Summary& s) { return s.misalignedOperationsAfter == 0; }, [measure](const Summary& s) {
            return std::tuple(rounded(s, measure), s.requantizeEdgesAfter, s.splitOperationsAfter, rounded(s, other(measure)), s.changedSlots);
        });
    return best;
}

} // namespace alignscope

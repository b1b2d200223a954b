// SPDX-License-Identifier: Apache-2.0
#include "core/layout/refine.h"

#include "core/base/disjoint_sets.h"
#include "core/layout/gather.h"
#include "core/layout/ordering.h"
#include "core/layout/reinsert.h"
#include "core/layout/search.h"
#include "core/layout/sides.h"
#include "core/layout/split.h"

#include <algorithm>

namespace alignscope::layout
{

namespace
{

constexpr double kCrossingCost = 400;
constexpr double kFirstCrossing = 2000; ///< more: a segment that can be drawn without any should be
constexpr std::int64_t kRefineWork = 40'000'000;
constexpr double kShortenPixel = 1.0 / 600; ///< in crossings
constexpr int kShortenRounds = 12;
constexpr std::size_t kShortenedItems = 20'000;
constexpr std::size_t kBalancedItems = 60'000;
constexpr int kBalanceRounds = 3;
constexpr std::size_t kGatheredItems = 60'000;
/// Pixels of line that a reader would give to have a box beside what it reads rather than halfway down its line.
constexpr double kGatheredWorth = 60;
constexpr double kPage = 1600; ///< pixels; what is wider has to be scrolled sideways
constexpr double kScreen = 2; ///< width by height
constexpr std::size_t kSplitItems = 30'000; ///< items times attempts
constexpr std::size_t kMostItemsSplit = 600;
constexpr double kSplitWorth = 1.02; ///< by so much may a drawing cost more that crosses less as lines were split
constexpr std::int64_t kMakeWayWork = 2'000'000; ///< items times attempts

double costOf(const Layering& layering, const SegmentLayout& layout)
{
    const bool planar = countCrossingsApart(layering) == 0;
    constexpr double kBend = 30;
    constexpr double kWide = 2;
    std::size_t bends = 0;
    for (const Route& route : layout.edges)
        if (!route.stub) bends += route.points.size() - 2;
    return layout.judged + (planar ? 0 : kFirstCrossing) + kCrossingCost * layout.crossings + kBend * static_cast<double>(bends)
           + kWide * std::max(0.0, layout.right - layout.left - kPage);
}

/// Takes the other order if its drawing is better and has no more crossings of lines without a common end.
bool takeIfBetter(const Segment& segment, Candidate& candidate, Layering layering, const std::stop_token& stop)
{
    if (countCrossingsApart(layering) > countCrossingsApart(candidate.layering)) return false;
    Candidate other(segment, std::move(layering), Care::Quick, stop);
    if (stop.stop_requested() || other.cost >= candidate.cost) return false;
    candidate = std::move(other);
    return true;
}

/// Puts columns where lines are shorter: all at once as long as that helps, then each for itself.
void shorten(const Segment& segment, Candidate& candidate, const std::stop_token& stop)
{
    std::int64_t work = kRefineWork;
    const std::vector<Column> columns = findColumns(candidate.layering);
    bool together = true;
    for (int round = 0; round < kShortenRounds && together; ++round) {
        Layering layering = candidate.layering;
        std::vector<double> x = candidate.drawing.x;
        bool changed = false;
        for (const Column& column : columns)
            changed = reinsert(layering, column, {&x, kShortenPixel}, work) || changed;
        together = changed && takeIfBetter(segment, candidate, std::move(layering), stop);
    }
    std::size_t drawings = kShortenedItems / (candidate.layering.itemCount() + 1);
    std::size_t since = 0;
    for (std::size_t i = 0; since < columns.size() && drawings > 0 && work > 0; i = (i + 1) % columns.size(), ++since) {
        if (stop.stop_requested()) return;
        Layering layering = candidate.layering;
        std::vector<double> x = candidate.drawing.x;
        if (!reinsert(layering, columns[i], {&x, kShortenPixel}, work)) continue;
        --drawings;
        if (takeIfBetter(segment, candidate, std::move(layering), stop)) since = 0;
    }
}

/// What hangs together without the trunk, by part; the trunk's items are in none.
std::vector<std::vector<Index>> partsBesideTrunk(const Layering& layering, const std::vector<Index>& trunk)
{
    const auto isTrunk = [&](Index item) { return trunk[layering.rank[item]] == item; };
    DisjointSets sets(layering.itemCount());
    for (const Link& link : layering.links)
        if (!isTrunk(link.upper) && !isTrunk(link.lower)) sets.unite(link.upper, link.lower);
    std::vector<Index> number(layering.itemCount(), layering.itemCount());
    std::vector<std::vector<Index>> parts;
    for (Index item = 0; item < layering.itemCount(); ++item) {
        if (isTrunk(item)) continue;
        const Index set = sets.find(item);
        if (number[set] == layering.itemCount()) {
            number[set] = static_cast<Index>(parts.size());
            parts.emplace_back();
        }
        parts[number[set]].push_back(item);
    }
    return parts;
}

/// Moves the part's items on one side of the trunk to the other side: next to the trunk or outside of all.
bool moveOver(Layering& layering, const std::vector<Index>& trunk, const std::vector<Index>& part, bool fromLeft,
              bool next)
{
    std::vector<std::uint8_t> mine(layering.itemCount());
    std::vector<std::uint8_t> touched(layering.layers.size());
    for (const Index item : part)
        mine[item] = touched[layering.rank[item]] = 1;
    bool any = false;
    for (Index r = 0; r < layering.layers.size(); ++r) {
        if (!touched[r] || trunk[r] == layering.itemCount()) continue;
        auto& layer = layering.layers[r];
        std::vector<Index> rest;
        std::vector<Index> moving;
        for (const Index item : layer) {
            const bool left = layering.place[item] < layering.place[trunk[r]];
            (mine[item] && left == fromLeft ? moving : rest).push_back(item);
        }
        if (moving.empty()) continue;
        auto at = fromLeft ? rest.end() : rest.begin();
        if (next) {
            const auto middle = std::find(rest.begin(), rest.end(), trunk[r]);
            at = fromLeft ? middle + 1 : middle;
        }
        rest.insert(at, moving.begin(), moving.end());
        layer = std::move(rest);
        any = true;
    }
    if (any) layering.updatePlaces();
    return any;
}

/// Moves further parts over as long as fewer lines cross; returns how many of those without a common end cross then.
std::size_t makeWay(Layering& layering, const std::vector<Index>& trunk, const std::vector<std::vector<Index>>& parts,
                    const std::vector<Index>& moved, std::int64_t& work)
{
    std::size_t crossings = countCrossingsApart(layering);
    for (const auto& part : parts)
        for (const bool fromLeft : {true, false})
            for (const bool next : {true, false}) {
                if (&part == &moved || crossings == 0 || work <= 0) continue;
                const auto before = layering.layers;
                if (!moveOver(layering, trunk, part, fromLeft, next)) continue;
                work -= layering.itemCount();
                const std::size_t now = countCrossingsApart(layering);
                if (now < crossings) {
                    crossings = now;
                    continue;
                }
                layering.layers = before;
                layering.updatePlaces();
            }
    return crossings;
}

/// Moves parts to the other side of the trunk where the drawing gains by it, the largest first.
void balance(const Segment& segment, Candidate& candidate, const std::stop_token& stop)
{
    const std::vector<Index> trunk = trunkItems(candidate.layering);
    auto parts = partsBesideTrunk(candidate.layering, trunk);
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    auto drawings = static_cast<std::int64_t>(kBalancedItems / (candidate.layering.itemCount() + 1));
    std::int64_t work = kMakeWayWork;
    bool moved = true;
    for (int round = 0; round < kBalanceRounds && moved; ++round) {
        moved = false;
        for (const auto& part : parts)
            for (const bool fromLeft : {true, false})
                for (const bool next : {true, false}) {
                    if (drawings <= 0 || stop.stop_requested()) return;
                    Layering layering = candidate.layering;
                    if (!moveOver(layering, trunk, part, fromLeft, next)) continue;
                    const std::size_t allowed = countCrossingsApart(candidate.layering);
                    if (countCrossingsApart(layering) > allowed
                        && makeWay(layering, trunk, parts, part, work) > allowed)
                        continue;
                    --drawings;
                    if (!takeIfBetter(segment, candidate, std::move(layering), stop)) continue;
                    moved = true;
                }
    }
}

/// The layering with all that hangs below single boxes of the trunk, and never comes back to it, on one side: what
/// hangs lower is nearer to the trunk. Nothing where less than two such parts hang one below the other.
std::optional<Layering> withPartsOnOneSide(const Layering& layering, const std::vector<Index>& trunk, bool left)
{
    const auto isTrunk = [&](Index item) { return trunk[layering.rank[item]] == item; };
    constexpr Index kOther = 0; // else the rank below the part's fork
    std::vector<Index> hangsAt(layering.itemCount(), kOther);
    Index highest = layering.itemCount();
    Index lowest = 0;
    for (const auto& part : partsBesideTrunk(layering, trunk)) {
        Index fork = layering.itemCount();
        bool free = true;
        for (const Index item : part) {
            for (const Index l : layering.linksBelow(item))
                if (isTrunk(layering.links[l].lower)) free = false;
            for (const Index l : layering.linksAbove(item)) {
                const Index above = layering.links[l].upper;
                if (!isTrunk(above)) continue;
                if (fork != layering.itemCount() && fork != above) free = false;
                fork = above;
            }
        }
        if (!free || fork == layering.itemCount()) continue;
        const Index rank = layering.rank[fork] + 1;
        for (const Index item : part)
            hangsAt[item] = rank;
        highest = std::min(highest, rank);
        lowest = std::max(lowest, rank);
    }
    if (highest >= lowest) return std::nullopt;
    Layering result = layering;
    for (auto& layer : result.layers) {
        const auto free = std::stable_partition(layer.begin(), layer.end(),
                                                [&](Index item) { return hangsAt[item] == kOther; });
        std::vector<Index> hanging(free, layer.end());
        layer.erase(free, layer.end());
        std::stable_sort(hanging.begin(), hanging.end(), [&](Index a, Index b) {
            return left ? hangsAt[a] < hangsAt[b] : hangsAt[a] > hangsAt[b];
        });
        auto at = std::find_if(layer.begin(), layer.end(), isTrunk);
        if (at == layer.end())
            at = left ? layer.begin() : layer.end();
        else if (!left)
            ++at;
        layer.insert(at, hanging.begin(), hanging.end());
    }
    result.updatePlaces();
    return result;
}

/// Where a straight trunk costs very much as heads hang below it one after the other, they stand on one side instead
/// and the trunk slides aside below each fork.
void yieldTrunk(const Segment& segment, Candidate& candidate, const std::stop_token& stop)
{
    if (candidate.layering.continued) return;
    const std::vector<Index> trunk = trunkItems(candidate.layering);
    for (const bool left : {true, false}) {
        auto layering = withPartsOnOneSide(candidate.layering, trunk, left);
        if (!layering) return;
        polishOrder(*layering, stop);
        if (countCrossingsApart(*layering) > countCrossingsApart(candidate.layering)
            || countCrossings(*layering) > countCrossings(candidate.layering))
            continue;
        auto drawing = drawYielding(segment, *layering, candidate.drawing, stop);
        if (stop.stop_requested()) return;
        if (!drawing) continue;
        const double width = drawing->right - drawing->left;
        if (width > std::max(kPage, kScreen * (drawing->bottom - drawing->top))) continue;
        candidate.cost = costOf(*layering, *drawing);
        candidate.layering = std::move(*layering);
        candidate.drawing = std::move(*drawing);
        return;
    }
}

/// Lifts boxes that stand scattered along their line: all, or each for itself where that costs something.
void gather(const Segment& segment, Candidate& candidate, const std::stop_token& stop)
{
    auto work = static_cast<std::int64_t>(kGatheredItems / (candidate.layering.itemCount() + 1));
    const auto tryLifts = [&](const std::vector<Lift>& lifts) {
        Layering layering = candidate.layering;
        std::size_t count = 0;
        for (const Lift& one : lifts) {
            // What was lifted before may have made more room.
            const std::vector<Lift> now = lifts.size() == 1 ? lifts : findLifts(segment, layering);
            const auto found = std::find_if(now.begin(), now.end(), [&](const Lift& l) { return l.box == one.box; });
            if (found == now.end()) continue;
            auto lifted = lift(segment, layering, *found);
            if (!lifted) continue;
            layering = std::move(*lifted);
            ++count;
        }
        --work;
        if (count == 0 || countCrossingsApart(layering) > countCrossingsApart(candidate.layering)
            || countCrossings(layering) > countCrossings(candidate.layering))
            return false;
        Candidate other(segment, std::move(layering), Care::Quick, stop);
        if (stop.stop_requested() || other.cost > candidate.cost + kGatheredWorth * static_cast<double>(count)) return false;
        candidate = std::move(other);
        return true;
    };
    const std::vector<Lift> lifts = findLifts(segment, candidate.layering);
    if (lifts.empty() || tryLifts(lifts)) return;
    for (const Lift& one : lifts) {
        if (work <= 0 || stop.stop_requested()) return;
        for (const Lift& now : findLifts(segment, candidate.layering))
            if (now.box == one.box) tryLifts({now});
    }
}

/// Gives readers of a tensor lines of their own where fewer lines cross then.
void splitLines(Segment& segment, Candidate& candidate, const std::stop_token& stop)
{
    if (candidate.layering.itemCount() > kMostItemsSplit) return;
    std::size_t crossings = countCrossingsApart(candidate.layering);
    std::size_t attempts = kSplitItems / (candidate.layering.itemCount() + 1);
    bool gained = true;
    while (gained) {
        gained = false;
        for (Index e = 0; e < segment.edges.size(); ++e) {
            if (crossings == 0 || attempts == 0 || stop.stop_requested()) return;
            if (!canSplitOff(segment, candidate.layering, e)) continue;
            auto split = splitOff(segment, candidate.layering, e);
            if (!split) continue;
            --attempts;
            descendOrder(split->layering, stop);
            const std::size_t now = countCrossingsApart(split->layering);
            if (now >= crossings) continue;
            Candidate other(split->segment, std::move(split->layering), Care::Quick, stop);
            if (stop.stop_requested() || other.cost >= candidate.cost) continue;
            segment = std::move(split->segment);
            candidate = std::move(other);
            crossings = now;
            gained = true;
        }
    }
}

} // namespace

Candidate::Candidate(const Segment& segment, Layering ordered, Care care, const std::stop_token& stop)
    : layering(std::move(ordered)), drawing(drawLayering(segment, layering, care, stop)),
      cost(costOf(layering, drawing))
{
}

void refine(const Segment& segment, Candidate& candidate, const std::stop_token& stop)
{
    // The trunk stands straight in what is compared on the way: the drawings of its other forms take most time.
    Candidate best(segment, candidate.layering, Care::Quick, stop);
    Segment bestSegment = segment;
    Layering layering = candidate.layering;
    searchOrder(layering, stop);
    Candidate other(segment, std::move(layering), Care::Quick, stop);
    Segment otherSegment = segment;
    splitLines(otherSegment, other, stop);
    splitLines(bestSegment, best, stop);
    shorten(otherSegment, other, stop);
    shorten(bestSegment, best, stop);
    if (other.cost < best.cost) {
        best = std::move(other);
        bestSegment = std::move(otherSegment);
    }
    balance(bestSegment, best, stop);
    gather(bestSegment, best, stop);
    Candidate final(bestSegment, std::move(best.layering), Care::Patient, stop);
    if (stop.stop_requested()) return;
    candidate = Candidate(segment, std::move(candidate.layering), Care::Patient, stop);
    const double worth = bestSegment.bundleCount > segment.bundleCount
                                 && countCrossingsApart(final.layering) < countCrossingsApart(candidate.layering)
                             ? kSplitWorth
                             : 1;
    const bool better = final.cost < candidate.cost * worth;
    if (better) candidate = std::move(final);
    yieldTrunk(better ? bestSegment : segment, candidate, stop);
}

} // namespace alignscope::layout

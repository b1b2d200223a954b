// SPDX-License-Identifier: Apache-2.0
#include "core/layout/refine.h"

#include "core/layout/ordering.h"
#include "core/layout/reinsert.h"
#include "core/layout/search.h"

#include <algorithm>

namespace alignscope::layout
{

namespace
{

constexpr double kCrossingCost = 150;
constexpr std::int64_t kRefineWork = 40'000'000;
constexpr double kShortenPixel = 1.0 / 600; ///< in crossings
constexpr int kShortenRounds = 12;

double costOf(const SegmentLayout& layout)
{
    constexpr double kBend = 30;
    constexpr double kPage = 1600; // what is wider has to be scrolled sideways
    constexpr double kWide = 2;
    std::size_t bends = 0;
    for (const Route& route : layout.edges)
        if (!route.stub) bends += route.points.size() - 2;
    return layout.length + kCrossingCost * layout.crossings + kBend * static_cast<double>(bends)
           + kWide * std::max(0.0, layout.right - layout.left - kPage);
}

/// Takes the other order if its drawing is better and has no more crossings.
bool takeIfBetter(const Segment& segment, Candidate& candidate, Layering layering, const std::stop_token& stop)
{
    Candidate other(segment, std::move(layering), stop);
    const bool better = other.cost < candidate.cost && other.drawing.crossings <= candidate.drawing.crossings;
    if (stop.stop_requested() || !better) return false;
    candidate = std::move(other);
    return true;
}

void shorten(const Segment& segment, Candidate& candidate, const std::stop_token& stop)
{
    std::int64_t work = kRefineWork;
    for (int round = 0; round < kShortenRounds && work > 0 && !stop.stop_requested(); ++round) {
        Layering layering = candidate.layering;
        std::vector<double> x = candidate.drawing.x;
        bool changed = false;
        for (const Column& column : findColumns(layering))
            changed = reinsert(layering, column, {&x, kShortenPixel}, work) || changed;
        if (!changed) break;
        if (!takeIfBetter(segment, candidate, std::move(layering), stop)) break;
    }
}

} // namespace

Candidate::Candidate(const Segment& segment, Layering ordered, const std::stop_token& stop)
    : layering(std::move(ordered)), drawing(drawLayering(segment, layering, Care::Thorough, stop)),
      cost(costOf(drawing))
{
}

void refine(const Segment& segment, Candidate& candidate, const std::stop_token& stop)
{
    Layering layering = candidate.layering;
    searchOrder(layering, stop);
    Candidate other(segment, std::move(layering), stop);
    shorten(segment, other, stop);
    shorten(segment, candidate, stop);
    if (other.cost < candidate.cost) candidate = std::move(other);
}

} // namespace alignscope::layout

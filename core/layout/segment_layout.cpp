// SPDX-License-Identifier: Apache-2.0
#include "core/layout/segment_layout.h"

#include "core/layout/coordinates.h"
#include "core/layout/ordering.h"
#include "core/layout/ranking.h"
#include "core/layout/shorten.h"
#include "core/layout/sides.h"

#include <algorithm>
#include <cmath>

namespace alignscope::layout
{

namespace
{

/// By so much may the lines be longer for a trunk that stands straight, or whose ends stand below each other.
constexpr double kStraightWorth = 1.12;
constexpr double kEndsBelowWorth = 1.08;
/// Never may they be longer than this in a graph that is one segment and whose trunk would yield by one box at most.
constexpr double kStraightWorthAtMost = 1.18;
/// Pixels of line that a reader would give for each pixel that the lower end of a segment is moved aside:
/// segment by segment it adds up to a staircase.
constexpr double kDriftCost = 6;
/// Pixels of line that a reader would give for each pixel that the trunk runs sideways.
constexpr double kSwayCost = 1.5;
/// By so much may the lines be longer for branches that stand as straight columns...
constexpr double kColumnsWorth = 1.02;
/// ...or by as many pixels for each pixel that a column beside the trunk leans less.
constexpr double kLeanCost = 2;
constexpr Index kMostItemsDrawnAgain = 4000;

double middleOf(const Rect& box)
{
    return box.x + box.width / 2;
}

double portX(const Rect& box, double port)
{
    return box.x + box.width * port;
}

/// Adds a point unless it repeats the last one; upright pieces become one. Slanted pieces stay apart:
/// each is drawn as a curve of its own between two ranks.
void addPoint(std::vector<Point>& points, Point point)
{
    constexpr double kTolerance = 1e-6;
    const auto same = [](double a, double b) { return std::abs(a - b) < kTolerance; };
    if (!points.empty() && same(points.back().x, point.x) && same(points.back().y, point.y)) return;
    if (points.size() >= 2) {
        const Point& a = points[points.size() - 2];
        Point& b = points.back();
        if (same(a.x, b.x) && same(b.x, point.x)) {
            b = point;
            return;
        }
    }
    points.push_back(point);
}

struct Bands {
    std::vector<double> top, bottom; ///< per rank
};

Bands placeRanks(const Segment& segment, const Layering& layering, const std::vector<double>& x)
{
    const std::size_t count = layering.layers.size();
    std::vector<double> reach(count); // how far lines run sideways below each rank
    for (const Link& link : layering.links) {
        const double from = x[link.upper] + (link.upperPort - 0.5) * layering.width[link.upper];
        const double to = x[link.lower] + (link.lowerPort - 0.5) * layering.width[link.lower];
        double& value = reach[layering.rank[link.upper]];
        value = std::max(value, std::abs(to - from));
    }
    Bands bands{std::vector<double>(count), std::vector<double>(count)};
    double y = 0;
    for (std::size_t r = 0; r < count; ++r) {
        double height = 0;
        for (const Index item : layering.layers[r])
            if (!layering.isBend(item)) height = std::max(height, segment.nodes[item].height);
        bands.top[r] = y;
        bands.bottom[r] = y + height;
        y = bands.bottom[r] + std::clamp(reach[r] * 0.14, kRankGap, kMaxRankGap);
    }
    return bands;
}

/// The drawing of an ordered layering.
SegmentLayout route(const Segment& segment, const Layering& layering, const std::vector<double>& x)
{
    SegmentLayout layout;
    layout.x = x;
    const Bands bands = placeRanks(segment, layering, x);
    const auto& rank = layering.rank;
    const auto n = static_cast<Index>(segment.nodes.size());
    layout.nodes.reserve(n);
    for (std::size_t r = 0; r < layering.layers.size(); ++r) {
        const Index leftmost = layering.layers[r].front();
        const Index rightmost = layering.layers[r].back();
        const Row row{bands.top[r], bands.bottom[r], x[leftmost] - layering.width[leftmost] / 2,
                      x[rightmost] + layering.width[rightmost] / 2};
        layout.left = r == 0 ? row.left : std::min(layout.left, row.left);
        layout.right = r == 0 ? row.right : std::max(layout.right, row.right);
        layout.rows.push_back(row);
    }
    for (Index v = 0; v < n; ++v) {
        const Size& size = segment.nodes[v];
        const double top = bands.top[rank[v]];
        const double bottom = bands.bottom[rank[v]];
        layout.nodes.push_back(
            {x[v] - size.width / 2, (top + bottom - size.height) / 2, size.width, size.height});
        layout.bandTop.push_back(top);
        layout.bandBottom.push_back(bottom);
    }
    if (!bands.bottom.empty()) layout.bottom = bands.bottom.back();

    layout.edges.resize(segment.edges.size());
    for (Index e = 0; e < segment.edges.size(); ++e) {
        const SegmentEdge& edge = segment.edges[e];
        Route& route = layout.edges[e];
        const Rect& from = layout.nodes[edge.from];
        const Rect& to = layout.nodes[edge.to];
        const Point start{portX(from, edge.fromPort), from.y + from.height};
        const Point end{portX(to, edge.toPort), to.y};
        if (layering.stub[e]) {
            route.stub = true;
            route.points = {start, end};
            continue;
        }
        addPoint(route.points, start);
        addPoint(route.points, {start.x, bands.bottom[rank[edge.from]]});
        for (Index r = rank[edge.from] + 1; r < rank[edge.to]; ++r) {
            const double bend = x[layering.itemOnRank(edge, r)];
            addPoint(route.points, {bend, bands.top[r]});
            addPoint(route.points, {bend, bands.bottom[r]});
        }
        addPoint(route.points, {end.x, bands.top[rank[edge.to]]});
        addPoint(route.points, end);
        for (std::size_t i = 1; i < route.points.size(); ++i)
            layout.length += std::hypot(route.points[i].x - route.points[i - 1].x,
                                        route.points[i].y - route.points[i - 1].y);
    }
    return layout;
}

/// How far the trunk runs sideways.
double swayOf(const Layering& layering, const std::vector<double>& x)
{
    double sway = 0;
    for (const Link& link : layering.links)
        if (link.priority == LinkPriority::Trunk) sway += std::abs(alignmentGap(layering, link, x));
    return sway;
}

/// How far the boxes of branches stand aside of each other.
double leanOf(const Layering& layering, const std::vector<double>& x)
{
    double lean = 0;
    for (const Link& link : layering.links)
        if (link.priority == LinkPriority::Spine && !layering.linksAbove(link.upper).empty())
            lean += std::abs(alignmentGap(layering, link, x));
    return lean;
}

double widestOfTrunk(const Layering& layering)
{
    double widest = 0;
    for (const Link& link : layering.links)
        if (link.priority == LinkPriority::Trunk)
            widest = std::max({widest, layering.width[link.upper], layering.width[link.lower]});
    return widest;
}

/// Length of a drawing without what its lines run sideways: no form of its trunk makes it less.
double uprightLength(const SegmentLayout& layout)
{
    double length = 0;
    for (const Route& route : layout.edges)
        if (!route.stub) length += route.points.back().y - route.points.front().y;
    return length;
}

SegmentLayout drawColumns(const Segment& segment, const Layering& layering, Columns columns, Care care,
                          const std::vector<double>& aligned, const std::stop_token& stop)
{
    const bool large = layering.itemCount() > kMostItemsDrawnAgain;
    const Shortened straight = care == Care::Quick && large
                                   ? Shortened{aligned}
                                   : shortenLines(layering, TrunkForm::Straight, columns, care, aligned, stop);
    SegmentLayout best = route(segment, layering, straight.x);
    best.crossings = countCrossings(layering);
    best.judged = best.length;
    if (care == Care::Quick || large || stop.stop_requested()) return best;
    const auto consider = [&](TrunkForm form) {
        const Shortened shortened = shortenLines(layering, form, columns, care, aligned, stop);
        SegmentLayout drawn = route(segment, layering, shortened.x);
        double cost = drawn.length + kSwayCost * swayOf(layering, shortened.x);
        if (form == TrunkForm::EndsBelow) cost /= kEndsBelowWorth;
        if (layering.continued)
            cost += kDriftCost
                    * std::abs(middleOf(drawn.nodes[layering.trunkBottom])
                               - middleOf(drawn.nodes[layering.trunkTop]));
        drawn.judged = cost * kStraightWorth;
        if (form == TrunkForm::Slack && swayOf(layering, shortened.x) <= widestOfTrunk(layering))
            drawn.judged = std::min(drawn.judged, drawn.length * kStraightWorthAtMost);
        if (drawn.judged >= best.judged) return;
        drawn.crossings = best.crossings;
        best = std::move(drawn);
    };
    if (care == Care::Patient && !layering.continued && uprightLength(best) * kStraightWorthAtMost < best.length)
        consider(TrunkForm::Slack);
    if (straight.trunkIsEased) return best;
    consider(TrunkForm::Loose);
    if (layering.continued) consider(TrunkForm::EndsBelow);
    return best;
}

} // namespace

SegmentLayout drawLayering(const Segment& segment, const Layering& layering, Care care,
                           const std::stop_token& stop)
{
    const std::vector<double> aligned = alignItems(layering);
    SegmentLayout best = drawColumns(segment, layering, Columns::Soft, care, aligned, stop);
    if (care != Care::Patient) return best;
    const double judged = best.judged; // columns are no reason for another order
    const double lean = kLeanCost * leanOf(layering, best.x);
    double least = judged + lean;
    for (const Columns columns : {Columns::Firm, Columns::Stiff}) {
        if (stop.stop_requested()) break;
        SegmentLayout drawn = drawColumns(segment, layering, columns, care, aligned, stop);
        const double cost = std::min(drawn.judged / kColumnsWorth + lean,
                                     drawn.judged + kLeanCost * leanOf(layering, drawn.x));
        if (cost > least) continue;
        least = cost;
        best = std::move(drawn);
    }
    best.judged = judged;
    return best;
}

std::optional<SegmentLayout> drawYielding(const Segment& segment, const Layering& layering,
                                          const SegmentLayout& drawing, const std::stop_token& stop)
{
    if (layering.continued || uprightLength(drawing) * kStraightWorthAtMost >= drawing.length) return std::nullopt;
    const Shortened shortened =
        shortenLines(layering, TrunkForm::Slack, Columns::Stiff, Care::Patient, alignItems(layering), stop);
    SegmentLayout yielding = route(segment, layering, shortened.x);
    yielding.crossings = countCrossings(layering);
    yielding.judged = yielding.length * kStraightWorthAtMost;
    if (yielding.judged >= drawing.length) return std::nullopt;
    return yielding;
}

Layering orderSegment(const Segment& segment, Care care, const std::stop_token& stop)
{
    Layering layering = makeLayering(segment, assignRanks(segment));
    orderLayers(layering, care, stop);
    if (care != Care::Quick) balanceSides(segment, layering);
    return layering;
}

} // namespace alignscope::layout

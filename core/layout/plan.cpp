// SPDX-License-Identifier: Apache-2.0
#include "core/layout/plan.h"

#include "core/base/limits.h"
#include "core/base/message_codes.h"
#include "core/base/numbers.h"
#include "core/layout/drawing_order.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace alignscope::layout
{

namespace
{

/// In boxes, as Lengths has it.
constexpr Index kLongEdge = 200;   ///< longer edges do not hold a segment together
constexpr Index kFarReader = 64;   ///< a tensor with many readers is not drawn to those further away than this
constexpr Index kNearReader = 32;  ///< a tensor with a lane uses it for readers further away
constexpr Index kBoxesOnRank = 8;  ///< so many stand beside each other in what an edge of so many ranks passes
constexpr Index kSmallestSegment = 40;
constexpr Index kUncut = 90; ///< a graph of no more boxes is one segment
/// Until a segment holds so many boxes it does not end above what hangs beside its end.
constexpr Index kLargestForHangers = 400;
constexpr Index kLeftOver = 8; ///< no more make no segment below a cut beside which something hangs
constexpr Index kHangsHigher = 4; ///< by so many boxes something may begin higher than the trunk below a cut
constexpr Index kHangsLower = 2; ///< by so many boxes something may reach lower than the end of a segment
constexpr double kLargestSide = 1e6;

/// Numbers the tensors: edges with the same producer and port.
Index numberBundles(Plan& plan)
{
    std::vector<Index> order(plan.edges.size());
    std::iota(order.begin(), order.end(), Index{0});
    std::sort(order.begin(), order.end(), [&](Index a, Index b) {
        const InputEdge& x = plan.edges[a];
        const InputEdge& y = plan.edges[b];
        if (x.from != y.from) return x.from < y.from;
        if (x.fromPort != y.fromPort) return x.fromPort < y.fromPort;
        return a < b;
    });
    plan.bundles.resize(plan.edges.size());
    Index count = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const InputEdge& edge = plan.edges[order[i]];
        if (i > 0) {
            const InputEdge& before = plan.edges[order[i - 1]];
            if (before.from != edge.from || before.fromPort != edge.fromPort) ++count;
        }
        plan.bundles[order[i]] = count;
    }
    return order.empty() ? 0 : count + 1;
}

/// How many boxes edges pass: those between their ends in the drawing order, but for those that are branches
/// beside each other of a wide fork or join.
class Lengths
{
public:
    Lengths(const Plan& plan, const DrawingOrder& drawing, Index bundleCount)
        : m_plan(plan), m_drawing(drawing), m_readers(bundleCount), m_inputs(plan.nodes.size())
    {
        for (std::size_t e = 0; e < plan.edges.size(); ++e) {
            ++m_readers[plan.bundles[e]];
            ++m_inputs[plan.edges[e].to];
        }
    }

    [[nodiscard]] bool hasManyReaders(Index e) const { return m_readers[m_plan.bundles[e]] > kManyReaders; }
    [[nodiscard]] Index of(Index e) const
    {
        const InputEdge& edge = m_plan.edges[e];
        const auto apart = [&](const std::vector<Index>& along) { return along[edge.to] - along[edge.from]; };
        const Index boxes = apart(m_drawing.position);
        if (!hasManyReaders(e) && m_inputs[edge.to] <= kManyReaders) return boxes;
        return std::min(boxes, kBoxesOnRank * std::max(apart(m_drawing.highest), apart(m_drawing.lowest)));
    }

private:
    const Plan& m_plan;
    const DrawingOrder& m_drawing;
    std::vector<Index> m_readers; ///< per bundle
    std::vector<Index> m_inputs;  ///< per node
};

void classifyEdges(Plan& plan, const DrawingOrder& drawing, Index bundleCount)
{
    const Lengths lengths(plan, drawing, bundleCount);
    plan.kinds.assign(plan.edges.size(), EdgeKind::Inside);
    for (Index e = 0; e < plan.edges.size(); ++e) {
        if (drawing.backward[e]) {
            plan.kinds[e] = EdgeKind::Stub;
            continue;
        }
        const Index length = lengths.of(e);
        if (lengths.hasManyReaders(e) && length > kFarReader)
            plan.kinds[e] = EdgeKind::Stub;
        else if (length > kLongEdge)
            plan.kinds[e] = EdgeKind::Lane;
    }
    // A tensor that has a lane uses it for all but its near readers.
    std::vector<std::uint8_t> hasLane(bundleCount);
    for (std::size_t e = 0; e < plan.edges.size(); ++e)
        if (plan.kinds[e] == EdgeKind::Lane) hasLane[plan.bundles[e]] = 1;
    for (Index e = 0; e < plan.edges.size(); ++e)
        if (plan.kinds[e] == EdgeKind::Inside && hasLane[plan.bundles[e]] && lengths.of(e) > kNearReader)
            plan.kinds[e] = EdgeKind::Lane;
}

/// Edges that hold segments together, by the position of their producer.
struct HoldingEdges {
    std::vector<Index> begin, to; ///< positions

    HoldingEdges(const Plan& plan, const DrawingOrder& drawing) : begin(plan.nodes.size() + 1)
    {
        for (std::size_t e = 0; e < plan.edges.size(); ++e)
            if (plan.kinds[e] == EdgeKind::Inside) ++begin[drawing.position[plan.edges[e].from] + 1];
        for (std::size_t i = 1; i < begin.size(); ++i)
            begin[i] += begin[i - 1];
        to.resize(begin.back());
        std::vector<Index> next(begin.begin(), begin.end() - 1);
        for (std::size_t e = 0; e < plan.edges.size(); ++e)
            if (plan.kinds[e] == EdgeKind::Inside)
                to[next[drawing.position[plan.edges[e].from]]++] = drawing.position[plan.edges[e].to];
    }
};

/// Leaves out cuts below which something begins higher than the trunk goes on (the second of two networks whose
/// ends meet, say): it would have to stand below the first rather than beside it.
std::vector<Index> withoutCutsAboveStarts(const std::vector<Index>& cuts, const DrawingOrder& drawing,
                                          const HoldingEdges& holding)
{
    const auto componentAt = [&](Index p) { return drawing.component[drawing.order[p]]; };
    std::vector<Index> kept;                         // from below
    std::vector<Index> height(drawing.order.size()); // per position: boxes below it until the next cut that is kept
    Index highest = 0;                               // of those below the cut
    for (std::size_t c = cuts.size(); c-- > 0;) {
        const Index cut = cuts[c];
        const auto measure = [&](Index p) {
            for (Index i = holding.begin[p]; i < holding.begin[p + 1]; ++i)
                height[p] = std::max(height[p], height[holding.to[i]] + 1);
            highest = std::max(highest, height[p]);
        };
        for (Index p = c + 1 < cuts.size() ? cuts[c + 1] : cut; p-- > cut + 1;)
            measure(p);
        const bool outer = c == 0 || c + 1 == cuts.size() || componentAt(cuts[c - 1]) != componentAt(cut)
                           || componentAt(cuts[c + 1]) != componentAt(cut);
        measure(cut);
        const bool starts = height[cut] + kHangsHigher < highest;
        if (starts && !outer && kept.back() - cuts[c - 1] <= kLargestForHangers) continue;
        height[cut] = highest = 0;
        kept.push_back(cut);
    }
    std::reverse(kept.begin(), kept.end());
    return kept;
}

/// Positions at which the drawing is cut, both ends of each component included. No cut where something longer
/// (a head of the network) hangs beside the trunk: the trunk would have to go on below its end.
std::vector<Index> findCuts(const Plan& plan, const DrawingOrder& drawing)
{
    const auto n = static_cast<Index>(plan.nodes.size());
    std::vector<std::int32_t> change(std::size_t{n} + 1);
    for (std::size_t e = 0; e < plan.edges.size(); ++e) {
        if (plan.kinds[e] != EdgeKind::Inside) continue;
        ++change[drawing.position[plan.edges[e].from] + 1];
        --change[drawing.position[plan.edges[e].to]];
    }
    std::vector<Index> cuts;
    std::vector<Index> boxes(drawing.componentCount);
    for (const Index c : drawing.component) ++boxes[c];
    const HoldingEdges holding(plan, drawing);
    std::vector<Index> inputs(n); // per position
    std::vector<Index> depth(n);  // per position: boxes above it since the last cut
    Index deepest = 0;
    std::int32_t passing = 0;
    Index component = 0;
    Index lastCut = 0;
    bool hangsAtLastCut = false;
    for (Index p = 0; p < n; ++p) {
        passing += change[p];
        const Index here = drawing.component[drawing.order[p]];
        const bool begins = p == 0 || here != component;
        const bool ends = p + 1 == n || drawing.component[drawing.order[p + 1]] != here;
        component = here;
        deepest = std::max(deepest, depth[p]);
        const bool cut = passing == 0 && boxes[here] > kUncut && p - lastCut >= kSmallestSegment
                         && (depth[p] + kHangsLower >= deepest || p - lastCut >= kLargestForHangers);
        if (begins || ends || cut) {
            // What little is left over at the end of a component goes on beside what hangs there, unless it begins with
            // a join, where a trunk ends.
            if (!begins && ends && hangsAtLastCut && p - lastCut <= kLeftOver) cuts.pop_back();
            hangsAtLastCut = !begins && depth[p] < deepest && inputs[p] < 2;
            cuts.push_back(p);
            lastCut = p;
            depth[p] = deepest = 0;
        }
        for (Index i = holding.begin[p]; i < holding.begin[p + 1]; ++i) {
            depth[holding.to[i]] = std::max(depth[holding.to[i]], depth[p] + 1);
            ++inputs[holding.to[i]];
        }
    }
    return withoutCutsAboveStarts(cuts, drawing, holding);
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value)
{
    hash ^= value + 0x9e3779b97f4a7c15ULL + (hash << 6) + (hash >> 2);
    return hash * 0xff51afd7ed558ccdULL;
}

std::uint64_t hashOf(const Segment& segment)
{
    std::uint64_t hash = mix(segment.nodes.size(), segment.edges.size());
    hash = mix(hash, (segment.pinTop ? 2u : 0u) + (segment.pinBottom ? 1u : 0u));
    for (const Size& size : segment.nodes)
        hash = mix(mix(hash, std::bit_cast<std::uint64_t>(size.width)),
                   std::bit_cast<std::uint64_t>(size.height));
    for (const SegmentEdge& edge : segment.edges) {
        hash = mix(hash, (std::uint64_t{edge.from} << 32) | edge.to);
        hash = mix(mix(hash, std::bit_cast<std::uint64_t>(edge.fromPort)),
                   std::bit_cast<std::uint64_t>(edge.toPort) + (edge.stub ? 1 : 0));
    }
    return hash;
}

bool equal(const Segment& a, const Segment& b)
{
    const auto sameSize = [](const Size& x, const Size& y) {
        return x.width == y.width && x.height == y.height;
    };
    return a.pinTop == b.pinTop && a.pinBottom == b.pinBottom && a.edges == b.edges
           && std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(), sameSize);
}

/// Edges with both ends in one segment belong to it: skips are drawn there after all, and stubs
/// keep their reader below their producer.
void takeIntoSegments(Plan& plan, const DrawingOrder& drawing, const std::vector<Index>& cuts)
{
    const auto n = static_cast<Index>(plan.nodes.size());
    std::vector<Index> startsIn(n); // per position: number of cuts at or before it
    for (const Index cut : cuts)
        ++startsIn[cut];
    for (Index p = 1; p < n; ++p)
        startsIn[p] += startsIn[p - 1];
    for (std::size_t e = 0; e < plan.edges.size(); ++e) {
        if (plan.kinds[e] != EdgeKind::Lane && plan.kinds[e] != EdgeKind::Stub) continue;
        const Index from = drawing.position[plan.edges[e].from];
        const Index to = drawing.position[plan.edges[e].to];
        if (drawing.backward[e] || startsIn[from] != startsIn[to - 1]) continue;
        plan.kinds[e] = plan.kinds[e] == EdgeKind::Lane ? EdgeKind::Inside : EdgeKind::InsideStub;
    }
}

/// Finds an equal segment that was kept before.
class SegmentIndex
{
public:
    explicit SegmentIndex(std::vector<Segment>& segments) : m_segments(segments) {}

    Index keep(Segment segment)
    {
        auto& same = m_byHash[hashOf(segment)];
        for (const Index s : same)
            if (equal(m_segments[s], segment)) return s;
        same.push_back(static_cast<Index>(m_segments.size()));
        m_segments.push_back(std::move(segment));
        return same.back();
    }

private:
    std::vector<Segment>& m_segments;
    std::unordered_map<std::uint64_t, std::vector<Index>> m_byHash;
};

bool isInside(EdgeKind kind)
{
    return kind == EdgeKind::Inside || kind == EdgeKind::InsideStub;
}

/// Edges that belong to segments, by the position of their producer, then by port.
struct InsideEdges {
    std::vector<Index> begin, edges;

    InsideEdges(const Plan& plan, const DrawingOrder& drawing) : begin(plan.nodes.size() + 1)
    {
        for (std::size_t e = 0; e < plan.edges.size(); ++e)
            if (isInside(plan.kinds[e])) ++begin[drawing.position[plan.edges[e].from] + 1];
        for (std::size_t i = 1; i < begin.size(); ++i)
            begin[i] += begin[i - 1];
        edges.resize(begin.back());
        std::vector<Index> next(begin.begin(), begin.end() - 1);
        for (Index e = 0; e < plan.edges.size(); ++e)
            if (isInside(plan.kinds[e])) edges[next[drawing.position[plan.edges[e].from]]++] = e;
        for (std::size_t i = 0; i + 1 < begin.size(); ++i)
            std::stable_sort(edges.begin() + begin[i], edges.begin() + begin[i + 1],
                             [&](Index a, Index b) { return plan.bundles[a] < plan.bundles[b]; });
    }
};

void makeSegments(Plan& plan, const DrawingOrder& drawing, const std::vector<Index>& cuts)
{
    const InsideEdges inside(plan, drawing);
    SegmentIndex kept(plan.segments);
    plan.placementOf.assign(plan.nodes.size(), kNoSegment);
    const auto componentAt = [&](Index p) { return drawing.component[drawing.order[p]]; };
    for (std::size_t c = 0; c < cuts.size(); ++c) {
        const Index first = cuts[c];
        const bool begins = c == 0 || componentAt(cuts[c - 1]) != componentAt(first);
        const bool alone = c + 1 == cuts.size() || componentAt(cuts[c + 1]) != componentAt(first);
        if (alone && !begins) continue; // the last node of a component, in the placement before
        const Index last = alone ? first : cuts[c + 1];
        const bool ends = alone || c + 2 >= cuts.size() || componentAt(cuts[c + 2]) != componentAt(first);
        if (begins) plan.componentBegin.push_back(static_cast<Index>(plan.placements.size()));

        Placement placement;
        placement.continues = !begins;
        Segment segment;
        segment.pinTop = !begins;
        segment.pinBottom = !ends;
        for (Index p = first; p <= last; ++p) {
            placement.nodes.push_back(drawing.order[p]);
            segment.nodes.push_back(plan.nodes[drawing.order[p]]);
            plan.placementOf[drawing.order[p]] = static_cast<Index>(plan.placements.size());
        }
        Index bundle = kNoSegment;
        for (Index i = inside.begin[first]; i < inside.begin[last]; ++i) {
            const Index e = inside.edges[i];
            const InputEdge& edge = plan.edges[e];
            if (plan.bundles[e] != bundle) ++segment.bundleCount;
            bundle = plan.bundles[e];
            segment.edges.push_back({drawing.position[edge.from] - first, drawing.position[edge.to] - first,
                                     segment.bundleCount - 1, edge.fromPort, edge.toPort,
                                     plan.kinds[e] == EdgeKind::InsideStub});
            placement.edges.push_back(e);
        }
        placement.segment = kept.keep(std::move(segment));
        plan.placements.push_back(std::move(placement));
    }
    plan.componentBegin.push_back(static_cast<Index>(plan.placements.size()));
}

} // namespace

double saneSide(double side)
{
    return std::isfinite(side) ? std::clamp(side, 1.0, kLargestSide) : 1.0;
}

double sanePort(double port)
{
    return std::isfinite(port) ? std::clamp(port, 0.0, 1.0) : 0.5;
}

Result<Plan> makePlan(const InputGraph& graph, const Task& task)
{
    if (graph.nodes.size() > limits::kMaxOperations)
        return fail(MessageCode::TooManyItems, "boxes",
                    toText(static_cast<std::int64_t>(limits::kMaxOperations)));
    if (graph.edges.size() > limits::kMaxEdges)
        return fail(MessageCode::TooManyItems, "edges", toText(static_cast<std::int64_t>(limits::kMaxEdges)));
    Plan plan;
    const bool turned = graph.direction == Direction::Right;
    plan.nodes.reserve(graph.nodes.size());
    for (const Size& size : graph.nodes) {
        const Size sane{saneSide(size.width), saneSide(size.height)};
        plan.nodes.push_back(turned ? Size{sane.height, sane.width} : sane);
    }
    plan.edges.reserve(graph.edges.size());
    for (const InputEdge& edge : graph.edges) {
        if (edge.from >= graph.nodes.size() || edge.to >= graph.nodes.size())
            return fail(MessageCode::LayoutEdgeOutOfRange,
                        toText(static_cast<std::int64_t>(plan.edges.size())));
        plan.edges.push_back({edge.from, edge.to, sanePort(edge.fromPort), sanePort(edge.toPort)});
    }
    const DrawingOrder drawing = findDrawingOrder(plan.nodes.size(), plan.edges);
    if (task.stopped()) return fail(MessageCode::Cancelled);
    classifyEdges(plan, drawing, numberBundles(plan));
    const std::vector<Index> cuts = findCuts(plan, drawing);
    takeIntoSegments(plan, drawing, cuts);
    makeSegments(plan, drawing, cuts);
    if (task.stopped()) return fail(MessageCode::Cancelled);
    return plan;
}

} // namespace alignscope::layout

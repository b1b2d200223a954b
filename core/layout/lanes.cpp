// SPDX-License-Identifier: Apache-2.0
#include "core/layout/lanes.h"

#include <algorithm>

namespace alignscope::layout
{

namespace
{

constexpr unsigned kLanesPerSide = 3;
/// Height in which a line swings between its box and its lane, within the gap between two ranks.
constexpr double kTurn = kRankGap - 4;

/// Outer edge of what stands on one side of each placement. Distances grow outwards.
class Side
{
public:
    Side(const std::vector<SegmentLayout>& segments, const Plan& plan, const std::vector<Point>& offsets,
         bool left)
        : m_reach(plan.placements.size()), m_lanes(plan.placements.size())
    {
        for (std::size_t p = 0; p < m_reach.size(); ++p) {
            const SegmentLayout& segment = segments[plan.placements[p].segment];
            m_reach[p] = left ? -(segment.left + offsets[p].x) : segment.right + offsets[p].x;
        }
    }

    [[nodiscard]] bool hasRoom(Index begin, Index end) const
    {
        for (Index p = begin; p < end; ++p)
            if (m_lanes[p] >= kLanesPerSide) return false;
        return true;
    }
    [[nodiscard]] double nextLane(Index begin, Index end) const
    {
        return *std::max_element(m_reach.begin() + begin, m_reach.begin() + end) + kLaneGap;
    }
    void take(Index begin, Index end)
    {
        const double lane = nextLane(begin, end);
        std::fill(m_reach.begin() + begin, m_reach.begin() + end, lane);
        for (Index p = begin; p < end; ++p)
            ++m_lanes[p];
    }

private:
    std::vector<double> m_reach;
    std::vector<unsigned> m_lanes;
};

struct LaneGroup {
    std::vector<Index> edges; ///< of one tensor
    Index begin = 0, end = 0; ///< placements that it passes
};

struct Band {
    double top = 0, bottom = 0;
};

/// A node's rank in the placement in which lines leave it (its last) or reach it (its first).
Band bandOf(const Plan& plan, const std::vector<SegmentLayout>& segments, const std::vector<Point>& offsets,
            const std::vector<Index>& local, Index node)
{
    const Index p = plan.placementOf[node];
    const SegmentLayout& segment = segments[plan.placements[p].segment];
    return {segment.bandTop[local[node]] + offsets[p].y, segment.bandBottom[local[node]] + offsets[p].y};
}

} // namespace

void routeLanes(const Plan& plan, const std::vector<SegmentLayout>& segments,
                const std::vector<Point>& offsets, Layout& layout)
{
    std::vector<Index> laneEdges;
    for (Index e = 0; e < plan.edges.size(); ++e)
        if (plan.kinds[e] == EdgeKind::Lane) laneEdges.push_back(e);
    if (laneEdges.empty()) return;
    std::stable_sort(laneEdges.begin(), laneEdges.end(),
                     [&](Index a, Index b) { return plan.bundles[a] < plan.bundles[b]; });
    std::vector<LaneGroup> groups;
    for (std::size_t i = 0; i < laneEdges.size(); ++i) {
        const Index e = laneEdges[i];
        const Index from = plan.placementOf[plan.edges[e].from];
        const Index to = plan.placementOf[plan.edges[e].to];
        if (i == 0 || plan.bundles[laneEdges[i - 1]] != plan.bundles[e])
            groups.push_back({{}, from, from + 1});
        groups.back().edges.push_back(e);
        groups.back().end = std::max(groups.back().end, to + 1);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const LaneGroup& a, const LaneGroup& b) {
        return a.end - a.begin < b.end - b.begin;
    });

    std::vector<Index> local(plan.nodes.size());
    for (const Placement& placement : plan.placements)
        for (Index i = 0; i < placement.nodes.size(); ++i)
            local[placement.nodes[i]] = i;

    Side left(segments, plan, offsets, true);
    Side right(segments, plan, offsets, false);
    for (const LaneGroup& group : groups) {
        const bool roomLeft = left.hasRoom(group.begin, group.end);
        const bool roomRight = right.hasRoom(group.begin, group.end);
        if (!roomLeft && !roomRight) continue;
        const Rect& source = layout.nodes[plan.edges[group.edges.front()].from];
        const double middle = source.x + source.width / 2;
        const bool useLeft = roomLeft
                             && (!roomRight
                                 || left.nextLane(group.begin, group.end) + middle
                                        < right.nextLane(group.begin, group.end) - middle);
        Side& side = useLeft ? left : right;
        const double lane = side.nextLane(group.begin, group.end);
        const double x = useLeft ? -lane : lane;
        side.take(group.begin, group.end);
        for (const Index e : group.edges) {
            const InputEdge& edge = plan.edges[e];
            const Rect& from = layout.nodes[edge.from];
            const Rect& to = layout.nodes[edge.to];
            const double startX = from.x + from.width * edge.fromPort;
            const double endX = to.x + to.width * edge.toPort;
            const double below = bandOf(plan, segments, offsets, local, edge.from).bottom;
            const double above = bandOf(plan, segments, offsets, local, edge.to).top;
            layout.edges[e].points = {{startX, from.y + from.height},
                                      {startX, below},
                                      {x, below + kTurn},
                                      {x, above - kTurn},
                                      {endX, above},
                                      {endX, to.y}};
        }
    }
}

} // namespace alignscope::layout

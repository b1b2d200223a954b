// SPDX-License-Identifier: Apache-2.0
#include "core/layout/lanes.h"

#include <algorithm>
#include <utility>

namespace alignscope::layout
{

namespace
{

constexpr unsigned kLanesPerSide = 3;
/// Height in which a line swings between its box and its lane, within the gap between two ranks.
constexpr double kTurn = kRankGap - 4;

/// The rows of all placements from top to bottom. Where a placement continues another, its first row is the
/// last of the other.
class Rows
{
public:
    Rows(const std::vector<SegmentLayout>& segments, const Plan& plan, const std::vector<Point>& offsets)
        : m_segments(segments), m_plan(plan)
    {
        for (std::size_t p = 0; p < plan.placements.size(); ++p) {
            const std::vector<Row>& rows = segments[plan.placements[p].segment].rows;
            const bool shares = plan.placements[p].continues;
            m_first.push_back(static_cast<Index>(m_left.size()) - (shares ? 1 : 0));
            for (std::size_t r = 0; r < rows.size(); ++r) {
                const double left = rows[r].left + offsets[p].x;
                const double right = rows[r].right + offsets[p].x;
                if (r == 0 && shares) {
                    m_left.back() = std::min(m_left.back(), left);
                    m_right.back() = std::max(m_right.back(), right);
                } else {
                    m_left.push_back(left);
                    m_right.push_back(right);
                }
            }
        }
    }

    /// The row of a node whose rank begins at `bandTop` in its placement.
    [[nodiscard]] Index rowOf(Index placement, double bandTop) const
    {
        const std::vector<Row>& rows = m_segments[m_plan.placements[placement].segment].rows;
        const auto row = std::lower_bound(rows.begin(), rows.end(), bandTop,
                                          [](const Row& a, double top) { return a.top < top; });
        return m_first[placement] + static_cast<Index>(row - rows.begin());
    }
    [[nodiscard]] const std::vector<double>& left() const { return m_left; }
    [[nodiscard]] const std::vector<double>& right() const { return m_right; }

private:
    const std::vector<SegmentLayout>& m_segments;
    const Plan& m_plan;
    std::vector<Index> m_first; ///< per placement
    std::vector<double> m_left, m_right;
};

struct LaneGroup {
    std::vector<Index> edges; ///< of one tensor
    Index begin = 0, end = 0; ///< placements that it passes
    Index firstRow = 0, endRow = 0;
};

/// Outer edge of what stands on one side of each row, and lanes beside each placement. Distances grow outwards.
class Side
{
public:
    Side(std::vector<double> edge, std::size_t placements, bool left)
        : m_reach(std::move(edge)), m_lanes(placements)
    {
        for (double& reach : m_reach)
            reach = left ? -reach : reach;
    }

    [[nodiscard]] bool hasRoom(const LaneGroup& group) const
    {
        return std::all_of(m_lanes.begin() + group.begin, m_lanes.begin() + group.end,
                           [](unsigned lanes) { return lanes < kLanesPerSide; });
    }
    [[nodiscard]] double nextLane(const LaneGroup& group) const
    {
        return *std::max_element(m_reach.begin() + group.firstRow, m_reach.begin() + group.endRow) + kLaneGap;
    }
    void take(const LaneGroup& group)
    {
        std::fill(m_reach.begin() + group.firstRow, m_reach.begin() + group.endRow, nextLane(group));
        for (Index p = group.begin; p < group.end; ++p)
            ++m_lanes[p];
    }

private:
    std::vector<double> m_reach;
    std::vector<unsigned> m_lanes;
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
    std::vector<Index> local(plan.nodes.size());
    for (const Placement& placement : plan.placements)
        for (Index i = 0; i < placement.nodes.size(); ++i)
            local[placement.nodes[i]] = i;
    const Rows rows(segments, plan, offsets);
    const auto rowOf = [&](Index node) {
        const Index p = plan.placementOf[node];
        return rows.rowOf(p, segments[plan.placements[p].segment].bandTop[local[node]]);
    };
    std::vector<LaneGroup> groups;
    for (std::size_t i = 0; i < laneEdges.size(); ++i) {
        const Index e = laneEdges[i];
        const Index from = plan.placementOf[plan.edges[e].from];
        const Index to = plan.placementOf[plan.edges[e].to];
        const Index row = rowOf(plan.edges[e].from) + 1; // the lane stands below the producer's rank...
        if (i == 0 || plan.bundles[laneEdges[i - 1]] != plan.bundles[e])
            groups.push_back({{}, from, from + 1, row, row + 1});
        LaneGroup& group = groups.back();
        group.edges.push_back(e);
        group.end = std::max(group.end, to + 1);
        group.endRow = std::max(group.endRow, rowOf(plan.edges[e].to)); // ...and above the last reader's
    }
    std::stable_sort(groups.begin(), groups.end(), [](const LaneGroup& a, const LaneGroup& b) {
        return a.endRow - a.firstRow < b.endRow - b.firstRow;
    });

    Side left(rows.left(), plan.placements.size(), true);
    Side right(rows.right(), plan.placements.size(), false);
    for (const LaneGroup& group : groups) {
        const bool roomLeft = left.hasRoom(group);
        const bool roomRight = right.hasRoom(group);
        if (!roomLeft && !roomRight) continue;
        const Rect& source = layout.nodes[plan.edges[group.edges.front()].from];
        const double middle = source.x + source.width / 2;
        const bool useLeft =
            roomLeft && (!roomRight || left.nextLane(group) + middle < right.nextLane(group) - middle);
        Side& side = useLeft ? left : right;
        const double lane = side.nextLane(group);
        const double x = useLeft ? -lane : lane;
        side.take(group);
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

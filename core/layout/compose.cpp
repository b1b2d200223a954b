// SPDX-License-Identifier: Apache-2.0
#include "core/layout/lanes.h"
#include "core/layout/plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace alignscope::layout
{

namespace
{

constexpr double kComponentGap = 60;

struct Box {
    double left = std::numeric_limits<double>::infinity();
    double top = left;
    double right = -left;
    double bottom = -left;

    void include(double x0, double y0, double x1, double y1)
    {
        left = std::min(left, x0);
        top = std::min(top, y0);
        right = std::max(right, x1);
        bottom = std::max(bottom, y1);
    }
};

void move(std::vector<Point>& points, Point by)
{
    for (Point& point : points) {
        point.x += by.x;
        point.y += by.y;
    }
}

/// Stacks the placements of one component; each starts at the last node of the one before.
void stack(const Plan& plan, const std::vector<SegmentLayout>& segments, Index begin, Index end,
           std::vector<Point>& offsets, Layout& layout)
{
    for (Index p = begin; p < end; ++p) {
        const Placement& placement = plan.placements[p];
        const SegmentLayout& segment = segments[placement.segment];
        Point offset{0, 0};
        if (placement.continues) {
            const Rect& before = layout.nodes[placement.nodes.front()];
            offset = {before.x - segment.nodes.front().x, before.y - segment.nodes.front().y};
        }
        offsets[p] = offset;
        for (std::size_t i = 0; i < placement.nodes.size(); ++i) {
            const Rect& box = segment.nodes[i];
            layout.nodes[placement.nodes[i]] = {box.x + offset.x, box.y + offset.y, box.width, box.height};
        }
        for (std::size_t i = 0; i < placement.edges.size(); ++i) {
            Route& route = layout.edges[placement.edges[i]];
            route = segment.edges[i];
            move(route.points, offset);
        }
    }
}

Point leavingPoint(const Plan& plan, const Layout& layout, Index e)
{
    const Rect& box = layout.nodes[plan.edges[e].from];
    return {box.x + box.width * plan.edges[e].fromPort, box.y + box.height};
}
Point enteringPoint(const Plan& plan, const Layout& layout, Index e)
{
    const Rect& box = layout.nodes[plan.edges[e].to];
    return {box.x + box.width * plan.edges[e].toPort, box.y};
}

/// Columns of components, the first at the left, none much higher than the highest component.
std::vector<Point> packComponents(const std::vector<Box>& boxes)
{
    double area = 0;
    double highest = 0;
    for (const Box& box : boxes) {
        area += (box.right - box.left + kComponentGap) * (box.bottom - box.top + kComponentGap);
        highest = std::max(highest, box.bottom - box.top);
    }
    const double limit = std::max(highest, std::sqrt(area) * 0.8);
    std::vector<Index> order(boxes.size());
    std::iota(order.begin(), order.end(), Index{0});
    std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
        return boxes[a].bottom - boxes[a].top > boxes[b].bottom - boxes[b].top;
    });
    std::vector<Point> moves(boxes.size());
    double x = 0;
    double y = 0;
    double width = 0;
    for (const Index c : order) {
        const Box& box = boxes[c];
        const double height = box.bottom - box.top;
        if (y > 0 && y + height > limit) {
            x += width + kComponentGap;
            y = 0;
            width = 0;
        }
        moves[c] = {x - box.left, y - box.top};
        y += height + kComponentGap;
        width = std::max(width, box.right - box.left);
    }
    return moves;
}

void transpose(Layout& layout)
{
    for (Rect& box : layout.nodes)
        box = {box.y, box.x, box.height, box.width};
    for (Route& route : layout.edges)
        for (Point& point : route.points)
            std::swap(point.x, point.y);
    std::swap(layout.size.width, layout.size.height);
}

} // namespace

Layout compose(const Plan& plan, const std::vector<SegmentLayout>& segments, Direction direction)
{
    Layout layout;
    layout.nodes.resize(plan.nodes.size());
    layout.edges.resize(plan.edges.size());
    if (plan.nodes.empty()) return layout;
    const std::size_t componentCount = plan.componentBegin.size() - 1;
    std::vector<Point> offsets(plan.placements.size());
    for (std::size_t c = 0; c < componentCount; ++c)
        stack(plan, segments, plan.componentBegin[c], plan.componentBegin[c + 1], offsets, layout);
    routeLanes(plan, segments, offsets, layout);

    std::vector<Index> componentOf(plan.placements.size());
    for (Index c = 0; c < componentCount; ++c)
        for (Index p = plan.componentBegin[c]; p < plan.componentBegin[c + 1]; ++p)
            componentOf[p] = c;
    const auto componentOfNode = [&](Index v) { return componentOf[plan.placementOf[v]]; };
    std::vector<Box> boxes(componentCount);
    for (Index v = 0; v < layout.nodes.size(); ++v) {
        const Rect& box = layout.nodes[v];
        boxes[componentOfNode(v)].include(box.x, box.y, box.x + box.width, box.y + box.height);
    }
    for (Index e = 0; e < layout.edges.size(); ++e)
        for (const Point& point : layout.edges[e].points)
            boxes[componentOfNode(plan.edges[e].from)].include(point.x, point.y, point.x, point.y);
    const std::vector<Point> moves = packComponents(boxes);
    for (Index v = 0; v < layout.nodes.size(); ++v) {
        const Point& by = moves[componentOfNode(v)];
        layout.nodes[v].x += by.x;
        layout.nodes[v].y += by.y;
    }
    for (std::size_t c = 0; c < componentCount; ++c) {
        layout.size.width = std::max(layout.size.width, boxes[c].right + moves[c].x);
        layout.size.height = std::max(layout.size.height, boxes[c].bottom + moves[c].y);
    }
    for (Index e = 0; e < layout.edges.size(); ++e) {
        Route& route = layout.edges[e];
        if (route.points.empty()) {
            route.stub = true;
            route.points = {leavingPoint(plan, layout, e), enteringPoint(plan, layout, e)};
        } else {
            move(route.points, moves[componentOfNode(plan.edges[e].from)]);
        }
    }
    if (direction == Direction::Right) transpose(layout);
    return layout;
}

} // namespace alignscope::layout

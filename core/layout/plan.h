// SPDX-License-Identifier: Apache-2.0
// Plan: how a graph is taken apart into segments, side lanes and stubs before it is laid out.
#pragma once

#include "core/layout/segment.h"

#include "core/base/result.h"
#include "core/base/task.h"

namespace alignscope::layout
{

inline constexpr Index kNoSegment = 0xffffffff;

enum class EdgeKind : std::uint8_t {
    Inside,     ///< drawn by the segment that holds both ends
    InsideStub, ///< one of many far readers, yet in the producer's segment
    Lane,       ///< a long skip: beside the segments if there is room, else a stub
    Stub        ///< one of many far readers, a cycle, a self loop
};

/// One occurrence of a segment. Equal segments are laid out once.
struct Placement {
    Index segment = 0;        ///< index into Plan::segments
    std::vector<Index> nodes; ///< caller's node of each node of the segment
    std::vector<Index> edges; ///< caller's edge of each edge of the segment
    bool continues = false;   ///< its first node is the last node of the placement before it
};

/// Downwards whatever the direction; sizes and ports are clamped to sane values.
struct Plan {
    std::vector<Size> nodes;
    std::vector<InputEdge> edges;
    std::vector<EdgeKind> kinds;       ///< per edge
    std::vector<Index> bundles;        ///< per edge: the tensor (producer and port)
    std::vector<Segment> segments;     ///< no two equal
    std::vector<Placement> placements; ///< from top to bottom within a component
    std::vector<Index> componentBegin; ///< first placement of each component, plus a sentinel
    std::vector<Index> placementOf;    ///< per node: the last placement that holds it
};

/// What a side of a box and a port are taken for when they are beyond sense.
[[nodiscard]] double saneSide(double side);
[[nodiscard]] double sanePort(double port);

/// Errors: TooManyItems, LayoutEdgeOutOfRange, Cancelled.
[[nodiscard]] Result<Plan> makePlan(const InputGraph& graph, const Task& task);

/// Puts the laid out segments (parallel to plan.segments) together.
[[nodiscard]] Layout compose(const Plan& plan, const std::vector<SegmentLayout>& segments,
                             Direction direction);

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/base/message_codes.h"
#include "core/layout/layout.h"
#include "core/layout/plan.h"
#include "core/layout/segment_layout.h"

namespace alignscope::layout
{

namespace
{
constexpr std::size_t kMostNodesWithCare = 3000; ///< a larger graph is to be seen at once
} // namespace

Result<Layout> layoutFast(const InputGraph& graph, const Task& task)
{
    const Result<Plan> plan = makePlan(graph, task);
    if (!plan) return tl::unexpected(plan.error());
    std::vector<SegmentLayout> segments;
    segments.reserve(plan->segments.size());
    const Care care = graph.nodes.size() <= kMostNodesWithCare ? Care::Thorough : Care::Quick;
    for (const Segment& segment : plan->segments) {
        segments.push_back(drawLayering(segment, orderSegment(segment, care, task.stop), care, task.stop));
        if (task.stopped()) return fail(MessageCode::Cancelled);
        task.report(static_cast<double>(segments.size()) / static_cast<double>(plan->segments.size() + 1));
    }
    Layout layout = compose(*plan, segments, graph.direction);
    task.report(1);
    return layout;
}

} // namespace alignscope::layout

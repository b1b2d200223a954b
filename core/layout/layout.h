// SPDX-License-Identifier: Apache-2.0
// Layout: where boxes and edges of a graph stand. Never depends on a scenario.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <cstdint>
#include <string>
#include <vector>

namespace alignscope::layout
{

/// Positions are in pixels at zoom 1, x to the right, y down.
struct Point {
    double x = 0;
    double y = 0;
};
struct Size {
    double width = 0;
    double height = 0;
};
struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
};

enum class Direction : std::uint8_t { Down, Right };

/// An edge of the drawn graph. Ports are fractions of the node's width (height for Right) at which
/// the edge leaves and enters, so that it ends at its slot's pill.
struct InputEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double fromPort = 0.5;
    double toPort = 0.5;
};

/// What is laid out: node sizes and edges. Indices are the caller's; their order settles ties.
/// Sizes and ports beyond sense are clamped. Edges of one node and port are one tensor.
struct InputGraph {
    std::vector<Size> nodes;
    std::vector<InputEdge> edges;
    Direction direction = Direction::Down;
};

/// A polyline from the producer's border to the consumer's border. A stub is drawn as a short end
/// at each side with a label instead of a line (tensors that feed very many operations, edges that
/// close a cycle); its two points are where it leaves and where it enters.
struct Route {
    std::vector<Point> points;
    bool stub = false;
};

struct Layout {
    std::vector<Rect> nodes;  ///< parallel to InputGraph::nodes
    std::vector<Route> edges; ///< parallel to InputGraph::edges
    Size size;
    bool best = false; ///< Graphviz was heard on every segment, and each refined; false: fast, or one was not
};

/// Our own layered layout, linear in the graph's size: for the first picture. Deterministic. No box
/// overlaps another and no line enters a box; all lines but stubs lead in the graph's direction.
/// Errors: TooManyItems, LayoutEdgeOutOfRange, Cancelled.
[[nodiscard]] Result<Layout> layoutFast(const InputGraph& graph, const Task& task = {});

struct BestOptions {
    std::string workerProgram;
    double secondsPerSegment = 5;
    double secondsInTotal = 8; ///< what is not laid out by then stays as it is
    unsigned processes = 2; ///< 1: nothing is done beside anything else
};
/// Ranks and order by Graphviz, segment by segment, in worker processes (`workerProgram --worker`), then
/// refined; coordinates and lines as in layoutFast, with the same promises. A segment whose worker crashes,
/// fails or takes too long starts from its fast layout, and so does one that is better for it.
/// Deterministic unless a time limit strikes. Errors: as layoutFast. A stop ends the workers at once.
[[nodiscard]] Result<Layout> layoutBest(const InputGraph& graph, const BestOptions& options,
                                        const Task& task = {});

/// Body of `alignscope --worker`: reads segments from standard input, writes layouts to standard
/// output until the end of input. Returns the exit code.
int runWorker();

} // namespace alignscope::layout

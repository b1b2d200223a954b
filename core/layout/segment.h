// SPDX-License-Identifier: Apache-2.0
// Segment: a part of the drawn graph that is laid out by itself, and what comes out of that.
#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace alignscope::layout
{

using Index = std::uint32_t;

/// Distances in pixels at zoom 1.
inline constexpr double kNodeGap = 28;     ///< between two boxes of a rank
inline constexpr double kNodeLineGap = 18; ///< between a box and a line that passes it
inline constexpr double kLineGap = 14;     ///< between two lines
inline constexpr double kRankGap = 46;     ///< between two ranks; holds the badges of edges
inline constexpr double kMaxRankGap = 110; ///< a gap grows up to this where lines run far sideways
inline constexpr double kLaneGap = 18;     ///< between a side lane and what stands beside it

/// Quick: the trunk stands straight, and large segments are ordered with less work. Thorough: the trunk
/// bends where that is clearly better. Patient: more attempts, as nobody waits.
enum class Care : std::uint8_t { Quick, Thorough, Patient };

/// Edges of one tensor share a bundle, and with it the line that they run along.
struct SegmentEdge {
    Index from = 0; ///< from < to always
    Index to = 0;
    Index bundle = 0;
    double fromPort = 0.5;
    double toPort = 0.5;
    bool stub = false; ///< only keeps its reader below its producer

    bool operator==(const SegmentEdge&) const = default;
};

/// Drawn downwards. Nodes stand in a topological order; bundles are numbered by their producer.
struct Segment {
    std::vector<Size> nodes;
    std::vector<SegmentEdge> edges;
    Index bundleCount = 0;
    bool pinTop = false;    ///< the first node stands on the first rank (a cut), with no higher box
    bool pinBottom = false; ///< the last node stands alone on the last rank (a cut)
};

/// What a rank takes up, bends included.
struct Row {
    double top = 0, bottom = 0, left = 0, right = 0;
};

struct SegmentLayout {
    std::vector<Rect> nodes;
    std::vector<double> bandTop;    ///< per node: its rank reaches from here
    std::vector<double> bandBottom; ///< to here; no box stands within kRankGap of either
    std::vector<Row> rows; ///< from top to bottom
    std::vector<Route> edges;
    std::vector<double> x; ///< centres of all items of its layering
    double left = 0, right = 0, top = 0, bottom = 0;
    double crossings = 0; ///< as countCrossings has it
    double length = 0; ///< of all lines, those of a bundle counted once per edge
    double judged = 0; ///< the length that a reader would give for it: more if the trunk bends or drifts
};

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
// Layering: the ranks of a segment filled with its nodes and with the bends of its long lines.
#pragma once

#include "core/layout/segment.h"

#include <span>

namespace alignscope::layout
{

/// How much it matters that a link stands upright.
/// Spine: of the longest path through both its boxes, so that branches stand as straight columns.
enum class LinkPriority : std::uint8_t { Normal, Spine, Line, Trunk };

/// A piece of a line between two items of adjacent ranks.
struct Link {
    Index upper = 0;
    Index lower = 0;
    double upperPort = 0.5; ///< fraction of the item's width
    double lowerPort = 0.5;
    LinkPriority priority = LinkPriority::Normal;
};

/// Items are the segment's nodes (same indices) followed by bends. All edges of a bundle run along
/// one chain of bends, one bend on each rank between the producer and the last reader.
struct Layering {
    Index nodeCount = 0;
    std::vector<Index> rank;        ///< per item
    std::vector<double> width;      ///< per item; 0 for bends
    std::vector<Index> bundle;      ///< per bend (item - nodeCount)
    std::vector<Index> chainBegin;  ///< per bundle: its first bend
    std::vector<std::uint8_t> stub; ///< per edge: too many lines already run there
    std::vector<Link> links;
    std::vector<Index> upBegin, up;         ///< links above each item
    std::vector<Index> downBegin, down;     ///< links below each item
    std::vector<std::vector<Index>> layers; ///< items of a rank from left to right
    std::vector<Index> place;               ///< per item: index in its layer
    bool continued = false; ///< another segment follows at an end of the trunk
    Index trunkTop = 0;     ///< the trunk's first node
    Index trunkBottom = 0;  ///< and its last

    [[nodiscard]] Index itemCount() const { return static_cast<Index>(rank.size()); }
    [[nodiscard]] bool isBend(Index item) const { return item >= nodeCount; }
    [[nodiscard]] std::span<const Index> linksAbove(Index item) const
    {
        return std::span(up).subspan(upBegin[item], upBegin[item + 1] - upBegin[item]);
    }
    [[nodiscard]] std::span<const Index> linksBelow(Index item) const
    {
        return std::span(down).subspan(downBegin[item], downBegin[item + 1] - downBegin[item]);
    }
    /// The item on rank `r` along which the bundle of `edge` runs: the producer or a bend.
    [[nodiscard]] Index itemOnRank(const SegmentEdge& edge, Index r) const
    {
        return r == rank[edge.from] ? edge.from : chainBegin[edge.bundle] + r - rank[edge.from] - 1;
    }
    void updatePlaces();
};

/// `ranks` must be valid. Layers are filled depth first from the top.
[[nodiscard]] Layering makeLayering(const Segment& segment, const std::vector<Index>& ranks);

} // namespace alignscope::layout

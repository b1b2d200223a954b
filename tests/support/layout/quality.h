// SPDX-License-Identifier: Apache-2.0
// What can be measured about a drawing, from its final boxes and polylines alone.
#pragma once

#include "core/layout/layout.h"

#include <cstddef>
#include <string>

namespace alignscope::testing
{

struct Quality {
    std::size_t overlaps = 0;     ///< pairs of boxes that share area
    std::size_t throughBoxes = 0; ///< pairs of a route (no stub) and a box whose inside it enters
    std::size_t crossings = 0;    ///< of routes that share no end; of one tensor's where it is one line
    std::size_t bends = 0;
    std::size_t nearStraight = 0; ///< pieces that run sideways by 6 pixels or less: they look like a slip
    std::size_t stubs = 0;
    std::size_t looseEnds = 0; ///< routes that do not end at their ports on the right borders
    std::size_t upward = 0;    ///< routes (no stub) with a piece against the direction
    double edgeLength = 0;
};

[[nodiscard]] Quality measure(const layout::InputGraph& graph, const layout::Layout& drawing);
[[nodiscard]] std::string describe(const Quality& quality);

/// The drawing as an SVG document.
[[nodiscard]] std::string toSvg(const layout::InputGraph& graph, const layout::Layout& drawing);

} // namespace alignscope::testing

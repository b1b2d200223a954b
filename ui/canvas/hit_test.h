// SPDX-License-Identifier: Apache-2.0
// Hit testing and walking: which thing lies under a point, which one comes next.
#pragma once

#include "ui/canvas/canvas_look.h"
#include "ui/canvas/drawing.h"
#include "ui/session/selection.h"

#include <QPointF>

#include <cstdint>
#include <vector>

namespace alignscope::ui {

struct Hit {
    enum class Part : std::uint8_t { Nothing, Box, Pill, GroupLabel, Edge, Badge, Crowd, Terminal };
    Part part = Part::Nothing;
    std::uint32_t index = kNoIndex; ///< node, port or edge of the drawing, by part; of a Crowd see crowdOf()
    Selection selection;
    bool operator==(const Hit& other) const { return part == other.part && index == other.index; }
};

/// What lies at a scene position. `zoom` sets the tolerance and what is big enough to be hit.
/// `look` may be null. Thread: any.
[[nodiscard]] Hit hitTest(const Drawing& drawing, const CanvasLook* look, QPointF position, double zoom);

enum class Walk : std::uint8_t { ToProducer, ToConsumer, ToPrevious, ToNext };
/// The node reached from `node` along an edge, or beside it in the same rank; kNoIndex at an end.
[[nodiscard]] std::uint32_t neighbour(const Drawing& drawing, std::uint32_t node, Walk step);

/// The node at which a selection is anchored, kNoIndex for none.
[[nodiscard]] std::uint32_t nodeOf(const Drawing& drawing, const Selection& selection);
/// The edges of a selected edge: several where it is a whole tensor, or where Q and DQ boxes stand on it.
[[nodiscard]] std::vector<std::uint32_t> edgesOf(const Drawing& drawing, const Selection& selection);
/// What selecting a node means: its operation, or a terminal's tensor.
[[nodiscard]] Selection selectionOf(const DrawnNode& node);
[[nodiscard]] Selection selectionOf(const DrawnEdge& edge);
/// Scene rectangle of everything that belongs to a selection; null when nothing is drawn of it.
[[nodiscard]] QRectF boundsOf(const Drawing& drawing, const CanvasLook* look, const Selection& selection);

} // namespace alignscope::ui

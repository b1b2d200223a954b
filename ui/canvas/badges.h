// SPDX-License-Identifier: Apache-2.0
// Badges: where the badges of a box's input edges stand, and which of them stand as one.
#pragma once

#include "ui/canvas/canvas_look.h"
#include "ui/canvas/drawing.h"

#include <QFontMetricsF>
#include <QRectF>

#include <cstdint>
#include <span>
#include <vector>

namespace alignscope::ui {

/// Badges of one kind that would lie on one another are one with their number. Decided by all edges of the
/// box, so that it is the same whatever part of the canvas is painted or pointed at.
class Badges {
public:
    Badges() = default;
    /// `label`: of the drawing's font for labels.
    Badges(const Drawing& drawing, const CanvasLook& look, std::uint32_t consumer, double zoom, const QFontMetricsF& label);

    [[nodiscard]] std::uint32_t consumer() const noexcept { return m_consumer; }
    /// The edges, in their order along the box, for which the badge of this one stands; empty: for that stands another.
    [[nodiscard]] std::span<const std::uint32_t> standsFor(std::uint32_t edge) const;
    /// Those that are drawn.
    struct Shown {
        std::uint32_t edge;
        std::uint32_t count; ///< of the edges that it stands for
    };
    [[nodiscard]] std::vector<Shown> shown() const;

private:
    struct Badge {
        std::uint32_t edge;
        RescaleKind kind;
        QRectF rect;
        std::uint32_t first = 0; // into m_edges
        std::uint32_t count = 1;
    };
    std::uint32_t m_consumer = kNoIndex;
    std::vector<Badge> m_badges;
    std::vector<std::uint32_t> m_edges;
};

/// Of a badge on an edge that looks so, in scene pixels.
[[nodiscard]] double badgeWidth(const EdgeLook& look, double zoom, const QFontMetricsF& label);

/// The edges of a Hit::Part::Crowd, by the edge that it names.
[[nodiscard]] std::vector<std::uint32_t> crowdOf(const Drawing& drawing, const CanvasLook& look, std::uint32_t edge, double zoom);

} // namespace alignscope::ui

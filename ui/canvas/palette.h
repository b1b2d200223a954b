// SPDX-License-Identifier: Apache-2.0
// Colours of the canvas, light and dark: surfaces, categories, groups, halos.
#pragma once

#include "core/graph/graph.h"

#include <QColor>

#include <array>
#include <cstddef>

namespace alignscope::ui {

/// One group of slots. `chip` carries its label, `tint` the values of its members, `solid` stands
/// alone where there is no room for text.
struct GroupColors {
    QColor solid;
    QColor chip;
    QColor chipText;
    QColor tint;
    QColor tintText;
};

/// A coloured label: badge, tag, marker.
struct LabelColors {
    QColor fill;
    QColor border;
    QColor text;
};

struct CanvasPalette {
    /// Of a change that loses no bits: resolution gained, or part of the range clipped for it.
    [[nodiscard]] const LabelColors& lossless(bool clipped) const { return clipped ? warning : gain; }

    QColor canvas;
    QColor dots;          ///< the dotted ground when zoomed in
    QColor box;
    QColor boxBorder;
    QColor quietBox;      ///< operations that are not quantized
    QColor quietBorder;
    QColor text;
    QColor secondaryText;
    QColor quietText;
    QColor edge;
    QColor quietEdge;
    QColor accent;        ///< selection and focus
    QColor hover;
    QColor crown;
    QColor crownBorder;
    QColor searchHit;
    QColor step;          ///< where the debugger stands
    LabelColors plain;    ///< a slot that belongs to no group
    LabelColors rescale;  ///< requantize edges and inputs that disagree
    LabelColors agree;    ///< inputs that agree
    LabelColors warning;  ///< broken promises
    LabelColors method;   ///< what aligned an operation
    LabelColors gain;     ///< resolution gained
    std::array<QColor, 11> category; ///< by Category
    std::array<GroupColors, 8> groups;
    std::array<QColor, 5> halo;      ///< by kHaloBits, mild to strong

    [[nodiscard]] const GroupColors& group(std::size_t number) const ///< numbers start at 1
    {
        return groups[(number + groups.size() - 1) % groups.size()];
    }
    [[nodiscard]] const QColor& categoryColor(Category value) const
    {
        return category[static_cast<std::size_t>(value)];
    }
};

/// Lower bounds of the halo levels in bits lost; the first is "any".
inline constexpr std::array<double, 5> kHaloBits = {0.0, 0.25, 0.5, 1.0, 2.0};
/// 1..5 for a loss, 0 for none or a gain.
[[nodiscard]] int haloLevel(double bitsLost) noexcept;

[[nodiscard]] const CanvasPalette& canvasPalette(bool dark);

/// WCAG contrast ratio of two opaque colours, 1..21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

} // namespace alignscope::ui

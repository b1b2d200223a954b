// SPDX-License-Identifier: Apache-2.0
// PixelTarget: the pixels that a painter paints on, for what goes straight into them.
#pragma once

#include <QColor>
#include <QRect>
#include <QTransform>

#include <cstddef>
#include <optional>

class QPainter;

namespace alignscope::ui {

/// Valid while its painter is active and its transform and clip stay.
struct PixelTarget {
    /// Nothing when the painter does not paint on a 32-bit image, is not opaque, or its transform is more than
    /// scale and translation.
    [[nodiscard]] static std::optional<PixelTarget> of(const QPainter& painter);

    QRgb* pixels = nullptr;
    std::ptrdiff_t stride = 0;  ///< pixels
    QRect clip;                 ///< bounds of the painter's clip
    QTransform transform;       ///< to the pixels
    bool premultiplied = false; ///< or without alpha; else colours stand as they are
};

} // namespace alignscope::ui

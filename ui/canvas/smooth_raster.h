// SPDX-License-Identifier: Apache-2.0
// SmoothRaster: smoothed rectangles, round or not, straight into the pixels of an image. A general painter
// makes a path of each and looks at every row of it, which is most of a frame near the boxes.
#pragma once

#include <QColor>
#include <QRect>
#include <QRectF>

#include <cstddef>
#include <optional>

class QPainter;

namespace alignscope::ui {

/// Shows what a painter with antialiasing does, but for a rounding of the shares of pixels. What is drawn does not
/// depend on the clip, so that parts painted one by one fit together. Valid while its painter is active and its
/// transform and clip stay.
class SmoothRaster {
public:
    /// Nothing when the painter does not paint on a 32-bit image, or its transform is more than translation and one
    /// scale for both directions. Keeps to the bounds of the painter's clip.
    [[nodiscard]] static std::optional<SmoothRaster> on(const QPainter& painter);

    void fill(const QRectF& rect, double radius, const QColor& color) const;
    /// A line around `rect`, half of it inside.
    void outline(const QRectF& rect, double radius, double width, const QColor& color) const;
    /// The lengths from `from` to `to` along one axis that begin and end between two pixels; none: both are `to`.
    struct Whole {
        double from, to;
    };
    [[nodiscard]] Whole wholePixels(double from, double to, Qt::Orientation along) const;

private:
    /// A round rectangle in pixels of the device.
    struct Shape {
        double left, top, right, bottom, radius;
        [[nodiscard]] double shareAcross(int x) const; ///< of a column of pixels, apart from the corners
        [[nodiscard]] double shareDown(int y) const;
        [[nodiscard]] double shareOf(int x, int y) const; ///< of a pixel
    };
    [[nodiscard]] Shape toDevice(const QRectF& rect, double radius) const;
    /// What `outer` covers without `inner`; a radius below 0: there is no inner one.
    void paint(const Shape& outer, const Shape& inner, const QColor& color) const;

    QRgb* m_pixels = nullptr;
    std::ptrdiff_t m_stride = 0; // pixels
    QRect m_clip;
    double m_scale = 1;
    double m_dx = 0;
    double m_dy = 0;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// FarRaster: boxes and lines straight into the pixels of an image, for views from so far that
// thousands of them fall on a screen and a general painter would spend its time on each.
#pragma once

#include <QColor>
#include <QPointF>
#include <QRect>
#include <QRectF>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace alignscope::ui {

/// Colours are opaque, nothing is smoothed. What is drawn does not depend on the clip, so that parts
/// painted one by one fit together. Valid while its painter is active and its transform stays.
class FarRaster {
public:
    /// Nothing when the painter does not paint on a 32-bit image or its transform is more than
    /// scale and translation. Keeps to the bounds of the painter's clip.
    [[nodiscard]] static std::optional<FarRaster> on(const QPainter& painter);

    /// At least one pixel.
    void fill(const QRectF& rect, QRgb color) const;
    enum class Stroke : std::uint8_t { Solid, Dotted };
    void polyline(std::span<const QPointF> points, QRgb color, int width = 1, Stroke stroke = Stroke::Solid) const;
    /// What solid lines of one colour and width have drawn since reset(). In side lanes thousands of lines run along
    /// the same pixels, which need not be drawn again.
    class Drawn {
    public:
        void reset(const FarRaster& raster);

    private:
        friend class FarRaster;
        struct Run {
            std::int64_t begin = 0;
            std::int64_t end = -1;
        };
        std::vector<Run> m_columns; // the last run in each, of the clip
        std::vector<Run> m_rows;
    };
    /// As above, solid, without what `drawn` has; nothing else may be drawn over it meanwhile.
    void polyline(std::span<const QPointF> points, QRgb color, int width, Drawn& drawn) const;
    void line(QPointF from, QPointF to, QRgb color, int width = 1, Stroke stroke = Stroke::Solid) const;

private:
    struct Fixed {
        std::int64_t x, y; // in 1/256 pixels
    };
    [[nodiscard]] Fixed toPixels(QPointF p) const;
    void polyline(std::span<const QPointF> points, QRgb color, int width, Stroke stroke, Drawn* drawn) const;
    void segment(Fixed from, Fixed to, QRgb color, int width, Stroke stroke, Drawn* drawn) const;
    void straight(bool steep, std::int64_t across, std::int64_t begin, std::int64_t end, QRgb color, int width, Drawn* drawn) const;

    QRgb* m_pixels = nullptr;
    std::ptrdiff_t m_stride = 0; // pixels
    QRect m_clip;
    double m_scaleX = 1;
    double m_scaleY = 1;
    double m_dx = 0;
    double m_dy = 0;
};

} // namespace alignscope::ui

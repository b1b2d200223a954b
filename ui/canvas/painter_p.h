// SPDX-License-Identifier: Apache-2.0
// What the files of CanvasPainter share.
#pragma once

#include "ui/canvas/far_raster.h"
#include "ui/canvas/painter.h"
#include "ui/canvas/smooth_raster.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace alignscope::ui {

inline constexpr std::size_t kMaxArcs = 80; ///< beyond that arcs would hide what they explain

struct CanvasPainter::Frame {
    const CanvasScene& scene;
    const CanvasViewport& view;
    const Drawing& drawing;
    const CanvasPalette& palette;
    const CanvasLook* look;
    Lod lod;
    std::optional<FarRaster> raw; ///< only from far, where the painter paints on pixels
    std::optional<SmoothRaster> smooth; ///< the same nearer

    Frame(const CanvasScene& s, const CanvasViewport& v)
        : scene(s), view(v), drawing(*s.drawing), palette(*s.palette), look(s.look), lod(lodOf(v.zoom))
    {
    }
    /// Goes over to scene coordinates.
    void enter(QPainter& painter)
    {
        painter.setTransform(view.toDevice, true);
        painter.setRenderHint(QPainter::Antialiasing, lod != Lod::Far);
        if (lod == Lod::Far) raw = FarRaster::on(painter);
        else smooth = SmoothRaster::on(painter);
    }
    /// Before each element; false: the painting was stopped.
    [[nodiscard]] bool goesOn() const { return scene.pace == nullptr || scene.pace->next(); }
    [[nodiscard]] const SmoothRaster* pixels() const { return smooth ? &*smooth : nullptr; }
    void fill(QPainter& painter, const QRectF& rect, const QColor& color) const
    {
        if (raw) raw->fill(rect, color.rgb());
        else painter.fillRect(rect, color);
    }
    /// Scene length as whole pixels of the device.
    [[nodiscard]] int pixels(const QPainter& painter, double length) const
    {
        return std::max(1, static_cast<int>(length * painter.deviceTransform().m11() + 0.5));
    }
    [[nodiscard]] bool down() const { return drawing.options().direction == layout::Direction::Down; }
    /// What is in sight, with room for the width of lines and their heads.
    [[nodiscard]] QRectF nearby() const { return view.visible.adjusted(-40, -40, 40, 40); }
    /// Scene length of so many pixels on screen, but at least `least` scene pixels.
    [[nodiscard]] double atLeast(double least, double screen) const
    {
        return screen / view.zoom > least ? screen / view.zoom : least;
    }
};

/// From very far several boxes fall on one pixel: says whether the next one would show anything.
class PixelFilter {
public:
    explicit PixelFilter(double zoom) : m_zoom(zoom) {}
    [[nodiscard]] bool shows(const QRectF& rect)
    {
        if (rect.height() * m_zoom > 0.8 || rect.width() * m_zoom > 2.0) return true;
        const auto x = static_cast<std::int64_t>(rect.x() * m_zoom);
        const auto y = static_cast<std::int64_t>(rect.y() * m_zoom);
        if (x == m_x && y == m_y) return false;
        m_x = x;
        m_y = y;
        return true;
    }

private:
    double m_zoom;
    std::int64_t m_x = -1000000;
    std::int64_t m_y = -1000000;
};

/// Saves and restores a painter around a scope.
class PainterScope {
public:
    explicit PainterScope(QPainter& painter) : m_painter(painter) { m_painter.save(); }
    ~PainterScope() { m_painter.restore(); }
    PainterScope(const PainterScope&) = delete;
    PainterScope& operator=(const PainterScope&) = delete;

private:
    QPainter& m_painter;
};

/// What is painted in a scope is called so; without `names` nothing is.
class NamedScope {
public:
    NamedScope(WholeNames* names, const QString& whole) : m_names(names)
    {
        if (m_names != nullptr) m_names->enter(whole);
    }
    ~NamedScope()
    {
        if (m_names != nullptr) m_names->leave();
    }
    NamedScope(const NamedScope&) = delete;
    NamedScope& operator=(const NamedScope&) = delete;

private:
    WholeNames* m_names;
};

[[nodiscard]] inline QColor withAlpha(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double shareOfB);
/// Black or white, whichever reads better on `ground`.
[[nodiscard]] QColor inkOn(const QColor& ground);
/// A drawing pin whose point is at `tip`.
void paintPin(QPainter& painter, QPointF tip, double size, const LabelColors& colors);
/// Scissors across a line that runs along `direction` (a unit vector).
void paintScissors(QPainter& painter, QPointF centre, QPointF direction, double size, const LabelColors& colors);
/// A triangle that points up or down.
void paintArrow(QPainter& painter, QPointF centre, double size, bool up, const QColor& color);
/// The pen of a binding by hand: dash and dot.
[[nodiscard]] QPen handPen(const QColor& color, double width);
/// A rounded rectangle as QPainter::drawRoundedRect() makes it, straight on `pixels` where there are some. A colour that is
/// not valid fills nothing, a width of 0 draws no line.
void paintRounded(QPainter& painter, const SmoothRaster* pixels, const QRectF& rect, double radius, const QColor& fill,
                  const QColor& line = {}, double width = 0.0);
/// A rounded label with centred text of known width.
void paintLabel(QPainter& painter, const QRectF& rect, const LabelColors& colors, const QString& text,
                double textWidth, const QFont& font, double border = 1.0, const SmoothRaster* pixels = nullptr);
/// The chip of compared scenarios that agree; filled: the one that is shown as After is among them.
[[nodiscard]] LabelColors variantColors(const CanvasPalette& palette, bool filled);
/// Baseline that centres capital letters of a font `pixels` high in `rect`.
[[nodiscard]] inline double baselineIn(const QRectF& rect, double pixels)
{
    return rect.center().y() + pixels * 0.36;
}

} // namespace alignscope::ui

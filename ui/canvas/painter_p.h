// SPDX-License-Identifier: Apache-2.0
// What the files of CanvasPainter share.
#pragma once

#include "ui/canvas/painter.h"

#include <QPainter>
#include <QPen>

namespace alignscope::ui {

struct CanvasPainter::Frame {
    const CanvasScene& scene;
    const CanvasViewport& view;
    const Drawing& drawing;
    const CanvasPalette& palette;
    const CanvasLook* look;
    Lod lod;

    Frame(const CanvasScene& s, const CanvasViewport& v)
        : scene(s), view(v), drawing(*s.drawing), palette(*s.palette), look(s.look), lod(lodOf(v.zoom))
    {
    }
    [[nodiscard]] bool down() const { return drawing.options().direction == layout::Direction::Down; }
    /// Scene length of so many pixels on screen, but at least `least` scene pixels.
    [[nodiscard]] double atLeast(double least, double screen) const
    {
        return screen / view.zoom > least ? screen / view.zoom : least;
    }
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

[[nodiscard]] inline QColor withAlpha(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double shareOfB);
/// Black or white, whichever reads better on `ground`.
[[nodiscard]] QColor inkOn(const QColor& ground);
/// A rounded label with centred text of known width.
void paintLabel(QPainter& painter, const QRectF& rect, const LabelColors& colors, const QString& text,
                double textWidth, const QFont& font, double border = 1.0);
/// Baseline that centres capital letters of a font `pixels` high in `rect`.
[[nodiscard]] inline double baselineIn(const QRectF& rect, double pixels)
{
    return rect.center().y() + pixels * 0.36;
}

} // namespace alignscope::ui

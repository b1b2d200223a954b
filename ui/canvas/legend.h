// SPDX-License-Identifier: Apache-2.0
// Legend: explains the signs that the canvas shows at the moment, and only those.
#pragma once

#include "ui/canvas/canvas_look.h"
#include "ui/canvas/drawing.h"
#include "ui/canvas/palette.h"

#include <QWidget>

#include <vector>

class QPainter;

namespace alignscope::ui {

struct LegendContent {
    enum class Sign : std::uint8_t {
        Group, Tensor, Own, Fused, Aligned, Inferred, Float, Master, Arc, Requantize, NewRequantize, Resolved, Pair,
        Disagree, Agree, Method, Constants, ScaleChange, Loss, Gain, Clipped, Broken, BoundByHand, Pinned, Excluded,
        Block, BlockBroken, BlockDisagree, BlockRequantize, BlockSplit, BlockChanged, BlockClean, Variants
    };
    std::vector<Sign> signs;
    bool operator==(const LegendContent&) const = default;
};
/// Of the whole drawing, or of what stands in a part of its scene.
[[nodiscard]] LegendContent legendContent(const Drawing& drawing, const CanvasLook& look,
                                          const CanvasLayers& layers, const QRectF& area = {});
/// What is left of the signs of all layers when only these layers are shown.
[[nodiscard]] LegendContent withLayers(const LegendContent& content, const CanvasLayers& layers);
/// In so many columns.
[[nodiscard]] QSizeF legendSize(const LegendContent& content, const QFont& font, std::size_t columns = 1);
/// Paints the rows with their upper left corner at the origin.
void paintLegend(QPainter& painter, const LegendContent& content, const QFont& font,
                 const CanvasPalette& palette, std::size_t columns = 1);

/// The overlay in the canvas' corner; a click on its title folds it.
class Legend : public QWidget {
    Q_OBJECT
public:
    explicit Legend(QWidget* parent);

    void setContent(const LegendContent& content);
    void setDark(bool dark);
    void setWanted(bool wanted) { m_wanted = wanted; }
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    [[nodiscard]] bool isEmpty() const { return m_content.signs.empty(); }
    /// The view that it lies over: where it would take more than half of the height it stands in two
    /// columns, and folds where that does not help, until the user decides otherwise.
    void setRoom(QSize view);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }

Q_SIGNALS:
    void sizeChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();
    void fitShape();
    [[nodiscard]] QSizeF unfoldedSize(std::size_t columns) const;

    LegendContent m_content;
    QSize m_room{10000, 10000};
    std::size_t m_columns = 1;
    bool m_dark = false;
    bool m_wanted = true;
    bool m_folded = false;
    bool m_decided = false; ///< by the user
};

} // namespace alignscope::ui

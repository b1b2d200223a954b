// SPDX-License-Identifier: Apache-2.0
// Minimap: the whole graph small, with the part that is in sight; click or drag to go there.
#pragma once

#include "ui/canvas/canvas_look.h"
#include "ui/canvas/drawing.h"

#include <QPixmap>
#include <QWidget>

#include <cstdint>
#include <memory>
#include <vector>

namespace alignscope::ui {

class Minimap : public QWidget {
    Q_OBJECT
public:
    explicit Minimap(QWidget* parent);

    void setDrawing(std::shared_ptr<const Drawing> drawing);
    void setLook(const CanvasLook* look); ///< borrowed until the next call
    void setVisibleScene(const QRectF& scene);
    void setDark(bool dark);
    /// The rectangle that marks what is in sight, in the widget.
    [[nodiscard]] QRectF mark() const;
    void setWanted(bool wanted) { m_wanted = wanted; }
    [[nodiscard]] bool isWanted() const { return m_wanted; }

Q_SIGNALS:
    void centreRequested(const QPointF& scenePosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void renewPlaces();
    void renewGround();
    void renewPicture();
    [[nodiscard]] static QRectF spot(const QTransform& transform, const DrawnNode& node);
    void fitShape();
    [[nodiscard]] QTransform toWidget() const;

    std::shared_ptr<const Drawing> m_drawing;
    const CanvasLook* m_look = nullptr;
    QRectF m_visible;
    QPixmap m_ground;  ///< what no evaluation changes
    std::vector<std::uint32_t> m_places; ///< pixel that an operation's centre falls on, made with the ground; kNoIndex: none
    QPixmap m_picture;
    bool m_dark = false;
    bool m_wanted = true;
};

} // namespace alignscope::ui

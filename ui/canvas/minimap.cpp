// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/minimap.h"

#include "ui/canvas/painter_p.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace alignscope::ui {
namespace {

constexpr double kMostWidth = 190;
constexpr double kMostHeight = 190;
constexpr double kLeast = 54;
constexpr double kPadding = 7;

} // namespace

Minimap::Minimap(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("minimap"));
    setAccessibleName(tr("Overview of the graph"));
    setToolTip(tr("Overview: click or drag to move"));
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::ArrowCursor);
    hide();
}

void Minimap::setDrawing(std::shared_ptr<const Drawing> drawing)
{
    m_drawing = std::move(drawing);
    m_picture = {};
    fitShape();
    update();
}

void Minimap::setLook(const CanvasLook* look)
{
    m_look = look;
    m_picture = {};
    update();
}

void Minimap::setVisibleScene(const QRectF& scene)
{
    m_visible = scene;
    update();
}

void Minimap::setDark(bool dark)
{
    m_dark = dark;
    m_picture = {};
    update();
}

// As the graph's proportions want it, within a corner of the view.
void Minimap::fitShape()
{
    if (!m_drawing) return;
    const QRectF b = m_drawing->bounds();
    const double scale = std::min(kMostWidth / std::max(1.0, b.width()), kMostHeight / std::max(1.0, b.height()));
    resize(static_cast<int>(std::max(kLeast, b.width() * scale) + 2 * kPadding),
           static_cast<int>(std::max(kLeast, b.height() * scale) + 2 * kPadding));
}

QTransform Minimap::toWidget() const
{
    const QRectF b = m_drawing->bounds();
    const double scale = std::min((width() - 2 * kPadding) / b.width(), (height() - 2 * kPadding) / b.height());
    return QTransform(scale, 0, 0, scale, width() / 2.0 - b.center().x() * scale,
                      height() / 2.0 - b.center().y() * scale);
}

void Minimap::renewPicture()
{
    const double ratio = devicePixelRatioF();
    m_picture = QPixmap(size() * ratio);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const CanvasPalette& palette = canvasPalette(m_dark);
    painter.setPen(QPen(palette.boxBorder, 1));
    painter.setBrush(withAlpha(palette.box, 235));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setRenderHint(QPainter::Antialiasing, false);

    const QTransform transform = toWidget();
    const double zoom = transform.m11();
    painter.setPen(QPen(palette.quietEdge, 0));
    if (m_drawing->edges().size() < 20000)
        for (const DrawnEdge& edge : m_drawing->edges())
            if (!edge.stub)
                painter.drawLine(transform.map(m_drawing->points(edge).front()),
                                 transform.map(m_drawing->points(edge).back()));
    PixelFilter pixels(zoom);
    for (const DrawnNode& node : m_drawing->nodes()) {
        const bool changed = m_look && node.operation && m_look->operation(node.operation).changed;
        if (!changed && !pixels.shows(node.rect)) continue;
        QColor color = node.kind != DrawnNode::Kind::Operation ? palette.edge
            : node.quantized ? mixed(palette.box, palette.categoryColor(node.category), 0.55)
                             : palette.quietBorder;
        double grow = 0;
        if (m_look && node.operation) {
            const OperationLook& look = m_look->operation(node.operation);
            if (look.changed) {
                const int level = haloLevel(look.worstBitsLost);
                color = level > 0 ? palette.halo[static_cast<std::size_t>(std::max(2, level) - 1)]
                                  : palette.gain.border;
                grow = 0.6;
            }
            if (look.broken) color = palette.warning.border;
        }
        QRectF r = transform.mapRect(node.rect);
        if (r.width() < 1.5) r.setWidth(1.5);
        if (r.height() < 1.5 && zoom > 0) r.setHeight(1.5);
        painter.fillRect(r.adjusted(-grow, -grow, grow, grow), color);
    }
}

void Minimap::paintEvent(QPaintEvent*)
{
    if (!m_drawing) return;
    if (m_picture.isNull() || m_picture.size() != size() * devicePixelRatioF()) renewPicture();
    QPainter painter(this);
    painter.drawPixmap(QPoint(0, 0), m_picture);
    QRectF visible = toWidget().mapRect(m_visible).intersected(QRectF(rect()).adjusted(2, 2, -2, -2));
    if (visible.isEmpty()) return;
    const CanvasPalette& palette = canvasPalette(m_dark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.accent, 1.4));
    painter.setBrush(withAlpha(palette.accent, 26));
    painter.drawRoundedRect(visible, 3, 3);
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (!m_drawing || event->button() != Qt::LeftButton) return;
    Q_EMIT centreRequested(toWidget().inverted().map(event->position()));
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drawing || (event->buttons() & Qt::LeftButton) == 0) return;
    Q_EMIT centreRequested(toWidget().inverted().map(event->position()));
}

} // namespace alignscope::ui

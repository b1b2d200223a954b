// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/minimap.h"

#include "ui/canvas/painter_p.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>
#include <vector>

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
    m_ground = {};
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
    m_ground = {};
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

// A look at the box of each operation that changed would take most of a frame.
void Minimap::renewPlaces()
{
    const QTransform transform = toWidget();
    const auto columns = static_cast<std::uint32_t>(width() + 1);
    m_places.assign(m_drawing->model().graph->operationCount(), kNoIndex);
    for (std::uint32_t i = 0; i < m_places.size(); ++i) {
        const std::uint32_t index = m_drawing->nodeOf(OpId(i));
        if (index == kNoIndex) continue;
        const QPointF at = transform.map(m_drawing->node(index).rect.center());
        const auto x = static_cast<std::uint32_t>(std::clamp(static_cast<int>(at.x()), 0, width()));
        const auto y = static_cast<std::uint32_t>(std::clamp(static_cast<int>(at.y()), 0, height()));
        m_places[i] = y * columns + x;
    }
}

void Minimap::renewGround()
{
    renewPlaces();
    const double ratio = devicePixelRatioF();
    m_ground = QPixmap(size() * ratio);
    m_ground.setDevicePixelRatio(ratio);
    m_ground.fill(Qt::transparent);
    QPainter painter(&m_ground);
    painter.setRenderHint(QPainter::Antialiasing);
    const CanvasPalette& palette = canvasPalette(m_dark);
    painter.setPen(QPen(palette.boxBorder, 1));
    painter.setBrush(withAlpha(palette.box, 235));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setRenderHint(QPainter::Antialiasing, false);

    const QTransform transform = toWidget();
    painter.setPen(QPen(palette.quietEdge, 0));
    if (m_drawing->edges().size() < 20000)
        for (const DrawnEdge& edge : m_drawing->edges())
            if (!edge.stub)
                painter.drawLine(transform.map(m_drawing->points(edge).front()),
                                 transform.map(m_drawing->points(edge).back()));
    PixelFilter pixels(transform.m11());
    for (const DrawnNode& node : m_drawing->nodes()) {
        if (!pixels.shows(node.rect)) continue;
        painter.fillRect(spot(transform, node), node.kind != DrawnNode::Kind::Operation ? palette.edge
                             : m_drawing->standsBack(node) ? palette.quietBorder
                                                           : mixed(palette.box, palette.categoryColor(node.category), 0.55));
    }
}

// A box, but large enough to be seen.
QRectF Minimap::spot(const QTransform& transform, const DrawnNode& node)
{
    QRectF r = transform.mapRect(node.rect);
    r.setWidth(std::max(1.5, r.width()));
    r.setHeight(std::max(1.5, r.height()));
    return r;
}

// The ground with what changed on it: where several boxes fall on one place, the worst of them.
void Minimap::renewPicture()
{
    if (m_ground.isNull() || m_ground.size() != size() * devicePixelRatioF()) renewGround();
    m_picture = m_ground;
    if (!m_look) return;
    const CanvasPalette& palette = canvasPalette(m_dark);
    const QTransform transform = toWidget();
    constexpr std::uint8_t kBroken = 0xff;
    struct Spot {
        std::uint8_t rank = 0; // 0: nothing, 1: a gain or no loss, then by level
        OpId operation;
    };
    std::vector<Spot> spots(static_cast<std::size_t>(width() + 1) * static_cast<std::size_t>(height() + 1));
    for (const OpId operation : m_look->operations()) {
        const OperationLook& look = m_look->operation(operation);
        if (!look.changed && !look.broken) continue;
        if (operation.index() >= m_places.size() || m_places[operation.index()] == kNoIndex) continue;
        Spot& spot = spots[m_places[operation.index()]];
        const std::uint8_t rank = look.broken ? kBroken : static_cast<std::uint8_t>(haloLevel(look.worstBitsLost) + 1);
        if (rank > spot.rank) spot = {rank, operation};
    }
    QPainter painter(&m_picture);
    for (const Spot& s : spots) {
        if (s.rank == 0) continue;
        const int level = s.rank - 1;
        const QColor color = s.rank == kBroken ? palette.warning.border
            : level > 0 ? palette.halo[static_cast<std::size_t>(std::max(2, level) - 1)]
                        : palette.lossless(m_look->operation(s.operation).clipped).border;
        painter.fillRect(spot(transform, m_drawing->node(m_drawing->nodeOf(s.operation))).adjusted(-0.6, -0.6, 0.6, 0.6), color);
    }
}

// Where the view stands, never too small to be seen; beside the graph it stays at the rim.
QRectF Minimap::mark() const
{
    constexpr double kLeastMark = 8;
    const QRectF within = QRectF(rect()).adjusted(2, 2, -2, -2);
    QRectF visible = toWidget().mapRect(m_visible);
    const QSizeF size = visible.size().expandedTo({kLeastMark, kLeastMark});
    visible = QRectF(visible.center() - QPointF(size.width(), size.height()) / 2, size);
    const auto inside = [](double at, double least, double most) { return std::max(least, std::min(at, most)); };
    const double left = inside(visible.left(), within.left(), within.right() - kLeastMark);
    const double top = inside(visible.top(), within.top(), within.bottom() - kLeastMark);
    return {QPointF(left, top), QPointF(inside(visible.right(), left + kLeastMark, within.right()),
                                        inside(visible.bottom(), top + kLeastMark, within.bottom()))};
}

void Minimap::paintEvent(QPaintEvent*)
{
    if (!m_drawing) return;
    if (m_picture.isNull() || m_picture.size() != size() * devicePixelRatioF()) renewPicture();
    QPainter painter(this);
    painter.drawPixmap(QPoint(0, 0), m_picture);
    const QRectF visible = mark();
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

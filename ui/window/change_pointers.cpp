// SPDX-License-Identifier: Apache-2.0
#include "ui/window/change_pointers.h"

#include "core/graph/graph.h"
#include "ui/canvas/drawing.h"
#include "ui/canvas/graph_view.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr int kHeight = 24;
constexpr int kGap = 10;

// "▲ 12" as a pill.
class Pointer : public QAbstractButton {
public:
    Pointer(Beyond side, QWidget* parent) : QAbstractButton(parent), m_side(side)
    {
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::NoFocus); // F6 is the way of the keyboard
        setAttribute(Qt::WA_Hover);
        hide();
    }

    QSize sizeHint() const override
    {
        return {QFontMetrics(scaledFont(0.95, true)).horizontalAdvance(text()) + 40, kHeight};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& t = theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool lit = underMouse();
        painter.setPen(QPen(lit ? t.accent : t.border, 1));
        painter.setBrush(lit ? t.accentSoft : t.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kHeight / 2.0 - 1, kHeight / 2.0 - 1);
        const QPointF centre(16, height() / 2.0);
        static constexpr QPointF kDirections[4] = {{0, -1}, {0, 1}, {-1, 0}, {1, 0}};
        const QPointF tip = kDirections[static_cast<int>(m_side)];
        const QPointF across(-tip.y(), tip.x());
        const QPointF arrow[3] = {centre + tip * 4, centre - tip * 4 + across * 5, centre - tip * 4 - across * 5};
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        painter.drawPolygon(arrow, 3);
        painter.setFont(scaledFont(0.95, true));
        painter.setPen(t.text);
        painter.drawText(rect().adjusted(26, 0, -8, 0), Qt::AlignCenter, text());
    }

private:
    Beyond m_side;
};

double overshoot(double low, double high, double from, double to)
{
    if (to < low) return to - low;
    if (from > high) return from - high;
    return 0;
}

double distance(const QRectF& visible, const QRectF& box)
{
    return std::hypot(overshoot(visible.left(), visible.right(), box.left(), box.right()),
                      overshoot(visible.top(), visible.bottom(), box.top(), box.bottom()));
}

} // namespace

Beyond beyond(const QRectF& visible, const QRectF& thing)
{
    const double x = overshoot(visible.left(), visible.right(), thing.left(), thing.right());
    const double y = overshoot(visible.top(), visible.bottom(), thing.top(), thing.bottom());
    if (x == 0 && y == 0) return Beyond::None;
    if (std::abs(y) >= std::abs(x)) return y < 0 ? Beyond::Above : Beyond::Below;
    return x < 0 ? Beyond::Left : Beyond::Right;
}

ChangePointers::ChangePointers(Session& session, GraphView& canvas, QObject* parent) : QObject(parent), m_session(session), m_canvas(canvas)
{
    static const char* const kNames[4] = {"changesAbove", "changesBelow", "changesLeft", "changesRight"};
    for (int i = 0; i < 4; ++i) {
        Side& side = m_sides[static_cast<std::size_t>(i)];
        side.button = new Pointer(static_cast<Beyond>(i), canvas.viewport());
        side.button->setObjectName(QString::fromLatin1(kNames[i]));
        connect(side.button, &QAbstractButton::clicked, this,
                [this, i] { m_session.selectOperation(OpId(m_sides[static_cast<std::size_t>(i)].nearest)); });
    }
    m_soon.setSingleShot(true);
    m_soon.setInterval(30);
    connect(&m_soon, &QTimer::timeout, this, &ChangePointers::point);
    connect(&canvas, &GraphView::viewChanged, this, &ChangePointers::renew);
    connect(&session, &Session::shownChanged, this, &ChangePointers::renew);
    connect(&session, &Session::modeChanged, this, &ChangePointers::renew);
    connect(&session, &Session::modelChanged, this, &ChangePointers::renew);
    canvas.viewport()->installEventFilter(this);
}

bool ChangePointers::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::Resize) renew();
    return false;
}

void ChangePointers::renew()
{
    if (!m_soon.isActive()) m_soon.start();
}

void ChangePointers::collect()
{
    const auto& evaluation = m_session.shown();
    const auto drawing = m_canvas.drawing();
    if (evaluation && drawing && m_ofEvaluation.lock() == evaluation && m_ofDrawing.lock() == drawing) return;
    m_places.clear();
    m_ofEvaluation = evaluation;
    m_ofDrawing = drawing;
    if (!evaluation || !drawing || !drawing->placed()) return;
    if (drawing->model().graph->operationCount() != evaluation->model->graph->operationCount()) return; // its drawing is on its way
    for (const OpId operation : evaluation->cascade.movedOperations()) {
        const std::uint32_t node = drawing->nodeOf(operation);
        if (node != kNoIndex) m_places.push_back({operation.value(), drawing->node(node).rect});
    }
}

void ChangePointers::point()
{
    collect();
    const QRectF visible = m_canvas.visibleScene();
    std::array<double, 4> least;
    least.fill(std::numeric_limits<double>::max());
    for (Side& side : m_sides) side.count = 0;
    if (m_session.mode() == CanvasMode::Before) return place(); // which shows no change
    for (const Place& place : m_places) {
        const Beyond where = beyond(visible, place.box);
        if (where == Beyond::None) continue;
        const auto i = static_cast<std::size_t>(where);
        ++m_sides[i].count;
        const double far = distance(visible, place.box);
        if (far >= least[i]) continue;
        least[i] = far;
        m_sides[i].nearest = place.operation;
    }
    place();
}

// In the middle of its edge, or as near to it as there is no box.
QPoint ChangePointers::freePlace(Beyond side, QSize size) const
{
    constexpr int kStep = 20;
    constexpr int kOverlays = 120; // the other sides' places
    const QRect area = m_canvas.viewport()->rect();
    const bool level = side == Beyond::Above || side == Beyond::Below;
    QRect at(area.center() - QPoint(size.width() / 2, size.height() / 2), size);
    if (side == Beyond::Above) at.moveTop(kGap);
    if (side == Beyond::Below) at.moveBottom(area.bottom() - kGap);
    if (side == Beyond::Left) at.moveLeft(kGap);
    if (side == Beyond::Right) at.moveRight(area.right() - kGap);
    const auto drawing = m_canvas.drawing();
    if (!drawing || !drawing->placed()) return at.topLeft();
    const QList<QRect> overlays = m_canvas.overlays();
    const auto covered = [&](const QRect& rect) {
        return std::any_of(overlays.begin(), overlays.end(), [&](const QRect& overlay) { return overlay.intersects(rect); });
    };
    std::vector<std::uint32_t> near;
    const auto covers = [&](const QRect& rect) {
        if (covered(rect)) return true;
        const QRectF scene(m_canvas.toScene(rect.topLeft()), m_canvas.toScene(rect.bottomRight()));
        drawing->nodeGrid().collect(scene, near);
        return std::any_of(near.begin(), near.end(), [&](std::uint32_t node) { return drawing->node(node).rect.intersects(scene); });
    };
    const int most = (level ? area.width() : area.height()) / 2 - kOverlays;
    for (int off = 0; off < most; off += kStep)
        for (const int by : {off, -off}) {
            const QRect moved = level ? at.translated(by, 0) : at.translated(0, by);
            if (!covers(moved)) return moved.topLeft();
        }
    // Rather over a box than under an overlay.
    for (int off = 0; off < (level ? area.width() : area.height()); off += kStep / 2)
        for (const int by : {off, -off}) {
            const QRect moved = level ? at.translated(by, 0) : at.translated(0, by);
            if (area.contains(moved) && !covered(moved)) return moved.topLeft();
        }
    return at.topLeft();
}

void ChangePointers::place()
{
    const QRect area = m_canvas.viewport()->rect();
    const QString texts[4] = {tr("%n changed operation(s) above", nullptr, static_cast<int>(m_sides[0].count)),
                              tr("%n changed operation(s) below", nullptr, static_cast<int>(m_sides[1].count)),
                              tr("%n changed operation(s) to the left", nullptr, static_cast<int>(m_sides[2].count)),
                              tr("%n changed operation(s) to the right", nullptr, static_cast<int>(m_sides[3].count))};
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        QAbstractButton* button = m_sides[i].button;
        button->setVisible(m_sides[i].count > 0 && area.width() > 300 && area.height() > 160);
        if (m_sides[i].count == 0) continue;
        button->setText(QString::number(m_sides[i].count));
        button->setAccessibleName(texts[i]);
        button->setToolTip(texts[i] + u'\n' + tr("A click goes to the nearest; F6 goes from change to change."));
        button->resize(button->sizeHint());
        button->move(freePlace(static_cast<Beyond>(i), button->size()));
        button->raise();
        button->update();
    }
}

} // namespace alignscope::ui

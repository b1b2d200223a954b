// SPDX-License-Identifier: Apache-2.0
// GraphView: binding one slot to another by dragging from pill to pill, and the second slot.
#include "core/align/by_hand.h"
#include "core/base/message_codes.h"
#include "ui/canvas/graph_view_p.h"
#include "ui/canvas/painter_p.h"
#include "ui/text/words.h"

#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignscope::ui {

SlotId GraphView::Private::slotOf(const Hit& hit) const
{
    const Drawing* now = placed();
    const bool pill = hit.part == Hit::Part::Pill || hit.part == Hit::Part::GroupLabel;
    return now && look && pill ? now->port(hit.index).slot : SlotId{};
}

void GraphView::Private::startBinding(SlotId slot, QPointF position)
{
    const TqcTable& baseline = drawing->model().baseline;
    drag = Drag::Bind;
    binding = {};
    binding.slot = slot;
    binding.legal.assign(baseline.size(), false);
    for (const DrawnPort& port : drawing->ports())
        if (port.slot) binding.legal[port.slot.index()] = bindRefusal(baseline, slot, port.slot) == Reason::None;
    QToolTip::hideText();
    hover = {};
    renewHovered();
    view->viewport()->setCursor(Qt::CrossCursor);
    moveBinding(position);
}

void GraphView::Private::moveBinding(QPointF position)
{
    const SlotList& slots = drawing->model().baseline.slots();
    binding.pointer = position;
    view->viewport()->update();
    const SlotId under = slotOf(hitAt(position));
    const SlotId target = under == binding.slot ? SlotId{} : under;
    if (target == binding.target && !binding.note.isEmpty()) return;
    const bool considered = binding.verdict == Binding::Verdict::Legal || binding.verdict == Binding::Verdict::NeedsStrict;
    binding.target = target;
    if (!target) {
        const Reason reason = handRefusal(drawing->model().baseline, binding.slot);
        binding.verdict = reason == Reason::None ? Binding::Verdict::Nothing : Binding::Verdict::Illegal;
        binding.note = reason == Reason::None
            ? GraphView::tr("Drop on the slot that %1 is to follow. Esc cancels.").arg(slotName(slots, binding.slot))
            : messageText(refusalMessage(reason, drawing->model(), slots.id(binding.slot)));
        if (considered) Q_EMIT view->bindConsidered({}, {});
        return;
    }
    const auto verdict = canBind(drawing->model(), evaluation->scenario, slots.id(binding.slot), slots.id(target));
    if (verdict) {
        binding.verdict = Binding::Verdict::Legal;
        binding.note = GraphView::tr("Bind %1 to %2").arg(slotName(slots, binding.slot), slotName(slots, target));
    } else if (verdict.error().code == MessageCode::HandBindNeedsStrict) {
        binding.verdict = Binding::Verdict::NeedsStrict;
        binding.note = messageText(verdict.error());
    } else {
        binding.verdict = Binding::Verdict::Illegal;
        binding.note = messageText(verdict.error());
        if (considered) Q_EMIT view->bindConsidered({}, {});
        return;
    }
    Q_EMIT view->bindConsidered(binding.slot, target);
}

void GraphView::Private::endBinding(std::optional<QPointF> dropped)
{
    if (dropped) moveBinding(*dropped);
    const Binding done = std::exchange(binding, {});
    drag = Drag::None;
    pressed = {};
    view->viewport()->unsetCursor();
    view->viewport()->update();
    Q_EMIT view->bindConsidered({}, {});
    if (!dropped || !done.target) return;
    const QPoint at = view->viewport()->mapToGlobal(dropped->toPoint());
    if (done.verdict == Binding::Verdict::Illegal) QToolTip::showText(at, done.note, view->viewport());
    else Q_EMIT view->bindDropped(done.slot, done.target, at);
}

QColor GraphView::Private::bindingColor() const
{
    switch (binding.verdict) {
    case Binding::Verdict::Legal: return palette().agree.border;
    case Binding::Verdict::Illegal: return palette().rescale.border;
    case Binding::Verdict::NeedsStrict: return palette().warning.border;
    case Binding::Verdict::Nothing: break;
    }
    return palette().accent;
}

void GraphView::Private::paintBinding(QPainter& out, const CanvasScene& scene, const CanvasViewport& view_)
{
    const std::uint32_t index = scene.drawing->portOf(binding.slot);
    if (index == kNoIndex) return;
    const CanvasPalette& colors = palette();
    const bool illegal = binding.verdict == Binding::Verdict::Illegal;
    const QColor color = bindingColor();
    const PainterScope scope(out);
    out.setRenderHint(QPainter::Antialiasing, true);
    const QPointF from = view_.toDevice.map(scene.drawing->port(index).pill.center());
    QPointF to = binding.pointer;
    if (const std::uint32_t target = scene.drawing->portOf(binding.target); binding.target && target != kNoIndex && !illegal)
        to = view_.toDevice.map(scene.drawing->port(target).pill.center());
    QPainterPath line(from);
    const QPointF bow(0, std::min(60.0, std::abs(to.x() - from.x()) * 0.15));
    line.cubicTo(from + (to - from) * 0.35 - bow, from + (to - from) * 0.65 - bow, to);
    out.setBrush(Qt::NoBrush);
    out.setPen(QPen(colors.canvas, 5, Qt::SolidLine, Qt::RoundCap));
    out.drawPath(line);
    out.setPen(handPen(color, 2.2));
    out.drawPath(line);
    out.setPen(QPen(colors.canvas, 1.5));
    out.setBrush(color);
    out.drawEllipse(to, 5, 5);
}

// Beside the pointer, within the view and beside what lies over it.
QRectF GraphView::Private::noteBox(QSizeF size) const
{
    const QRectF inside = QRectF(QPointF(0, 0), area()).adjusted(6, 6, -6, -6);
    const QList<QRect> taken = view->overlays();
    const auto placed = [&](QPointF corner) {
        QRectF box(corner, size);
        if (box.right() > inside.right()) box.moveRight(inside.right());
        if (box.left() < inside.left()) box.moveLeft(inside.left());
        return box;
    };
    const QPointF at = binding.pointer;
    const double above = at.y() - 12 - size.height();
    const QRectF choices[] = {placed(at + QPointF(18, 18)), placed({at.x() + 18, above}), placed({at.x() - 18 - size.width(), at.y() + 18}),
                              placed({at.x() - 18 - size.width(), above})};
    for (const QRectF& box : choices)
        if (inside.contains(box) && std::none_of(taken.begin(), taken.end(), [&](const QRect& rect) { return box.intersects(rect); })) return box;
    return choices[choices[0].bottom() > inside.bottom() ? 1 : 0];
}

// A sign says what the colour says.
void GraphView::Private::paintBindingNote(QPainter& out, const CanvasScene& scene)
{
    if (scene.drawing->portOf(binding.slot) == kNoIndex) return;
    const CanvasPalette& colors = palette();
    const bool legal = binding.verdict == Binding::Verdict::Legal;
    const bool illegal = binding.verdict == Binding::Verdict::Illegal;
    const PainterScope scope(out);
    out.setRenderHint(QPainter::Antialiasing, true);
    QFont font = scene.drawing->fonts().name;
    font.setPixelSize(12);
    const QFontMetricsF metrics(font);
    const QString sign = legal ? QStringLiteral(u"\u2713 ") : illegal ? QStringLiteral(u"\u2715 ") : QString();
    const QString text = sign + binding.note;
    const QRectF size = metrics.boundingRect(QRectF(0, 0, 300, 400), Qt::TextWordWrap, text);
    const QRectF box = noteBox(QSizeF(size.width() + 21, size.height() + 13));
    out.setPen(QPen(bindingColor(), 1.5));
    out.setBrush(colors.box);
    out.drawRoundedRect(box, 6, 6);
    out.setFont(font);
    out.setPen(colors.text);
    out.drawText(box.adjusted(10, 6, -9, -5), Qt::TextWordWrap, text);
}

void GraphView::Private::paintSecondSlot(QPainter& out, const CanvasScene& scene, const CanvasViewport& view_)
{
    if (!secondSlot || selected.kind != Selection::Kind::Slot) return;
    const Selection second = slotSelection(scene.drawing->model().baseline.slots(), secondSlot);
    painter.paintSelection(out, scene, view_, second, palette().accent, 2.2);
    const std::uint32_t a = scene.drawing->portOf(selected.slot);
    const std::uint32_t b = scene.drawing->portOf(secondSlot);
    if (a == kNoIndex || b == kNoIndex) return;
    const PainterScope scope(out);
    out.setRenderHint(QPainter::Antialiasing, true);
    const QPointF from = view_.toDevice.map(scene.drawing->port(a).pill.center());
    const QPointF to = view_.toDevice.map(scene.drawing->port(b).pill.center());
    out.setPen(QPen(withAlpha(palette().accent, 120), 1.2, Qt::DotLine)); // not the line of a binding: there is none yet
    out.drawLine(from, to);
}

bool GraphView::isBinding() const { return d->drag == Private::Drag::Bind; }

void GraphView::setSecondSlot(SlotId slot)
{
    if (d->secondSlot == slot) return;
    d->secondSlot = slot;
    viewport()->update();
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// Pills: group, binding, value, and what changed at a slot.
#include "ui/canvas/painter_p.h"

#include <algorithm>
#include <cmath>

namespace alignscope::ui {
namespace {

constexpr double kCrownRoom = 13;

void paintCrown(QPainter& painter, QPointF centre, double width, const QColor& fill, const QColor& border)
{
    const double w = width / 2.0;
    const double h = width * 0.34;
    const QPointF points[7] = {centre + QPointF(-w, -h * 0.7), centre + QPointF(-w * 0.45, h * 0.05),
                               centre + QPointF(0, -h * 1.15), centre + QPointF(w * 0.45, h * 0.05),
                               centre + QPointF(w, -h * 0.7),  centre + QPointF(w * 0.78, h),
                               centre + QPointF(-w * 0.78, h)};
    painter.setPen(QPen(border, width * 0.07));
    painter.setBrush(fill);
    painter.drawPolygon(points, 7);
}

// The outline of a pill says how it is bound. Dashes are in multiples of the pen's width.
QPen outline(BindingKind kind, const QColor& color, const CanvasPalette& palette, double unit)
{
    switch (kind) {
    case BindingKind::Own: return {color, unit};
    case BindingKind::Aligned: return {color, 2.2 * unit};
    case BindingKind::Fused: {
        QPen pen(color, 1.3 * unit, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({2.6, 1.9});
        return pen;
    }
    case BindingKind::Inferred: {
        QPen pen(palette.quietText, 1.2 * unit, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({2.6, 1.9});
        return pen;
    }
    case BindingKind::Float: break;
    }
    return {palette.quietBorder, unit};
}

} // namespace

void paintArrow(QPainter& painter, QPointF centre, double size, bool up, const QColor& color)
{
    const double s = up ? -size : size;
    const QPointF points[3] = {centre + QPointF(-size, -s * 0.75), centre + QPointF(size, -s * 0.75),
                               centre + QPointF(0, s * 0.85)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(points, 3);
}

void CanvasPainter::paintPills(QPainter& painter, const Frame& frame, const DrawnNode& node)
{
    for (const DrawnPort& port : frame.drawing.ports(node)) {
        if (!port.slot) {
            if (frame.lod == Lod::Far || node.kind != DrawnNode::Kind::Operation) continue;
            paintRounded(painter, frame.pixels(), port.pill, port.pill.height() / 2.0, frame.palette.quietEdge);
            continue;
        }
        if (!frame.look) continue;
        paintPill(painter, frame, port);
        if (frame.lod == Lod::Near && port.input && port.edgeCount == 0) paintConstantMark(painter, frame, port);
        if (frame.lod != Lod::Far && frame.look->slot(port.slot).pinned)
            paintPin(painter, port.pill.topRight() + QPointF(-5.0, 4.0), frame.atLeast(15.0, 11.0), frame.palette.method);
    }
}

// A constant operand has no edge: a little diamond on a stalk stands for it.
void CanvasPainter::paintConstantMark(QPainter& painter, const Frame& frame, const DrawnPort& port)
{
    const bool tagged = frame.look->slot(port.slot).scaleChanged && frame.down();
    const double beyond = tagged ? metrics::kTagHeight + 2.0 : 0.0;
    const QPointF way = frame.down() ? QPointF(0, -1) : QPointF(-1, 0);
    const QPointF foot = frame.drawing.anchor(port) + way * beyond;
    const QPointF at = foot + way * 9.0;
    painter.setPen(QPen(frame.palette.edge, 1.2));
    painter.drawLine(foot, foot + way * 5.0);
    painter.setBrush(frame.palette.canvas);
    const QPointF diamond[4] = {at + QPointF(0, -4), at + QPointF(4, 0), at + QPointF(0, 4), at + QPointF(-4, 0)};
    painter.drawPolygon(diamond, 4);
}

void CanvasPainter::paintPill(QPainter& painter, const Frame& frame, const DrawnPort& port)
{
    const CanvasPalette& palette = frame.palette;
    const SlotLook look = frame.look->slot(port.slot);
    const GroupColors& colors = palette.group(look.group);
    QRectF rect = port.pill;
    if (frame.lod == Lod::Far) {
        if (look.binding == BindingKind::Float) return;
        const double height = frame.atLeast(11.0, 2.0);
        const double width = std::min(rect.width(), frame.atLeast(rect.width() * 0.8, 3.0));
        frame.fill(painter, QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height),
                         look.joined ? colors.solid
                             : look.group != 0 ? mixed(palette.box, colors.solid, 0.35)
                                               : palette.plain.border);
        return;
    }
    if (frame.lod == Lod::Mid) {
        // Grows against the zoom, so that colour and label stay legible.
        const double height = std::clamp(12.0 / frame.view.zoom, rect.height(), 25.0);
        const double grow = (height - rect.height()) / 2.0;
        rect.adjust(0, -grow, 0, grow);
    }
    const double radius = std::min(rect.height(), rect.width()) / 2.0;
    const double unit = frame.atLeast(1.0, 0.9);

    if (frame.lod == Lod::Near && look.changed && look.scaleChanged) paintTag(painter, frame, port);
    if (look.binding == BindingKind::Float) {
        paintRounded(painter, frame.pixels(), rect, radius, palette.canvas, palette.quietBorder, unit);
        if (frame.lod == Lod::Near && !port.compact) paintPillText(painter, frame, port, look, rect);
        return;
    }
    if (look.scaleChanged && frame.scene.layers.cost) {
        const int level = haloLevel(look.bitsLost);
        const QColor ring = level > 0 ? palette.halo[static_cast<std::size_t>(level - 1)] : palette.lossless(look.clippedPercent > 0).border;
        const double out = frame.atLeast(3.0, 2.2);
        paintRounded(painter, frame.pixels(), rect.adjusted(-out, -out, out, out), radius + out, ring);
    }
    const bool grouped = look.group != 0;
    // Full colour is for what alignment is about: tensors that share a scale. The slots of one
    // tensor among themselves stay pale.
    const bool solid = look.joined && (frame.lod == Lod::Mid || port.compact);
    const QColor line = look.joined ? colors.chip
        : grouped                   ? mixed(colors.tint, colors.chip, 0.55)
                                    : palette.plain.border;
    const QColor& ground = solid ? colors.chip : grouped ? colors.tint : palette.plain.fill;
    const QPen pen = outline(look.binding, line, palette, unit);
    const bool dashed = pen.style() != Qt::SolidLine;
    paintRounded(painter, frame.pixels(), rect, radius, ground, pen.color(), dashed ? 0.0 : pen.widthF());
    if (dashed) {
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, radius, radius);
    }
    if (solid && (look.binding == BindingKind::Fused || look.binding == BindingKind::Inferred)) {
        // A dashed outline would vanish against the full colour: perforate the rim instead.
        painter.setPen(outline(BindingKind::Fused, palette.box, palette, 1.5 * unit));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, radius, radius);
    }
    paintPillText(painter, frame, port, look, rect);
}

void CanvasPainter::paintPillText(QPainter& painter, const Frame& frame, const DrawnPort& port,
                                  const SlotLook& look, const QRectF& rect)
{
    const CanvasPalette& palette = frame.palette;
    const GroupColors& colors = palette.group(look.group);
    const DrawingFonts& fonts = m_fonts;
    const bool grouped = look.group != 0;
    const double label = labelWidth(look.group);
    const bool crowned = look.master && look.joined;

    if (frame.lod == Lod::Mid || port.compact) {
        const double factor = std::min(rect.height() * 0.072, (rect.width() - 6.0) / std::max(1.0, label));
        const double size = 10.0 * factor;
        if (!grouped || size * frame.view.zoom < 5.5) return;
        const bool crown = crowned && rect.width() > label * factor + size * 1.7;
        const double shift = crown ? size * 0.65 : 0.0;
        QFont font = fonts.label;
        font.setPixelSize(std::max(1, static_cast<int>(size)));
        painter.setFont(font);
        painter.setPen(look.joined ? colors.chipText : colors.tintText);
        painter.drawText(QPointF(rect.center().x() - label * factor / 2.0 + shift, baselineIn(rect, size)),
                         QLatin1Char('G') + QString::number(look.group));
        if (crown)
            paintCrown(painter, {rect.center().x() - label * factor / 2.0 - size * 0.35, rect.center().y()},
                       size * 1.05, palette.crown, palette.crownBorder);
        return;
    }

    double left = rect.left() + 6.0;
    if (grouped) {
        // The crown gives way to the value where both do not fit, and sits on the rim.
        const double wanted = frame.look->valueText(port.slot, *m_value).width + 5.0;
        const bool inside = crowned && label + 11.0 + kCrownRoom + wanted <= rect.width();
        const double chip = label + 11.0 + (inside ? kCrownRoom : 0.0);
        const double radius = rect.height() / 2.0;
        const double inset = look.binding == BindingKind::Aligned ? 0.0 : 0.5;
        const QRectF area(rect.left() + inset, rect.top() + inset, chip, rect.height() - 2 * inset);
        // Round on the left, straight on the right: a rounded rectangle and a strip.
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.joined ? colors.chip : mixed(colors.tint, colors.solid, 0.16));
        m_path.clear();
        m_path.setFillRule(Qt::WindingFill);
        m_path.moveTo(area.right(), area.top());
        m_path.lineTo(area.left() + radius, area.top());
        m_path.arcTo(area.left(), area.top(), 2 * radius, area.height(), 90, 180);
        m_path.lineTo(area.right(), area.bottom());
        m_path.closeSubpath();
        painter.drawPath(m_path);
        double x = area.left() + 6.5;
        if (inside) {
            paintCrown(painter, {x + 4.5, rect.center().y()}, 11, palette.crown, palette.crownBorder);
            x += kCrownRoom;
        } else if (crowned) {
            paintCrown(painter, {rect.left() + 2.0, rect.top() + 1.5}, 12, palette.crown, palette.crownBorder);
        }
        painter.setFont(look.joined ? fonts.label : fonts.value);
        painter.setPen(look.joined ? colors.chipText : colors.tintText);
        painter.drawText(QPointF(x, baselineIn(rect, 10)), QLatin1Char('G') + QString::number(look.group));
        left = area.right();
    }
    const MeasuredText& value = frame.look->valueText(port.slot, *m_value);
    const double room = rect.right() - 4.0 - left;
    if (value.width > room) return;
    painter.setFont(fonts.value);
    painter.setPen(grouped                                   ? colors.tintText
                   : look.binding == BindingKind::Float ? palette.quietText
                                                             : palette.plain.text);
    painter.drawText(QPointF(left + (room - value.width) / 2.0 + (grouped ? 0.0 : 1.0), baselineIn(rect, 10)),
                     value.text);
}

// On the pill's outer side.
QRectF CanvasPainter::tagRect(const Frame& frame, const DrawnPort& port) const
{
    const double mid = port.pill.center().x();
    const bool above = port.input || !frame.down();
    const double top = above ? port.pill.top() - metrics::kTagHeight - 2.0 : port.pill.bottom() + 2.0;
    const double width = port.compact
        ? 13.0
        : std::max(port.pill.width() + 6.0, frame.look->changeText(port.slot, *m_value).width + 19.0);
    return {mid - width / 2.0, top, width, metrics::kTagHeight};
}

// "0.027→0.0913" on the colour of the bits lost.
void CanvasPainter::paintTag(QPainter& painter, const Frame& frame, const DrawnPort& port)
{
    const SlotLook look = frame.look->slot(port.slot);
    const int level = haloLevel(look.bitsLost);
    const CanvasPalette& palette = frame.palette;
    const LabelColors& lossless = palette.lossless(look.clippedPercent > 0);
    const QColor ground = level > 0 ? palette.halo[static_cast<std::size_t>(level - 1)] : lossless.fill;
    const QColor ink = level > 0 ? inkOn(ground) : lossless.text;
    const QRectF rect = tagRect(frame, port);
    if (port.compact) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawEllipse(rect.center(), 6.5, 6.5);
        paintArrow(painter, rect.center(), 3.4, look.bitsLost > 0, ink);
        return;
    }
    const MeasuredText& text = frame.look->changeText(port.slot, *m_value);
    paintRounded(painter, frame.pixels(), rect, 4, ground, lossless.border, level > 0 ? 0.0 : 1.0);
    const double content = text.width + 11.0;
    const double left = rect.center().x() - content / 2.0;
    paintArrow(painter, {left + 3.4, rect.center().y()}, 3.4, look.bitsLost >= 0, ink);
    painter.setFont(m_fonts.value);
    painter.setPen(ink);
    painter.drawText(QPointF(left + 11.0, baselineIn(rect, 10)), text.text);
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// The boxes of collapsed blocks: a stack of sheets, and what is wrong inside, counted.
#include "ui/canvas/painter_p.h"

#include <QCoreApplication>

#include <algorithm>

namespace alignscope::ui {
namespace {

constexpr double kSheet = 4; // by how much a sheet looks out below the one before it

} // namespace

void CanvasPainter::paintBlockStack(QPainter& painter, const Frame& frame, const DrawnNode& node)
{
    const CanvasPalette& palette = frame.palette;
    // Aside, so that pills at the other sides stay clear.
    for (const double by : {2 * kSheet, kSheet})
        paintRounded(painter, frame.pixels(),
                     node.rect.translated(frame.down() ? QPointF(by, 0) : QPointF(0, by))
                         .adjusted(frame.down() ? 0 : by, frame.down() ? by : 0, frame.down() ? 0 : -by, frame.down() ? -by : 0),
                     metrics::kBoxRadius, mixed(palette.box, palette.canvas, 0.45),
                     frame.drawing.standsBack(node) ? palette.quietBorder : palette.boxBorder, frame.atLeast(1.0, 0.8));
}

void CanvasPainter::paintBlockHalo(QPainter& painter, const Frame& frame, const DrawnNode& node)
{
    const Trouble& trouble = frame.look->block(node.block, frame.drawing.blockOf(node));
    if (trouble.changed > 0) paintHalo(painter, frame, node, trouble.worstBitsLost.value_or(0.0));
}

// A row of labels at the foot of the box: inputs that differ, rescaled edges, broken promises,
// changed operations; from afar only the gravest sign.
void CanvasPainter::paintBlockMarks(QPainter& painter, const Frame& frame, const DrawnNode& node)
{
    const Trouble& trouble = frame.look->block(node.block, frame.drawing.blockOf(node));
    const CanvasPalette& palette = frame.palette;
    const bool bad = trouble.misaligned + trouble.requantize + trouble.split + trouble.broken > 0;
    const LabelColors& gravest = trouble.broken > 0 ? palette.warning : palette.rescale;
    const QString sign = trouble.broken > 0 ? QStringLiteral("!") : QString(QChar(0x2260));
    if (frame.lod != Lod::Near) {
        if (!bad) return;
        const double side = std::min(frame.atLeast(15.0, 11.0), node.rect.height());
        const QRectF rect(node.rect.right() - side - 4, node.rect.center().y() - side / 2, side, side);
        if (side * frame.view.zoom < 5) {
            painter.fillRect(rect, gravest.border);
            return;
        }
        QFont font = m_fonts.label;
        font.setPixelSize(std::max(1, static_cast<int>(side * 0.8)));
        paintLabel(painter, rect, gravest, sign, side * 0.6, font, side * 0.08, frame.pixels());
        return;
    }
    // The plus that says that it opens.
    const QPointF plus(node.rect.right() - (frame.down() ? 15.0 : node.textLeft + 5.0), node.rect.top() + node.textTop + 8.0);
    painter.setPen(QPen(palette.secondaryText, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(plus.x() - 6, plus.y() - 6, 12, 12), 2.5, 2.5);
    painter.drawLine(plus - QPointF(3, 0), plus + QPointF(3, 0));
    painter.drawLine(plus - QPointF(0, 3), plus + QPointF(0, 3));

    const QFont& font = m_fonts.label;
    double x = node.rect.left() + node.textLeft;
    const double y = node.rect.top() + node.textTop + 34.0;
    const double end = node.rect.right() - 6.0;
    const auto mark = [&](const LabelColors& colors, const QString& text) {
        const double width = m_label->horizontalAdvance(text);
        if (x + width + 12 > end) return;
        paintLabel(painter, {x, y, width + 12, 15}, colors, text, width, font, 1.0, frame.pixels());
        x += width + 16;
    };
    const auto counted = [](QChar c, std::size_t count) { return QString(c) + QStringLiteral(" %1").arg(count); };
    if (trouble.broken > 0) mark(palette.warning, counted(u'!', trouble.broken));
    if (trouble.misaligned > 0) mark(palette.rescale, counted(QChar(0x2260), trouble.misaligned));
    if (trouble.requantize > 0) mark(palette.rescale, counted(QChar(0x21c4), trouble.requantize));
    if (trouble.split > 0) mark(palette.rescale, counted(QChar(0x2195), trouble.split));
    if (trouble.changed > 0) mark(palette.method, counted(QChar(0x0394), trouble.changed));
    if (node.quantized && !bad) mark(palette.agree, QStringLiteral("="));
}

} // namespace alignscope::ui

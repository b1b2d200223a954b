// SPDX-License-Identifier: Apache-2.0
#include "ui/export/whole_names.h"

#include "ui/canvas/painter_p.h"
#include "ui/export/svg_writer.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace alignscope::ui {
namespace {

// Where `shown` stands, as wide as that. Not much flatter than narrow: readers take letters that come
// closer than a part of their height for one letter painted twice.
void paintUnseen(QPainter& painter, QPointF at, const QString& shown, const QString& whole)
{
    const QFontMetricsF metrics(painter.font());
    const double narrow = metrics.horizontalAdvance(shown) / metrics.horizontalAdvance(whole);
    if (!(narrow > 0)) return;
    const PainterScope scope(painter);
    painter.translate(at);
    painter.scale(narrow, std::min(1.0, 2 * narrow));
    painter.setPen(withAlpha(painter.pen().color(), 0));
    painter.drawText(QPointF(0, 0), whole);
}

} // namespace

void SvgNames::enter(const QString& whole)
{
    m_svg.beginNamed(whole);
    m_named = true;
}

void SvgNames::leave()
{
    m_svg.endNamed();
    m_named = false;
}

void SvgNames::paint(QPainter& painter, QPointF at, const QString& shown, const QString& whole)
{
    const NamedScope named(m_named ? nullptr : this, whole);
    m_svg.setSelectable(false);
    painter.drawText(at, shown);
    m_svg.setSelectable(true);
    paintUnseen(painter, at, shown, whole);
}

void PdfNames::paint(QPainter& painter, QPointF at, const QString& shown, const QString& whole)
{
    if (++m_count > kMostOutlines) {
        painter.drawText(at, shown);
    } else {
        constexpr int kFiner = 8; // outlines of a small font are made for its pixels
        QFont font = painter.font();
        font.setPixelSize(kFiner * font.pixelSize());
        QPainterPath outlines;
        outlines.addText(0, 0, font, shown);
        const PainterScope scope(painter);
        painter.translate(at);
        painter.scale(1.0 / kFiner, 1.0 / kFiner);
        outlines = painter.worldTransform().map(outlines);
        painter.resetTransform();
        // Short numbers: of 1/576 inch, they take half of the file.
        const auto rounded = [](double v) { return std::round(2 * v) / 2; };
        for (int i = 0; i < outlines.elementCount(); ++i)
            outlines.setElementPositionAt(i, rounded(outlines.elementAt(i).x), rounded(outlines.elementAt(i).y));
        painter.fillPath(outlines, painter.pen().color());
    }
    paintUnseen(painter, at, shown, whole);
}

} // namespace alignscope::ui

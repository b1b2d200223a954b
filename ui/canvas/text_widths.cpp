// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/text_widths.h"

#include <algorithm>

namespace alignscope::ui {
namespace {

constexpr char16_t kEllipsis = 0x2026;

} // namespace

TextWidths::TextWidths(const QFont& font)
    : m_metrics(font), m_ellipsis(m_metrics.horizontalAdvance(QChar(kEllipsis)))
{
    m_advance.fill(-1);
}

double TextWidths::advance(QChar character)
{
    double& known = m_advance[character.unicode()];
    if (known < 0) known = m_metrics.horizontalAdvance(character);
    return known;
}

double TextWidths::width(const QString& text)
{
    double sum = 0;
    for (const QChar c : text) {
        if (c.unicode() < 0x20 || c.unicode() >= kKnown) {
            if (c.unicode() != kEllipsis) return m_metrics.horizontalAdvance(text);
            sum += m_ellipsis;
        } else {
            sum += advance(c);
        }
    }
    return sum;
}

QString TextWidths::elided(const QString& text, Qt::TextElideMode mode, double room)
{
    for (const QChar c : text)
        if (c.unicode() < 0x20 || c.unicode() >= kKnown) return m_metrics.elidedText(text, mode, room);
    if (width(text) <= room) return text;
    double left = room - m_ellipsis;
    if (left < 0) return {};
    // From both ends in turn, so that as much of the end as of the beginning stays.
    qsizetype front = 0;
    qsizetype back = text.size();
    double frontWidth = 0;
    double backWidth = 0;
    while (front < back) {
        const bool atFront = mode == Qt::ElideRight || frontWidth <= backWidth;
        const double next = advance(text[atFront ? front : back - 1]);
        if (next > left) break;
        left -= next;
        if (atFront) {
            ++front;
            frontWidth += next;
        } else {
            --back;
            backWidth += next;
        }
    }
    QString result = text.left(front);
    result += QChar(kEllipsis);
    if (mode != Qt::ElideRight) result += QStringView(text).mid(back);
    return result;
}

} // namespace alignscope::ui

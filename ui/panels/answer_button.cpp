// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/answer_button.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPaintEvent>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

AnswerButton::AnswerButton(QWidget* parent) : QPushButton(parent)
{
    setProperty("link", true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("No answer yet"));
}

void AnswerButton::setAnswer(const QString& what, const QString& answer, const QString& meaning, bool inForce)
{
    m_what = what;
    m_answer = answer;
    m_inForce = inForce;
    setEnabled(!inForce);
    const QString whole = what + u": "_s + answer;
    setAccessibleName(inForce ? tr("%1 (in force)").arg(whole) : whole);
    setAccessibleDescription(meaning);
    setToolTip(meaning + u'\n' + answer + u'\n' + (inForce ? tr("This is the scenario in force.") : tr("A click adopts it.")));
    update();
}

QSize AnswerButton::sizeHint() const { return {480, fontMetrics().height() + 6}; }
QSize AnswerButton::minimumSizeHint() const { return {160, sizeHint().height()}; }

void AnswerButton::paintEvent(QPaintEvent* event)
{
    QPushButton::paintEvent(event); // the frame; it has no text
    const Theme& t = theme();
    QPainter painter(this);
    const QRect area = rect().adjusted(6, 0, -6, 0);
    const QFont bold = scaledFont(1.0, true);
    const QString head = (m_inForce ? u"\u2713 "_s : u"\u2605 "_s) + m_what + u"  "_s;
    painter.setFont(bold);
    painter.setPen(m_inForce ? t.good : t.text);
    const int headWidth = QFontMetrics(bold).horizontalAdvance(head);
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(bold).elidedText(head, Qt::ElideRight, area.width()));
    painter.setFont(font());
    painter.setPen(m_inForce ? t.muted : t.accent);
    const QRect rest = area.adjusted(headWidth, 0, 0, 0);
    if (rest.width() > 20) painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(m_answer, Qt::ElideRight, rest.width()));
}

} // namespace alignscope::ui

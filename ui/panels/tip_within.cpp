// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/tip_within.h"

#include <QEvent>
#include <QToolTip>
#include <QWidget>

namespace alignscope::ui {
namespace {

class TipKeeper : public QObject {
public:
    TipKeeper(QWidget* widget, QWidget* within) : QObject(widget), m_widget(widget), m_within(within) { widget->installEventFilter(this); }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::ToolTip || m_widget->toolTip().isEmpty()) return false;
        constexpr int kFrame = 38; // of a tip and what it sets inside, both sides
        const QString text = QStringLiteral("<table width=\"%1\"><tr><td>%2</td></tr></table>")
                                 .arg(m_within->width() - kFrame)
                                 .arg(m_widget->toolTip().toHtmlEscaped());
        QToolTip::showText(m_within->mapToGlobal(QPoint(-2, m_within->height() - 12)), text, m_widget);
        return true;
    }

private:
    QWidget* m_widget;
    QWidget* m_within;
};

} // namespace

void keepTipWithin(QWidget* widget, QWidget* within) { new TipKeeper(widget, within); }

} // namespace alignscope::ui

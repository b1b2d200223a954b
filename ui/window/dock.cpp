// SPDX-License-Identifier: Apache-2.0
#include "ui/window/dock.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QToolButton>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

QDockWidget* makeDock(const QString& name, const QString& title, QWidget* content, QMainWindow* window)
{
    auto* dock = new QDockWidget(title, window);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    dock->setWidget(content);

    auto* bar = new QWidget(dock);
    bar->setProperty("panel", true);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(space::kDouble, 6, space::kHalf, 2);
    row->setSpacing(2);
    auto* label = new QLabel(title, bar);
    label->setFont(scaledFont(1.05, true));
    row->addWidget(label, 1);
    const auto button = [&](const QString& iconName, const QString& tip) {
        auto* made = new QToolButton(bar);
        made->setProperty("flat", true);
        made->setIcon(icon(iconName));
        made->setIconSize(QSize(13, 13));
        made->setToolTip(tip);
        made->setAccessibleName(u"%1: %2"_s.arg(title, tip));
        made->setObjectName(u"%1.%2"_s.arg(name, iconName));
        made->setFocusPolicy(Qt::NoFocus); // the menu and the shortcuts do the same
        row->addWidget(made);
        return made;
    };
    auto* floating = button(u"float"_s, QDockWidget::tr("Float"));
    auto* close = button(u"close"_s, QDockWidget::tr("Close"));
    QObject::connect(floating, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    QObject::connect(close, &QToolButton::clicked, dock, &QDockWidget::close);
    dock->setTitleBarWidget(bar);
    return dock;
}

} // namespace alignscope::ui

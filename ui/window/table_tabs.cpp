// SPDX-License-Identifier: Apache-2.0
#include "ui/window/table_tabs.h"

#include "ui/theme/icons.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QResizeEvent>
#include <QTabBar>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr int kBesideName = 30; // padding of the style sheet, and a pixel of doubt

constexpr int kMostMinimum = 420;  // beside the docks at 1024 pixels

} // namespace

TableTabs::TableTabs(QWidget* parent) : QTabWidget(parent)
{
    setObjectName(u"tables"_s);
    setAccessibleName(tr("Tables"));
    setDocumentMode(true);
    tabBar()->setObjectName(u"tablesBar"_s);
    tabBar()->setAccessibleName(tr("Tables"));
    tabBar()->setIconSize(QSize(16, 16));
    connect(this, &QTabWidget::currentChanged, this, [this] {
        arrange();
        // Where the page that went away had the focus, Qt gives it to the first field of the new one,
        // and the keys of the steps would be typed into its filter.
        QWidget* page = currentWidget();
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        if (page == nullptr || field == nullptr || !page->isAncestorOf(field)) return;
        if (auto* view = page->findChild<QAbstractItemView*>()) view->setFocus(Qt::OtherFocusReason);
    });
}

void TableTabs::addTable(QWidget* table, const QString& iconName, const QString& name)
{
    m_names << name;
    m_icons << iconName;
    const int index = addTab(table, name);
    tabBar()->setAccessibleTabName(index, name);
    setTabToolTip(index, name);
    arrange();
}

QSize TableTabs::minimumSizeHint() const
{
    const QSize hint = QTabWidget::minimumSizeHint();
    return {std::min(hint.width(), kMostMinimum), hint.height()};
}

void TableTabs::resizeEvent(QResizeEvent* event)
{
    QTabWidget::resizeEvent(event);
    arrange();
}

void TableTabs::changeEvent(QEvent* event)
{
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) arrange();
}

void TableTabs::arrange()
{
    int needed = 0;
    for (const QString& name : m_names) needed += tabBar()->fontMetrics().horizontalAdvance(name) + kBesideName;
    const bool compact = needed > width();
    if (compact != m_compact) {
        m_compact = compact;
        // Only the padding; all else comes from the theme.
        tabBar()->setStyleSheet(compact ? u"QTabBar::tab { padding: 7px 3px 6px 3px; }"_s : QString());
    }
    for (int i = 0; i < m_names.size() && i < count(); ++i) {
        const QString text = !compact || i == currentIndex() ? m_names[i] : QString();
        if (tabText(i) != text) setTabText(i, text);
        setTabIcon(i, compact ? icon(m_icons[i]) : QIcon());
    }
}

} // namespace alignscope::ui

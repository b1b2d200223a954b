// SPDX-License-Identifier: Apache-2.0
// How MainWindow makes do with little room: a screen at 200 % has 800 x 500 pixels left.
#include "ui/window/main_window.h"

#include "ui/window/search_box.h"

#include <QDockWidget>
#include <QToolButton>

#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr int kBesideEachOther = 1000; // width from which both side panels leave the canvas enough
constexpr int kTall = 640;             // height from which the tables do
constexpr int kShortTables = 196;
constexpr int kSearch = 130;
constexpr int kShortSearch = 92; // else it would go behind the tool bar's arrows

} // namespace

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_given = false;
    m_toldSize = size();
    m_settle.start();
    fitPanels();
}

bool MainWindow::roomy() const { return m_panelsShown && m_widePanels.isEmpty() && width() >= kBesideEachOther && height() >= kTall; }

// How the panels stand while there is room, by the hand of the user: what a window that shrinks or grows makes
// of them comes late, when its size may be another one already.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // The layout fits them in before the window itself is told its size.
    if (event->type() == QEvent::Resize && !m_settle.isActive() && m_toldSize == size() && roomy()) notePanels();
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::notePanels()
{
    m_roomyPanels = saveState();
    m_roomySizes = {m_docks[0]->width(), m_docks[1]->width(), m_docks[2]->height()};
}

void MainWindow::settlePanels()
{
    if (std::exchange(m_given, false) || !roomy()) return;
    if (m_roomySizes.isEmpty()) return notePanels();
    const auto give = [this](qsizetype dock, Qt::Orientation orientation) {
        const auto area = dockWidgetArea(m_docks[dock]);
        const bool beside = area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
        if (beside != (orientation == Qt::Horizontal)) return; // the user moved it
        if (!m_docks[dock]->isFloating() && m_docks[dock]->isVisible()) resizeDocks({m_docks[dock]}, {m_roomySizes[dock]}, orientation);
    };
    give(0, Qt::Horizontal);
    give(1, Qt::Horizontal);
    give(2, Qt::Vertical);
    m_given = true; // where there was too little room for that, the layout's answer is not the user's
    m_settle.start();
}

// Narrow, the side panels share the right side as tabs; wide again, all stands as before.
void MainWindow::fitPanels()
{
    const bool narrow = width() < kBesideEachOther;
    if (auto* preset = findChild<QToolButton*>(u"presetButton"_s)) {
        const Qt::ToolButtonStyle style = narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
        if (preset->toolButtonStyle() != style) {
            preset->setToolButtonStyle(style);
            if (narrow) preset->setFixedWidth(preset->sizeHint().width());
            else preset->setFixedWidth(m_presetWidth);
        }
    }
    m_search->setMinimumWidth(narrow ? kShortSearch : kSearch);
    if (!m_panelsShown) return;
    QDockWidget* scenario = m_docks[0];
    QDockWidget* inspector = m_docks[1];
    const bool share = narrow && !scenario->isFloating() && !inspector->isFloating();
    if (share != !m_widePanels.isEmpty()) {
        if (share) {
            m_widePanels = m_roomyPanels.isEmpty() ? saveState() : m_roomyPanels;
            const bool shown = !inspector->isHidden();
            addDockWidget(Qt::RightDockWidgetArea, inspector);
            tabifyDockWidget(inspector, scenario);
            if (shown) inspector->raise();
        } else if (!narrow) {
            QList<bool> hidden;
            for (const QDockWidget* dock : m_docks) hidden << dock->isHidden();
            restoreState(std::exchange(m_widePanels, {}));
            for (qsizetype i = 0; i < m_docks.size(); ++i) m_docks[i]->setHidden(hidden[i]);
        }
    }
    const bool low = height() < kTall;
    if (low && !m_low && m_docks[2]->height() > kShortTables) resizeDocks({m_docks[2]}, {kShortTables}, Qt::Vertical);
    if (!low && m_low && !narrow && !m_roomyPanels.isEmpty()) restoreState(m_roomyPanels);
    m_low = low;
}

// As they stand in a window with room for them.
QByteArray MainWindow::panelState() const { return m_widePanels.isEmpty() ? saveState() : m_widePanels; }

void MainWindow::restorePanels(const QByteArray& state)
{
    m_widePanels.clear();
    m_roomyPanels.clear();
    m_roomySizes.clear();
    m_low = false;
    restoreState(state);
    fitPanels();
}

} // namespace alignscope::ui

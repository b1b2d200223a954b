// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/history_panel.h"

#include "ui/models/history_model.h"
#include "ui/panels/blocks.h"
#include "ui/session/session.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

HistoryPanel::HistoryPanel(Session& session, ScenarioCosts& costs, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new HistoryModel(session, costs, this)), m_stack(new QStackedWidget(this)),
      m_view(new QTreeView(this)),
      m_empty(emptyState(u"undo"_s, tr("Nothing was changed yet"), tr("Each step that can be undone appears here with its price; a click goes back to it."), this))
{
    setObjectName(u"historyPanel"_s);
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_view->setObjectName(u"historyView"_s);
    m_view->setAccessibleName(tr("History"));
    m_view->setModel(m_model);
    m_view->setUniformRowHeights(true);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->header()->setHighlightSections(false);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionsMovable(false);
    const int widths[] = {64, 400, 96, 96, 96, 106, 80};
    for (int i = 0; i < HistoryModel::ColumnCount; ++i) m_view->header()->resizeSection(i, widths[i]);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    const auto go = [this](const QModelIndex& index) { m_session.goToStep(index.row()); };
    connect(m_view, &QTreeView::clicked, this, go);
    connect(m_view, &QTreeView::activated, this, go);
    connect(m_model, &HistoryModel::refreshed, this, &HistoryPanel::refresh);
    refresh();
}

void HistoryPanel::refresh()
{
    m_stack->setCurrentWidget(m_model->rowCount() > 1 ? static_cast<QWidget*>(m_view) : m_empty);
    const QModelIndex now = m_model->index(m_model->currentRow(), HistoryModel::What);
    if (!now.isValid() || m_view->currentIndex().row() == now.row()) return;
    m_view->setCurrentIndex(now);
    m_view->scrollTo(now);
}

} // namespace alignscope::ui

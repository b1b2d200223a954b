// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/row_preview.h"

#include "ui/session/session.h"

#include <QAbstractItemView>
#include <QEvent>

#include <utility>

namespace alignscope::ui {

RowPreview::RowPreview(Session& session, QAbstractItemView& view, ScenarioOf scenarioOf)
    : QObject(&view), m_session(session), m_view(view), m_scenarioOf(std::move(scenarioOf))
{
    view.setMouseTracking(true);
    view.viewport()->installEventFilter(this);
    view.installEventFilter(this);
    connect(&view, &QAbstractItemView::entered, this, &RowPreview::preview);
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (m_view.hasFocus() && m_moved) preview(current);
    });
}

void RowPreview::preview(const QModelIndex& row)
{
    const auto scenario = row.isValid() ? m_scenarioOf(row) : std::nullopt;
    if (scenario) m_session.startPreview(*scenario);
    else m_session.endPreview();
}

bool RowPreview::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Leave && watched == m_view.viewport()) m_session.endPreview();
    // A view that is only given the focus makes its first row the current one.
    if (watched == &m_view && event->type() == QEvent::FocusIn) m_moved = false;
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress) m_moved = true;
    if (watched == &m_view && (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)) m_session.endPreview();
    return false;
}

} // namespace alignscope::ui

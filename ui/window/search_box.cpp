// SPDX-License-Identifier: Apache-2.0
#include "ui/window/search_box.h"

#include "ui/models/roles.h"
#include "ui/models/search_model.h"
#include "ui/session/session.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

SearchBox::SearchBox(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new SearchModel(this)), m_field(new QLineEdit(this))
{
    setObjectName(u"searchBox"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_field->setObjectName(u"searchField"_s);
    m_field->setAccessibleName(tr("Search"));
    m_field->setPlaceholderText(tr("Search type, name, tensor"));
    m_field->setToolTip(tr("Find operations (Ctrl+F): every word must occur in the type, the name or a tensor; \"word\" must match as a whole"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    setMinimumWidth(130);
    setMaximumWidth(300);
    row->addWidget(m_field);

    m_popup = new QFrame(window());
    m_popup->setObjectName(u"searchPopup"_s);
    m_popup->setProperty("card", true);
    auto* column = new QVBoxLayout(m_popup);
    column->setContentsMargins(4, 6, 4, 4);
    m_count = new QLabel(m_popup);
    m_count->setObjectName(u"searchCount"_s);
    m_count->setProperty("role", u"muted"_s);
    m_count->setContentsMargins(8, 0, 8, 0);
    column->addWidget(m_count);
    m_list = new QListView(m_popup);
    m_list->setObjectName(u"searchList"_s);
    m_list->setAccessibleName(tr("Found operations"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    column->addWidget(m_list);
    m_popup->hide();

    connect(m_field, &QLineEdit::textChanged, this, &SearchBox::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        choose(index.row());
        m_popup->hide();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (m_list->hasFocus() && index.isValid()) choose(index.row());
    });
    connect(&session, &Session::modelChanged, this, [this] {
        m_model->setModel(m_session.model());
        search();
        m_popup->hide();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now != m_field && now != m_list) m_popup->hide();
    });
    m_model->setModel(session.model());
}

void SearchBox::start()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (m_model->active()) place();
}

void SearchBox::search()
{
    m_model->setQuery(m_field->text());
    m_current = -1;
    const auto count = static_cast<int>(m_model->hits().size());
    m_count->setText(count == 0 ? tr("Nothing found. Every word must occur.") : tr("%n found; Return goes to the next", nullptr, count));
    if (m_model->active() && m_field->hasFocus()) place();
    else m_popup->hide();
    Q_EMIT hitsChanged(m_model->hits());
}

void SearchBox::place()
{
    if (m_popup->parentWidget() != window()) m_popup->setParent(window());
    const int rows = std::min<int>(static_cast<int>(m_model->hits().size()), 12);
    const int rowHeight = std::max(24, m_list->sizeHintForRow(0));
    m_list->setVisible(rows > 0);
    const int height = 34 + (rows > 0 ? rows * rowHeight + 12 : 0);
    const int width = std::max(380, this->width());
    QPoint corner = mapTo(window(), QPoint(this->width() - width, this->height() + 4));
    corner.setX(std::clamp(corner.x(), 4, std::max(4, window()->width() - width - 4)));
    m_popup->setGeometry(QRect(corner, QSize(width, height)));
    m_popup->show();
    m_popup->raise();
}

void SearchBox::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_model->hits().size())) return;
    m_current = row;
    m_session.selectOperation(m_model->hits()[static_cast<std::size_t>(row)]);
}

void SearchBox::go(int step)
{
    const auto count = static_cast<int>(m_model->hits().size());
    if (count == 0) return;
    choose(m_current < 0 ? (step > 0 ? 0 : count - 1) : (m_current + step + count) % count);
    m_list->setCurrentIndex(m_model->index(m_current));
    m_count->setText(tr("%1 of %n", nullptr, count).arg(m_current + 1));
}

bool SearchBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (key->key() == Qt::Key_Escape) event->accept(); // here it does not clear the selection
        return false;
    }
    if (key->key() == Qt::Key_Escape) {
        if (watched == m_list) {
            m_popup->hide();
            m_field->setFocus();
        } else if (m_popup->isVisible()) m_popup->hide();
        else if (!m_field->text().isEmpty()) m_field->clear();
        else Q_EMIT left();
        return true;
    }
    if (watched != m_field) return false;
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        go(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Down && m_popup->isVisible() && !m_model->hits().empty()) {
        m_list->setFocus(Qt::TabFocusReason);
        m_list->setCurrentIndex(m_model->index(std::max(0, m_current)));
        return true;
    }
    return false;
}

} // namespace alignscope::ui

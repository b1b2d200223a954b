// SPDX-License-Identifier: Apache-2.0
#include "ui/window/search_box.h"

#include "ui/models/search_model.h"
#include "ui/panels/blocks.h"
#include "ui/session/session.h"
#include "ui/text/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/window/search_row.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStyle>
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
    m_field->setToolTip(tr("Find operations (Ctrl+F) by words, types, attributes, shapes and quantization. The sign at its end lists the terms."));
    m_field->setClearButtonEnabled(true);
    m_sign = m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_helpAction = m_field->addAction(icon(u"info"_s), QLineEdit::TrailingPosition);
    m_helpAction->setObjectName(u"searchHelp"_s);
    m_helpAction->setCheckable(true);
    m_helpAction->setText(tr("Search terms"));
    m_helpAction->setToolTip(tr("The terms that can be searched for (F1 in the field)"));
    m_field->installEventFilter(this);
    setMinimumWidth(130);
    setMaximumWidth(320);
    row->addWidget(m_field);

    m_popup = new QFrame(window());
    m_popup->setObjectName(u"searchPopup"_s);
    m_popup->setProperty("card", true);
    auto* column = new QVBoxLayout(m_popup);
    column->setContentsMargins(4, 6, 4, 4);
    column->setSpacing(4);
    m_count = new QLabel(m_popup);
    m_count->setObjectName(u"searchCount"_s);
    m_count->setWordWrap(true);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setContentsMargins(8, 0, 8, 0);
    column->addWidget(m_count);
    m_better = linkButton({}, m_popup);
    m_better->setObjectName(u"searchBetter"_s);
    m_better->setFocusPolicy(Qt::NoFocus); // the list of hits lives as long as the field has the focus
    connect(m_better, &QPushButton::clicked, this, &SearchBox::correct);
    column->addWidget(m_better);
    m_hint = new QLabel(m_popup);
    m_hint->setObjectName(u"searchHint"_s);
    m_hint->setProperty("role", u"muted"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setContentsMargins(8, 0, 8, 0);
    column->addWidget(m_hint);
    m_list = new QListView(m_popup);
    m_list->setObjectName(u"searchList"_s);
    m_list->setAccessibleName(tr("Found operations"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchRow(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setBatchSize(1000);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    column->addWidget(m_list);
    m_help = makeHelp();
    column->addWidget(m_help);
    m_popup->hide();

    connect(m_field, &QLineEdit::textChanged, this, &SearchBox::search);
    connect(m_field, &QLineEdit::textChanged, this, &SearchBox::makeRoom);
    connect(m_helpAction, &QAction::toggled, this, &SearchBox::toggleHelp);
    connect(m_model, &SearchModel::changed, this, &SearchBox::refresh);
    // Out of the way of what was chosen, and with the canvas's keys at hand; Ctrl+F shows the list again.
    const auto take = [this](const QModelIndex& index) {
        hidePopup();
        choose(index.row());
        Q_EMIT left();
    };
    connect(m_list, &QListView::clicked, this, take);
    connect(m_list, &QListView::activated, this, take);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!m_list->hasFocus() || !index.isValid()) return;
        m_current = index.row();
        Q_EMIT previewed(m_model->hits()[static_cast<std::size_t>(index.row())]);
    });
    const auto evaluated = [this] {
        m_model->setEvaluation(m_session.shown(), m_session.mode() == CanvasMode::Before ? EvaluationSide::Loaded : EvaluationSide::Outcome);
    };
    connect(&session, &Session::modelChanged, this, [this, evaluated] {
        m_model->setModel(m_session.model());
        evaluated();
        hidePopup();
    });
    connect(&session, &Session::replaced, m_field, &QLineEdit::clear); // it was meant for another model
    connect(&session, &Session::shownChanged, this, evaluated);
    connect(&session, &Session::modeChanged, this, evaluated);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now != m_field && now != m_list) hidePopup();
    });
    m_model->setModel(session.model());
    evaluated();
}

QWidget* SearchBox::makeHelp()
{
    auto* help = new QFrame(m_popup);
    help->setObjectName(u"searchTerms"_s);
    help->setAccessibleName(tr("Search terms"));
    auto* grid = new QGridLayout(help);
    grid->setContentsMargins(8, 4, 8, 6);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    const std::pair<QString, QString> rows[] = {
        {u"conv add"_s, tr("every word in the name, type or a tensor")},
        {u"\"Conv1\"  /conv[12]$/"_s, tr("the whole of one; a regular expression")},
        {u"type:Conv  type:Q*  tensor:w"_s, tr("the type; a tensor's name")},
        {u"attr:group=2  attr:axis"_s, tr("an attribute, with a value or any")},
        {u"dtype:int8  shape:1,3,?,224"_s, tr("a tensor's type or shape; one dimension")},
        {u"scale>0.1  offset!=0  bits>1"_s, tr("numbers of a slot; bits lost")},
        {u"state:PASSIVE  group:G3"_s, tr("a slot's state; members of a group")},
        {u"requantize  changed  joined"_s, tr("rescaled; of another scale; only in another group")},
        {u"clipped"_s, tr("part of the loaded range no longer held")},
        {u"misaligned  split  broken"_s, tr("inputs differ; in and out differ; promise undone")},
        {u"fused  aligned  float"_s, tr("how a slot is bound")},
        {u"is:split  -type:Conv"_s, tr("only the state, not the word; not this")},
    };
    int line = 0;
    for (const auto& [term, meaning] : rows) {
        auto* example = new QLabel(term, help);
        example->setTextFormat(Qt::PlainText);
        example->setFont(scaledFont(0.95, true));
        grid->addWidget(example, line, 0);
        auto* text = new QLabel(meaning, help);
        text->setProperty("role", u"muted"_s);
        grid->addWidget(text, line++, 1);
    }
    help->hide();
    return help;
}

void SearchBox::start()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!m_field->text().trimmed().isEmpty()) place();
}

void SearchBox::ask(const QString& query)
{
    m_field->setText(query);
    start();
}

void SearchBox::search()
{
    m_current = -1;
    m_model->setQuery(m_field->text());
}

void SearchBox::refresh()
{
    m_current = std::min(m_current, static_cast<int>(m_model->hits().size()) - 1);
    const auto count = static_cast<int>(m_model->hits().size());
    const auto suggestion = m_model->suggestion();
    QString text;
    if (!m_model->error().isEmpty()) text = m_model->error();
    else if (m_model->searching()) text = tr("Searching...");
    else if (suggestion && count > 0)
        text = tr("%n found; Return goes to the next, Down into the list", nullptr, count) + u'\n'
               + tr("%1 is no search term, so it leaves nothing out.").arg(qs(suggestion->unknown));
    else if (const auto& wrong = suggestion; wrong && wrong->better.empty())
        text = tr("Nothing found: %1 begins no search term. F1 lists them.").arg(qs(wrong->unknown));
    else if (suggestion) text = tr("Nothing found: %1 is no search term.").arg(qs(suggestion->unknown));
    else if (count == 0) text = tr("Nothing found. Every term must hold.");
    else text = tr("%n found; Return goes to the next, Down into the list", nullptr, count);
    m_count->setText(text);
    const bool wrong = !m_model->error().isEmpty() && !m_model->unfinished();
    if (const QString role = wrong ? u"bad"_s : u"muted"_s; m_count->property("role") != role) {
        m_count->setProperty("role", role);
        m_count->style()->unpolish(m_count); // else the style sheet keeps the old colour
        m_count->style()->polish(m_count);
    }
    const QStringList completions = m_field->hasFocus() ? m_model->completions(m_field->text()) : QStringList();
    m_hint->setText(completions.isEmpty() ? QString() : tr("Tab completes: %1").arg(completions.join(u"   "_s)));
    m_hint->setVisible(!completions.isEmpty());
    m_betterQuery = suggestion ? qs(suggestion->query) : QString();
    m_better->setVisible(!m_betterQuery.isEmpty());
    if (suggestion) m_better->setText((completions.isEmpty() ? tr("Search for %1 instead (Tab)") : tr("Search for %1 instead")).arg(qs(suggestion->better).replace(u'&', u"&&"_s)));
    const bool typed = !m_field->text().trimmed().isEmpty();
    if ((typed || m_helpWanted) && (m_field->hasFocus() || m_list->hasFocus())) place();
    else hidePopup();
    Q_EMIT hitsChanged(m_model->hits());
}

// In a narrow field the signs give their room to what is typed.
void SearchBox::makeRoom()
{
    constexpr int kEnough = 200;
    m_field->setPlaceholderText(width() >= kEnough ? tr("Search: conv type:Add scale>0.1") : tr("Search"));
    const bool room = width() >= kEnough || m_field->text().isEmpty();
    m_sign->setVisible(room);
    m_helpAction->setVisible(room || m_helpWanted);
}

void SearchBox::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void SearchBox::toggleHelp(bool shown)
{
    m_helpWanted = shown;
    if (shown) m_field->setFocus(Qt::OtherFocusReason);
    refresh();
}

void SearchBox::place()
{
    if (m_popup->parentWidget() != window()) m_popup->setParent(window());
    const bool typed = !m_field->text().trimmed().isEmpty();
    const int rowHeight = std::max(30, m_list->sizeHintForRow(0));
    int most = m_helpWanted ? 4 : 9;
    if (m_area != nullptr && m_area->isVisible() && !m_helpWanted) {
        constexpr int kLeft = 130; // for the hit that is looked at, below the list
        constexpr int kLines = 56; // above the rows
        most = std::clamp((m_area->height() - kLeft - kLines) / rowHeight, 1, most);
    }
    const int rows = std::min<int>(static_cast<int>(m_model->hits().size()), most);
    m_count->setVisible(typed);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(std::max(1, rows) * rowHeight + 4);
    m_help->setVisible(m_helpWanted);
    const int needed = m_helpWanted ? m_help->sizeHint().width() + 8 : 0; // no term is cut
    const int width = std::min(std::max({460, this->width(), needed}), window()->width() - 8);
    m_popup->setFixedWidth(width);
    m_popup->setFixedHeight(m_popup->layout()->hasHeightForWidth() ? m_popup->layout()->totalHeightForWidth(width)
                                                                   : m_popup->layout()->totalSizeHint().height());
    QPoint corner = mapTo(window(), QPoint(this->width() - width, this->height() + 4));
    // Not over the panel on the right, which tells about each hit.
    if (m_area != nullptr && m_area->isVisible())
        corner.setX(std::min(corner.x(), m_area->mapTo(window(), QPoint(m_area->width() - width - 4, 0)).x()));
    corner.setX(std::clamp(corner.x(), 4, std::max(4, window()->width() - width - 4)));
    m_popup->move(corner);
    m_popup->show();
    m_popup->raise();
    Q_EMIT covers(m_popup->geometry());
}

void SearchBox::hidePopup()
{
    if (m_helpWanted) {
        m_helpWanted = false;
        const QSignalBlocker quiet(m_helpAction);
        m_helpAction->setChecked(false);
    }
    m_popup->hide();
    Q_EMIT covers({});
    Q_EMIT previewed({});
}

void SearchBox::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_model->hits().size())) return;
    m_current = row;
    Q_EMIT previewed({});
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

void SearchBox::correct()
{
    if (!m_betterQuery.isEmpty()) m_field->setText(m_betterQuery);
}

bool SearchBox::complete()
{
    const QStringList completions = m_model->completions(m_field->text());
    if (completions.isEmpty() && !m_betterQuery.isEmpty()) {
        correct();
        return true;
    }
    if (completions.isEmpty() || m_field->cursorPosition() != m_field->text().size()) return false;
    m_field->setText(SearchModel::completed(m_field->text(), completions.front()));
    return true;
}

bool SearchBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        // Here Escape does not clear the selection, and F1 lists the terms.
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_F1) event->accept();
        return false;
    }
    if (key->key() == Qt::Key_Escape) {
        if (watched == m_list) {
            hidePopup();
            m_field->setFocus();
        } else if (m_popup->isVisible()) hidePopup();
        else if (!m_field->text().isEmpty()) m_field->clear();
        else Q_EMIT left();
        return true;
    }
    if (key->key() == Qt::Key_F3) {
        go(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_F1) {
        m_helpAction->toggle();
        return true;
    }
    if (watched != m_field) {
        if (key->key() == Qt::Key_Up && m_list->currentIndex().row() <= 0) {
            m_field->setFocus();
            Q_EMIT previewed({});
            return true;
        }
        return false;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        go(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier) return complete();
    if (key->key() == Qt::Key_Down && !m_model->hits().empty()) {
        if (!m_popup->isVisible()) place();
        const int row = std::max(0, m_current);
        m_list->setFocus(Qt::TabFocusReason);
        if (m_list->currentIndex().row() == row) Q_EMIT previewed(m_model->hits()[static_cast<std::size_t>(row)]);
        m_list->setCurrentIndex(m_model->index(row));
        return true;
    }
    return false;
}

} // namespace alignscope::ui

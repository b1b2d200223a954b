// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/bind_dialog.h"

#include "core/align/by_hand.h"
#include "ui/models/slot_choice_model.h"
#include "ui/models/words_filter.h"
#include "ui/panels/blocks.h"
#include "ui/panels/hand_cost.h"
#include "ui/session/session.h"
#include "ui/text/explanation.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t kMostAtOnce = 40000; // slots that are looked at in a few milliseconds

} // namespace

BindDialog::BindDialog(Session& session, SlotId slot, QWidget* parent)
    : QDialog(parent), m_session(session), m_slot(slot), m_cost(new HandCost(session, this)), m_choices(new SlotChoiceModel(this)),
      m_words(new WordsFilter(this)), m_job(*this, m_pool)
{
    setObjectName(u"bindDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Bind a slot"));
    const SlotList& slots = session.model()->baseline.slots();
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::kUnit);
    auto* title = new ElidedLabel(tr("%1 is to follow...").arg(slotName(slots, slot)), this);
    title->setFont(scaledFont(1.1, true));
    column->addWidget(title);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"bindFilter"_s);
    m_filter->setAccessibleName(tr("Filter the slots"));
    m_filter->setPlaceholderText(tr("Part of the name"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    column->addWidget(m_filter);

    m_words->setSourceModel(m_choices);
    m_list = new QListView(this);
    m_list->setObjectName(u"bindList"_s);
    m_list->setAccessibleName(tr("Slots that can be the master"));
    m_list->setModel(m_words);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideLeft); // the end tells them apart
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMinimumHeight(120);
    column->addWidget(m_list, 1);
    m_verdict = new QLabel(this);
    m_verdict->setObjectName(u"bindVerdict"_s);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setMinimumHeight(4 * m_verdict->fontMetrics().lineSpacing());
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_verdict);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_bind = buttons->addButton(honoursHandEdits(session.scenario().engine) ? tr("&Bind") : tr("Use the strict engine and &bind"),
                                QDialogButtonBox::AcceptRole);
    m_bind->setObjectName(u"bindAccept"_s);
    m_bind->setDefault(true);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &BindDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &BindDialog::reject);
    connect(m_list, &QListView::doubleClicked, this, &BindDialog::accept);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &BindDialog::judge);
    connect(&session, &Session::previewChanged, this, &BindDialog::judge);
    connect(m_cost, &HandCost::ready, this, &BindDialog::judge);
    connect(&session, &Session::modelChanged, this, &BindDialog::reject);
    connect(m_words, &WordsFilter::progressed, this, [this] {
        found();
        acceptAwaited();
    });
    connect(m_words, &WordsFilter::modelReset, this, &BindDialog::found);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_typed = !text.isEmpty();
        m_awaited = false; // Return was for another text
        m_words->setText(text);
        found();
    });
    look();
    judge();
    m_filter->setFocus();
    resizeWithin(*this, {420, 460});
}

BindDialog::~BindDialog()
{
    m_job.stop();
    m_pool.waitForDone();
}

void BindDialog::look()
{
    auto work = [model = m_session.model(), slot = m_slot](const Task& task) {
        std::vector<SlotId> choices;
        for (std::uint32_t i = 0; i < model->baseline.size() && !task.stopped(); ++i)
            if (bindRefusal(model->baseline, slot, SlotId(i)) == Reason::None) choices.emplace_back(i);
        return choices;
    };
    if (m_session.model()->baseline.size() <= kMostAtOnce) take(work({}));
    else m_job.start(std::move(work), [this](std::vector<SlotId> choices) { take(std::move(choices)); });
}

void BindDialog::take(std::vector<SlotId> choices)
{
    m_choices->setChoices(m_session.model(), std::move(choices));
    const SlotList& slots = m_session.model()->baseline.slots();
    const ManualBinding* old = findBinding(m_session.scenario(), slots.id(m_slot));
    const int row = old != nullptr ? m_choices->rowOf(slots.findId(old->master)) : -1;
    if (row >= 0 && !m_typed)
        if (const QModelIndex current = m_words->reach(m_choices->index(row)); current.isValid()) m_list->setCurrentIndex(current);
    judge();
    acceptAwaited();
}

void BindDialog::found()
{
    if (m_typed && !m_words->working() && m_words->rowCount() > 0 && m_list->currentIndex().row() != 0) m_list->setCurrentIndex(m_words->index(0, 0));
    judge();
}

bool BindDialog::finding() const { return m_job.running() || m_words->working(); }

void BindDialog::acceptAwaited()
{
    if (!finding() && std::exchange(m_awaited, false)) accept();
}

bool BindDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_typed || !finding()) return false; // the button's
        m_awaited = true;
        return true;
    default: return false;
    }
}

SlotId BindDialog::chosen() const
{
    const QModelIndex index = m_words->mapToSource(m_list->currentIndex());
    return index.isValid() ? m_choices->slot(index.row()) : SlotId{};
}

void BindDialog::judge()
{
    if (!m_session.model() || !m_session.evaluation()) return;
    const SlotId master = chosen();
    const SlotList& slots = m_session.model()->baseline.slots();
    Scenario strict = m_session.scenario();
    strict.engine = Engine::Strict;
    const auto verdict = master ? canBind(*m_session.model(), strict, slots.id(m_slot), slots.id(master)) : Result<void>();
    m_bind->setEnabled(master && verdict && !m_words->working()); // else Return would take what was typed before
    if (!master) {
        m_verdict->setText(m_job.running() ? tr("Looking for the slots that can be the master...")
                           : m_choices->rowCount() == 0 ? tr("No other slot of this model has the same policy, bits and range of values.")
                           : !m_words->working() && m_words->rowCount() == 0 ? tr("No slot that can be the master has these words in its name.")
                                                : tr("Choose the slot that is to be the master."));
        return m_session.endPreview();
    }
    if (!verdict) {
        m_verdict->setText(messageText(verdict.error()));
        return m_session.endPreview();
    }
    const Scenario wanted = m_session.withBinding(m_slot, master, Session::AlsoStrict::Yes);
    if (!m_session.preview() || m_session.preview()->scenario != wanted) m_session.startPreview(wanted);
    if (const auto& preview = m_session.preview(); preview && preview->scenario == wanted)
        m_verdict->setText(m_cost->text(tr("The binding"), *preview));
}

void BindDialog::accept()
{
    const SlotId master = chosen();
    if (!master || !m_bind->isEnabled()) return;
    disconnect(&m_session, nullptr, this, nullptr);
    m_session.endPreview();
    m_session.bindSlot(m_slot, master, Session::AlsoStrict::Yes);
    QDialog::accept();
}

void BindDialog::done(int result)
{
    disconnect(&m_session, nullptr, this, nullptr);
    m_session.endPreview();
    QDialog::done(result);
}

} // namespace alignscope::ui

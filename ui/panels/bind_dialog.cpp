// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/bind_dialog.h"

#include "core/align/by_hand.h"
#include "ui/models/words_filter.h"
#include "ui/panels/blocks.h"
#include "ui/panels/hand_cost.h"
#include "ui/session/session.h"
#include "ui/text/explanation.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

BindDialog::BindDialog(Session& session, SlotId slot, QWidget* parent) : QDialog(parent), m_session(session), m_slot(slot), m_cost(new HandCost(session, this))
{
    setObjectName(u"bindDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Bind a slot"));
    const TqcTable& loaded = session.model()->baseline;
    const SlotList& slots = loaded.slots();
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
    column->addWidget(m_filter);

    QStringList names;
    const ManualBinding* old = findBinding(session.scenario(), slots.id(slot));
    int current = -1;
    for (std::uint32_t i = 0; i < loaded.size(); ++i) {
        if (bindRefusal(loaded, slot, SlotId(i)) != Reason::None) continue;
        if (old != nullptr && slots.id(SlotId(i)) == old->master) current = static_cast<int>(m_candidates.size());
        m_candidates.emplace_back(i);
        names << u"%1    %2"_s.arg(slotName(slots, SlotId(i)), scaleText(loaded.effective(SlotId(i))));
    }
    auto* filter = new WordsFilter(this);
    filter->setSourceModel(new QStringListModel(names, filter));
    m_list = new QListView(this);
    m_list->setObjectName(u"bindList"_s);
    m_list->setAccessibleName(tr("Slots that can be the master"));
    m_list->setModel(filter);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideLeft); // the end tells them apart
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMinimumHeight(220);
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
    connect(m_filter, &QLineEdit::textChanged, this, [this, filter](const QString& text) {
        filter->setText(text);
        if (!text.isEmpty() && filter->rowCount() > 0) m_list->setCurrentIndex(filter->index(0, 0));
    });
    if (current >= 0) m_list->setCurrentIndex(filter->mapFromSource(filter->sourceModel()->index(current, 0)));
    judge();
    m_filter->setFocus();
    resize(420, 460);
}

SlotId BindDialog::chosen() const
{
    const auto* filter = qobject_cast<const WordsFilter*>(m_list->model());
    const QModelIndex index = filter->mapToSource(m_list->currentIndex());
    return index.isValid() ? m_candidates[static_cast<std::size_t>(index.row())] : SlotId{};
}

void BindDialog::judge()
{
    if (!m_session.model() || !m_session.evaluation()) return;
    const SlotId master = chosen();
    const SlotList& slots = m_session.model()->baseline.slots();
    Scenario strict = m_session.scenario();
    strict.engine = Engine::Strict;
    const auto verdict = master ? canBind(*m_session.model(), strict, slots.id(m_slot), slots.id(master)) : Result<void>();
    m_bind->setEnabled(master && verdict);
    if (!master) {
        m_verdict->setText(m_candidates.empty() ? tr("No other slot of this model has the same policy, bits and range of values.")
                                                : tr("Choose the slot that is to be the master."));
        return;
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

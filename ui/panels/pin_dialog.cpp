// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/pin_dialog.h"

#include "core/align/by_hand.h"
#include "core/base/numbers.h"
#include "ui/panels/blocks.h"
#include "ui/panels/hand_cost.h"
#include "ui/session/session.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

PinDialog::PinDialog(Session& session, SlotId slot, QWidget* parent) : QDialog(parent), m_session(session), m_slot(slot), m_cost(new HandCost(session, this))
{
    setObjectName(u"pinDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Pin a slot"));
    const TqcTable& loaded = session.model()->baseline;
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::kUnit + 2);
    auto* title = new ElidedLabel(slotName(loaded.slots(), slot), this);
    title->setFont(scaledFont(1.1, true));
    column->addWidget(title);
    column->addWidget(mutedLabel(tr("The slot and all that share its scale take exactly these values."), this));

    auto* form = new QFormLayout;
    m_scale = new QLineEdit(this);
    m_scale->setObjectName(u"pinScale"_s);
    m_scale->setAccessibleName(tr("Scale"));
    m_offset = new QLineEdit(this);
    m_offset->setObjectName(u"pinOffset"_s);
    m_offset->setAccessibleName(tr("Offset"));
    form->addRow(tr("&Scale"), m_scale);
    form->addRow(tr("&Offset"), m_offset);
    auto* fills = new QHBoxLayout;
    const auto addFill = [&](const QString& name, const QString& text, const QString& tip, const ParameterView& values) {
        if (!values.known() || values.scale.size() != 1) return;
        auto* button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setToolTip(tip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, scale = values.scale[0], offset = values.offset[0]] { fill(scale, offset); });
        fills->addWidget(button);
    };
    addFill(u"pinLoaded"_s, tr("As &loaded"), tr("Fill in the values that the slot was loaded with"), loaded.effective(slot));
    const TqcTable& now = session.evaluation()->outcome.table;
    addFill(u"pinCurrent"_s, tr("As &now"), tr("Fill in the values that the slot has in this scenario"), now.effective(slot));
    fills->addStretch(1);
    form->addRow(QString(), fills);
    m_range = new QLabel(this);
    m_range->setObjectName(u"pinRange"_s);
    m_range->setToolTip(tr("[(quant_min - offset) x scale, (quant_max - offset) x scale]"));
    m_loss = new QLabel(this);
    m_loss->setObjectName(u"pinLoss"_s);
    m_loss->setToolTip(tr("log2(pinned scale / loaded scale)"));
    form->addRow(tr("Real range"), m_range);
    form->addRow(tr("Bits lost"), m_loss);
    column->addLayout(form);
    m_verdict = new QLabel(this);
    m_verdict->setObjectName(u"pinVerdict"_s);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setMinimumHeight(4 * m_verdict->fontMetrics().lineSpacing()); // nothing jumps while one types
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_verdict, 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_pin = buttons->addButton(tr("&Pin"), QDialogButtonBox::AcceptRole);
    m_pin->setObjectName(u"pinAccept"_s);
    m_pin->setDefault(true);
    if (!honoursHandEdits(session.scenario().engine)) m_pin->setText(tr("Use the strict engine and &pin"));
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PinDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PinDialog::reject);
    connect(m_scale, &QLineEdit::textChanged, this, &PinDialog::judge);
    connect(m_offset, &QLineEdit::textChanged, this, &PinDialog::judge);
    connect(&session, &Session::modelChanged, this, &PinDialog::reject);
    connect(&session, &Session::previewChanged, this, &PinDialog::showCost);
    connect(m_cost, &HandCost::ready, this, &PinDialog::showCost);

    const Pin* old = findPin(session.scenario(), loaded.slots().id(slot));
    const ParameterView values = now.effective(slot);
    if (old != nullptr) fill(old->scale, old->offset);
    else if (values.known() && values.scale.size() == 1) fill(values.scale[0], values.offset[0]);
    judge();
    m_scale->setFocus();
    m_scale->selectAll();
    resize(420, sizeHint().height());
}

void PinDialog::fill(float scale, float offset)
{
    m_scale->setText(exact(scale));
    m_offset->setText(exact(offset));
}

std::optional<Pin> PinDialog::typed() const
{
    const auto scale = parseFloat(m_scale->text().trimmed().toStdString());
    const auto offset = parseFloat(m_offset->text().trimmed().toStdString());
    if (!scale || !offset) return std::nullopt;
    return Pin{m_session.model()->baseline.slots().id(m_slot), *scale, *offset};
}

void PinDialog::judge()
{
    if (!m_session.model()) return;
    const auto pin = typed();
    Scenario strict = m_session.scenario();
    strict.engine = Engine::Strict;
    const auto verdict = pin ? canPin(*m_session.model(), strict, *pin) : Result<void>();
    const bool legal = pin && verdict;
    const auto outlook = pin ? pinOutlook(*m_session.model(), *pin) : std::nullopt;
    m_range->setText(outlook ? rangeText(outlook->range, 6) : dash());
    QString loss = outlook ? bitsText(outlook->bitsLost) : dash();
    if (outlook && outlook->clippedShare > 0)
        loss += u", "_s + tr("%1 % of the loaded range clipped").arg(QString::number(100 * outlook->clippedShare, 'f', 1));
    m_loss->setText(loss);
    m_verdict->setText(!pin ? tr("Scale and offset must be numbers that fit into a 32-bit float, with a point as the decimal sign.")
                       : !verdict ? messageText(verdict.error())
                             : QString());
    m_verdict->setStyleSheet(u"color:%1;"_s.arg((legal ? theme().muted : theme().bad).name()));
    m_verdict->setAccessibleName(m_verdict->text());
    m_pin->setEnabled(legal);
    if (legal) m_session.startPreview(m_session.withPin(m_slot, pin->scale, pin->offset, Session::AlsoStrict::Yes));
    else m_session.endPreview();
    showCost();
}

// Once the preview is there.
void PinDialog::showCost()
{
    if (!m_session.model()) return;
    const auto pin = typed();
    const auto& preview = m_session.preview();
    if (!pin || !m_pin->isEnabled() || !preview) return;
    if (preview->scenario != m_session.withPin(m_slot, pin->scale, pin->offset, Session::AlsoStrict::Yes)) return;
    m_verdict->setText(m_cost->text(tr("The pin"), *preview));
    m_verdict->setAccessibleName(m_verdict->text());
}

void PinDialog::accept()
{
    const auto pin = typed();
    if (!pin || !m_pin->isEnabled()) return;
    m_session.endPreview();
    m_session.pinSlot(m_slot, pin->scale, pin->offset, Session::AlsoStrict::Yes);
    QDialog::accept();
}

void PinDialog::done(int result)
{
    m_session.endPreview();
    QDialog::done(result);
}

} // namespace alignscope::ui

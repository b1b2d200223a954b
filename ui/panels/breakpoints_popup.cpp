// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/breakpoints_popup.h"

#include "ui/panels/blocks.h"
#include "ui/session/session.h"
#include "ui/session/stepper.h"
#include "ui/text/step_words.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr std::size_t kMostNames = 20000; // that are offered for completion

Breakpoint::Kind chosenKind(const QComboBox& box) { return static_cast<Breakpoint::Kind>(box.currentData().toInt()); }

} // namespace

BreakpointsPopup::BreakpointsPopup(Session& session, Stepper& stepper, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_session(session), m_stepper(stepper), m_list(new QListWidget(this)),
      m_empty(mutedLabel(tr("No breakpoint yet. Without any, the jump goes to broken promises."), this)), m_kind(new QComboBox(this)),
      m_fields(new QStackedWidget(this)), m_name(new QLineEdit(this)), m_size(new QSpinBox(this)), m_add(new QPushButton(tr("Add"), this)),
      m_remove(new QPushButton(tr("Remove"), this)), m_message(mutedLabel({}, this)), m_names(new QStringListModel(this))
{
    setObjectName(u"breakpointsPopup"_s);
    setProperty("card", true);
    setAccessibleName(tr("Breakpoints"));
    setFixedWidth(360);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kDouble, 12, space::kDouble, 12);
    column->setSpacing(space::kUnit);
    column->addWidget(sectionLabel(tr("Breakpoints"), this));
    m_list->setObjectName(u"breakpointsList"_s);
    m_list->setAccessibleName(tr("Breakpoints"));
    m_list->setMaximumHeight(150);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto* remove = new QAction(tr("Remove"), m_list);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &BreakpointsPopup::removeCurrent);
    m_list->addAction(remove);
    column->addWidget(m_list);
    column->addWidget(m_empty);
    m_remove->setObjectName(u"removeBreakpoint"_s);
    m_remove->setAccessibleName(tr("Remove the chosen breakpoint"));
    m_remove->setAutoDefault(false);
    connect(m_remove, &QPushButton::clicked, this, &BreakpointsPopup::removeCurrent);
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    column->addWidget(rule(this));
    column->addWidget(sectionLabel(tr("Halt when"), this));

    m_kind->setObjectName(u"breakpointKind"_s);
    m_kind->setAccessibleName(tr("Halt when"));
    m_kind->addItem(tr("the steps of an operation begin"), static_cast<int>(Breakpoint::Kind::Operation));
    m_kind->addItem(tr("a slot changes"), static_cast<int>(Breakpoint::Kind::SlotChange));
    m_kind->addItem(tr("a group gets larger"), static_cast<int>(Breakpoint::Kind::GroupSize));
    m_kind->addItem(tr("a promise breaks"), static_cast<int>(Breakpoint::Kind::BrokenPromise));
    column->addWidget(m_kind);
    m_name->setObjectName(u"breakpointName"_s);
    m_name->setAccessibleName(tr("Name of the operation"));
    m_name->setClearButtonEnabled(true);
    auto* completer = new QCompleter(m_names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(8);
    m_name->setCompleter(completer);
    m_size->setObjectName(u"breakpointSize"_s);
    m_size->setAccessibleName(tr("More slots than"));
    m_size->setPrefix(tr("more than "));
    m_size->setSuffix(tr(" slots"));
    m_size->setRange(1, 1000000);
    m_size->setValue(8);
    m_fields->addWidget(m_name);
    m_fields->addWidget(m_size);
    auto* nothing = mutedLabel(tr("An operation's slot no longer agrees with what the operation bound it to."), this);
    m_fields->addWidget(nothing);
    m_fields->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_fields);
    auto* row = new QHBoxLayout;
    row->addWidget(m_message, 1);
    m_add->setObjectName(u"addBreakpoint"_s);
    m_add->setAccessibleName(tr("Add the breakpoint"));
    m_add->setProperty("primary", true);
    row->addWidget(m_add, 0, Qt::AlignTop);
    column->addLayout(row);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &BreakpointsPopup::kindChosen);
    connect(m_name, &QLineEdit::textChanged, this, &BreakpointsPopup::check);
    connect(m_name, &QLineEdit::returnPressed, this, &BreakpointsPopup::add);
    connect(m_add, &QPushButton::clicked, this, &BreakpointsPopup::add);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int current) { m_remove->setEnabled(current >= 0); });
    connect(&stepper, &Stepper::breakpointsChanged, this, &BreakpointsPopup::refresh);
    refresh();
    kindChosen();
}

void BreakpointsPopup::openAt(QWidget* button)
{
    const Selection& selection = m_session.selection();
    if (selection.kind == Selection::Kind::Slot) m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(Breakpoint::Kind::SlotChange)));
    else if (selection.kind == Selection::Kind::Operation) m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(Breakpoint::Kind::Operation)));
    kindChosen();
    refresh();
    adjustSize();
    const QRect screen = button->screen()->availableGeometry();
    QPoint place = button->mapToGlobal(QPoint(0, -height() - 4)); // the panel lies at the bottom
    if (place.y() < screen.top()) place.setY(button->mapToGlobal(QPoint(0, button->height() + 4)).y());
    place.setX(std::clamp(place.x() + button->width() - width(), screen.left() + 4, std::max(screen.left() + 4, screen.right() - width())));
    move(place);
    show();
    m_kind->setFocus();
}

void BreakpointsPopup::refresh()
{
    const int row = m_list->currentRow();
    m_list->clear();
    const auto& model = m_session.model();
    for (const Breakpoint& breakpoint : m_stepper.breakpoints()) {
        auto* item = new QListWidgetItem(breakpointText(breakpoint), m_list);
        if (model && !resolves(*model, breakpoint)) {
            item->setText(tr("%1 (not in this model)").arg(item->text()));
            item->setForeground(theme().muted);
        }
        item->setToolTip(item->text());
    }
    const bool empty = m_list->count() == 0;
    m_list->setVisible(!empty);
    m_remove->setVisible(!empty);
    m_empty->setVisible(empty);
    m_list->setFixedHeight(std::min(150, 4 + std::max(1, m_list->count()) * (m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : 24)));
    if (!empty) m_list->setCurrentRow(std::clamp(row, 0, m_list->count() - 1));
    m_remove->setEnabled(!empty);
    check();
    if (isVisible()) adjustSize();
}

void BreakpointsPopup::kindChosen()
{
    const Breakpoint::Kind kind = chosenKind(*m_kind);
    m_fields->setCurrentIndex(kind == Breakpoint::Kind::GroupSize ? 1 : kind == Breakpoint::Kind::BrokenPromise ? 2 : 0);
    const auto& model = m_session.model();
    const Selection& selection = m_session.selection();
    QStringList names;
    QString chosen;
    if (model && kind == Breakpoint::Kind::Operation) {
        m_name->setPlaceholderText(tr("Name of the operation"));
        m_name->setAccessibleName(tr("Name of the operation"));
        for (std::uint32_t i = 0; i < std::min(model->graph->operationCount(), kMostNames); ++i)
            names << qs(model->graph->operation(OpId(i)).id);
        if (selection.operation) chosen = qs(model->graph->operation(selection.operation).id);
    } else if (model && kind == Breakpoint::Kind::SlotChange) {
        m_name->setPlaceholderText(tr("Slot, like Conv3:in:0"));
        m_name->setAccessibleName(tr("Name of the slot"));
        for (std::uint32_t i = 0; i < std::min(model->baseline.size(), kMostNames); ++i)
            names << qs(model->baseline.slots().id(SlotId(i)));
        if (const SlotId slot = m_session.meantSlot()) chosen = qs(model->baseline.slots().id(slot));
    }
    m_names->setStringList(names);
    if (!chosen.isEmpty()) m_name->setText(chosen);
    check();
}

std::optional<Breakpoint> BreakpointsPopup::wanted() const
{
    const auto& model = m_session.model();
    if (!model) return std::nullopt;
    Breakpoint breakpoint;
    breakpoint.kind = chosenKind(*m_kind);
    if (breakpoint.kind == Breakpoint::Kind::GroupSize) breakpoint.size = static_cast<std::size_t>(m_size->value());
    if (breakpoint.kind == Breakpoint::Kind::Operation || breakpoint.kind == Breakpoint::Kind::SlotChange) breakpoint.name = m_name->text().trimmed().toStdString();
    if (!resolves(*model, breakpoint)) return std::nullopt;
    return breakpoint;
}

void BreakpointsPopup::check()
{
    const auto breakpoint = wanted();
    m_add->setEnabled(breakpoint && !m_stepper.hasBreakpoint(*breakpoint));
    QString text;
    if (!breakpoint && !m_name->text().isEmpty())
        text = chosenKind(*m_kind) == Breakpoint::Kind::Operation ? tr("No operation has this name.") : tr("No slot has this name.");
    else if (breakpoint && m_stepper.hasBreakpoint(*breakpoint)) text = tr("It is in the list already.");
    m_message->setText(text);
}

void BreakpointsPopup::add()
{
    const auto breakpoint = wanted();
    if (!breakpoint || m_stepper.hasBreakpoint(*breakpoint)) return;
    m_stepper.addBreakpoint(*breakpoint);
    m_list->setCurrentRow(m_list->count() - 1);
}

void BreakpointsPopup::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < static_cast<int>(m_stepper.breakpoints().size()))
        m_stepper.removeBreakpoint(m_stepper.breakpoints()[static_cast<std::size_t>(row)]);
}

} // namespace alignscope::ui

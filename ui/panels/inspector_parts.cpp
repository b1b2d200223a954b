// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/inspector_parts.h"

#include "ui/canvas/palette.h"
#include "ui/panels/blocks.h"
#include "ui/text/explanation.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

SlotButton::SlotButton(const Evaluation& evaluation, SlotId slot, const QString& title, QWidget* parent) : QPushButton(parent)
{
    const TqcTable& table = evaluation.outcome.table;
    const Group* group = evaluation.cascade.group(table.root(slot));
    const bool quantized = isQuantized(table, slot);
    setProperty("link", true);
    setCursor(Qt::PointingHandCursor);
    const QString scale = quantized ? scaleText(table.effective(slot)) : dash();
    setAccessibleName(u"%1, %2, %3"_s.arg(title, nameOf(table.state(slot)), scale));
    setObjectName(u"slot.%1"_s.arg(qs(table.slots().id(slot))));
    setToolTip(u"%1\n%2"_s.arg(qs(table.slots().id(slot)), explain(table.state(slot))));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(6, 5, 6, 5);
    grid->setHorizontalSpacing(space::kUnit);
    grid->setVerticalSpacing(1);
    auto* mark = new QLabel(group != nullptr ? u"G%1"_s.arg(group->number) : QString(), this);
    mark->setAlignment(Qt::AlignCenter);
    mark->setFont(scaledFont(0.85, true));
    mark->setFixedSize(std::max(30, mark->fontMetrics().horizontalAdvance(mark->text()) + 10), 18);
    if (group != nullptr) {
        const GroupColors& colors = canvasPalette(theme().dark).group(group->number);
        mark->setStyleSheet(u"background:%1;color:%2;border-radius:5px;"_s.arg(colors.chip.name(), colors.chipText.name()));
    } else {
        mark->setStyleSheet(u"border:1px %1 %2;border-radius:5px;"_s.arg(quantized ? u"solid"_s : u"dashed"_s, theme().border.name()));
    }
    auto* name = new ElidedLabel(title, this);
    auto* value = new QLabel(scale, this);
    auto* state = new QLabel(nameOf(table.state(slot)), this);
    state->setProperty("role", u"muted"_s);
    const Change* change = evaluation.cascade.change(slot);
    QString lost;
    const bool clips = change != nullptr && change->clippedPercent > 0;
    if (change != nullptr && (clips || std::abs(change->bitsLost().value_or(0)) >= 0.005)) lost = lossText(*change);
    auto* delta = new QLabel(lost, this);
    delta->setProperty("role", clips || (change != nullptr && change->bitsLost().value_or(0) > 0) ? u"warning"_s : u"good"_s);
    grid->addWidget(mark, 0, 0);
    grid->addWidget(name, 0, 1);
    grid->addWidget(value, 0, 2, Qt::AlignRight);
    grid->addWidget(state, 1, 1);
    grid->addWidget(delta, 1, 2, Qt::AlignRight);
    grid->setColumnStretch(1, 1);
    for (QLabel* label : {mark, static_cast<QLabel*>(name), value, state, delta}) label->setAttribute(Qt::WA_TransparentForMouseEvents);
    setMinimumHeight(grid->sizeHint().height());
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}
QSize SlotButton::sizeHint() const { return layout()->sizeHint(); }

LinkRow::LinkRow(QWidget* parent) : QPushButton(parent)
{
    setProperty("link", true);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int LinkRow::heightForWidth(int width) const { return layout()->totalHeightForWidth(width); }
QSize LinkRow::sizeHint() const { return layout()->totalSizeHint(); }

} // namespace alignscope::ui

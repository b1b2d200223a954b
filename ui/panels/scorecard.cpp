// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scorecard.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <span>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

void setRole(QLabel* label, const QString& role)
{
    if (label->property("role").toString() == role) return;
    label->setProperty("role", role);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

// Groups after alignment are those of the outcome; the loaded ones are listed separately.
std::size_t largest(std::span<const Group> groups)
{
    std::size_t size = 0;
    for (const Group& group : groups) size = std::max(size, group.slots.size());
    return size;
}

} // namespace

Scorecard::Scorecard(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(u"scorecard"_s);
    setAccessibleName(tr("Scorecard"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::kUnit);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(0, 1);
    const auto header = [this](const QString& text, int column) {
        auto* label = new QLabel(text, this);
        setRole(label, u"muted"_s);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_grid->addWidget(label, 0, column);
        return label;
    };
    m_beforeHeader = header(tr("loaded"), 1);
    m_afterHeader = header(tr("now"), 2);
    m_grid->setColumnMinimumWidth(1, 40);
    m_grid->setColumnMinimumWidth(2, 52);

    const auto fewer = Sense::FewerIsBetter;
    addRow(tr("Requantize edges"), tr("Edges with quantized slots at both ends whose effective scale or offset differ: the device must rescale there. F8 goes to the next one."), fewer);
    addRow(tr("Misaligned operations"), tr("Elementwise and concat operations whose quantized data inputs do not have the same scale and offset."), fewer);
    addRow(tr("Split operations"), tr("Passive operations (Reshape, MaxPool, ...) whose input and output have different parameters."), fewer);
    addRow(tr("Broken promises"), tr("Operations with a slot that they bound to a master and whose effective parameters at the end differ from that master's."), Sense::ShouldBeZero);
    addRow(tr("Groups"), tr("Roots with at least two slots that are not parameters: slots that share one scale."), Sense::Neutral);
    addRow(tr("Largest group"), tr("Number of slots in the largest group."), Sense::Neutral);
    addRow(tr("Changed slots"), tr("Slots whose effective scale or offset differs from the loaded model."), Sense::Neutral);
    addRow(tr("Joined a group only"), tr("Slots that follow another master than in the loaded model, with the scale and offset that they had: no number changes there."), Sense::Neutral);
    addRow(tr("Worst bits lost"), tr("The largest log2(scale now / scale loaded) over all changed slots."), Sense::Neutral);
    addRow(tr("Summed bits lost"), tr("The sum of log2(scale now / scale loaded) over all slots that lost resolution."), Sense::Neutral);
    addRow(tr("Clipped tensors"), tr("Tensors with a slot whose new range leaves out part of the loaded one, by at least a step: values beyond it saturate. Resolution gained there is no gain. In brackets the largest share of a range. The search term clipped finds them."), Sense::ShouldBeZero);
    addRow(tr("Changed model inputs"), tr("Inputs of the model whose scale or offset changed: the caller must quantize its data differently."), Sense::ShouldBeZero);
    addRow(tr("Changed model outputs"), tr("Outputs of the model whose scale or offset changed: the caller must read them differently."), Sense::ShouldBeZero);
    refresh();
}

Scorecard::Row& Scorecard::addRow(const QString& name, const QString& formula, Sense sense)
{
    const int row = static_cast<int>(m_rows.size()) + 1;
    const auto label = [&](const QString& text, Qt::Alignment alignment, int column) {
        auto* made = new QLabel(text, this);
        made->setAlignment(alignment | Qt::AlignVCenter);
        made->setToolTip(formula);
        m_grid->addWidget(made, row, column);
        return made;
    };
    m_rows.push_back({label(name, Qt::AlignLeft, 0), label({}, Qt::AlignRight, 1), label({}, Qt::AlignRight, 2), sense});
    Row& added = m_rows.back();
    added.name->setWordWrap(true);
    setRole(added.before, u"muted"_s);
    added.after->setFont(scaledFont(1.0, true));
    added.after->setObjectName(u"score.%1"_s.arg(row - 1));
    return added;
}

void Scorecard::set(std::shared_ptr<const Evaluation> evaluation, const QString& before, const QString& after, Whose whose)
{
    m_evaluation = std::move(evaluation);
    m_beforeHeader->setText(before);
    m_afterHeader->setText(after);
    for (QLabel* header : {m_beforeHeader, m_afterHeader}) setRole(header, whose == Whose::Another ? u"warning"_s : u"muted"_s);
    refresh();
    // Wider numbers let names wrap, which makes rows higher: now, not when the event loop is next idle.
    for (QWidget* widget = this; widget != nullptr && widget->layout() != nullptr; widget = widget->parentWidget()) widget->layout()->activate();
}

void Scorecard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) update();
    QWidget::changeEvent(event);
}

void Scorecard::fill(std::size_t row, double before, double after, int decimals, bool showBefore)
{
    Row& r = m_rows[row];
    const auto text = [decimals](double value) { return QString::number(value, 'f', decimals); };
    r.before->setText(showBefore ? text(before) : QString());
    const double delta = after - before;
    const bool same = std::abs(delta) < 0.5 * std::pow(10.0, -decimals);
    // An arrow beside the colour, so that the direction is not told by colour alone.
    QString arrow;
    if (!same && showBefore) arrow = delta > 0 ? u"\u25b2 "_s : u"\u25bc "_s;
    r.after->setText(arrow + text(after));
    QString role;
    if (!same && r.sense == Sense::FewerIsBetter) role = delta < 0 ? u"good"_s : u"bad"_s;
    if (!same && r.sense == Sense::ShouldBeZero) role = u"warning"_s;
    setRole(r.after, role);
    r.after->setAccessibleName(tr("%1: %2 %3, %4 %5").arg(r.name->text(), m_beforeHeader->text(), text(before), m_afterHeader->text(), text(after)));
}

void Scorecard::refresh()
{
    const Evaluation* shown = m_evaluation.get();
    if (shown == nullptr || shown->model->baseline.size() == 0) { // a float model has no price
        for (Row& row : m_rows) {
            row.before->setText(dash());
            row.after->setText(dash());
            setRole(row.after, u"muted"_s);
        }
        return;
    }
    const Summary& s = shown->cascade.summary;
    const auto d = [](std::size_t value) { return static_cast<double>(value); };
    fill(0, d(s.requantizeEdgesBefore), d(s.requantizeEdgesAfter), 0);
    fill(1, d(s.misalignedOperationsBefore), d(s.misalignedOperationsAfter), 0);
    fill(2, d(s.splitOperationsBefore), d(s.splitOperationsAfter), 0);
    fill(3, 0, d(s.brokenPromises), 0, false);
    fill(4, d(shown->cascade.groupsBefore.size()), d(s.groups), 0);
    fill(5, d(largest(shown->cascade.groupsBefore)), d(s.largestGroup), 0);
    fill(6, 0, d(s.movedSlots), 0, false);
    fill(7, 0, d(s.joinedSlots()), 0, false);
    fill(8, 0, s.worstBitsLost, 2, false);
    fill(9, 0, s.summedBitsLost, 2, false);
    fill(10, 0, d(s.clippedTensors), 0, false);
    fill(11, 0, d(s.changedGraphInputs), 0, false);
    fill(12, 0, d(s.changedGraphOutputs), 0, false);
    if (s.clippedTensors > 0) m_rows[10].after->setText(tr("%1 (%2 %)").arg(s.clippedTensors).arg(s.worstClippedPercent));
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sweep_panel.h"

#include "ui/models/sweep_model.h"
#include "ui/models/words_filter.h"
#include "ui/panels/answer_button.h"
#include "ui/panels/row_preview.h"
#include "ui/panels/segmented_control.h"
#include "ui/panels/sweep_plot.h"
#include "ui/session/session.h"
#include "ui/text/scenario_text.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

SweepPanel::SweepPanel(Session& session, QWidget* parent)
    : TablePanel(session, u"sweep"_s, tr("Sweep"), parent), m_sweep(new SweepModel(this)), m_plot(new SweepPlot(this)),
      m_measure(new SegmentedControl(tr("Loss"), this)), m_note(new QLabel(this)), m_compareJob(*this, session.pool())
{
    setSourceModel(m_sweep);
    setFitting({84, 96, 72, 72, 72, 66, 84, 84, 96, 84, 66, 56, 60, 66, 72});
    makeAnswers();
    // The plot stands left of the answers and the table, as high as they are together.
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    auto* right = new QWidget(this);
    auto* rest = new QVBoxLayout(right);
    rest->setContentsMargins(0, 0, 0, 0);
    rest->setSpacing(0);
    QLayoutItem* answers = column->takeAt(1);
    rest->addLayout(answers->layout());
    rest->addWidget(findChild<QStackedWidget*>(), 1);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(m_plot);
    split->addWidget(right);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    column->addWidget(split, 1);

    view()->setSelectionMode(QAbstractItemView::SingleSelection);
    const auto adoptRow = [this](const QModelIndex& index) { adopt(rowOf(index)); };
    connect(view(), &QTreeView::clicked, this, adoptRow);
    connect(view(), &QTreeView::activated, this, adoptRow);
    auto* compareAction = new QAction(tr("Compare with the scenario"), view());
    compareAction->setShortcut(QKeySequence(Qt::Key_C));
    compareAction->setShortcutContext(Qt::WidgetShortcut);
    view()->addAction(compareAction);
    connect(compareAction, &QAction::triggered, this, [this] { compareWith(rowOf(view()->currentIndex())); });
    new RowPreview(session, *view(), [this](const QModelIndex& index) -> std::optional<Scenario> {
        const Combination* combination = m_sweep->combination(rowOf(index));
        if (combination == nullptr) return std::nullopt;
        return adopting(*combination);
    });
    connect(m_plot, &SweepPlot::adopted, this, &SweepPanel::adopt);
    connect(m_plot, &SweepPlot::compared, this, &SweepPanel::compareWith);
    connect(m_plot, &SweepPlot::consideredChanged, this, [this] {
        const Combination* combination = m_sweep->combination(m_plot->considered());
        if (combination != nullptr) m_session.startPreview(adopting(*combination));
        else m_session.endPreview();
    });
    connect(&session, &Session::sweepChanged, this, [this] {
        m_sweep->setCombinations(m_session.sweepResult());
        refresh();
    });
    connect(&session, &Session::scenarioChanged, this, &SweepPanel::refresh);
    m_sweep->setCombinations(m_session.sweepResult());
    refresh();
}

SweepPanel::~SweepPanel()
{
    hide(); // ends a preview while all of this is still alive
}

// Where there is little height the first answer has to do: the table marks the others.
void SweepPanel::resizeEvent(QResizeEvent* event)
{
    TablePanel::resizeEvent(event);
    constexpr int kLow = 210;
    if (m_low == (height() < kLow)) return;
    m_low = !m_low;
    refresh();
}

void SweepPanel::makeAnswers()
{
    m_measure->setObjectName(u"sweepMeasure"_s);
    m_measure->setSegments({{static_cast<int>(LossMeasure::Summed), tr("Summed loss"), tr("Loss is the bits lost by all tensors together")},
                            {static_cast<int>(LossMeasure::Worst), tr("Worst loss"), tr("Loss is the bits lost by the tensor that loses most")}});
    m_measure->setCurrent(static_cast<int>(LossMeasure::Summed));
    connect(m_measure, &SegmentedControl::chosen, this, &SweepPanel::refresh);
    toolRow()->insertWidget(0, m_measure);

    m_note->setObjectName(u"sweepNote"_s);
    m_note->setProperty("role", u"muted"_s);
    m_note->setContentsMargins(6, 0, 0, 2);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(space::kUnit, 0, space::kUnit, space::kHalf);
    column->setSpacing(0);
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        m_answers[i] = new AnswerButton(this);
        m_answers[i]->setObjectName(std::array{u"sweepBest"_s, u"sweepNoEdge"_s, u"sweepNoMisaligned"_s}[i]);
        column->addWidget(m_answers[i]);
        connect(m_answers[i], &QPushButton::clicked, this, [this, i] {
            if (const auto at = answers()[i]) adopt(static_cast<int>(*at));
        });
    }
    column->addWidget(m_note);
    qobject_cast<QVBoxLayout*>(layout())->insertLayout(1, column);
}

std::array<std::optional<std::size_t>, 3> SweepPanel::answers() const { return {m_best.fewestPlaces, m_best.noEdge, m_best.noMisaligned}; }
int SweepPanel::rowOf(const QModelIndex& index) const { return filter()->mapToSource(index).row(); }
LossMeasure SweepPanel::measure() const { return static_cast<LossMeasure>(m_measure->current()); }

// What adopting makes of the scenario: exceptions and edits by hand stay.
Scenario SweepPanel::adopting(const Combination& combination) const
{
    Scenario scenario = m_session.scenario();
    scenario.engine = combination.scenario.engine;
    scenario.methods = combination.scenario.methods;
    scenario.forceOverlap = combination.scenario.forceOverlap;
    return scenario;
}

void SweepPanel::adopt(int row)
{
    const Combination* combination = m_sweep->combination(row);
    if (combination == nullptr) return;
    const QString text = u"%1, %2"_s.arg(engineTitle(combination->scenario.engine), methodsText(combination->scenario));
    m_session.endPreview();
    m_session.edit(adopting(*combination), tr("Adopt %1").arg(text));
}

void SweepPanel::compareWith(int row)
{
    const Combination* combination = m_sweep->combination(row);
    if (combination == nullptr || !m_session.evaluation()) return;
    const QString text = u"%1, %2"_s.arg(engineTitle(combination->scenario.engine), methodsText(combination->scenario));
    m_session.endPreview();
    m_compareJob.start(
        [now = m_session.evaluation(), scenario = adopting(*combination)](const Task&) {
            return compare(*now, *makeEvaluation(now->model, scenario));
        },
        [this, text, model = m_session.model()](std::shared_ptr<const Evaluation> difference) {
            if (m_session.model() == model) m_session.show(std::move(difference), tr("What %1 would change against the scenario").arg(text), {tr("now"), tr("would be")});
        });
}

void SweepPanel::refreshAnswers()
{
    const auto& all = m_session.sweepResult();
    m_best = bestOf(all, measure());
    m_sweep->setMarks(paretoFront(all, measure()), m_best);
    const auto words = [&](std::size_t at) {
        const Summary& s = all[at].summary;
        return methodsText(all[at].scenario) + u", "_s + engineTitle(all[at].scenario.engine)
            + tr(": %1 edges, %2 misaligned, %3 bits (worst %4)")
                  .arg(QString::number(s.requantizeEdgesAfter), QString::number(s.misalignedOperationsAfter),
                       QString::number(s.summedBitsLost, 'f', 2), QString::number(s.worstBitsLost, 'f', 2))
            + (s.clippedTensors > 0 ? u", "_s + tr("%n clipped", nullptr, static_cast<int>(s.clippedTensors)) : QString());
    };
    const std::array heads{tr("Best"), tr("No requantize edge"), tr("No misaligned operation")};
    const std::array meanings{tr("Fewest requantize edges and misaligned operations, at the least loss"),
                              tr("Least loss with no requantize edge"), tr("Least loss with no misaligned operation")};
    const Scenario now = m_session.model() ? withoutIdleFamilies(*m_session.model(), m_session.scenario()) : Scenario{};
    const auto found = answers();
    for (std::size_t i = 0; i < found.size(); ++i) {
        // One that an answer above gives already says nothing new.
        const auto end = found.begin() + static_cast<std::ptrdiff_t>(i);
        const bool known = std::find(found.begin(), end, found[i]) != end;
        m_answers[i]->setVisible(found[i] && !known && (i == 0 || !m_low));
        if (found[i]) m_answers[i]->setAnswer(heads[i], words(*found[i]), meanings[i], sameCombination(all[*found[i]].scenario, now));
    }

    const Scenario& scenario = m_session.scenario();
    const auto kept = static_cast<int>(scenario.overrides.size() + scenario.bindings.size() + scenario.pins.size() + scenario.excludedEdges.size());
    m_note->setVisible(kept > 0 && !all.empty());
    m_note->setText(tr("Your %n exceptions and edits by hand stay when a combination is adopted, and are part of these prices.", nullptr, kept));
}

void SweepPanel::refresh()
{
    const auto& open = m_session.model();
    const Scenario current = open ? withoutIdleFamilies(*open, m_session.scenario()) : m_session.scenario();
    m_sweep->setCurrent(current);
    for (const Family family : kFamilies)
        view()->setColumnHidden(SweepModel::Elementwise + static_cast<int>(family), open && open->slotGraph->siteCount(family) == 0);
    refreshAnswers();
    m_plot->set(m_session.sweepResult(), current, measure());
    const bool any = !m_session.sweepResult().empty();
    m_plot->setVisible(any);
    m_measure->setVisible(any);
    const auto& model = m_session.model();
    if (!model) setEmpty(tr("No model is open"), tr("Every combination of methods, with its price, appears here."));
    else if (model->baseline.size() == 0) setEmpty(tr("No quantization parameters"), tr("This is a float model. Open it together with its PPQ config."));
    else if (!any && m_session.sweeping())
        setEmpty(tr("Trying every combination: %1 %").arg(static_cast<int>(m_session.sweepProgress() * 100)), tr("You can go on working meanwhile."));
    else if (m_session.sweepResult().empty()) setEmpty(tr("Nothing to sweep"), tr("The model has no operation that can be aligned."));
    else setEmpty({}, {});
}

} // namespace alignscope::ui

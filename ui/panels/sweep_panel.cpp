// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sweep_panel.h"

#include "ui/models/sweep_model.h"
#include "ui/models/words_filter.h"
#include "ui/panels/sweep_plot.h"
#include "ui/session/session.h"
#include "ui/text/scenario_text.h"

#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

SweepPanel::SweepPanel(Session& session, QWidget* parent)
    : TablePanel(session, u"sweep"_s, tr("Sweep"), parent), m_sweep(new SweepModel(this)), m_plot(new SweepPlot(this))
{
    setSourceModel(m_sweep);
    setFitting({96, 72, 72, 72, 66, 92, 92, 86, 96, 66, 72, 64});
    // The plot stands left of the table.
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    auto* stack = findChild<QStackedWidget*>();
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(m_plot);
    split->addWidget(stack);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    column->addWidget(split, 1);

    view()->setSelectionMode(QAbstractItemView::SingleSelection);
    const auto adoptRow = [this](const QModelIndex& index) { adopt(filter()->mapToSource(index).row()); };
    connect(view(), &QTreeView::clicked, this, adoptRow);
    connect(view(), &QTreeView::activated, this, adoptRow);
    connect(m_plot, &SweepPlot::adopted, this, &SweepPanel::adopt);
    connect(&session, &Session::sweepChanged, this, [this] {
        m_sweep->setCombinations(m_session.sweepResult());
        refresh();
    });
    connect(&session, &Session::scenarioChanged, this, &SweepPanel::refresh);
    m_sweep->setCombinations(m_session.sweepResult());
    refresh();
}

void SweepPanel::adopt(int row)
{
    const Combination* combination = m_sweep->combination(row);
    if (combination == nullptr) return;
    Scenario scenario = m_session.scenario(); // overrides stay
    scenario.methods = combination->scenario.methods;
    scenario.forceOverlap = combination->scenario.forceOverlap;
    m_session.edit(std::move(scenario), tr("Adopt %1").arg(methodsText(combination->scenario)), u"sweep"_s);
}

void SweepPanel::refresh()
{
    const auto& open = m_session.model();
    m_sweep->setCurrent(open ? withoutIdleFamilies(*open, m_session.scenario()) : m_session.scenario());
    for (const Family family : kFamilies)
        view()->setColumnHidden(static_cast<int>(family), open && open->slotGraph->siteCount(family) == 0);
    m_plot->set(m_session.sweepResult(), open ? withoutIdleFamilies(*open, m_session.scenario()) : m_session.scenario());
    m_plot->setVisible(!m_session.sweepResult().empty());
    const auto& model = m_session.model();
    if (!model) setEmpty(tr("No model is open"), tr("Every combination of methods, with its price, appears here."));
    else if (model->baseline.size() == 0) setEmpty(tr("No quantization parameters"), tr("This is a float model. Open it together with its PPQ config."));
    else if (m_session.sweeping())
        setEmpty(tr("Trying every combination: %1 %").arg(static_cast<int>(m_session.sweepProgress() * 100)), tr("You can go on working meanwhile."));
    else if (m_session.sweepResult().empty()) setEmpty(tr("Nothing to sweep"), tr("The model has no operation that can be aligned."));
    else setEmpty({}, {});
}

} // namespace alignscope::ui

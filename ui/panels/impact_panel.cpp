// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/impact_panel.h"

#include "core/cascade/impact.h"
#include "ui/models/choices_model.h"
#include "ui/models/words_filter.h"
#include "ui/panels/row_preview.h"
#include "ui/session/session.h"
#include "ui/text/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

ImpactPanel::ImpactPanel(Session& session, QWidget* parent)
    : TablePanel(session, u"impact"_s, tr("Impact"), parent), m_choices(new ChoicesModel(this)), m_progress(new QLabel(this)),
      m_apply(new QPushButton(tr("Make it an exception"), this)), m_job(*this, session.pool())
{
    setSourceModel(m_choices);
    setFitting({40, 240, 96, 148, 88, 84, 52, 84, 84, 66, 92, 86});
    view()->setColumnHidden(ChoicesModel::Number, true);
    view()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_progress->setObjectName(u"impactProgress"_s);
    m_progress->setProperty("role", u"muted"_s);
    m_apply->setObjectName(u"impactApply"_s);
    m_apply->setToolTip(tr("Lets the operation of the marked row do this, whatever its family does. A double click does the same."));
    toolRow()->insertWidget(toolRow()->count() - 1, m_progress);
    toolRow()->insertWidget(toolRow()->count() - 1, m_apply);

    new RowPreview(session, *view(), [this](const QModelIndex& index) -> std::optional<Scenario> {
        const Impact* impact = m_choices->choice(sourceRow(index));
        if (impact == nullptr || m_stale || !m_session.model()) return std::nullopt;
        return withOption(*m_session.model(), m_session.scenario(), impact->option);
    });
    connect(view(), &QTreeView::doubleClicked, this, [this](const QModelIndex& index) { apply(sourceRow(index)); });
    connect(view(), &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (const Impact* impact = m_choices->choice(sourceRow(index))) m_session.selectOperation(impact->option.operation);
    });
    connect(m_apply, &QPushButton::clicked, this, [this] { apply(sourceRow(view()->currentIndex())); });
    connect(view()->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImpactPanel::refresh);
    connect(&session, &Session::modelChanged, this, [this] {
        m_choices->setImpacts(m_session.model(), {});
        scenarioMoved();
    });
    connect(&session, &Session::scenarioChanged, this, &ImpactPanel::scenarioMoved);
    refresh();
}

ImpactPanel::~ImpactPanel()
{
    hide(); // ends a preview while all of this is still alive
    m_job.stop();
    m_session.pool().waitForDone(); // its result would be delivered to nobody
}

int ImpactPanel::sourceRow(const QModelIndex& index) const { return filter()->mapToSource(index).row(); }

void ImpactPanel::showEvent(QShowEvent* event)
{
    TablePanel::showEvent(event);
    if (m_stale && !m_job.running()) measure();
}

void ImpactPanel::scenarioMoved()
{
    m_stale = true;
    m_job.stop();
    if (isVisible()) measure();
    else refresh();
}

void ImpactPanel::measure()
{
    m_progress->clear();
    const auto& model = m_session.model();
    if (!model || model->baseline.size() == 0) return refresh();
    m_job.start([model, scenario = m_session.scenario()](const Task& task) { return impacts(*model, scenario, task); },
                [this, model](std::vector<Impact> found) {
                    m_stale = false;
                    m_choices->setImpacts(model, std::move(found));
                    m_progress->clear();
                    refresh();
                },
                [this](double fraction) {
                    m_progress->setText(tr("measuring: %1 %").arg(static_cast<int>(fraction * 100)));
                    refresh();
                });
    refresh();
}

void ImpactPanel::apply(int row)
{
    const Impact* impact = m_choices->choice(row);
    if (impact == nullptr || m_stale || !m_session.model()) return;
    const Option option = impact->option; // the list changes with the scenario
    const QString operation = qs(m_session.model()->graph->operation(option.operation).id);
    m_session.endPreview();
    m_session.edit(withOption(*m_session.model(), m_session.scenario(), option), tr("Set %1 to %2").arg(operation, optionText(option)));
}

void ImpactPanel::refresh()
{
    m_apply->setEnabled(!m_stale && m_choices->choice(sourceRow(view()->currentIndex())) != nullptr);
    const auto& model = m_session.model();
    if (!model) setEmpty(tr("No model is open"), tr("What every choice for a single operation would move appears here."));
    else if (model->baseline.size() == 0) setEmpty(tr("No quantization parameters"), tr("This is a float model. Open it together with its PPQ config."));
    else if (m_choices->rowCount() > 0) setEmpty({}, {});
    else if (m_job.running()) setEmpty(tr("Trying every choice for every operation"), tr("You can go on working meanwhile."));
    else setEmpty(tr("Nothing to choose"), tr("The model has no operation that can be aligned."));
}

} // namespace alignscope::ui

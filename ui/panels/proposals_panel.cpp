// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/proposals_panel.h"

#include "ui/models/choices_model.h"
#include "ui/models/words_filter.h"
#include "ui/panels/row_preview.h"
#include "ui/panels/segmented_control.h"
#include "ui/session/session.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

ProposalsPanel::ProposalsPanel(Session& session, QWidget* parent)
    : TablePanel(session, u"proposals"_s, tr("Proposals"), parent), m_choices(new ChoicesModel(this)),
      m_goal(new SegmentedControl(tr("Goal of the search"), this)), m_search(new QPushButton(tr("Search"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_progress(new QProgressBar(this)), m_line(new QLabel(this)),
      m_adopt(new QPushButton(tr("Adopt up to here"), this)), m_adoptAll(new QPushButton(tr("Adopt all"), this)),
      m_job(*this, session.pool())
{
    setSourceModel(m_choices);
    setFitting({52, 160, 60, 152, 100, 98, 86, 86, 82, 64, 84, 52, 92});
    setNameColumns({ChoicesModel::OperationName});
    view()->setSelectionMode(QAbstractItemView::SingleSelection);
    view()->setSortingEnabled(false); // they build on each other
    filterField()->hide();

    m_goal->setObjectName(u"proposalsGoal"_s);
    m_goal->setSegments({{static_cast<int>(Goal::Edges), tr("Fewer edges"), tr("Fewer requantize edges and operations whose inputs disagree")},
                         {static_cast<int>(Goal::Loss), tr("Less loss"), tr("Fewer bits lost in all, without another requantize edge, misaligned operation or broken promise")},
                         {static_cast<int>(Goal::Promises), tr("Promises kept"), tr("Fewer alignments that a later operation undoes")}});
    m_goal->setCurrent(static_cast<int>(Goal::Edges));
    m_search->setObjectName(u"proposalsSearch"_s);
    m_search->setToolTip(tr("Tries every method and overlap of every operation, takes what helps most, and goes on from there until nothing helps. Nothing changes before you adopt."));
    m_cancel->setObjectName(u"proposalsCancel"_s);
    m_cancel->setToolTip(tr("Ends the search; what it found so far stays"));
    m_progress->setObjectName(u"proposalsProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the search"));
    m_progress->setRange(0, 100);
    m_progress->setMaximumWidth(160);
    m_progress->setTextVisible(false);
    int at = 0;
    for (QWidget* widget : {static_cast<QWidget*>(m_goal), static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        toolRow()->insertWidget(at++, widget);

    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::kUnit, 5, space::kUnit, 5);
    foot->setSpacing(space::kUnit);
    m_line->setObjectName(u"proposalsLine"_s);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setWordWrap(true);
    m_adopt->setObjectName(u"proposalsAdopt"_s);
    m_adopt->setToolTip(tr("Makes the proposals down to the marked one exceptions of the scenario, as one undo step"));
    m_adoptAll->setObjectName(u"proposalsAdoptAll"_s);
    m_adoptAll->setToolTip(tr("Makes all proposals exceptions of the scenario, as one undo step"));
    foot->addWidget(m_line, 1);
    foot->addWidget(m_adopt);
    foot->addWidget(m_adoptAll);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(foot);

    new RowPreview(session, *view(), [this](const QModelIndex& index) -> std::optional<Scenario> {
        const int row = filter()->mapToSource(index).row();
        if (row < 0 || row >= static_cast<int>(m_found.steps.size()) || inForceCount() < 0) return std::nullopt;
        return m_found.steps[static_cast<std::size_t>(row)].scenario;
    });
    connect(m_search, &QPushButton::clicked, this, &ProposalsPanel::search);
    connect(m_cancel, &QPushButton::clicked, this, &ProposalsPanel::stopSearch);
    connect(m_goal, &SegmentedControl::chosen, this, [this] {
        if (m_searched || m_job.running()) search();
    });
    connect(m_adopt, &QPushButton::clicked, this, [this] { adopt(currentRow() + 1); });
    connect(m_adoptAll, &QPushButton::clicked, this, [this] { adopt(static_cast<int>(m_found.steps.size())); });
    connect(view(), &QTreeView::doubleClicked, this, [this](const QModelIndex& index) { adopt(filter()->mapToSource(index).row() + 1); });
    connect(view(), &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (const Impact* choice = m_choices->choice(filter()->mapToSource(index).row())) m_session.selectOperation(choice->option.operation);
    });
    connect(view()->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProposalsPanel::refresh);
    connect(&session, &Session::modelChanged, this, &ProposalsPanel::forget);
    connect(&session, &Session::scenarioChanged, this, &ProposalsPanel::refresh);
    refresh();
}

ProposalsPanel::~ProposalsPanel()
{
    hide(); // ends a preview while all of this is still alive
}

void ProposalsPanel::search()
{
    const auto& model = m_session.model();
    if (!model || model->baseline.size() == 0) return;
    m_start = m_session.scenario();
    m_found = {};
    m_searched = false;
    m_choices->setProposals(model, {});
    m_stop = std::stop_source();
    m_progress->setValue(0);
    const auto goal = static_cast<Goal>(m_goal->current());
    m_job.start(
        [model, goal, scenario = m_start, kept = m_stop](const Task& task) mutable {
            // Superseded or cancelled: the search ends either way; only a cancelled one is looked at.
            const std::stop_callback supersede(task.stop, [&kept] { kept.request_stop(); });
            return propose(*model, scenario, goal, Task{kept.get_token(), task.progress});
        },
        [this, model](Proposals found) {
            m_found = std::move(found);
            m_searched = true;
            m_choices->setProposals(model, m_found.steps);
            refresh();
        },
        [this](double fraction) { m_progress->setValue(static_cast<int>(fraction * 100)); });
    refresh();
}

void ProposalsPanel::stopSearch() { m_stop.request_stop(); }

void ProposalsPanel::forget()
{
    m_job.stop();
    m_found = {};
    m_searched = false;
    m_choices->setProposals(m_session.model(), {});
    refresh();
}

int ProposalsPanel::inForceCount() const
{
    if (m_session.scenario() == m_start) return 0;
    for (std::size_t i = 0; i < m_found.steps.size(); ++i)
        if (m_found.steps[i].scenario == m_session.scenario()) return static_cast<int>(i) + 1;
    return -1;
}

int ProposalsPanel::currentRow() const { return filter()->mapToSource(view()->currentIndex()).row(); }

void ProposalsPanel::adopt(int count)
{
    const int already = inForceCount();
    if (already < 0 || count < 1 || count > static_cast<int>(m_found.steps.size()) || count == already) return;
    m_session.endPreview();
    m_session.edit(m_found.steps[static_cast<std::size_t>(count) - 1].scenario,
                   count > already ? tr("Adopt %n proposals", nullptr, count - already) : tr("Take back %n proposals", nullptr, already - count));
}

QString ProposalsPanel::summaryLine(int adopted) const
{
    if (adopted < 0) return tr("The scenario is another one since the search. Search again, or undo.");
    const Summary& a = m_found.start;
    const Summary& b = m_found.steps.back().summary;
    const QString text = tr("All together: requantize edges %1 \u2192 %2, misaligned operations %3 \u2192 %4, broken promises %5 \u2192 %6, summed bits lost %7 \u2192 %8.")
                             .arg(QString::number(a.requantizeEdgesAfter), QString::number(b.requantizeEdgesAfter),
                                  QString::number(a.misalignedOperationsAfter), QString::number(b.misalignedOperationsAfter),
                                  QString::number(a.brokenPromises), QString::number(b.brokenPromises))
                             .arg(QString::number(a.summedBitsLost, 'f', 2), QString::number(b.summedBitsLost, 'f', 2));
    return m_found.complete ? text + u' ' + tr("Then no single exception helps.") : text + u' ' + tr("The search was cancelled; there may be more.");
}

void ProposalsPanel::refresh()
{
    const auto& model = m_session.model();
    const bool possible = model && model->baseline.size() > 0;
    const bool running = m_job.running();
    m_search->setVisible(!running);
    m_search->setEnabled(possible);
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
    const bool any = !m_found.steps.empty();
    const int adopted = any ? inForceCount() : 0;
    m_choices->setAdopted(std::max(adopted, 0));
    m_line->setVisible(any);
    m_line->setText(any ? summaryLine(adopted) : QString());
    m_adopt->setVisible(any);
    m_adoptAll->setVisible(any);
    const int row = currentRow();
    m_adopt->setEnabled(any && adopted >= 0 && row >= 0 && row + 1 != adopted);
    m_adoptAll->setEnabled(any && adopted >= 0 && adopted < static_cast<int>(m_found.steps.size()));

    if (!model) setEmpty(tr("No model is open"), tr("Proposals for better scenarios appear here."));
    else if (!possible) setEmpty(tr("No quantization parameters"), tr("This is a float model. Open it together with its PPQ config."));
    else if (running) setEmpty(tr("Searching"), tr("You can go on working meanwhile; cancelling keeps what was found."));
    else if (any) setEmpty({}, {});
    else if (m_searched && m_found.error) setEmpty(tr("The engine stops at this scenario"), errorText(*m_found.error, *model->graph));
    else if (m_searched && inForceCount() == 0) setEmpty(tr("No single exception helps"), tr("Towards this goal the scenario cannot be improved by changing one operation. Try another goal or other methods."));
    else setEmpty(tr("Choose a goal and search"), tr("The search starts from the scenario and lists what to change, one operation after the other, with its price. Nothing changes before you adopt."));
}

} // namespace alignscope::ui

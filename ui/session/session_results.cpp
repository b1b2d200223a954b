// SPDX-License-Identifier: Apache-2.0
// Session: what follows from the scenario: evaluation, preview, views, blocks and sweep.
#include "ui/session/session.h"

#include <utility>

namespace alignscope::ui {
namespace {

// What a sweep does not vary.
Scenario sweepBase(Scenario scenario)
{
    scenario.engine = Engine::Ppq;
    scenario.methods = {};
    scenario.forceOverlap = Overlap::Off;
    return scenario;
}

} // namespace

void Session::evaluateNow()
{
    if (!m_model) return;
    m_evaluateJob.stop();
    const auto accept = [this](Opened made) {
        m_retired.add(std::exchange(m_evaluation, std::move(made.evaluation)));
        m_lastMilliseconds = made.milliseconds;
        // Panels will ask for the groups soon, and of a large model they take a while.
        if (m_lastMilliseconds > m_synchronousLimit)
            m_pool.start([evaluation = m_evaluation] { static_cast<void>(evaluation->cascade.groups()); });
        announceEvaluation();
    };
    if (m_lastMilliseconds <= m_synchronousLimit) accept(evaluated(m_model, m_scenario));
    else m_evaluateJob.start([model = m_model, scenario = m_scenario](const Task&) { return evaluated(model, scenario); }, accept);
    if (m_sweptBase != sweepBase(m_scenario)) startSweep();
}

// A view of the old evaluation must not outlive it; whoever owns it may put a new one in place
// while evaluationChanged() is delivered.
void Session::announceEvaluation()
{
    m_view.reset();
    m_viewTitle.clear();
    Q_EMIT evaluationChanged();
    Q_EMIT shownChanged();
}

ViewSides Session::viewSides() const { return m_view ? m_viewSides : ViewSides{tr("loaded"), tr("now")}; }

void Session::show(std::shared_ptr<const Evaluation> view, const QString& title, const ViewSides& sides)
{
    if (!m_model || !view || view->model->graph != m_model->graph) return showOutcome();
    m_view = std::move(view);
    m_viewTitle = title;
    m_viewSides = sides;
    Q_EMIT shownChanged();
}

void Session::showOutcome()
{
    if (!m_view) return;
    m_view.reset();
    m_viewTitle.clear();
    Q_EMIT shownChanged();
}

void Session::startPreview(const Scenario& scenario)
{
    if (!m_model) return;
    m_previewJob.stop();
    if (scenario == m_scenario) return endPreview();
    if (m_lastMilliseconds <= m_synchronousLimit) {
        m_preview = makeEvaluation(m_model, scenario);
        Q_EMIT previewChanged();
        return;
    }
    m_previewJob.start([model = m_model, scenario](const Task&) { return makeEvaluation(model, scenario); },
                       [this](std::shared_ptr<const Evaluation> result) {
                           m_preview = std::move(result);
                           Q_EMIT previewChanged();
                       });
}

void Session::endPreview()
{
    m_previewJob.stop();
    if (!m_preview) return;
    m_preview.reset();
    Q_EMIT previewChanged();
}

void Session::startBlocks()
{
    Q_EMIT blocksChanged();
    if (!m_model) return;
    m_blocksJob.start([graph = m_model->graph](const Task&) { return std::make_shared<const BlockTree>(findBlocks(*graph)); },
                      [this](std::shared_ptr<const BlockTree> blocks) {
                          m_blocks = std::move(blocks);
                          Q_EMIT blocksChanged();
                      });
}

// The old result stays until the new one is there; it is cleared with the model.
void Session::startSweep()
{
    m_sweepJob.stop();
    m_sweepDue = false;
    m_sweepProgress = 0;
    m_sweptBase = sweepBase(m_scenario);
    Q_EMIT sweepChanged();
    m_sweepDue = m_model && m_model->baseline.size() > 0;
    runSweep();
}

void Session::holdSweep(bool held)
{
    m_sweepHeld = held;
    runSweep();
}

void Session::runSweep()
{
    if (!m_sweepDue || m_sweepHeld) return;
    m_sweepDue = false;
    m_sweepJob.start(
        [model = m_model, base = m_sweptBase](const Task& task) {
            std::vector<Scenario> scenarios;
            for (const Engine engine : {Engine::Ppq, Engine::Strict}) {
                Scenario start = base;
                start.engine = engine;
                for (Scenario& scenario : everyCombination(*model, start)) scenarios.push_back(std::move(scenario));
            }
            return priced(*model, scenarios, task);
        },
        [this](std::vector<Combination> result) {
            m_sweep = std::move(result);
            Q_EMIT sweepChanged();
        },
        [this](double fraction) {
            m_sweepProgress = fraction;
            Q_EMIT sweepChanged();
        });
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/session/scenario_comparison.h"

#include "ui/session/session.h"
#include "ui/text/words.h"

#include <utility>

namespace alignscope::ui {

ScenarioComparison::ScenarioComparison(Session& session, QObject* parent) : QObject(parent), m_session(session), m_job(*this, m_thread)
{
    connect(&session, &Session::modelChanged, this, &ScenarioComparison::end);
    connect(&session, &Session::evaluationChanged, this, [this] {
        bool stale = false;
        for (Member& member : m_members) {
            if (!member.current || member.scenario == m_session.scenario()) continue;
            member.scenario = m_session.scenario();
            stale = true;
        }
        if (stale) workOut();
    });
    connect(&session, &Session::shownChanged, this, [this] {
        if (!m_showing && !m_job.running() && !m_members.empty() && !shown()) end();
    });
}

ScenarioComparison::~ScenarioComparison()
{
    m_job.stop();
    m_thread.waitForDone();
}

void ScenarioComparison::start(std::vector<Member> members)
{
    if (members.size() < 2 || members.size() > Spread::kMost || !m_session.model()) return;
    m_members = std::move(members);
    m_after = m_members.size() - 1; // the last is the scenario in force where that takes part
    m_variants.reset();
    workOut();
}

void ScenarioComparison::showAgainstFirst(std::size_t member)
{
    if (!m_variants || member == 0 || member >= m_members.size() || (member == m_after && shown())) return;
    m_after = member;
    showView();
}

void ScenarioComparison::end()
{
    m_job.stop();
    if (m_members.empty()) return;
    m_members.clear();
    m_variants.reset();
    m_view.reset();
    Q_EMIT changed();
}

void ScenarioComparison::workOut()
{
    std::vector<Scenario> scenarios;
    for (const Member& member : m_members) scenarios.push_back(member.scenario);
    m_job.start([model = m_session.model(), scenarios = std::move(scenarios)](const Task& task) { return makeVariants(model, scenarios, task); },
                [this](std::shared_ptr<const Variants> variants) {
                    if (!variants) return;
                    m_variants = std::move(variants);
                    m_session.setMode(CanvasMode::Difference);
                    showView();
                });
    Q_EMIT changed();
}

void ScenarioComparison::showView()
{
    m_view = compare(*m_variants->outcomes.front(), *m_variants->outcomes[m_after]);
    present();
}

void ScenarioComparison::showAgain()
{
    if (shown()) present();
}

void ScenarioComparison::present()
{
    const auto named = [this](std::size_t member) {
        const QString name = u'"' + m_members[member].name + u'"';
        return m_members.size() > 2 ? variantLetter(member) + u' ' + name : name;
    };
    const QString title = tr("%1 compared with %2: %3.").arg(named(m_after), named(0), differenceText(m_view->cascade.summary.tally()));
    m_showing = true;
    const bool lettered = m_members.size() > 2;
    m_session.show(m_view, title, lettered ? ViewSides{variantLetter(0), variantLetter(m_after)} : ViewSides{tr("before"), tr("after")});
    m_showing = false;
    Q_EMIT changed();
}

bool ScenarioComparison::shown() const { return m_view != nullptr && m_session.shown() == m_view; }

ShownVariants ScenarioComparison::variants() const
{
    if (!shown() || m_members.size() < 3) return {};
    ShownVariants result{m_variants, m_after, {}};
    for (const Member& member : m_members) result.names << member.name;
    return result;
}

std::shared_ptr<const Evaluation> ScenarioComparison::view() const { return shown() ? m_view : nullptr; }

} // namespace alignscope::ui

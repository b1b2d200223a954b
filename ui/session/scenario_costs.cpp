// SPDX-License-Identifier: Apache-2.0
#include "ui/session/scenario_costs.h"

#include "core/report/scenario_json.h"
#include "ui/session/session.h"

#include <utility>

namespace alignscope::ui {
namespace {

constexpr std::size_t kMostKnown = 5000; ///< an undo stack of a long day

} // namespace

ScenarioCosts::ScenarioCosts(Session& session, QObject* parent) : QObject(parent), m_session(session), m_job(*this, m_thread)
{
    connect(&session, &Session::modelChanged, this, [this] {
        m_job.stop();
        m_known.clear();
        m_wanted.clear();
        Q_EMIT changed();
    });
}

ScenarioCosts::~ScenarioCosts()
{
    m_job.stop();
    m_thread.waitForDone();
}

const Combination* ScenarioCosts::cost(const Scenario& scenario)
{
    std::string key = scenarioLine(scenario);
    if (const auto found = m_known.find(key); found != m_known.end()) return &found->second;
    if (m_session.model() == nullptr) return nullptr;
    m_wanted.emplace(std::move(key), scenario);
    if (!std::exchange(m_scheduled, true)) // everything that is asked for at once is one job
        QMetaObject::invokeMethod(this, [this] {
            m_scheduled = false;
            if (!m_job.running()) start();
        }, Qt::QueuedConnection);
    return nullptr;
}

void ScenarioCosts::start()
{
    if (m_wanted.empty() || m_session.model() == nullptr) return;
    std::vector<Scenario> scenarios;
    for (const auto& [key, scenario] : m_wanted) scenarios.push_back(scenario);
    m_wanted.clear();
    m_job.start([model = m_session.model(), scenarios = std::move(scenarios)](const Task& task) { return priced(*model, scenarios, task); },
                [this](std::vector<Combination> result) {
                    if (m_known.size() + result.size() > kMostKnown) m_known.clear();
                    for (Combination& combination : result) {
                        std::string key = scenarioLine(combination.scenario);
                        m_known.insert_or_assign(std::move(key), std::move(combination));
                    }
                    Q_EMIT changed();
                    start();
                });
}

} // namespace alignscope::ui

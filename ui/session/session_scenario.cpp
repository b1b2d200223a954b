// SPDX-License-Identifier: Apache-2.0
// Session: edits of the scenario, each one undo step, and the way through them.
#include "ui/session/session.h"
#include "ui/text/words.h"

#include <algorithm>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;

SessionState Session::exchangeState(SessionState value)
{
    SessionState old = state();
    m_scenario = std::move(value.scenario);
    m_kept = std::move(value.kept);
    if (!m_jumping) announceState(old);
    return old;
}

void Session::announceState(const SessionState& before)
{
    const bool scenario = before.scenario != m_scenario;
    const bool kept = before.kept != m_kept && *before.kept != *m_kept;
    if (scenario && m_preview) endPreview();
    if (kept) Q_EMIT keptChanged();
    if (!scenario) return;
    Q_EMIT scenarioChanged();
    evaluateNow();
}

void Session::edit(Scenario value, const QString& text)
{
    if (!m_model || value == m_scenario) return;
    m_undo.push(new ScenarioCommand(*this, {std::move(value), withUndoneKept(m_kept)}, text, {}));
}

// A new step takes the place of all undone ones. Scenarios that were kept in those stay: only deleting
// them, or taking back that very step, may lose them.
std::shared_ptr<const KeptScenarios> Session::withUndoneKept(std::shared_ptr<const KeptScenarios> kept) const
{
    const int undone = m_undo.count() - m_undo.index();
    const auto* last = undone > 0 ? dynamic_cast<const ScenarioCommand*>(m_undo.command(m_undo.count() - 1)) : nullptr;
    if (last == nullptr || (undone == 1 && last->value().scenario == m_scenario)) return kept;
    KeptScenarios all = *kept;
    for (const NamedScenario& named : last->value().kept->list)
        if (std::none_of(all.list.begin(), all.list.end(), [&](const NamedScenario& other) { return other.name == named.name; }))
            all.list.push_back(named);
    return all.list.size() == kept->list.size() ? kept : std::make_shared<const KeptScenarios>(std::move(all));
}

void Session::editKept(KeptScenarios kept, Scenario scenario, const QString& text, const QString& mergeKey)
{
    if (!m_model) return;
    SessionState next{std::move(scenario), std::make_shared<const KeptScenarios>(std::move(kept))};
    if (next == state()) return;
    next.kept = withUndoneKept(std::move(next.kept));
    m_undo.push(new ScenarioCommand(*this, std::move(next), text, mergeKey));
}

// A done step holds what was before it, an undone one what comes after it.
std::vector<Scenario> Session::history() const
{
    const int now = m_undo.index();
    std::vector<Scenario> states(static_cast<std::size_t>(m_undo.count()) + 1, m_scenario);
    for (int i = 0; i < m_undo.count(); ++i)
        if (const auto* command = dynamic_cast<const ScenarioCommand*>(m_undo.command(i)))
            states[static_cast<std::size_t>(i < now ? i : i + 1)] = command->value().scenario;
    return states;
}

void Session::goToStep(int step)
{
    if (m_jumping || step < 0 || step > m_undo.count() || step == m_undo.index()) return;
    const SessionState before = state();
    m_jumping = true;
    m_undo.setIndex(step);
    m_jumping = false;
    announceState(before);
}

Scenario Session::withMethod(Family family, Method method) const
{
    Scenario scenario = m_scenario;
    scenario.setMethod(family, method);
    return scenario;
}

Scenario Session::withOverlap(Overlap overlap) const
{
    Scenario scenario = m_scenario;
    scenario.forceOverlap = overlap;
    return scenario;
}

void Session::setMethod(Family family, Method method)
{
    edit(withMethod(family, method), tr("Set %1 to %2").arg(nameOf(family), nameOf(method)));
}

void Session::setForceOverlap(Overlap overlap)
{
    edit(withOverlap(overlap),
         overlap == Overlap::On ? tr("Turn force_overlap on") : tr("Turn force_overlap off"));
}

void Session::applyPreset(std::string_view name)
{
    Scenario scenario = m_scenario;
    if (!alignscope::applyPreset(scenario, name)) return;
    edit(std::move(scenario), tr("Apply preset %1").arg(qs(name)));
}

void Session::setEngine(Engine engine)
{
    Scenario scenario = m_scenario;
    scenario.engine = engine;
    edit(std::move(scenario), tr("Use the %1 engine").arg(qs(toText(engine))));
}

Scenario Session::withOverride(const std::string& operation, const Override& value) const
{
    Scenario scenario = m_scenario;
    if (value == Override{}) scenario.overrides.erase(operation);
    else scenario.overrides[operation] = value;
    return scenario;
}

void Session::setOverride(const QString& operation, const Override& value)
{
    edit(withOverride(operation.toStdString(), value),
         value == Override{} ? tr("Let %1 follow its family").arg(operation)
         : value.method      ? tr("Set %1 to %2").arg(operation, nameOf(*value.method))
                             : tr("Turn the overlap of %1 %2").arg(operation, value.overlap == Overlap::On ? tr("on") : tr("off")));
}

bool Session::cycleMethod(OpId operation)
{
    if (!m_model || !operation) return false;
    const Operation& op = m_model->graph->operation(operation);
    const auto family = familyOf(op.type);
    if (!family) return false;
    const auto legal = legalMethods(*family);
    const auto found = m_scenario.overrides.find(op.id);
    Override value = found == m_scenario.overrides.end() ? Override{} : found->second;
    const Method now = value.method.value_or(m_scenario.method(*family));
    const auto at = std::find(legal.begin(), legal.end(), now);
    const auto next = static_cast<std::size_t>(at - legal.begin() + 1) % legal.size();
    value.method = legal[next];
    if (value.method == m_scenario.method(*family)) value.method.reset();
    setOverride(qs(op.id), value);
    return true;
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/session/scenario_store.h"

#include "ui/session/session.h"
#include "ui/text/words.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace alignscope::ui {
using namespace Qt::StringLiterals;
namespace {

std::size_t place(int index) { return static_cast<std::size_t>(index); }

} // namespace

int ScenarioStore::count() const { return static_cast<int>(m_session.kept().list.size()); }

QString ScenarioStore::name(int index) const
{
    return valid(index) ? qs(m_session.kept().list[place(index)].name) : QString();
}

bool ScenarioStore::differs() const
{
    const KeptScenarios& kept = m_session.kept();
    return kept.active && kept.list[*kept.active].scenario != m_session.scenario();
}

QString ScenarioStore::title() const
{
    const KeptScenarios& kept = m_session.kept();
    if (!kept.active) return {};
    const QString text = qs(kept.list[*kept.active].name);
    return differs() ? text + u'*' : text;
}

QString ScenarioStore::freeName(const QString& wanted) const
{
    QString text = wanted;
    for (int number = 2; !whyNot(text).isEmpty(); ++number) text = u"%1 %2"_s.arg(wanted, QString::number(number));
    return text;
}

QString ScenarioStore::suggestedName() const
{
    const auto preset = presetOf(m_session.scenario());
    if (!preset.empty() && preset != "none" && m_session.scenario().overrides.empty()) return freeName(qs(preset));
    int number = count() + 1;
    QString text = Session::tr("Scenario %1").arg(number);
    while (!whyNot(text).isEmpty()) text = Session::tr("Scenario %1").arg(++number);
    return text;
}

QString ScenarioStore::whyNot(const QString& name, int of) const
{
    const std::string text = name.trimmed().toStdString();
    if (text.empty()) return Session::tr("A scenario needs a name.");
    if (text.size() > kMaxScenarioNameBytes) return Session::tr("The name is too long.");
    for (int i = 0; i < count(); ++i)
        if (i != of && m_session.kept().list[place(i)].name == text) return Session::tr("There is a scenario \"%1\" already.").arg(name.trimmed());
    return {};
}

void ScenarioStore::edit(KeptScenarios kept, const QString& text, const QString& key)
{
    m_session.editKept(std::move(kept), m_session.scenario(), text, key);
}

bool ScenarioStore::keep(const QString& name)
{
    if (!whyNot(name).isEmpty() || place(count()) >= kMaxScenarios) return false;
    KeptScenarios kept = m_session.kept();
    kept.active = kept.list.size();
    kept.list.push_back({name.trimmed().toStdString(), {}, m_session.scenario()});
    edit(std::move(kept), Session::tr("Keep the scenario as %1").arg(name.trimmed()));
    return true;
}

void ScenarioStore::update(int index)
{
    if (!valid(index)) return;
    KeptScenarios kept = m_session.kept();
    kept.list[place(index)].scenario = m_session.scenario();
    kept.active = place(index);
    edit(std::move(kept), Session::tr("Update %1").arg(name(index)));
}

void ScenarioStore::switchTo(int index)
{
    if (!valid(index)) return;
    KeptScenarios kept = m_session.kept();
    kept.active = place(index);
    Scenario scenario = kept.list[place(index)].scenario;
    m_session.editKept(std::move(kept), std::move(scenario), Session::tr("Switch to %1").arg(name(index)));
}

bool ScenarioStore::rename(int index, const QString& name)
{
    if (!valid(index) || !whyNot(name, index).isEmpty()) return false;
    KeptScenarios kept = m_session.kept();
    kept.list[place(index)].name = name.trimmed().toStdString();
    edit(std::move(kept), Session::tr("Rename %1 to %2").arg(this->name(index), name.trimmed()));
    return true;
}

void ScenarioStore::setNote(int index, const QString& note)
{
    if (!valid(index)) return;
    KeptScenarios kept = m_session.kept();
    kept.list[place(index)].note = note.left(4000).toStdString();
    edit(std::move(kept), Session::tr("Change the note of %1").arg(name(index)), u"note-%1"_s.arg(index));
}

void ScenarioStore::duplicate(int index)
{
    if (!valid(index) || place(count()) >= kMaxScenarios) return;
    KeptScenarios kept = m_session.kept();
    NamedScenario copy = kept.list[place(index)];
    copy.name = freeName(name(index)).toStdString();
    kept.list.insert(kept.list.begin() + index + 1, std::move(copy));
    if (kept.active && *kept.active > place(index)) ++*kept.active;
    edit(std::move(kept), Session::tr("Duplicate %1").arg(name(index)));
}

void ScenarioStore::remove(std::vector<int> indices)
{
    std::sort(indices.begin(), indices.end(), std::greater<>());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    std::erase_if(indices, [this](int index) { return !valid(index); });
    if (indices.empty()) return;
    KeptScenarios kept = m_session.kept();
    for (const int index : indices) {
        kept.list.erase(kept.list.begin() + index);
        if (!kept.active) continue;
        if (*kept.active == place(index)) kept.active.reset();
        else if (*kept.active > place(index)) --*kept.active;
    }
    edit(std::move(kept), indices.size() == 1 ? Session::tr("Delete %1").arg(name(indices.front()))
                                              : Session::tr("Delete %n scenarios", nullptr, static_cast<int>(indices.size())));
}

void ScenarioStore::move(int from, int to)
{
    if (!valid(from) || !valid(to) || from == to) return;
    KeptScenarios kept = m_session.kept();
    const auto begin = kept.list.begin();
    if (from < to) std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else std::rotate(begin + to, begin + from, begin + from + 1);
    if (kept.active) {
        const int active = static_cast<int>(*kept.active);
        if (active == from) kept.active = place(to);
        else if (from < active && active <= to) kept.active = place(active - 1);
        else if (to <= active && active < from) kept.active = place(active + 1);
    }
    edit(std::move(kept), Session::tr("Move %1").arg(name(from)));
}

void ScenarioStore::add(std::vector<NamedScenario> scenarios, const QString& from)
{
    KeptScenarios kept = m_session.kept();
    const auto taken = [&](const std::string& name) {
        return std::any_of(kept.list.begin(), kept.list.end(), [&](const NamedScenario& other) { return other.name == name; });
    };
    for (NamedScenario& scenario : scenarios) {
        if (kept.list.size() >= kMaxScenarios) break;
        const std::string wanted = scenario.name;
        for (int number = 2; taken(scenario.name); ++number) scenario.name = wanted + ' ' + std::to_string(number);
        kept.list.push_back(std::move(scenario));
    }
    edit(std::move(kept), Session::tr("Add scenarios from %1").arg(from));
}

} // namespace alignscope::ui

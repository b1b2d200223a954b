// SPDX-License-Identifier: Apache-2.0
// ScenarioStore: what a user can do with the named scenarios. Each is one undo step.
#pragma once

#include "ui/session/kept_scenarios.h"

#include <QString>

#include <vector>

namespace alignscope::ui {

class Session;

/// Acts on the kept scenarios of the session; indices are places in their list. Thread: GUI.
class ScenarioStore {
public:
    explicit ScenarioStore(Session& session) : m_session(session) {}

    [[nodiscard]] int count() const;
    [[nodiscard]] QString name(int index) const;
    /// The scenario in force came from a kept one and is no longer equal to it.
    [[nodiscard]] bool differs() const;
    /// "Wide", or "Wide*" when it differs; empty when the scenario came from none.
    [[nodiscard]] QString title() const;
    /// A name that no scenario has: `wanted`, else with a number behind it.
    [[nodiscard]] QString freeName(const QString& wanted) const;
    /// What to propose for the scenario in force: its preset, else "Scenario 3".
    [[nodiscard]] QString suggestedName() const;
    /// Why a scenario cannot have that name; empty: it can. `of`: the one that is renamed.
    [[nodiscard]] QString whyNot(const QString& name, int of = -1) const;

    /// Keeps the scenario in force under a new name. False if it cannot have that name.
    bool keep(const QString& name);
    /// Puts the scenario in force in the place of a kept one.
    void update(int index);
    void switchTo(int index);
    bool rename(int index, const QString& name);
    void setNote(int index, const QString& note);
    void duplicate(int index);
    void remove(std::vector<int> indices);
    void move(int from, int to);
    /// From another file; names that are taken get a number.
    void add(std::vector<NamedScenario> scenarios, const QString& from);

private:
    [[nodiscard]] bool valid(int index) const { return index >= 0 && index < count(); }
    void edit(KeptScenarios kept, const QString& text, const QString& key = {});

    Session& m_session;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// ScenarioCommand: one undo step; the scenario with the kept ones is its value.
#pragma once

#include "core/align/scenario.h"
#include "ui/session/kept_scenarios.h"

#include <QString>
#include <QUndoCommand>

#include <memory>

namespace alignscope::ui {

class Session;

/// What undo goes back to. Steps that leave the kept scenarios alone share them.
struct SessionState {
    Scenario scenario;
    std::shared_ptr<const KeptScenarios> kept; ///< never null
    [[nodiscard]] bool operator==(const SessionState& other) const
    {
        return scenario == other.scenario && (kept == other.kept || *kept == *other.kept);
    }
};

/// Undo and redo are the same exchange. Commands with the same non-empty key merge, so that typing a
/// note is one step; one that returns to its start disappears.
class ScenarioCommand : public QUndoCommand {
public:
    ScenarioCommand(Session& session, SessionState value, const QString& text, QString key);

    void undo() override { exchange(); }
    void redo() override { exchange(); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override;
    /// The state that is not in force: before a done step, after an undone one.
    [[nodiscard]] const SessionState& value() const noexcept { return m_value; }

private:
    void exchange();

    Session& m_session;
    SessionState m_value;
    QString m_key;
};

} // namespace alignscope::ui

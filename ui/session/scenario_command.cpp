// SPDX-License-Identifier: Apache-2.0
#include "ui/session/scenario_command.h"

#include "ui/session/session.h"

#include <utility>

namespace alignscope::ui {

ScenarioCommand::ScenarioCommand(Session& session, SessionState value, const QString& text, QString key)
    : QUndoCommand(text), m_session(session), m_value(std::move(value)), m_key(std::move(key))
{
}

void ScenarioCommand::exchange()
{
    m_value = m_session.exchangeState(std::move(m_value));
}

bool ScenarioCommand::mergeWith(const QUndoCommand* other)
{
    const auto* next = dynamic_cast<const ScenarioCommand*>(other);
    if (next == nullptr || m_key.isEmpty() || next->m_key != m_key) return false;
    setText(next->text());
    setObsolete(m_value == m_session.state());
    return true;
}

} // namespace alignscope::ui

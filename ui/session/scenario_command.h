// SPDX-License-Identifier: Apache-2.0
// ScenarioCommand: one undo step; the whole scenario is its value.
#pragma once

#include "core/align/scenario.h"

#include <QString>
#include <QUndoCommand>

namespace alignscope::ui {

class Session;

/// Undo and redo are the same exchange. Commands with the same non-empty key merge, so that trying
/// three methods of one family in a row is one step; one that returns to its start disappears.
class ScenarioCommand : public QUndoCommand {
public:
    ScenarioCommand(Session& session, Scenario value, const QString& text, QString key);

    void undo() override { exchange(); }
    void redo() override { exchange(); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override;

private:
    void exchange();

    Session& m_session;
    Scenario m_value; ///< the one that is not in force
    QString m_key;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// HandCost: what an edit by hand costs, told apart from the change of engine that it needs.
#pragma once

#include "core/cascade/evaluation.h"

#include <QObject>
#include <QString>

#include <memory>

namespace alignscope::ui {

class Session;

/// For a dialog that stands over one scenario. With the PPQ engine in force the scenario is
/// evaluated with the strict one in the background, so that both steps have their own price.
class HandCost : public QObject {
    Q_OBJECT
public:
    HandCost(Session& session, QObject* parent);
    /// A line for the change of engine, if there is one, and a line for the edit; `what` begins that
    /// ("The binding").
    [[nodiscard]] QString text(const QString& what, const Evaluation& wanted) const;

Q_SIGNALS:
    void ready(); ///< text() knows more now

private:
    Session& m_session;
    std::shared_ptr<const Evaluation> m_strict; ///< the same scenario with the strict engine
};

} // namespace alignscope::ui

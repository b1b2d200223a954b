// SPDX-License-Identifier: Apache-2.0
// RowPreview: the row of a table under the pointer, or focused, is previewed on the canvas.
#pragma once

#include "core/align/scenario.h"

#include <QModelIndex>
#include <QObject>

#include <functional>
#include <optional>

class QAbstractItemView;

namespace alignscope::ui {

class Session;

/// The preview ends when the pointer leaves the table or it loses the focus. Its parent is the view.
class RowPreview : public QObject {
    Q_OBJECT
public:
    /// The scenario that a row stands for; none: nothing to preview.
    using ScenarioOf = std::function<std::optional<Scenario>(const QModelIndex&)>;
    RowPreview(Session& session, QAbstractItemView& view, ScenarioOf scenarioOf);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void preview(const QModelIndex& row);

    Session& m_session;
    QAbstractItemView& m_view;
    bool m_moved = false; ///< since the view has the focus
    ScenarioOf m_scenarioOf;
};

} // namespace alignscope::ui

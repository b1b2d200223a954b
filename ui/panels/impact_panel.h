// SPDX-License-Identifier: Apache-2.0
// ImpactPanel: which choice for a single operation reaches farthest, before anybody makes it.
#pragma once

#include "ui/panels/table_panel.h"
#include "ui/session/latest_job.h"

class QLabel;
class QPushButton;

namespace alignscope::ui {

class ChoicesModel;

/// Measured in the background while the panel is seen; kept current with the scenario.
class ImpactPanel : public TablePanel {
    Q_OBJECT
public:
    explicit ImpactPanel(Session& session, QWidget* parent = nullptr);
    ~ImpactPanel() override;

    [[nodiscard]] bool measuring() const noexcept { return m_job.running(); }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void scenarioMoved();
    void measure();
    void refresh();
    void apply(int row);
    /// Which single operation moves most, with a link to it and to those that move as much.
    void showWinner();
    [[nodiscard]] int sourceRow(const QModelIndex& index) const;

    ChoicesModel* m_choices;
    QLabel* m_progress;
    QPushButton* m_apply;
    QLabel* m_winner;
    LatestJob m_job;
    bool m_stale = true; ///< what is listed is not that of the scenario
};

} // namespace alignscope::ui

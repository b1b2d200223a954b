// SPDX-License-Identifier: Apache-2.0
// ProposalsPanel: searches for the overrides that help most, and adopts as many as the user likes.
#pragma once

#include "core/cascade/proposals.h"
#include "ui/panels/table_panel.h"
#include "ui/session/latest_job.h"

#include <stop_token>

class QLabel;
class QProgressBar;
class QPushButton;

namespace alignscope::ui {

class ChoicesModel;
class SegmentedControl;

/// Nothing changes before the user adopts; then it is one undo step, however many proposals it is.
class ProposalsPanel : public TablePanel {
    Q_OBJECT
public:
    explicit ProposalsPanel(Session& session, QWidget* parent = nullptr);
    ~ProposalsPanel() override;

    [[nodiscard]] bool searching() const noexcept { return m_job.running(); }

private:
    void search();
    void stopSearch();
    void forget();
    void refresh();
    void adopt(int count);
    /// How many of the proposals are in force; -1 when the scenario is none of the way.
    [[nodiscard]] int inForceCount() const;
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] QString summaryLine(int adopted) const;

    ChoicesModel* m_choices;
    SegmentedControl* m_goal;
    QPushButton* m_search;
    QPushButton* m_cancel;
    QProgressBar* m_progress;
    QLabel* m_line;
    QPushButton* m_adopt;
    QPushButton* m_adoptAll;
    LatestJob m_job;
    std::stop_source m_stop; ///< ends a search, but keeps what it found
    Scenario m_start;
    Proposals m_found;
    bool m_searched = false;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// CascadePanel: what the scenario changed, by cause or as a flat table, and the promises that broke.
#pragma once

#include "core/cascade/branches.h"
#include "ui/panels/table_panel.h"
#include "ui/session/latest_job.h"

#include <memory>
#include <vector>

class QAction;
class QPushButton;

namespace alignscope::ui {

class ChangesModel;
class PromisesModel;
class SegmentedControl;

class CascadePanel : public TablePanel {
    Q_OBJECT
public:
    enum class Form { ByCause, Flat, Promises };

    explicit CascadePanel(Session& session, QWidget* parent = nullptr);
    ~CascadePanel() override;
    void setForm(Form form);
    [[nodiscard]] Form form() const noexcept { return m_shownForm; }
    /// Whether many changes are still being told apart by their causes.
    [[nodiscard]] bool busy() const noexcept { return m_job.running(); }

Q_SIGNALS:
    /// What would the engine give if it visited the operations in another order?
    void otherOrderAsked();

protected:
    void chooseRow(const QModelIndex& row) override;

private:
    void refresh();
    void fill(std::shared_ptr<const Evaluation> evaluation, std::vector<Branch> branches);
    void showEmpty();
    void showPage();
    void spanBranches();
    void goTo(int column);

    ChangesModel* m_changes;
    PromisesModel* m_promises;
    SegmentedControl* m_form;
    QPushButton* m_order;
    QAction* m_toPromiser;
    QAction* m_toBreaker;
    Form m_shownForm = Form::ByCause;
    LatestJob m_job;
    std::shared_ptr<const Model> m_model; ///< whose changes are listed
};

} // namespace alignscope::ui

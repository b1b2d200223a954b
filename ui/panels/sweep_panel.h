// SPDX-License-Identifier: Apache-2.0
// SweepPanel: all combinations of methods of both engines with their price; a click adopts one.
#pragma once

#include "core/cascade/sweep_best.h"
#include "ui/panels/table_panel.h"
#include "ui/session/latest_job.h"

#include <array>
#include <optional>

class QLabel;

namespace alignscope::ui {

class AnswerButton;
class SegmentedControl;
class SweepModel;
class SweepPlot;

/// Above stand the best ones as buttons; C compares a combination with the scenario on the canvas.
class SweepPanel : public TablePanel {
    Q_OBJECT
public:
    explicit SweepPanel(Session& session, QWidget* parent = nullptr);
    ~SweepPanel() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeAnswers();
    void refresh();
    void refreshAnswers();
    void adopt(int combination);
    void compareWith(int combination);
    [[nodiscard]] std::array<std::optional<std::size_t>, 3> answers() const;
    [[nodiscard]] Scenario adopting(const Combination& combination) const;
    [[nodiscard]] int rowOf(const QModelIndex& index) const;
    [[nodiscard]] LossMeasure measure() const;

    SweepModel* m_sweep;
    SweepPlot* m_plot;
    SegmentedControl* m_measure;
    std::array<AnswerButton*, 3> m_answers{}; ///< the members of SweepBest
    QLabel* m_note;
    bool m_low = false;
    SweepBest m_best;
    LatestJob m_compareJob;
};

} // namespace alignscope::ui

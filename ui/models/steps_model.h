// SPDX-License-Identifier: Apache-2.0
// StepsModel: what the engine did, in order, with the marks of the debugger beside it.
#pragma once

#include "core/cascade/step_stops.h"
#include "core/cascade/step_trail.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <memory>
#include <vector>

namespace alignscope::ui {

class StepsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Gutter, Number, Operation, What, SlotName, MasterName, ScaleBefore, ScaleAfter, Why, ColumnCount };
    /// What the gutter shows, as flags of kGutterRole.
    enum Mark { Current = 1, Halts = 2, Armed = 4, BreaksPromise = 8 };
    static constexpr int kGutterRole = Qt::UserRole + 50;

    using QAbstractTableModel::QAbstractTableModel;
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);
    [[nodiscard]] const std::shared_ptr<const Evaluation>& evaluation() const noexcept { return m_evaluation; }
    /// Of the evaluation; without it the scales around a step are not known.
    void setTrail(std::shared_ptr<const StepTrail> trail);
    void setMarks(const std::vector<Breakpoint>& breakpoints, const std::vector<Stop>& stops, const std::vector<Stop>& promiseBreaks);
    /// 0: no step is the current one.
    void setCurrent(std::size_t position);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant text(int row, int column) const;
    [[nodiscard]] int marks(int row) const;
    [[nodiscard]] QString marksText(int row) const;

    std::shared_ptr<const Evaluation> m_evaluation;
    std::shared_ptr<const StepTrail> m_trail;
    std::size_t m_current = 0;
    std::vector<Breakpoint> m_breakpoints;
    std::vector<Stop> m_halts;         ///< in the order of their positions: what came true
    std::vector<Stop> m_promiseBreaks; ///< likewise
    std::vector<bool> m_armed;         ///< by operation
};

} // namespace alignscope::ui

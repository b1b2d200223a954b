// SPDX-License-Identifier: Apache-2.0
// Scorecard: the price of the scenario, loaded -> now, with the formula of every number.
#pragma once

#include "core/cascade/evaluation.h"

#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;

namespace alignscope::ui {

/// Another evaluation takes the place of the scenario's and says so: a previewed one, or one that is
/// shown in place of the outcome.
class Scorecard : public QWidget {
    Q_OBJECT
public:
    explicit Scorecard(QWidget* parent = nullptr);
    /// What the two columns are called; Another: they are not those of the scenario.
    enum class Whose { Scenario, Another };
    void set(std::shared_ptr<const Evaluation> evaluation, const QString& before, const QString& after, Whose whose = Whose::Scenario);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Sense { FewerIsBetter, ShouldBeZero, Neutral };
    struct Row {
        QLabel* name;
        QLabel* before;
        QLabel* after;
        Sense sense;
    };
    Row& addRow(const QString& name, const QString& formula, Sense sense);
    void fill(std::size_t row, double before, double after, int decimals, bool showBefore = true);
    void refresh();

    QGridLayout* m_grid;
    QLabel* m_beforeHeader = nullptr;
    QLabel* m_afterHeader = nullptr;
    std::vector<Row> m_rows;
    std::shared_ptr<const Evaluation> m_evaluation;
};

} // namespace alignscope::ui

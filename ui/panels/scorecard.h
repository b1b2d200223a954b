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

/// A previewed evaluation takes the place of "now" and says so.
class Scorecard : public QWidget {
    Q_OBJECT
public:
    explicit Scorecard(QWidget* parent = nullptr);
    void set(std::shared_ptr<const Evaluation> evaluation, std::shared_ptr<const Evaluation> preview);


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
    QLabel* m_nowHeader = nullptr;
    std::vector<Row> m_rows;
    std::shared_ptr<const Evaluation> m_evaluation;
    std::shared_ptr<const Evaluation> m_preview;
};

} // namespace alignscope::ui

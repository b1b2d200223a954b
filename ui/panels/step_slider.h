// SPDX-License-Identifier: Apache-2.0
// StepSlider: a slider over all positions with marks where breakpoints halt and promises break.
#pragma once

#include <QSlider>

#include <vector>

namespace alignscope::ui {

/// A click goes to the place that was clicked. Keys as any slider: arrows, Page keys, Home, End.
class StepSlider : public QSlider {
    Q_OBJECT
public:
    explicit StepSlider(QWidget* parent = nullptr);
    /// Positions, ascending.
    void setMarks(std::vector<int> halts, std::vector<int> promiseBreaks);
    /// Where the handle's middle stands for a value, in pixels from the left.
    [[nodiscard]] double pixelOf(int value) const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] int valueAt(double x) const;

    std::vector<int> m_halts;
    std::vector<int> m_promiseBreaks;
};

} // namespace alignscope::ui

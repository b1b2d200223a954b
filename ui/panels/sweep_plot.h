// SPDX-License-Identifier: Apache-2.0
// SweepPlot: places that disagree against bits lost, one point a combination.
#pragma once

#include "core/cascade/sweep_best.h"

#include <QWidget>

#include <vector>

class QPainter;

namespace alignscope::ui {

/// Across stand requantize edges plus misaligned operations: without alignment most models have no
/// edge at which parameters change, but operations whose inputs disagree. Upwards stand bits lost.
/// Circles are the ppq engine, diamonds the strict one; a ring marks the scenario in force. Filled in
/// the accent colour and joined by a dashed line are those that no other beats in both.
/// Combinations of one engine with equal numbers share a point, whose size tells how many they are.
/// Arrow keys walk the points, Return or a click adopts one, C compares it with the scenario.
class SweepPlot : public QWidget {
    Q_OBJECT
public:
    explicit SweepPlot(QWidget* parent = nullptr);
    void set(const std::vector<Combination>& combinations, const Scenario& current, LossMeasure measure);
    [[nodiscard]] QSize sizeHint() const override { return {360, 200}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 120}; }
    /// Where the point of a combination stands, for tests and tool tips.
    [[nodiscard]] QPointF position(std::size_t combination) const;
    /// The combination of the point under the pointer or reached by the keyboard; -1 when there is none.
    [[nodiscard]] int considered() const;
    /// What the numbers of both axes take: rectangles in the widget.
    [[nodiscard]] std::vector<QRectF> numberPlaces() const;

Q_SIGNALS:
    void adopted(int combination);
    void compared(int combination);
    /// considered() is another.
    void consideredChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Point {
        double places = 0;
        double bits = 0;
        std::vector<int> combinations;
        Engine engine = Engine::Ppq;
        bool current = false;
        bool best = false; ///< on the Pareto front
    };
    /// Numbers along an axis, and how far apart they stand at least.
    struct Ticks {
        double step = 1;
        std::vector<QString> texts; ///< from 0 on
    };
    void renewAxes();
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] QPointF place(const Point& point) const;
    [[nodiscard]] int pointAt(const QPointF& position) const;
    [[nodiscard]] QString describe(const Point& point) const;
    void setHovered(int point);
    void drawAxes(QPainter& painter) const;
    void drawKey(QPainter& painter) const;

    std::vector<Point> m_points;
    std::vector<Combination> m_combinations;
    LossMeasure m_measure = LossMeasure::Summed;
    double m_maximumPlaces = 1;
    double m_maximumBits = 1;
    int m_hovered = -1;
    Ticks m_across;
    Ticks m_upwards;
    double m_left = 48; ///< of the plot: beside the widest number and the name of the axis
};

} // namespace alignscope::ui

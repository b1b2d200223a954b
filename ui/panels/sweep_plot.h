// SPDX-License-Identifier: Apache-2.0
// SweepPlot: places that disagree against bits lost, one point a combination.
#pragma once

#include "core/cascade/sweep.h"

#include <QWidget>

#include <vector>

namespace alignscope::ui {

/// Across stand requantize edges plus misaligned operations: without alignment most models have no
/// edge at which parameters change, but operations whose inputs disagree.
/// Combinations with equal numbers share a point, whose size tells how many they are. Left and
/// Right walk the points, Return or a click adopts one.
class SweepPlot : public QWidget {
    Q_OBJECT
public:
    explicit SweepPlot(QWidget* parent = nullptr);
    void set(const std::vector<Combination>& combinations, const Scenario& current);
    [[nodiscard]] QSize sizeHint() const override { return {360, 200}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 120}; }
    /// Where the point of a combination stands, for tests and tool tips.
    [[nodiscard]] QPointF position(std::size_t combination) const;

Q_SIGNALS:
    void adopted(int combination);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Point {
        double places = 0;
        double bits = 0;
        std::vector<int> combinations;
        bool current = false;
        bool best = false; ///< no other point is better in one number and not worse in the other
    };
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] QPointF place(const Point& point) const;
    [[nodiscard]] int pointAt(const QPointF& position) const;
    [[nodiscard]] QString describe(const Point& point) const;
    void setHovered(int point);

    std::vector<Point> m_points;
    std::vector<Combination> m_combinations;
    double m_maximumPlaces = 1;
    double m_maximumBits = 1;
    int m_hovered = -1;
};

} // namespace alignscope::ui

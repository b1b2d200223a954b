// SPDX-License-Identifier: Apache-2.0
// RangeBars: the real ranges of a group's members on one number line.
#pragma once

#include "core/cascade/group_members.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace alignscope::ui {

/// One bar a member: what it was calibrated to; behind all bars the range that they share now. Who
/// dictates it and who wastes it carries a sign and a word. The axis stays at the top of what is
/// visible. Arrow keys and a click make a row current, Return or a double click opens it.
class RangeBars : public QWidget {
    Q_OBJECT
public:
    struct Bar {
        GroupMember member;
        QString name;
        QString leaving; ///< what leaving the group would give; empty: not known yet
    };

    explicit RangeBars(QWidget* parent = nullptr);
    void set(std::vector<Bar> bars, RealRange common, const QColor& color);
    void setLeaving(SlotId slot, const QString& text);
    /// Invalid when there are no bars.
    [[nodiscard]] SlotId current() const;
    void setCurrent(SlotId slot);
    [[nodiscard]] const std::vector<Bar>& bars() const { return m_bars; }
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] static int heightOf(int rows);
    [[nodiscard]] QSize sizeHint() const override { return {240, heightOf(static_cast<int>(m_bars.size()))}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void currentChanged(alignscope::SlotId slot);
    void opened(alignscope::SlotId slot);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int rowAt(const QPoint& position) const;
    void setRow(int row);
    void paintAxis(QPainter& painter, int top, double low, double high) const;
    [[nodiscard]] double xOf(double value, double low, double high) const;

    std::vector<Bar> m_bars;
    RealRange m_common;
    QColor m_color;
    int m_current = -1;
};

/// "◆ dictates", "▽ 23 % of the steps": sign and word.
[[nodiscard]] QString partText(const GroupMember& member);

} // namespace alignscope::ui

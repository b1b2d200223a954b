// SPDX-License-Identifier: Apache-2.0
// RangeBars: the real ranges of a group's members on one number line.
#pragma once

#include "core/cascade/cascade.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace alignscope::ui {

/// One bar a member: thin what it was calibrated to, behind it the group's range of now. The member
/// whose range dictates is marked. A click or Return chooses a member.
class RangeBars : public QWidget {
    Q_OBJECT
public:
    struct Bar {
        SlotId slot;
        QString name;
        RealRange own;       ///< as loaded
        bool dictates = false;
    };

    explicit RangeBars(QWidget* parent = nullptr);
    void set(std::vector<Bar> bars, RealRange common, const QColor& color);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void slotClicked(alignscope::SlotId slot);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int rowAt(const QPoint& position) const;
    void setCurrent(int row);

    std::vector<Bar> m_bars;
    RealRange m_common;
    QColor m_color;
    int m_current = 0;
};

} // namespace alignscope::ui

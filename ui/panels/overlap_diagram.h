// SPDX-License-Identifier: Apache-2.0
// OverlapDiagram: what force_overlap decides, on the smallest graph that shows it.
#pragma once

#include <QWidget>

namespace alignscope::ui {

/// Conv1 and Conv2 feed Add1; Conv2 feeds Conv3 as well. Off: Conv2 keeps its scale for Conv3 and a
/// rescale appears before Add1. On: Conv2 and Conv3 follow Add1.
class OverlapDiagram : public QWidget {
    Q_OBJECT
public:
    explicit OverlapDiagram(QWidget* parent = nullptr);
    void setOverlap(bool on);
    [[nodiscard]] QSize sizeHint() const override { return {240, 104}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 104}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    bool m_on = false;
};

} // namespace alignscope::ui

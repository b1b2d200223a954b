// SPDX-License-Identifier: Apache-2.0
// Switch: a check box drawn as a sliding switch.
#pragma once

#include <QCheckBox>

namespace alignscope::ui {

class Switch : public QCheckBox {
    Q_OBJECT
public:
    explicit Switch(const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void considered();
    void abandoned();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& pos) const override { return rect().contains(pos); }
};

} // namespace alignscope::ui

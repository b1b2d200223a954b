// SPDX-License-Identifier: Apache-2.0
// PinDialog: the scale and offset that a slot is pinned to, judged while they are typed.
#pragma once

#include "core/align/scenario.h"
#include "core/base/ids.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace alignscope::ui {

class HandCost;
class Session;

/// Not modal to the model: while it is open the canvas shows what the pin would do. One undo step
/// on acceptance; with the ppq engine the strict one is chosen in the same step.
class PinDialog : public QDialog {
    Q_OBJECT
public:
    PinDialog(Session& session, SlotId slot, QWidget* parent);

    void accept() override;
    void done(int result) override;

private:
    void fill(float scale, float offset);
    void judge();
    void showCost();
    /// Nothing while a field is no number.
    [[nodiscard]] std::optional<Pin> typed() const;

    Session& m_session;
    SlotId m_slot;
    HandCost* m_cost;
    QLineEdit* m_scale;
    QLineEdit* m_offset;
    QLabel* m_range;
    QLabel* m_loss;
    QLabel* m_verdict;
    QPushButton* m_pin;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// The clickable rows of the inspector: a slot with its state and scale, a link whose text wraps.
#pragma once

#include "core/cascade/evaluation.h"

#include <QPushButton>

namespace alignscope::ui {

/// A slot of a list: its group's colour, where it is, its state, scale and loss.
class SlotButton : public QPushButton {
    Q_OBJECT
public:
    SlotButton(const Evaluation& evaluation, SlotId slot, const QString& title, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
};

/// A link whose text, a label inside, wraps.
class LinkRow : public QPushButton {
    Q_OBJECT
public:
    explicit LinkRow(QWidget* parent);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// StepGutter: draws the marks beside a step: where it stands, what halts there, what breaks.
#pragma once

#include <QStyledItemDelegate>

namespace alignscope::ui {

class StepGutter : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A filled disc of a breakpoint; a ring when `filled` is false.
void paintBreakpoint(QPainter& painter, const QPointF& centre, double radius, bool filled);
/// The triangle of a broken promise.
void paintBrokenPromise(QPainter& painter, const QPointF& centre, double radius);

} // namespace alignscope::ui

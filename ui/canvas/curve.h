// SPDX-License-Identifier: Apache-2.0
// The curve of an edge: a smooth line through the points of its route.
#pragma once

#include "core/layout/layout.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <span>

namespace alignscope::ui {

/// Control points of one piece: it leaves and enters along the direction of flow, so that pieces
/// join smoothly and stay inside the rectangle of their ends.
struct CurvePiece {
    QPointF start, control1, control2, end;
    [[nodiscard]] QPointF at(double t) const;
};
[[nodiscard]] CurvePiece curvePiece(QPointF from, QPointF to, layout::Direction direction);

/// Appends the curve through `points`; `path` keeps its memory between uses.
void appendCurve(QPainterPath& path, std::span<const QPointF> points, layout::Direction direction);
/// Only its pieces that come near `area`; for solid lines, as dashes would start anew with each.
void appendCurveWithin(QPainterPath& path, std::span<const QPointF> points, layout::Direction direction, const QRectF& area);

/// Squared distance of `position` from the curve through `points`.
[[nodiscard]] double squaredDistance(std::span<const QPointF> points, layout::Direction direction,
                                     QPointF position);

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// The curve of an edge: a smooth line through the points of its route.
#pragma once

#include "core/layout/layout.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <span>
#include <vector>

namespace alignscope::ui {

/// Control points of one piece: it leaves and enters along the direction of flow, so that pieces
/// join smoothly and stay inside the rectangle of their ends.
struct CurvePiece {
    QPointF start, control1, control2, end;
    [[nodiscard]] QPointF at(double t) const;
    [[nodiscard]] CurvePiece part(double from, double to) const;
};
[[nodiscard]] CurvePiece curvePiece(QPointF from, QPointF to, layout::Direction direction);

/// Appends the curve through `points`; `path` keeps its memory between uses.
void appendCurve(QPainterPath& path, std::span<const QPointF> points, layout::Direction direction);
/// Only its pieces that come near `area`; for solid lines, as dashes would start anew with each.
void appendCurveWithin(QPainterPath& path, std::span<const QPointF> points, layout::Direction direction, const QRectF& area);

/// From where to where (0 to 1) a curve comes near `area`, in order and apart from each other. What is returned is little
/// longer than what is seen, however long the curve is.
struct CurveStretch {
    double from, to;
};
[[nodiscard]] std::vector<CurveStretch> stretchesWithin(const CurvePiece& curve, const QRectF& area);

/// Squared distance of `position` from the curve through `points`.
[[nodiscard]] double squaredDistance(std::span<const QPointF> points, layout::Direction direction,
                                     QPointF position);

} // namespace alignscope::ui

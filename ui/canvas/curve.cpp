// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/curve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alignscope::ui {

QPointF CurvePiece::at(double t) const
{
    const double u = 1.0 - t;
    return u * u * u * start + 3.0 * u * u * t * control1 + 3.0 * u * t * t * control2 + t * t * t * end;
}

// By de Casteljau, with a parameter of its own for each of the three steps.
CurvePiece CurvePiece::part(double from, double to) const
{
    const auto blossom = [this](double a, double b, double c) {
        const auto mix = [](QPointF p, QPointF q, double t) { return p + (q - p) * t; };
        const QPointF first = mix(mix(start, control1, a), mix(control1, control2, a), b);
        const QPointF second = mix(mix(control1, control2, a), mix(control2, end, a), b);
        return mix(first, second, c);
    };
    return {blossom(from, from, from), blossom(from, from, to), blossom(from, to, to), blossom(to, to, to)};
}

CurvePiece curvePiece(QPointF from, QPointF to, layout::Direction direction)
{
    if (direction == layout::Direction::Down) {
        const double middle = (from.y() + to.y()) / 2.0;
        return {from, {from.x(), middle}, {to.x(), middle}, to};
    }
    const double middle = (from.x() + to.x()) / 2.0;
    return {from, {middle, from.y()}, {middle, to.y()}, to};
}

static void appendPiece(QPainterPath& path, QPointF from, QPointF to, layout::Direction direction)
{
    const CurvePiece piece = curvePiece(from, to, direction);
    const bool straight = direction == layout::Direction::Down
        ? std::abs(piece.start.x() - piece.end.x()) < 0.5
        : std::abs(piece.start.y() - piece.end.y()) < 0.5;
    if (straight)
        path.lineTo(piece.end);
    else
        path.cubicTo(piece.control1, piece.control2, piece.end);
}

void appendCurve(QPainterPath& path, std::span<const QPointF> points, layout::Direction direction)
{
    if (points.empty()) return;
    path.moveTo(points.front());
    for (std::size_t i = 1; i < points.size(); ++i) appendPiece(path, points[i - 1], points[i], direction);
}

void appendCurveWithin(QPainterPath& path, std::span<const QPointF> points, layout::Direction direction, const QRectF& area)
{
    // A straight rest of a curve is smoothed a little differently: not worth it for short ones.
    constexpr std::size_t kLong = 12;
    if (points.size() <= kLong) return appendCurve(path, points, direction);
    bool joined = false;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF from = points[i - 1];
        const QPointF to = points[i];
        const bool seen = std::max(from.x(), to.x()) >= area.left() && std::min(from.x(), to.x()) <= area.right()
            && std::max(from.y(), to.y()) >= area.top() && std::min(from.y(), to.y()) <= area.bottom();
        if (seen && !joined) path.moveTo(from);
        if (seen) appendPiece(path, from, to, direction);
        joined = seen;
    }
}

std::vector<CurveStretch> stretchesWithin(const CurvePiece& curve, const QRectF& area)
{
    constexpr int kMostHalvings = 24;
    std::vector<CurveStretch> found;
    const auto visit = [&](const auto& self, double from, double to, int halvings) -> void {
        const CurvePiece piece = halvings == 0 ? curve : curve.part(from, to);
        const auto [left, right] = std::minmax({piece.start.x(), piece.control1.x(), piece.control2.x(), piece.end.x()});
        const auto [top, bottom] = std::minmax({piece.start.y(), piece.control1.y(), piece.control2.y(), piece.end.y()});
        if (right < area.left() || left > area.right() || bottom < area.top() || top > area.bottom()) return;
        if ((right - left <= area.width() && bottom - top <= area.height()) || halvings == kMostHalvings) {
            if (!found.empty() && found.back().to == from) found.back().to = to;
            else found.push_back({from, to});
            return;
        }
        const double middle = (from + to) / 2.0;
        self(self, from, middle, halvings + 1);
        self(self, middle, to, halvings + 1);
    };
    visit(visit, 0.0, 1.0, 0);
    return found;
}

double squaredDistance(std::span<const QPointF> points, layout::Direction direction, QPointF position)
{
    constexpr int kPieces = 12;
    double best = std::numeric_limits<double>::max();
    for (std::size_t i = 1; i < points.size(); ++i) {
        const CurvePiece piece = curvePiece(points[i - 1], points[i], direction);
        QPointF a = piece.start;
        for (int k = 1; k <= kPieces; ++k) {
            const QPointF b = piece.at(static_cast<double>(k) / kPieces);
            const QPointF along = b - a;
            const double length = QPointF::dotProduct(along, along);
            const double t = length > 0
                ? std::clamp(QPointF::dotProduct(position - a, along) / length, 0.0, 1.0)
                : 0.0;
            const QPointF apart = position - (a + t * along);
            best = std::min(best, QPointF::dotProduct(apart, apart));
            a = b;
        }
    }
    return best;
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/smooth_raster.h"

#include "ui/canvas/pixel_target.h"

#include <QPainter>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignscope::ui {
namespace {

constexpr double kBeyond = 1.0e6; // pixels: nothing is seen beyond

// On a grid so fine that nobody sees it, and off its halves: what follows is exact, so that the same thing looks
// the same wherever a pan has moved it.
double snapped(double pixels)
{
    constexpr double kUnits = 256.0;
    return std::floor(std::clamp(pixels, -kBeyond, kBeyond) * kUnits + 0.50001) / kUnits;
}

// How much of [at, at + 1] lies in [from, to].
double shareBetween(int at, double from, double to)
{
    return std::clamp(std::min(to, at + 1.0) - std::max(from, static_cast<double>(at)), 0.0, 1.0);
}

// All four channels times share / 255.
QRgb times(QRgb color, unsigned share)
{
    unsigned even = (color & 0xff00ffU) * share;
    even = ((even + ((even >> 8) & 0xff00ffU) + 0x800080U) >> 8) & 0xff00ffU;
    unsigned odd = ((color >> 8) & 0xff00ffU) * share;
    odd = (odd + ((odd >> 8) & 0xff00ffU) + 0x800080U) & 0xff00ff00U;
    return even | odd;
}

unsigned partOf(double share) { return static_cast<unsigned>(std::max(0.0, share) * 255.0 + 0.5); }

class Ink {
public:
    explicit Ink(const QColor& color) : m_color(qPremultiply(color.rgba())) {}
    void run(QRgb* pixels, int count, unsigned part) const
    {
        if (part == 0 || count <= 0) return;
        const QRgb source = part == 255 ? m_color : times(m_color, part);
        const auto rest = static_cast<unsigned>(255 - qAlpha(source));
        if (rest == 0) {
            std::fill(pixels, pixels + count, source);
            return;
        }
        for (int i = 0; i < count; ++i) pixels[i] = source + times(pixels[i], rest);
    }

private:
    QRgb m_color; // premultiplied
};

} // namespace

std::optional<SmoothRaster> SmoothRaster::on(const QPainter& painter)
{
    const auto target = PixelTarget::of(painter);
    if (!target || !target->premultiplied || painter.compositionMode() != QPainter::CompositionMode_SourceOver) return {};
    const QTransform& transform = target->transform;
    if (!(transform.m11() > 0) || std::abs(transform.m11() - transform.m22()) > 1e-9) return {};
    SmoothRaster raster;
    raster.m_pixels = target->pixels;
    raster.m_stride = target->stride;
    raster.m_clip = target->clip;
    raster.m_scale = transform.m11();
    raster.m_dx = transform.dx();
    raster.m_dy = transform.dy();
    return raster;
}

double SmoothRaster::Shape::shareAcross(int x) const { return shareBetween(x, left, right); }

// What a shape covers of the pixels of one row.
class SmoothRaster::Row {
public:
    Row(const Shape& shape, int y)
        : m_shape(shape), m_down(shareBetween(y, shape.top, shape.bottom)),
          m_above(std::max(shape.top + shape.radius - (y + 0.5), y + 0.5 - (shape.bottom - shape.radius))),
          m_left(shape.left + shape.radius - 0.5), m_right(shape.right - shape.radius - 0.5),
          m_whole(shape.radius > 0.5 ? (shape.radius - 0.5) * (shape.radius - 0.5) : 0.0),
          m_none((shape.radius + 0.5) * (shape.radius + 0.5))
    {
    }
    [[nodiscard]] double between() const { return m_down; } ///< the corners
    [[nodiscard]] double at(int x) const
    {
        const double aside = std::max(m_left - x, x - m_right);
        if (aside <= 0 || m_above <= 0) return m_shape.shareAcross(x) * m_down;
        const double apart = aside * aside + m_above * m_above;
        if (apart >= m_none) return 0.0;
        return apart <= m_whole ? 1.0 : std::clamp(m_shape.radius + 0.5 - std::sqrt(apart), 0.0, 1.0);
    }

private:
    const Shape& m_shape;
    double m_down;
    double m_above; // of the centre, above or below where the corners begin
    double m_left, m_right;
    double m_whole, m_none; // squared distances from the centre of a corner
};

SmoothRaster::Shape SmoothRaster::toDevice(const QRectF& rect, double radius) const
{
    const double left = snapped(rect.left() * m_scale + m_dx);
    const double top = snapped(rect.top() * m_scale + m_dy);
    const double right = snapped(rect.right() * m_scale + m_dx);
    const double bottom = snapped(rect.bottom() * m_scale + m_dy);
    return {left, top, right, bottom, std::clamp(snapped(radius * m_scale), 0.0, std::min(right - left, bottom - top) / 2.0)};
}

SmoothRaster::Whole SmoothRaster::wholePixels(double from, double to, Qt::Orientation along) const
{
    const double shift = along == Qt::Vertical ? m_dy : m_dx;
    const double first = std::ceil(from * m_scale + shift - 1e-6);
    const double last = std::floor(to * m_scale + shift + 1e-6);
    if (!(last > first)) return {to, to};
    return {(first - shift) / m_scale, (last - shift) / m_scale};
}

void SmoothRaster::fill(const QRectF& rect, double radius, const QColor& color) const
{
    if (rect.width() > 0 && rect.height() > 0) paint(toDevice(rect, radius), {0, 0, 0, 0, -1}, color);
}

void SmoothRaster::outline(const QRectF& rect, double radius, double width, const QColor& color) const
{
    const double half = width / 2.0;
    const QRectF inside = rect.adjusted(half, half, -half, -half);
    Shape inner{0, 0, 0, 0, -1};
    if (inside.width() > 0 && inside.height() > 0) inner = toDevice(inside, std::max(0.0, radius - half));
    paint(toDevice(rect.adjusted(-half, -half, half, half), radius + half), inner, color);
}

void SmoothRaster::paint(const Shape& outer, const Shape& inner, const QColor& color) const
{
    const Ink ink(color);
    const int left = std::max(m_clip.left(), static_cast<int>(std::floor(outer.left)));
    const int right = std::min(m_clip.right() + 1, static_cast<int>(std::ceil(outer.right)));
    const int top = std::max(m_clip.top(), static_cast<int>(std::floor(outer.top)));
    const int bottom = std::min(m_clip.bottom() + 1, static_cast<int>(std::ceil(outer.bottom)));
    if (left >= right || top >= bottom) return;
    const bool hollow = inner.radius >= 0;
    // The whole pixels between `low` and `high`.
    const auto within = [](double low, double high, int least, int most) {
        const int first = std::clamp(static_cast<int>(std::ceil(low)), least, most);
        return std::pair(first, std::clamp(static_cast<int>(std::floor(high)), first, most));
    };
    const double corner = hollow ? std::max(outer.radius, inner.left - outer.left + inner.radius) : outer.radius;
    const auto [straightTop, straightBottom] = within(outer.top + corner, outer.bottom - corner, top, bottom);
    const auto [straightLeft, straightRight] = within(outer.left + corner, outer.right - corner, left, right);

    // Between the corners all rows are alike: some pixels at either side, between them nothing or everything.
    const Shape& gap = hollow ? inner : outer;
    const auto [gapLeft, gapRight] = within(gap.left, gap.right, left, right);
    QVarLengthArray<std::pair<int, unsigned>, 64> sides;
    const auto side = [&](int from, int to) {
        for (int x = from; x < to; ++x) sides.append({x, partOf(outer.shareAcross(x) - (hollow ? inner.shareAcross(x) : 0.0))});
    };
    side(left, gapLeft);
    side(gapRight, right);
    for (int y = straightTop; y < straightBottom; ++y) {
        QRgb* const row = m_pixels + y * m_stride;
        for (const auto& [x, part] : sides) ink.run(row + x, 1, part);
        if (!hollow) ink.run(row + gapLeft, gapRight - gapLeft, 255);
    }
    // Above and below, all columns between the corners are alike.
    const auto across = [&](int y) {
        QRgb* const row = m_pixels + y * m_stride;
        const Row outside(outer, y);
        if (hollow) {
            const Row inside(inner, y);
            for (int x = left; x < straightLeft; ++x) ink.run(row + x, 1, partOf(outside.at(x) - inside.at(x)));
            ink.run(row + straightLeft, straightRight - straightLeft, partOf(outside.between() - inside.between()));
            for (int x = straightRight; x < right; ++x) ink.run(row + x, 1, partOf(outside.at(x) - inside.at(x)));
            return;
        }
        int first = left; // that is covered as those between the corners are
        int last = right - 1;
        const unsigned most = partOf(outside.between());
        for (; first < straightLeft; ++first) {
            const unsigned part = partOf(outside.at(first));
            if (part == most) break;
            ink.run(row + first, 1, part);
        }
        for (; last >= std::max(first, straightRight); --last) {
            const unsigned part = partOf(outside.at(last));
            if (part == most) break;
            ink.run(row + last, 1, part);
        }
        ink.run(row + first, last + 1 - first, most);
    };
    for (int y = top; y < straightTop; ++y) across(y);
    for (int y = straightBottom; y < bottom; ++y) across(y);
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/smooth_raster.h"

#include <QImage>
#include <QPainter>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignscope::ui {
namespace {

constexpr double kFarthest = 1.0e6; // pixels: nothing is seen beyond

// On a grid so fine that nobody sees it, and off its halves: what follows is exact, so that the same thing looks
// the same wherever a pan has moved it.
double snapped(double pixels)
{
    constexpr double kUnits = 256.0;
    return std::floor(std::clamp(pixels, -kFarthest, kFarthest) * kUnits + 0.50001) / kUnits;
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
    auto* const device = painter.device();
    if (device == nullptr || device->devType() != QInternal::Image) return {};
    const auto* image = static_cast<const QImage*>(device);
    if (image->format() != QImage::Format_RGB32 && image->format() != QImage::Format_ARGB32_Premultiplied) return {};
    const QTransform transform = painter.deviceTransform();
    if (transform.type() > QTransform::TxScale || painter.opacity() < 1.0 || !(transform.m11() > 0)
        || std::abs(transform.m11() - transform.m22()) > 1e-9 || painter.compositionMode() != QPainter::CompositionMode_SourceOver)
        return {};
    SmoothRaster raster;
    // The painter has already made the pixels its own; asking for writable ones could copy them.
    raster.m_pixels = reinterpret_cast<QRgb*>(const_cast<uchar*>(image->constBits()));
    raster.m_stride = image->bytesPerLine() / static_cast<std::ptrdiff_t>(sizeof(QRgb));
    raster.m_clip = image->rect();
    if (painter.hasClipping()) raster.m_clip &= transform.mapRect(painter.clipBoundingRect()).toAlignedRect();
    raster.m_scale = transform.m11();
    raster.m_dx = transform.dx();
    raster.m_dy = transform.dy();
    return raster;
}

double SmoothRaster::Shape::shareAcross(int x) const { return shareBetween(x, left, right); }
double SmoothRaster::Shape::shareDown(int y) const { return shareBetween(y, top, bottom); }

double SmoothRaster::Shape::shareOf(int x, int y) const
{
    if (radius < 0) return 0;
    const double aside = std::max(left + radius - (x + 0.5), x + 0.5 - (right - radius));
    const double above = std::max(top + radius - (y + 0.5), y + 0.5 - (bottom - radius));
    if (aside <= 0 || above <= 0) return shareAcross(x) * shareDown(y);
    return std::clamp(radius + 0.5 - std::sqrt(aside * aside + above * above), 0.0, 1.0); // in a corner
}

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
        const auto ends = [&](int from, int to) {
            for (int x = from; x < to; ++x) ink.run(row + x, 1, partOf(outer.shareOf(x, y) - inner.shareOf(x, y)));
        };
        ends(left, straightLeft);
        ink.run(row + straightLeft, straightRight - straightLeft, partOf(outer.shareDown(y) - (hollow ? inner.shareDown(y) : 0.0)));
        ends(straightRight, right);
    };
    for (int y = top; y < straightTop; ++y) across(y);
    for (int y = straightBottom; y < bottom; ++y) across(y);
}

} // namespace alignscope::ui

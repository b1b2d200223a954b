// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/far_raster.h"

#include "ui/canvas/pixel_target.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignscope::ui {
namespace {

constexpr std::int64_t kUnit = 256;          // of Fixed
constexpr std::int64_t kDot = 3;             // pixels on, as many off
constexpr double kFarthest = 16.0e6;          // pixels: beyond, fixed-point numbers would overflow

std::int64_t toFixed(double pixels)
{
    const double units = std::clamp(pixels, -kFarthest, kFarthest) * static_cast<double>(kUnit);
    return static_cast<std::int64_t>(units < 0 ? units - 0.5 : units + 0.5); // llround() is a call
}
constexpr int kUnitBits = 8;
static_assert(kUnit == 1 << kUnitBits);
std::int64_t wholePixels(std::int64_t fixed) { return fixed >> kUnitBits; } // rounds down

} // namespace

std::optional<FarRaster> FarRaster::on(const QPainter& painter)
{
    const auto target = PixelTarget::of(painter);
    if (!target) return {};
    FarRaster raster;
    raster.m_pixels = target->pixels;
    raster.m_stride = target->stride;
    raster.m_clip = target->clip;
    raster.m_scaleX = target->transform.m11();
    raster.m_scaleY = target->transform.m22();
    raster.m_dx = target->transform.dx();
    raster.m_dy = target->transform.dy();
    return raster;
}

FarRaster::Fixed FarRaster::toPixels(QPointF p) const
{
    return {toFixed(p.x() * m_scaleX + m_dx), toFixed(p.y() * m_scaleY + m_dy)};
}

void FarRaster::fill(const QRectF& rect, QRgb color) const
{
    const auto edge = [](double at) { return wholePixels(toFixed(at) + kUnit / 2); };
    const std::int64_t left = edge(rect.left() * m_scaleX + m_dx);
    const std::int64_t top = edge(rect.top() * m_scaleY + m_dy);
    const std::int64_t right = std::max(left + 1, edge(rect.right() * m_scaleX + m_dx));
    const std::int64_t bottom = std::max(top + 1, edge(rect.bottom() * m_scaleY + m_dy));
    const std::int64_t x0 = std::max<std::int64_t>(left, m_clip.left());
    const std::int64_t x1 = std::min<std::int64_t>(right, m_clip.right() + 1);
    const std::int64_t y0 = std::max<std::int64_t>(top, m_clip.top());
    const std::int64_t y1 = std::min<std::int64_t>(bottom, m_clip.bottom() + 1);
    if (x0 >= x1) return;
    for (std::int64_t y = y0; y < y1; ++y) std::fill(m_pixels + y * m_stride + x0, m_pixels + y * m_stride + x1, color);
}

void FarRaster::Drawn::reset(const FarRaster& raster)
{
    m_columns.assign(static_cast<std::size_t>(std::max(0, raster.m_clip.width())), {});
    m_rows.assign(static_cast<std::size_t>(std::max(0, raster.m_clip.height())), {});
}

void FarRaster::polyline(std::span<const QPointF> points, QRgb color, int width, Stroke stroke) const
{
    polyline(points, color, width, stroke, nullptr);
}

void FarRaster::polyline(std::span<const QPointF> points, QRgb color, int width, Drawn& drawn) const
{
    polyline(points, color, width, Stroke::Solid, &drawn);
}

void FarRaster::polyline(std::span<const QPointF> points, QRgb color, int width, Stroke stroke, Drawn* drawn) const
{
    if (points.size() < 2) return;
    Fixed from = toPixels(points.front());
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Fixed to = toPixels(points[i]);
        segment(from, to, color, width, stroke, drawn);
        from = to;
    }
}

void FarRaster::line(QPointF from, QPointF to, QRgb color, int width, Stroke stroke) const
{
    segment(toPixels(from), toPixels(to), color, width, stroke, nullptr);
}

// A piece that runs straight down or straight across, from pixel `begin` to `end`, both within the clip.
void FarRaster::straight(bool steep, std::int64_t across, std::int64_t begin, std::int64_t end, QRgb color, int width, Drawn* drawn) const
{
    const std::int64_t least = steep ? m_clip.left() : m_clip.top();
    const std::int64_t most = steep ? m_clip.right() : m_clip.bottom();
    const std::int64_t at = wholePixels(across - static_cast<std::int64_t>(width - 1) * kUnit / 2);
    const std::int64_t first = std::max(at, least);
    const std::int64_t last = std::min(at + width - 1, most);
    if (first > last) return;
    if (drawn != nullptr && at >= least) { // one that the clip cuts is not what stands beside it
        auto& runs = steep ? drawn->m_columns : drawn->m_rows;
        Drawn::Run& run = runs[static_cast<std::size_t>(at - least)];
        if (begin >= run.begin && end <= run.end) return;
        if (begin > run.end + 1 || end < run.begin - 1) run = {begin, end};
        else run = {std::min(run.begin, begin), std::max(run.end, end)};
    }
    if (!steep) {
        for (std::int64_t row = first; row <= last; ++row) std::fill(m_pixels + row * m_stride + begin, m_pixels + row * m_stride + end + 1, color);
        return;
    }
    QRgb* pixels = m_pixels + begin * m_stride;
    for (std::int64_t i = begin; i <= end; ++i, pixels += m_stride)
        for (std::int64_t k = first; k <= last; ++k) pixels[k] = color;
}

// One pixel (or `width` of them) for each row that a steep line passes, for each column of a flat one.
void FarRaster::segment(Fixed from, Fixed to, QRgb color, int width, Stroke stroke, Drawn* drawn) const
{
    const bool steep = std::abs(to.y - from.y) >= std::abs(to.x - from.x);
    const auto along = [steep](const Fixed& p) { return steep ? p.y : p.x; };
    const auto across = [steep](const Fixed& p) { return steep ? p.x : p.y; };
    if (along(from) > along(to)) std::swap(from, to);
    const std::int64_t first = wholePixels(along(from));
    const std::int64_t last = wholePixels(along(to));
    const std::int64_t before = steep ? m_clip.top() : m_clip.left();
    const std::int64_t after = steep ? m_clip.bottom() : m_clip.right();
    const std::int64_t least = steep ? m_clip.left() : m_clip.top();
    const std::int64_t most = steep ? m_clip.right() : m_clip.bottom();
    const std::int64_t begin = std::max(first, before);
    const std::int64_t end = std::min(last, after);
    if (begin > end) return;
    const std::int64_t a = wholePixels(across(from));
    const std::int64_t b = wholePixels(across(to));
    if (std::max(a, b) < least || std::min(a, b) - width > most) return;
    if (across(from) == across(to) && stroke == Stroke::Solid) return straight(steep, across(from), begin, end, color, width, drawn);
    const std::int64_t length = along(to) - along(from);
    // In 1/65536 of a Fixed for each pixel along.
    const std::int64_t slope = length > 0 ? ((across(to) - across(from)) * kUnit * 65536) / length : 0;
    // Nothing of a line is drawn beyond its ends, also where it starts in the middle of a pixel.
    const std::int64_t low = std::min(across(from), across(to));
    const std::int64_t high = std::max(across(from), across(to));
    const std::int64_t middle = first * kUnit + kUnit / 2 - along(from); // of the first pixel
    const std::int64_t base = (across(from) << 16) + (slope * middle) / kUnit - (static_cast<std::int64_t>(width - 1) * kUnit / 2 << 16);
    const std::int64_t shift = static_cast<std::int64_t>(width - 1) * kUnit / 2;
    const std::ptrdiff_t step = steep ? m_stride : 1;
    const std::ptrdiff_t aside = steep ? 1 : m_stride;
    QRgb* pixels = m_pixels + begin * step;
    std::int64_t exact = base + slope * (begin - first);
    for (std::int64_t i = begin; i <= end; ++i, exact += slope, pixels += step) {
        if (stroke == Stroke::Dotted && (i - first) / kDot % 2 != 0) continue;
        const std::int64_t at = wholePixels(std::clamp(exact >> 16, low - shift, high - shift));
        for (std::int64_t k = std::max(at, least); k <= std::min(at + width - 1, most); ++k) pixels[k * aside] = color;
    }
}

} // namespace alignscope::ui

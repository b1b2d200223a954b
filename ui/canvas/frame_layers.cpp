// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/frame_layers.h"

#include <QPainter>
#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <utility>

namespace alignscope::ui {
namespace {

CanvasViewport viewportOf(const FrameKey& key, const QRect& part)
{
    CanvasViewport v;
    v.zoom = key.zoom;
    v.toDevice = QTransform(key.zoom, 0, 0, key.zoom, -key.origin.x() * key.zoom, -key.origin.y() * key.zoom);
    v.visible = QRectF(key.origin + QPointF(part.topLeft()) / key.zoom, QSizeF(part.size()) / key.zoom);
    return v;
}

// What stays in sight, moved by so many pixels.
void scroll(QImage& image, QPoint by)
{
    const int width = image.width() - std::abs(by.x());
    const int height = image.height() - std::abs(by.y());
    const std::ptrdiff_t stride = image.bytesPerLine();
    uchar* const bits = image.bits();
    const auto bytes = static_cast<std::size_t>(width) * sizeof(QRgb);
    for (int i = 0; i < height; ++i) {
        const int row = by.y() > 0 ? height - 1 - i : i; // no row is overwritten before it has moved
        const uchar* from = bits + (row + std::max(0, -by.y())) * stride + std::max(0, -by.x()) * 4;
        uchar* to = bits + (row + std::max(0, by.y())) * stride + std::max(0, by.x()) * 4;
        std::memmove(to, from, bytes);
    }
}

// By how many pixels of the device a layer's picture moves; nothing when not by whole ones.
std::optional<QPoint> shiftBetween(const FrameKey& from, const FrameKey& to)
{
    FrameKey moved = from;
    moved.origin = to.origin;
    if (!(moved == to)) return {};
    const QPointF shift = (from.origin - to.origin) * to.zoom * to.ratio;
    if (!(std::abs(shift.x()) < 1e6) || !(std::abs(shift.y()) < 1e6)) return {};
    const QPoint pixels(static_cast<int>(std::lround(shift.x())), static_cast<int>(std::lround(shift.y())));
    if (std::abs(shift.x() - pixels.x()) >= 0.01 || std::abs(shift.y() - pixels.y()) >= 0.01) return {};
    return pixels;
}

// The strips that appear when the picture moves, in pixels of the widget.
QRegion appearing(const FrameKey& key, QPoint shift)
{
    const QRect all(QPoint(0, 0), key.size * key.ratio);
    QRegion left;
    for (const QRect& strip : QRegion(all) - QRegion(all.translated(shift)))
        left += QRectF(strip.x() / key.ratio, strip.y() / key.ratio, strip.width() / key.ratio, strip.height() / key.ratio)
                    .toAlignedRect();
    return left & QRect(QPoint(0, 0), key.size);
}

// Rough microseconds of painting what lies in a part of the scene; far, mid, near.
double costOf(const Drawing& drawing, const QRectF& area, Lod lod, bool hulls)
{
    constexpr double kHullPiece = 30.0;
    constexpr double kNode[] = {0.12, 6.0, 30.0};
    constexpr double kEdgePiece[] = {0.06, 4.0, 8.0};
    const auto level = static_cast<std::size_t>(lod);
    return kNode[level] * static_cast<double>(drawing.nodeGrid().count(area))
        + (kEdgePiece[level] + (hulls ? kHullPiece : 0.0)) * static_cast<double>(drawing.edgeGrid().count(area));
}

// How many of its upper rows another thread shall leave to this one; 0: it is too small to be shared.
int rowsOfHalf(const QRect& part, double ratio)
{
    constexpr int kWorthAThread = 400 * 400; // pixels
    if (part.width() * part.height() < kWorthAThread) return 0;
    for (int rows = part.height() / 2; rows < part.height(); ++rows) { // the border stands between two rows of the device
        const double border = (part.top() + rows) * ratio;
        if (border == std::floor(border)) return rows;
    }
    return 0;
}

// Calls `paint(QPainter&, part, painter)` for each part of the image. The two halves of a large one
// are painted at the same time, on the same pixels.
template <class Painters, class Paint>
void paintParts(QImage& image, const QRegion& parts, Painters& painters, QThreadPool& pool, const Paint& paint)
{
    uchar* const pixels = image.bits();
    const auto one = [&](const QRect& part, CanvasPainter& painter) {
        QImage same(pixels, image.width(), image.height(), image.bytesPerLine(), image.format());
        same.setDevicePixelRatio(image.devicePixelRatio());
        QPainter out(&same);
        out.setClipRect(part);
        paint(out, part, painter);
    };
    for (const QRect& part : parts) {
        const int rows = rowsOfHalf(part, image.devicePixelRatio());
        if (rows == 0) {
            one(part, painters.upper);
            continue;
        }
        const QRect lower = part.adjusted(0, rows, 0, 0);
        QSemaphore done;
        const bool helped = pool.tryStart([&] {
            one(lower, painters.lower);
            done.release();
        });
        one(QRect(part.topLeft(), QSize(part.width(), rows)), painters.upper);
        if (helped) done.acquire();
        else one(lower, painters.lower);
    }
}

} // namespace

FrameLayers::FrameLayers(QObject& context, QThreadPool& pool, std::function<void()> arrived)
    : m_arrived(std::move(arrived)), m_pool(pool), m_threadPainters(std::make_shared<Painters>()), m_job(context, pool)
{
}

FrameKey FrameLayers::baseKey(const FrameKey& key)
{
    FrameKey base = key;
    base.look = 0;
    base.difference = false;
    base.layers = {};
    base.layers.names = key.layers.names;
    return base;
}

// Makes `layer` that of `key` as far as shifting what is there goes, and returns what is left to paint.
// Where that is all, a spare image spares a copy of one that is still shown.
QRegion FrameLayers::exposed(Layer& layer, const FrameKey& key, QImage& spare)
{
    const FrameKey was = std::exchange(layer.key, key);
    QImage& image = layer.image;
    const QSize size = key.size * key.ratio;
    if (!image.isNull() && image.size() == size) {
        if (was == key) return {};
        const auto shift = shiftBetween(was, key);
        if (shift && std::abs(shift->x()) < size.width() && std::abs(shift->y()) < size.height()) {
            scroll(image, *shift);
            return appearing(key, *shift);
        }
        if (!image.isDetached()) image = spare.size() == size ? std::exchange(spare, QImage()) : QImage(size, QImage::Format_RGB32);
    } else {
        image = QImage(size, QImage::Format_RGB32);
    }
    image.setDevicePixelRatio(key.ratio);
    return QRect(QPoint(0, 0), key.size);
}

void FrameLayers::render(Layers& layers, QImage& spare, const LayerScene& scene, const FrameKey& key, Painters& painters,
                         QThreadPool& pool)
{
    const CanvasPalette& palette = canvasPalette(scene.dark);
    const CanvasScene s{scene.drawing.get(), scene.look.get(), nullptr, &palette, scene.layers};
    if (const QRegion left = exposed(layers.base, baseKey(key), spare); !left.isEmpty()) {
        paintParts(layers.base.image, left, painters, pool, [&](QPainter& out, const QRect& part, CanvasPainter& painter) {
            out.fillRect(part, palette.canvas);
            if (scene.drawing) painter.paintBase(out, s, viewportOf(key, part));
        });
    }
    if (!scene.drawing) {
        layers.dressed = layers.base;
        layers.dressed.key = key;
        return;
    }
    if (const QRegion left = exposed(layers.dressed, key, spare); !left.isEmpty()) {
        const Emphasis* const difference = scene.difference.get();
        paintParts(layers.dressed.image, left, painters, pool, [&](QPainter& out, const QRect& part, CanvasPainter& painter) {
            out.drawImage(QPoint(0, 0), layers.base.image);
            painter.paintDecorations(out, s, viewportOf(key, part), difference, 0.75);
        });
    }
}

bool FrameLayers::holdsUp(const LayerScene& scene, const FrameKey& key) const
{
    constexpr std::size_t kSmall = 20000;    // boxes and lines: never so many in sight that it takes long
    constexpr double kLongest = 6000;        // microseconds; the frame has more to do
    if (!scene.drawing || m_layers.dressed.image.isNull()) return false; // there is nothing to show meanwhile
    if (scene.drawing->nodes().size() + scene.drawing->edges().size() < kSmall) return false;
    const Lod lod = lodOf(key.zoom);
    double cost = 0;
    QRegion left(QRect(QPoint(0, 0), key.size));
    if (const auto shift = shiftBetween(m_layers.dressed.key, key)) left = appearing(key, *shift);
    for (const QRect& rect : left) cost += costOf(*scene.drawing, viewportOf(key, rect).visible, lod, scene.layers.hulls && scene.look != nullptr && hullsShow(key.zoom));
    return cost > kLongest;
}

void FrameLayers::paint(QPainter& out, const LayerScene& scene, const FrameKey& key)
{
    if (!(m_layers.dressed.key == key) && !holdsUp(scene, key)) {
        ++m_version;
        render(m_layers, m_spare, scene, key, m_painters, m_pool);
    }
    if (m_layers.dressed.key == key) {
        out.drawImage(QPoint(0, 0), m_layers.dressed.image);
        return;
    }
    showLast(out, scene, key);
    if (m_job.running()) return; // when that arrives, the next one begins
    m_job.start(
        [layers = m_layers, spare = std::exchange(m_spare, QImage()), scene, key, painters = m_threadPainters,
         &pool = m_pool](const Task&) mutable {
            render(layers, spare, scene, key, *painters, pool);
            return std::move(layers);
        },
        [this, version = m_version](Layers layers) {
            if (version == m_version) std::swap(m_layers, layers);
            m_spare = std::move(layers.dressed.image);
            m_arrived();
        });
}

// The last picture where its things are now. Of another drawing it stays as it was.
void FrameLayers::showLast(QPainter& out, const LayerScene& scene, const FrameKey& key) const
{
    const Layer& last = m_layers.dressed;
    const QRectF area(QPointF(0, 0), key.size);
    QRectF place(QPointF(0, 0), last.key.size);
    if (last.key.drawing == key.drawing) {
        const double scale = key.zoom / last.key.zoom;
        place = QRectF((last.key.origin - key.origin) * key.zoom, QSizeF(last.key.size) * scale);
    }
    if (!place.contains(area)) out.fillRect(area, canvasPalette(scene.dark).canvas);
    const QRectF seen = place & area;
    if (seen.isEmpty()) return;
    // Only what is in sight: far in, the whole picture would be huge.
    const double toImage = last.image.width() / place.width();
    out.drawImage(seen, last.image,
                  QRectF((seen.topLeft() - place.topLeft()) * toImage, seen.size() * toImage));
}

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// FrameLayers: the cached pictures that a frame of the canvas begins with, and who paints them.
#pragma once

#include "ui/canvas/painter.h"
#include "ui/session/latest_job.h"

#include <QImage>
#include <QPointF>
#include <QRect>
#include <QRegion>
#include <QSize>

#include <cstdint>
#include <functional>
#include <memory>

class QPainter;

namespace alignscope::ui {

/// What the layers show. Shared, as a thread may still paint what the view has left.
struct LayerScene {
    std::shared_ptr<const Drawing> drawing;  ///< placed, or null
    std::shared_ptr<const CanvasLook> look;
    std::shared_ptr<const Emphasis> difference; ///< null: nothing is dimmed
    CanvasLayers layers;
    bool dark = false;
};

/// Where they show it, and which version of it.
struct FrameKey {
    std::uint64_t drawing = 0;
    std::uint64_t look = 0; ///< 0 for the base
    double zoom = 0;
    QPointF origin;
    QSize size;
    double ratio = 0;
    bool dark = false;
    bool difference = false;
    CanvasLayers layers;
    bool operator==(const FrameKey&) const = default;
};

/// Two layers are kept between frames: the base, and the base with what the evaluation makes of it.
/// Pointing and selecting paint over the second one; a toggle makes only the second anew. What would
/// hold up the frame is painted in a thread: until it is there, the frame shows the last picture,
/// moved and scaled to where its things are now. A large part of a picture is painted by two threads,
/// half each. Thread: GUI.
class FrameLayers {
public:
    FrameLayers(QObject& context, QThreadPool& pool, std::function<void()> arrived);

    /// The layers of `key`, or the last ones. Everything painted later (of what is pointed at) lies on them.
    void paint(QPainter& out, const LayerScene& scene, const FrameKey& key);
    /// What was shown last is not of what was asked for: a thread is at it.
    [[nodiscard]] bool rendering() const { return m_job.running(); }
    void stop() { m_job.stop(); }

private:
    struct Layer {
        QImage image;
        FrameKey key;
    };
    struct Layers {
        Layer base;
        Layer dressed;
    };
    struct Painters {
        CanvasPainter upper;
        CanvasPainter lower; ///< of a half that another thread paints
    };
    [[nodiscard]] static FrameKey baseKey(const FrameKey& key);
    [[nodiscard]] static QRegion exposed(Layer& layer, const FrameKey& key, QImage& spare);
    static void render(Layers& layers, QImage& spare, const LayerScene& scene, const FrameKey& key, Painters& painters,
                       QThreadPool& pool);
    [[nodiscard]] bool holdsUp(const LayerScene& scene, const FrameKey& key) const;
    void showLast(QPainter& out, const LayerScene& scene, const FrameKey& key) const;

    std::function<void()> m_arrived;
    QThreadPool& m_pool;
    Layers m_layers;
    QImage m_spare; ///< a picture that nobody shows any more, to paint the next one on
    Painters m_painters;
    std::shared_ptr<Painters> m_threadPainters;
    std::uint64_t m_version = 0; ///< of m_layers: a late picture does not replace a newer one
    LatestJob m_job;
};

} // namespace alignscope::ui

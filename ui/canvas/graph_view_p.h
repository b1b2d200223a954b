// SPDX-License-Identifier: Apache-2.0
// State of a GraphView and the steps its events are made of.
#pragma once

#include "ui/canvas/canvas_look.h"
#include "ui/canvas/drawing.h"
#include "ui/canvas/dressing.h"
#include "ui/canvas/frame_layers.h"
#include "ui/canvas/graph_view.h"
#include "ui/canvas/hit_test.h"
#include "ui/canvas/legend.h"
#include "ui/canvas/minimap.h"
#include "ui/canvas/painter.h"
#include "ui/session/latest_job.h"

#include <QElapsedTimer>
#include <QPointF>
#include <QThreadPool>
#include <QVariantAnimation>

#include <optional>

class QPushButton;

namespace alignscope::ui {

inline constexpr double kMostFit = 1.0; ///< a small graph is not blown up

struct GraphView::Private {
    explicit Private(GraphView* owner);

    GraphView* view;
    std::shared_ptr<const Drawing> drawing;
    std::shared_ptr<const Evaluation> evaluation;
    ShownVariants variants;
    std::shared_ptr<const Evaluation> preview;
    std::shared_ptr<const CanvasLook> look;
    std::unique_ptr<CanvasLook> previewLook;
    QThreadPool pool;
    LatestJob lookJob;
    LatestJob previewJob;
    LatestJob emphasisJob;
    LatestJob signsJob;
    std::size_t synchronousLimit = 40000; ///< slots that take a few milliseconds
    CanvasMode mode = CanvasMode::After;
    CanvasLayers layers;
    bool dark = false;
    bool wheelZooms = false;
    bool animated = true;
    Selection selected;
    Hit hover;
    std::vector<OpId> searchHits;
    Selection pointed;
    std::optional<StepMark> stepMark;
    Emphasis selectedEmphasis;
    Emphasis hoverEmphasis;
    std::shared_ptr<const Emphasis> difference; ///< null: nothing is dimmed
    Emphasis stepLit; ///< what the step touched where the difference dims it
    std::vector<Emphasis::Arc> newArcs;
    LegendContent signs; ///< of all layers
    bool signsKnown = false;
    bool signsDue = false; ///< once the picture is final

    // The view: scene position of the viewport's corner, and the scale.
    QPointF origin;
    double zoom = 1;
    bool fitted = false;          ///< stays fitted when the window is resized
    bool atHome = false;          ///< fitted as a first view, see goHome()
    bool fitWhenShown = false;

    enum class Drag { None, Press, Pan, Band, Bind };
    Drag drag = Drag::None;
    QPointF dragStart;
    QPointF dragOrigin;
    bool bands = false;           ///< pressed with Ctrl: a drag marks what to zoom to
    Hit pressed;

    // The gesture that binds: graph_view_binding.cpp.
    struct Binding {
        enum class Verdict : std::uint8_t { Nothing, Legal, NeedsStrict, Illegal };
        SlotId slot;
        SlotId target;
        Verdict verdict = Verdict::Nothing;
        QPointF pointer; ///< viewport
        QString note;    ///< stands at the pointer
        std::vector<bool> legal; ///< by slot: may be dropped on
    } binding;
    SlotId secondSlot;
    void startBinding(SlotId slot, QPointF position);
    void moveBinding(QPointF position);
    /// Where a binding was dropped; nothing when it was cancelled.
    void endBinding(std::optional<QPointF> dropped);
    void paintBinding(QPainter& out, const CanvasScene& scene, const CanvasViewport& view);
    [[nodiscard]] QRectF noteBox(QSizeF size) const;
    void paintBindingNote(QPainter& out, const CanvasScene& scene);
    [[nodiscard]] QColor bindingColor() const;
    void paintSecondSlot(QPainter& out, const CanvasScene& scene, const CanvasViewport& view);
    [[nodiscard]] SlotId slotOf(const Hit& hit) const; ///< of a pill or its group label

    /// Edges whose badges stand as one: lets the user choose one.
    void openCrowd(const Hit& hit, const QPoint& place);

    QVariantAnimation flight;
    GraphView::Pose flightFrom;
    GraphView::Pose flightTo;

    QVariantAnimation glide;
    std::shared_ptr<const Drawing> glideFrom;
    std::shared_ptr<const Drawing> glideTo;
    std::shared_ptr<const Drawing> glideNow;

    CanvasPainter painter; ///< of what lies on the layers
    FrameLayers frames;
    std::uint64_t drawingSerial = 1; ///< of what placed() returns
    std::uint64_t lookSerial = 1;

    Minimap* minimap = nullptr;
    Legend* legend = nullptr;
    QPushButton* wayBack = nullptr; ///< where nothing of the graph is in sight

    [[nodiscard]] const Drawing* placed() const { return placedPointer().get(); }
    [[nodiscard]] const std::shared_ptr<const Drawing>& placedPointer() const; ///< what is drawn now; null when nothing is
    [[nodiscard]] const CanvasPalette& palette() const { return canvasPalette(dark); }
    [[nodiscard]] CanvasScene scene() const;
    [[nodiscard]] CanvasViewport viewport() const;
    [[nodiscard]] CanvasViewport viewport(const QRect& part) const; ///< what shows in a part of the widget
    [[nodiscard]] QSizeF area() const;
    [[nodiscard]] QRectF freeArea() const; ///< of the viewport: what is not covered
    QRect cover;
    [[nodiscard]] Pose pose() const;
    [[nodiscard]] Pose poseFor(const QRectF& scene, double largestZoom) const;
    [[nodiscard]] double leastZoom() const;

    void goHome();
    void fitAgain(); ///< where there is another room for it
    void setPose(const Pose& pose);
    void flyTo(const Pose& pose, bool keepsFit = false);
    void stopFlight();
    void zoomAt(QPointF viewportPosition, double factor);
    void pan(QPointF pixels);
    void snapOrigin();
    void viewMoved();

    [[nodiscard]] bool shows(const Evaluation& other) const;
    void renewLook();
    void wear(Dressing dressing);
    void renewSigns();
    void startSigns();
    void takeSigns(LegendContent content);
    void renewPreview();
    void renewStepLit();
    void renewSelected();
    void renewHovered();
    void startGlide(std::shared_ptr<const Drawing> from);
    void select(const Selection& selection, bool tell);
    void setHover(const Hit& hit);
    [[nodiscard]] Hit hitAt(QPointF viewportPosition) const;
    void walk(Walk step);
    void activate(const Selection& selection, Qt::KeyboardModifiers modifiers);
    bool walkSlots(Walk step);
    void announce();
    void arrangeOverlays();
    [[nodiscard]] bool seesNothing() const;
    void renewLegend();

    void paint(QPainter& out);
    [[nodiscard]] bool showsDifference() const;
    [[nodiscard]] FrameKey frameKey() const;
    [[nodiscard]] LayerScene layerScene() const;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// CanvasPainter: paints a drawing with its look; the same for the screen and for exported files.
#pragma once

#include "core/base/task.h"
#include "ui/canvas/badges.h"
#include "ui/canvas/canvas_look.h"
#include "ui/canvas/curve.h"
#include "ui/canvas/drawing.h"
#include "ui/canvas/far_raster.h"
#include "ui/canvas/palette.h"

#include <QColor>
#include <QFontMetricsF>
#include <QLineF>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QRectF>
#include <QTransform>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace alignscope::ui {

enum class Lod : std::uint8_t { Far, Mid, Near };
/// Blocks and colours; type and group; everything.
[[nodiscard]] Lod lodOf(double zoom) noexcept;
/// False from so far that groups cannot be told apart by their hulls.
[[nodiscard]] bool hullsShow(double zoom) noexcept;

/// What part of the scene goes where. `toDevice` is scale and translation only.
struct CanvasViewport {
    double zoom = 1;
    QTransform toDevice;
    QRectF visible; ///< scene
};

/// Things to be emphasised: a selection's group, the chain of a change.
struct Emphasis {
    bool dimsOthers = false;
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint32_t> edges;
    std::vector<SlotId> slots;
    std::vector<OpId> causes;           ///< operations whose steps moved the selected slot
    struct Arc {
        SlotId slave;
        SlotId master;
    };
    std::vector<Arc> arcs;
    [[nodiscard]] bool empty() const { return nodes.empty() && edges.empty() && slots.empty(); }
};

/// Watches a long call of the painter, which ends early when the task was stopped.
class PaintPace {
public:
    /// `steps`: about as many as there will be.
    PaintPace(const Task& task, std::size_t steps) : m_task(task), m_steps(steps) {}
    /// Before each step; false: leave it.
    [[nodiscard]] bool next()
    {
        constexpr std::size_t kOften = 64;
        if (m_stopped || ++m_done % kOften != 0) return !m_stopped;
        m_task.report(m_done < m_steps ? static_cast<double>(m_done) / static_cast<double>(m_steps) : 1.0);
        m_stopped = m_task.stopped();
        return !m_stopped;
    }

private:
    const Task& m_task;
    std::size_t m_steps;
    std::size_t m_done = 0;
    bool m_stopped = false;
};

/// What is painted on where texts stay texts: there a name is found and copied whole, however short it stands.
class WholeNames {
public:
    virtual ~WholeNames() = default;
    /// Paints `shown`, which stands for `whole`, as QPainter::drawText() does.
    virtual void paint(QPainter& painter, QPointF at, const QString& shown, const QString& whole) = 0;
    /// All that is painted until leave() is called so. Not nested.
    virtual void enter(const QString& whole) = 0;
    virtual void leave() = 0;
};

/// Everything a frame is made of. Pointers are borrowed for the call.
struct CanvasScene {
    const Drawing* drawing = nullptr;
    const CanvasLook* look = nullptr;    ///< may be null: nothing quantized is known yet
    const CanvasLook* preview = nullptr; ///< ghosts
    const CanvasPalette* palette = nullptr;
    CanvasLayers layers;
    PaintPace* pace = nullptr;           ///< of what takes long; may be null
    WholeNames* names = nullptr;         ///< of what is painted on; null: pixels, which hold no texts
};

/// Thread: one painter a thread; it keeps buffers between frames.
class CanvasPainter {
public:
    enum class Ground : std::uint8_t { Dotted, Plain };
    /// Ground, edges and boxes: what a change of scenario does not touch. With `lit` without those that
    /// paintDecorations() of it will paint: where nothing is ever covered, each stands once.
    void paintBase(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                   Ground ground = Ground::Dotted, const Emphasis* lit = nullptr);
    /// Pills, halos, requantize edges, badges; then what paintEmphasis() paints of `lit`.
    void paintDecorations(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                          const Emphasis* lit = nullptr, double strength = 1.0);
    /// Dims everything painted so far and paints what the emphasis lists again, as far as it is in
    /// sight. Its nodes and edges have to be in ascending order.
    void paintEmphasis(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                       const Emphasis& emphasis, double strength);
    /// Paints the nodes and edges of a short list once more, over what dimmed them.
    void paintLit(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view, const Emphasis& lit);
    void paintArcs(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                   const Emphasis& emphasis);
    /// What was made by hand, whatever is selected: bindings as far as that layer is shown, excluded edges.
    void paintByHand(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view);
    /// While a binding is dragged: the slots that it may be dropped on, by slot; the others pale.
    void paintBindTargets(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                          const std::vector<bool>& legal);
    void paintGhosts(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view);
    void paintSelection(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                        const Selection& selection, const QColor& color, double width);
    /// A frame with a pointer at the operation of the step, rings around its slots, their arc.
    void paintStep(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view, const StepMark& step);
    /// Chips of compared scenarios, where `dimming` leaves the boxes lit.
    void paintVariants(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view, const Emphasis& dimming);
    void paintSearchHits(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view,
                         const std::vector<OpId>& hits);

private:
    struct Frame; // the arguments of one call with what follows from them
    using Indices = std::vector<std::uint32_t>;
    void collect(const Frame& frame);
    void splitBy(const Emphasis& lit); ///< what was collected
    void decorate(QPainter& painter, const Frame& frame, const Indices& nodes, const Indices& edges);
    void paintAnew(QPainter& painter, Frame& frame, const Indices& nodes, const Indices& edges);
    void emphasise(QPainter& painter, Frame& frame, const Emphasis& emphasis, double strength);
    void outlineFar(QPainter& painter, const Frame& frame, const Emphasis& emphasis) const;
    /// Calls visit(edge, look) for those of `edges` that are requantize edges, resolved ones included.
    template <class Visit> void eachRescaled(const Frame& frame, const Indices& edges, Visit&& visit) const;

    void paintDots(QPainter& painter, const Frame& frame) const;
    void paintEdges(QPainter& painter, const Frame& frame, const std::vector<std::uint32_t>& edges);
    /// A route's solid line, as far as it is near the view: what follows draws it.
    void takeRoute(const Frame& frame, std::span<const QPointF> points);
    void drawRoute(QPainter& painter, const Frame& frame, const QPen& pen);
    void paintEdgesFar(QPainter& painter, const Frame& frame, const Indices& edges);
    void paintStub(QPainter& painter, const Frame& frame, const DrawnEdge& edge);
    void paintBoxes(QPainter& painter, const Frame& frame, const std::vector<std::uint32_t>& nodes);
    [[nodiscard]] static bool showsName(const Frame& frame, const DrawnNode& node);
    [[nodiscard]] static double textTop(const Frame& frame, const DrawnNode& node);
    [[nodiscard]] static QString methodLabel(const OperationLook& look);
    [[nodiscard]] std::array<QRectF, 2> markerRects(const Frame& frame, const DrawnNode& node) const;
    [[nodiscard]] static std::array<QRectF, 2> textLines(const Frame& frame, const DrawnNode& node);
    void paintBoxText(QPainter& painter, const Frame& frame, const DrawnNode& node);
    static void paintName(QPainter& painter, const Frame& frame, QPointF at, const QString& shown, const QString& whole);
    void paintHalo(QPainter& painter, const Frame& frame, const DrawnNode& node, double bitsLost, bool clipped = false);
    void paintBlockStack(QPainter& painter, const Frame& frame, const DrawnNode& node);
    void paintBlockHalo(QPainter& painter, const Frame& frame, const DrawnNode& node);
    void paintBlockMarks(QPainter& painter, const Frame& frame, const DrawnNode& node);
    void paintTerminal(QPainter& painter, const Frame& frame, const DrawnNode& node);

    void paintHulls(QPainter& painter, const Frame& frame);
    void paintHalos(QPainter& painter, const Frame& frame, const std::vector<std::uint32_t>& nodes);
    void paintRescaleEdges(QPainter& painter, const Frame& frame, const std::vector<std::uint32_t>& edges);
    void paintRescaleBadges(QPainter& painter, const Frame& frame, const std::vector<std::uint32_t>& edges);
    [[nodiscard]] static QString badgeText(const EdgeLook& look, std::size_t count);
    [[nodiscard]] static QRectF badgeRect(const DrawnEdge& edge, double textWidth);
    [[nodiscard]] std::vector<QRectF> badgeRects(const Frame& frame, std::uint32_t consumer) const;
    void paintPairBadge(QPainter& painter, const Frame& frame, const DrawnEdge& edge);
    void paintPills(QPainter& painter, const Frame& frame, const DrawnNode& node);
    void paintConstantMark(QPainter& painter, const Frame& frame, const DrawnPort& port);
    void paintPill(QPainter& painter, const Frame& frame, const DrawnPort& port);
    void paintPillText(QPainter& painter, const Frame& frame, const DrawnPort& port, const SlotLook& look,
                       const QRectF& rect);
    [[nodiscard]] QRectF tagRect(const Frame& frame, const DrawnPort& port) const;
    void paintTag(QPainter& painter, const Frame& frame, const DrawnPort& port);
    /// Once more, above an arc that had to cross it.
    void paintTagAbove(QPainter& painter, const Frame& frame, SlotId slot);
    void paintHandArcs(QPainter& painter, const Frame& frame);
    void paintExcludedEdges(QPainter& painter, const Frame& frame);
    void paintMarkers(QPainter& painter, const Frame& frame, const DrawnNode& node);

    struct Swing {
        CurvePiece curve;
        QColor color;
        QPen pen;
        std::vector<CurveStretch> seen; ///< what of it is near the view
    };
    /// The lines stay inside `clear` when that is not empty; the heads do not.
    void paintSwings(QPainter& painter, const Frame& frame, std::span<const Swing> swings, const QPainterPath& clear);
    [[nodiscard]] QPainterPath besideValues(const Frame& frame, std::span<const Swing> swings);
    [[nodiscard]] static std::vector<std::int64_t> placeOf(const Swing& swing, const CanvasViewport& view);
    /// Nothing where it stays out of sight.
    [[nodiscard]] static std::optional<Swing> swingOf(const DrawnPort& slave, const DrawnPort& master, const Frame& frame,
                                                      const QColor& color, const QPen& pen);

    void useFonts(const Drawing& drawing);
    [[nodiscard]] double labelWidth(std::uint32_t group) const;

    // What is in sight, kept from frame to frame: a toggle paints the same part of the same drawing.
    Indices m_nodes;
    Indices m_edges;
    std::uint64_t m_collectedFrom = 0; // Drawing::placement()
    QRectF m_collectedArea;
    struct Split {
        Indices lit; // listed by an emphasis
        Indices unlit;
    };
    Split m_splitNodes; // of m_nodes
    Split m_splitEdges;
    Indices m_later; // edges that lie on top of others
    FarRaster::Drawn m_drawn;
    struct HullPart {
        std::uint32_t group;
        bool edge;
        std::uint32_t index; // of a port or an edge
    };
    std::vector<HullPart> m_hulls;
    Badges m_badges; // of the last consumer
    QPainterPath m_path;
    std::vector<QLineF> m_straights;       // of a route, beside what m_path has of it
    DrawingFonts m_fonts;                // of the drawing for which the metrics below were made
    std::optional<QFontMetricsF> m_value;
    std::optional<QFontMetricsF> m_label;
    double m_labelLetter = 0;
    double m_labelDigit = 0;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// GraphView: the drawn graph as a widget: own painter, levels of detail, hit testing, navigation.
#pragma once

#include "core/cascade/evaluation.h"
#include "core/compare/variants.h"
#include "ui/session/selection.h"

#include <QAbstractScrollArea>
#include <QList>
#include <QRect>
#include <QStringList>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace alignscope::ui {

class Drawing; // boxes, pills and routes of one model in one fold state, see drawing.h

/// The step of the pass that a debugger stands at: whose it is, and what it touched.
struct StepMark {
    OpId operation;
    SlotId slot;
    SlotId master; ///< invalid when the step bound the slot to nothing else
    bool operator==(const StepMark&) const = default;
};

/// Scenarios that are compared, of which the evaluation shows one against the first.
struct ShownVariants {
    std::shared_ptr<const Variants> all; ///< null: none
    std::size_t shown = 0;               ///< which one is After
    QStringList names;
    bool operator==(const ShownVariants&) const = default;
};

enum class CanvasMode { Before, After, Difference };
enum class Opening { Block, Everything };

struct CanvasLayers {
    bool bindings = true;         ///< slave -> master arcs of the selected or hovered group
    bool hulls = false;
    bool requantizeEdges = true;
    bool cost = true;             ///< halos by bits lost
    bool names = true;            ///< Ctrl+U
    bool attributes = false;      ///< Ctrl+D; drawn when the Drawing was made with them
    bool initializers = false;    ///< Ctrl+I; drawn when the Drawing was made with them
    bool operator==(const CanvasLayers&) const = default;
};

/// Thread: GUI. Everything expensive (Drawing, Evaluation) is made elsewhere and handed in.
class GraphView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    /// A new layout of the same model, or of one with the same operations, keeps the selected box (or
    /// the centre) where it is on screen and lets the others glide; another model is seen from its
    /// beginning, see goHome(). Null, or one that is not placed yet, empties the view.
    void setDrawing(std::shared_ptr<const Drawing> drawing);
    /// An evaluation of another graph than the drawing's is kept until its drawing comes. `variants`
    /// are marked beside it.
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation, ShownVariants variants = {});
    /// What a hovered option would do, drawn as ghosts; null ends it.
    void setPreview(std::shared_ptr<const Evaluation> preview);
    void setMode(CanvasMode mode);
    void setLayers(const CanvasLayers& layers);
    void setSelection(const Selection& selection);
    /// Lit beside the selection, which stays what it is; none ends it.
    void setStepMark(const std::optional<StepMark>& mark);
    /// A slot picked beside the selected one, to be bound with it; invalid: none.
    void setSecondSlot(SlotId slot);
    void setSearchHits(std::vector<OpId> hits);
    /// A ring around something that is looked at without being selected; None ends it.
    void setPointed(const Selection& selection);
    void setDark(bool dark);
    void setWheelZooms(bool zooms); ///< Ctrl+M
    void setAnimations(bool on);    ///< on unless told otherwise
    void setMinimapVisible(bool visible);
    void setLegendVisible(bool visible);

    /// What an evaluation makes of a large graph is worked out in a thread; until then the view shows
    /// what it showed before. The legend follows the picture.
    [[nodiscard]] bool preparing() const { return preparingPicture() || preparingLegend(); }
    [[nodiscard]] bool preparingPicture() const;
    [[nodiscard]] bool preparingLegend() const;
    /// Graphs with at most so many slots are prepared at once. For tests of the other way.
    void setSynchronousLimit(std::size_t slots);

    [[nodiscard]] double zoom() const;
    [[nodiscard]] Selection selection() const;
    [[nodiscard]] std::optional<StepMark> stepMark() const;
    /// A binding is being dragged from pill to pill.
    [[nodiscard]] bool isBinding() const;
    [[nodiscard]] CanvasMode mode() const;
    [[nodiscard]] const CanvasLayers& layers() const;
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] std::shared_ptr<const Drawing> drawing() const;
    [[nodiscard]] std::shared_ptr<const Evaluation> evaluation() const;
    /// Parts of the viewport that the legend and the minimap take.
    [[nodiscard]] QList<QRect> overlays() const;
    /// Between scene pixels (zoom 1) and pixels of the viewport.
    [[nodiscard]] QPointF toScene(const QPointF& viewportPosition) const;
    [[nodiscard]] QPointF fromScene(const QPointF& scenePosition) const;
    [[nodiscard]] QRectF visibleScene() const;
    /// What is in view: to come back to, as long as the drawing is the same.
    struct Pose {
        QPointF centre; ///< in the scene
        double zoom = 1;
    };
    [[nodiscard]] Pose pose() const;
    void flyTo(const Pose& pose);
    /// As another view of the same drawing is looked at, without a flight.
    void lookAs(const GraphView& other);
    /// What a click at a viewport position would select.
    [[nodiscard]] Selection selectionAt(const QPoint& viewportPosition) const;

public Q_SLOTS:
    void fit();
    /// All of the graph where it can be read so, otherwise its beginning.
    void goHome();
    void fitSelection();
    void zoomIn();
    void zoomOut();
    void zoomActual();
    /// A part of the viewport, at a corner, that something else stands over: reveal() keeps clear of it.
    void setCovered(const QRect& covered);
    /// Brings it into view without changing the zoom more than needed.
    void reveal(const alignscope::ui::Selection& selection);
    /// Moves the visible part; for the minimap.
    void centerOn(const QPointF& scenePosition);

Q_SIGNALS:
    void selectionChanged(const alignscope::ui::Selection& selection);
    void activated(const alignscope::ui::Selection& selection); ///< double click, Return
    /// Double click or Return at a collapsed block; with Alt everything in it.
    void blockOpened(std::uint32_t block, alignscope::ui::Opening opening);
    void contextMenuRequested(const alignscope::ui::Selection& selection, const QPoint& globalPos);
    void zoomChanged(double zoom);
    void hovered(const alignscope::ui::Selection& selection); ///< None when the pointer leaves
    /// Ctrl+click on a pill while a slot is selected.
    void secondSlotPicked(alignscope::SlotId slot);
    /// A binding is dragged over a slot that it may be dropped on, if only in the strict engine;
    /// invalid slots: over nothing of the kind, or the drag has ended.
    void bindConsidered(alignscope::SlotId slot, alignscope::SlotId master);
    void bindDropped(alignscope::SlotId slot, alignscope::SlotId master, const QPoint& globalPos);
    void viewChanged(); ///< the visible part of the scene is another

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
// GraphView: the drawn graph as a widget: own painter, levels of detail, hit testing, navigation.
#pragma once

#include "core/cascade/evaluation.h"
#include "ui/session/selection.h"

#include <QAbstractScrollArea>

#include <memory>
#include <vector>

namespace alignscope::ui {

class Drawing; // boxes, pills and routes of one model in one fold state, see drawing.h

enum class CanvasMode { Before, After, Difference };

struct CanvasLayers {
    bool bindings = true;         ///< slave -> master arcs of the selected or hovered group
    bool hulls = false;
    bool requantizeEdges = true;
    bool cost = true;             ///< halos by bits lost
    bool names = true;            ///< Ctrl+U
    bool attributes = false;      ///< Ctrl+D
    bool initializers = false;    ///< Ctrl+I
    bool operator==(const CanvasLayers&) const = default;
};

/// Thread: GUI. Everything expensive (Drawing, Evaluation) is made elsewhere and handed in.
class GraphView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    /// A new layout of the same model keeps the selected box where it is on screen.
    void setDrawing(std::shared_ptr<const Drawing> drawing);
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);
    /// What a hovered option would do, drawn as ghosts; null ends it.
    void setPreview(std::shared_ptr<const Evaluation> preview);
    void setMode(CanvasMode mode);
    void setLayers(const CanvasLayers& layers);
    void setSelection(const Selection& selection);
    void setSearchHits(std::vector<OpId> hits);
    void setDark(bool dark);
    void setWheelZooms(bool zooms); ///< Ctrl+M

    [[nodiscard]] double zoom() const;
    [[nodiscard]] Selection selection() const;

public Q_SLOTS:
    void fit();
    void fitSelection();
    void zoomIn();
    void zoomOut();
    void zoomActual();
    /// Brings it into view without changing the zoom more than needed.
    void reveal(const alignscope::ui::Selection& selection);

Q_SIGNALS:
    void selectionChanged(const alignscope::ui::Selection& selection);
    void activated(const alignscope::ui::Selection& selection); ///< double click, Return
    void contextMenuRequested(const alignscope::ui::Selection& selection, const QPoint& globalPos);
    void zoomChanged(double zoom);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace alignscope::ui

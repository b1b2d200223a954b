// SPDX-License-Identifier: Apache-2.0
// Pictures of the canvas in files: PNG, SVG with text as text, PDF.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "ui/canvas/graph_view.h"

#include <QRectF>
#include <QString>

#include <memory>
#include <optional>

class QPainter;
class QImage;

namespace alignscope::ui {

struct PictureRequest {
    std::shared_ptr<const Drawing> drawing;         ///< placed
    std::shared_ptr<const Evaluation> evaluation;   ///< may be null
    ShownVariants variants;                         ///< marked beside it
    CanvasMode mode = CanvasMode::After;
    CanvasLayers layers;
    Selection selection;
    bool dark = false;
    /// Part of the scene; a null rectangle means the whole graph.
    QRectF area;
    /// Device pixels per scene pixel for PNG; 0: 2. Less where the picture would grow too large.
    /// Below 1 only the graph shrinks: the texts around it stay readable.
    double scale = 0;
    bool legend = true;
    bool scorecard = true;  ///< model, settings and the summary's numbers above the graph
};

/// What a selection with its direct neighbours takes of the scene, boxes whole; null when nothing
/// of it is drawn.
[[nodiscard]] QRectF neighbourhoodArea(const Drawing& drawing, const Evaluation* evaluation, CanvasMode mode,
                                       const Selection& selection);

enum class PictureFormat { Png, Svg, Pdf };
/// By the file name's ending; none when it is not one of the three.
[[nodiscard]] std::optional<PictureFormat> pictureFormatOf(const QString& path);

/// Everything in the request at scale 1 with its upper left corner at the origin.
[[nodiscard]] QSizeF pictureSize(const PictureRequest& request);
void paintPicture(QPainter& painter, const PictureRequest& request);

/// What writePicture() would make.
struct PictureFile {
    /// Pixels of a PNG, points (1/72 inch) of a page of a PDF, CSS pixels of an SVG.
    QSizeF size;
    /// Of a PDF: readers take pages up to 14,400 points long; a larger picture lies across several,
    /// row by row. Text keeps its size.
    int pages = 1;
    /// About so many bytes of an SVG or PDF, a few percent more or less; 0: not known.
    double bytes = 0;
};
[[nodiscard]] PictureFile pictureFile(const PictureRequest& request, PictureFormat format);
inline constexpr double kHugePicture = 20e6; ///< bytes: worth a word before it is written
/// The PNG of the request is smaller than its scale asks for: no larger one can be painted.
[[nodiscard]] bool isPngLimited(const PictureRequest& request);
/// Null when it would not fit into memory.
[[nodiscard]] QImage pictureImage(const PictureRequest& request);
/// The whole picture, at most as large as `size`, with the detail that can be seen at that size.
/// Unfinished when the task was stopped.
[[nodiscard]] QImage picturePreview(const PictureRequest& request, QSize size, double devicePixelRatio, const Task& task = {});
/// Writes as it paints, and atomically: the file appears whole or not at all, and not when the task was stopped.
/// The functions of this file may run in any thread; a request's fonts are those of its drawing.
[[nodiscard]] Result<QString> writePicture(const PictureRequest& request, const QString& path, const Task& task = {});

} // namespace alignscope::ui

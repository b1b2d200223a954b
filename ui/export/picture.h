// SPDX-License-Identifier: Apache-2.0
// Pictures of the canvas in files: PNG, SVG with text as text, PDF.
#pragma once

#include "core/base/result.h"
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
    CanvasMode mode = CanvasMode::After;
    CanvasLayers layers;
    Selection selection;
    bool dark = false;
    /// Part of the scene; a null rectangle means the whole graph.
    QRectF area;
    /// Device pixels per scene pixel for PNG; 0: 2, or less where the picture would grow too large.
    double scale = 0;
    bool legend = true;
    bool scorecard = true;  ///< model, settings and the summary's numbers above the graph
};

enum class PictureFormat { Png, Svg, Pdf };
/// By the file name's ending; none when it is not one of the three.
[[nodiscard]] std::optional<PictureFormat> pictureFormatOf(const QString& path);

/// Everything in the request at scale 1 with its upper left corner at the origin.
[[nodiscard]] QSizeF pictureSize(const PictureRequest& request);
void paintPicture(QPainter& painter, const PictureRequest& request);

/// Null when it would not fit into memory.
[[nodiscard]] QImage pictureImage(const PictureRequest& request);
/// Writes atomically: the file appears whole or not at all. Thread: GUI (fonts and pixmaps).
[[nodiscard]] Result<QString> writePicture(const PictureRequest& request, const QString& path);

} // namespace alignscope::ui

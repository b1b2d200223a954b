// SPDX-License-Identifier: Apache-2.0
// What stands above the graph in a picture: name, settings, numbers.
#pragma once

#include "ui/canvas/painter.h"
#include "ui/export/picture.h"

namespace alignscope::ui {

inline constexpr double kPictureMargin = 20;
inline constexpr double kHeaderWidth = 560; ///< of a picture whose graph is narrower

/// Title and settings, on one line where both fit, then the numbers, as many in a line as there is room
/// for in a picture so wide. Without a painter it only measures. Returns the height, the rule below and the
/// gap to the graph included.
double layHeader(QPainter* painter, const PictureRequest& request, double width, WholeNames* names = nullptr);

} // namespace alignscope::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/pixel_target.h"

#include <QImage>
#include <QPainter>

namespace alignscope::ui {

std::optional<PixelTarget> PixelTarget::of(const QPainter& painter)
{
    auto* const device = painter.device();
    if (device == nullptr || device->devType() != QInternal::Image) return {};
    const auto* image = static_cast<const QImage*>(device);
    const bool premultiplied = image->format() == QImage::Format_RGB32 || image->format() == QImage::Format_ARGB32_Premultiplied;
    if (!premultiplied && image->format() != QImage::Format_ARGB32) return {};
    const QTransform transform = painter.deviceTransform();
    if (transform.type() > QTransform::TxScale || painter.opacity() < 1.0) return {};
    QRect clip = image->rect();
    if (painter.hasClipping()) clip &= transform.mapRect(painter.clipBoundingRect()).toAlignedRect();
    // The painter has already made the pixels its own; asking for writable ones could copy them.
    return PixelTarget{reinterpret_cast<QRgb*>(const_cast<uchar*>(image->constBits())),
                       image->bytesPerLine() / static_cast<std::ptrdiff_t>(sizeof(QRgb)), clip, transform, premultiplied};
}

} // namespace alignscope::ui

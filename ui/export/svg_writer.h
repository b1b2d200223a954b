// SPDX-License-Identifier: Apache-2.0
// SvgWriter: a paint device that writes SVG as it is painted on, in constant memory.
#pragma once

#include <QPaintDevice>
#include <QSizeF>
#include <QString>

#include <memory>

class QIODevice;

namespace alignscope::ui {

/// Shapes and texts stand once each; what they look like is a class of a style sheet that grows as
/// looks appear, each before its first use. Text stays text. Pictures and gradients are left out.
/// Thread: any, one at a time.
class SvgWriter : public QPaintDevice {
public:
    /// `out` is open and outlives the painting. `size` in CSS pixels.
    SvgWriter(QIODevice& out, QSizeF size, const QString& title);
    ~SvgWriter() override;
    SvgWriter(const SvgWriter&) = delete;
    SvgWriter& operator=(const SvgWriter&) = delete;

    [[nodiscard]] QPaintEngine* paintEngine() const override;
    /// After the painter has ended: whether all of it was taken by the device.
    [[nodiscard]] bool written() const;

    /// What is painted from here to endNamed() is a group with this tooltip. Not nested; the clip stays.
    void beginNamed(const QString& name);
    void endNamed();
    /// Texts painted from here on can be selected, and read aloud: so it is at first.
    void setSelectable(bool selectable);

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    QSizeF m_size;
    std::unique_ptr<Engine> m_engine;
};

} // namespace alignscope::ui

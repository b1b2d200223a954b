// SPDX-License-Identifier: Apache-2.0
// Shortened names in files whose text can be searched and copied: whole there.
#pragma once

#include "ui/canvas/painter.h"

namespace alignscope::ui {

class SvgWriter;

/// The whole name lies unseen over the shortened one, which cannot be selected, and is the tooltip.
class SvgNames : public WholeNames {
public:
    explicit SvgNames(SvgWriter& svg) : m_svg(svg) {}
    void paint(QPainter& painter, QPointF at, const QString& shown, const QString& whole) override;
    void enter(const QString& whole) override;
    void leave() override;

private:
    SvgWriter& m_svg;
    bool m_named = false;
};

/// The whole name lies unseen over the shortened one. That is painted as shapes, so that it is not copied as
/// well, unless there are so many that the file would become several times as large.
class PdfNames : public WholeNames {
public:
    void paint(QPainter& painter, QPointF at, const QString& shown, const QString& whole) override;
    void enter(const QString&) override {}
    void leave() override {}

private:
    static constexpr std::size_t kMostOutlines = 3000;
    std::size_t m_count = 0;
};

} // namespace alignscope::ui

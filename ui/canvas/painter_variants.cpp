// SPDX-License-Identifier: Apache-2.0
// Compared scenarios on the canvas: at each box that they leave in different places, who agrees with whom.
#include "ui/canvas/painter_p.h"
#include "ui/text/words.h"

#include <algorithm>
#include <array>

namespace alignscope::ui {
namespace {

constexpr double kChip = 14;      // height
constexpr double kLettersFrom = 0.5; // zoom from which letters can be read

} // namespace

LabelColors variantColors(const CanvasPalette& palette, bool filled)
{
    return filled ? LabelColors{palette.accent, palette.accent, inkOn(palette.accent)} : LabelColors{palette.box, palette.secondaryText, palette.text};
}

// A chip for each class with the letters of its scenarios, outside at the box's left (or upper) side,
// where no pill stands. The chip of what is shown as After is filled.
void CanvasPainter::paintVariants(QPainter& painter, const CanvasScene& scene, const CanvasViewport& view, const Emphasis& dimming)
{
    const Frame frame(scene, view);
    if (!frame.look || !frame.look->variants().all || frame.lod == Lod::Far) return;
    const ShownVariants& shown = frame.look->variants();
    const Variants& variants = *shown.all;
    useFonts(frame.drawing);
    collect(frame);
    const PainterScope scope(painter);
    painter.setTransform(view.toDevice, true);
    painter.setRenderHint(QPainter::Antialiasing, true);
    const bool letters = view.zoom >= kLettersFrom;
    for (const std::uint32_t index : m_nodes) {
        if (dimming.dimsOthers && !std::binary_search(dimming.nodes.begin(), dimming.nodes.end(), index)) continue;
        const DrawnNode& node = frame.drawing.node(index);
        Spread spread;
        if (node.block != kNoBlock) spread = variants.over(frame.drawing.blockOf(node).operations);
        else if (const Spread* one = node.operation ? variants.at(node.operation) : nullptr) spread = *one;
        if (spread.agree()) continue;
        std::array<QString, Spread::kMost> texts;
        for (std::size_t i = 0; i < variants.size(); ++i) texts.at(spread.classOf.at(i)) += variantLetter(i);
        const double height = frame.down() ? std::min(kChip, (node.rect.height() + 10) / spread.classes) : kChip;
        double y = frame.down() ? node.rect.center().y() - height * spread.classes / 2.0 : node.rect.top() - height - 1;
        double x = node.rect.left();
        for (std::uint8_t k = 0; k < spread.classes; ++k) {
            const double text = m_value->horizontalAdvance(texts.at(k));
            const double width = text + 10;
            const QRectF chip(frame.down() ? node.rect.left() - width + 1 : x, y, width, height - 1);
            paintLabel(painter, chip, variantColors(frame.palette, spread.classOf.at(shown.shown) == k), letters ? texts.at(k) : QString(), text, m_fonts.value);
            if (frame.down()) y += height;
            else x += width + 2;
        }
    }
}

} // namespace alignscope::ui

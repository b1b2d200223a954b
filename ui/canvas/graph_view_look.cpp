// SPDX-License-Identifier: Apache-2.0
// GraphView: what evaluation, preview, step and selection make of the drawing, in threads where that takes long.
#include "ui/canvas/emphasis.h"
#include "ui/canvas/graph_view_p.h"

#include <utility>

namespace alignscope::ui {

void GraphView::Private::renewLook()
{
    lookJob.stop();
    if (preview && (!drawing || !shows(*preview))) preview.reset();
    if (!preview) renewPreview();
    if (!evaluation || !drawing || !shows(*evaluation)) return wear({});
    // A look of another graph must not be asked about this one's slots.
    if (look && !shows(look->evaluation())) wear({});
    const Closeness closeness = lodOf(zoom) == Lod::Far ? Closeness::Far : Closeness::Close;
    if (evaluation->model->baseline.size() <= synchronousLimit) return wear(dress(*drawing, evaluation, mode, variants, closeness));
    renewSelected();
    renewHovered();
    lookJob.start([drawing = drawing, evaluation = evaluation, mode = mode, variants = variants, closeness](const Task&) { return dress(*drawing, evaluation, mode, variants, closeness); },
                  [this](Dressing dressing) { wear(std::move(dressing)); });
}

void GraphView::Private::wear(Dressing dressing)
{
    // Of a large graph it takes long to free.
    if (look && look->evaluation().model->baseline.size() > synchronousLimit)
        pool.start([old = std::move(look), emphasis = std::move(difference)]() mutable { old.reset(); });
    look = std::move(dressing.look);
    difference = std::move(dressing.difference);
    newArcs = std::move(dressing.newArcs);
    minimap->setLook(look.get());
    ++lookSerial;
    renewSelected();
    renewHovered();
    renewSigns();
    announce();
    view->viewport()->update();
}

void GraphView::Private::renewSigns()
{
    signsJob.stop();
    signsDue = false;
    if (look && look->table().size() > synchronousLimit) {
        signsDue = true; // after the picture, which the threads are needed for
        return;
    }
    takeSigns(look ? legendContent(*drawing, *look, CanvasLayers{}) : LegendContent());
}

void GraphView::Private::startSigns()
{
    signsDue = false;
    if (!look) return;
    signsJob.start([drawing = drawing, look = look](const Task&) { return legendContent(*drawing, *look, CanvasLayers{}); },
                   [this](LegendContent content) { takeSigns(std::move(content)); });
}

void GraphView::Private::takeSigns(LegendContent content)
{
    const bool first = look && !signsKnown;
    signsKnown = look != nullptr;
    signs = std::move(content);
    renewLegend();
    // The legend has just appeared; later evaluations leave the view alone.
    if (first && fitted && placed()) fitAgain();
}

// What the step touched is not dimmed, even if it changed nothing or something else is selected.
void GraphView::Private::renewStepLit()
{
    stepLit = {};
    if (!stepMark || !drawing) return;
    const Emphasis* dimming = selectedEmphasis.dimsOthers ? &selectedEmphasis : difference.get();
    if (dimming != nullptr && dimming->dimsOthers) stepLit = stepEmphasis(*drawing, *dimming, *stepMark);
}

void GraphView::Private::renewPreview()
{
    previewJob.stop();
    previewLook.reset();
    view->viewport()->update();
    if (!preview || !drawing || !shows(*preview)) return;
    const auto make = [preview = preview] { return std::make_unique<CanvasLook>(preview, CanvasMode::After); };
    if (preview->model->baseline.size() <= synchronousLimit) {
        previewLook = make();
        return;
    }
    previewJob.start([make](const Task&) { return make(); },
                     [this](std::unique_ptr<CanvasLook> next) {
                         previewLook = std::move(next);
                         view->viewport()->update();
                     });
}

// The chain of a large cascade takes long: until it is there, the last one stays lit.
void GraphView::Private::renewSelected()
{
    emphasisJob.stop();
    if (!drawing || !look) {
        selectedEmphasis = {};
        return renewStepLit();
    }
    const bool chain = selected.kind == Selection::Kind::Slot && look->mode() != CanvasMode::Before;
    if (!chain || look->table().size() <= synchronousLimit) {
        selectedEmphasis = emphasisOf(*drawing, *look, selected, Attention::Selected);
        return renewStepLit();
    }
    emphasisJob.start([drawing = drawing, look = look, selected = selected](
                          const Task&) { return emphasisOf(*drawing, *look, selected, Attention::Selected); },
                      [this](Emphasis emphasis) {
                          selectedEmphasis = std::move(emphasis);
                          renewStepLit();
                          view->viewport()->update();
                      });
}

void GraphView::Private::renewHovered()
{
    hoverEmphasis = {};
    if (drawing && look && !(hover.selection == selected))
        hoverEmphasis = emphasisOf(*drawing, *look, hover.selection, Attention::Hovered);
}

} // namespace alignscope::ui

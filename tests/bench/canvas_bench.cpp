// SPDX-License-Identifier: Apache-2.0
// What a user waits for, on generated QDQ files: opening, a toggle, pan, zoom, recolouring, hit
// testing, tooltips. 1600 x 1000, raster, the window's default mode.
#include "core/cascade/evaluation.h"
#include "core/cascade/step_trail.h"
#include "core/io/open_model.h"
#include "core/layout/layout.h"
#include "tests/support/network_files.h"
#include "ui/canvas/canvas_look.h"
#include "ui/canvas/describe.h"
#include "ui/canvas/drawing.h"
#include "ui/canvas/graph_view.h"

#include <QApplication>
#include <QImage>
#include <QWheelEvent>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace alignscope::ui {
namespace {

using test::NetworkShape;

Scenario scenarioOf(Overlap overlap)
{
    Scenario scenario;
    applyPreset(scenario, "ppq-setting");
    scenario.forceOverlap = overlap;
    return scenario;
}

std::shared_ptr<const Drawing> place(const std::shared_ptr<const Model>& model)
{
    const auto drawing = Drawing::make(model, drawingFonts(QFont()), {});
    return drawing->withLayout(*layout::layoutFast(drawing->inputGraph()));
}

struct Subject {
    std::string path;
    std::shared_ptr<const Model> model;
    std::shared_ptr<const Drawing> drawing;
    std::shared_ptr<const Evaluation> off;
    std::shared_ptr<const Evaluation> on;
    std::shared_ptr<const Evaluation> some; ///< about 2,000 operations moved
    std::unique_ptr<GraphView> view;
    QImage image{1600, 1000, QImage::Format_RGB32};

    // Large graphs are prepared in a thread; what is measured ends with the picture of the new state.
    void settle() const
    {
        while (view->preparing()) QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
    void paint() { view->viewport()->render(&image, {}, {}, QWidget::DrawChildren); }
};

// Overrides on so many alignable operations that about 2,000 operations change.
Scenario recolouring(const Evaluation& all)
{
    Scenario scenario;
    const auto sites = all.model->slotGraph->sites();
    const double share = 2000.0 / static_cast<double>(std::max<std::size_t>(1, all.cascade.summary.changedOperations));
    const auto count = static_cast<std::size_t>(std::min(1.0, share) * static_cast<double>(sites.size()));
    for (std::size_t i = 0; i < count; ++i) {
        const auto legal = legalMethods(*sites[i].family);
        scenario.overrides[all.model->graph->operation(sites[i].operation).id] = {legal.back(), Overlap::On};
    }
    return scenario;
}

// The last one made is kept: the largest need a gigabyte together.
Subject& subject(const benchmark::State& state)
{
    static std::pair<std::int64_t, std::int64_t> key{-1, -1};
    static std::unique_ptr<Subject> s;
    const std::pair wanted(state.range(0), state.range(1));
    if (s && key == wanted) return *s;
    s = std::make_unique<Subject>();
    key = wanted;
    s->path = test::networkFile(static_cast<NetworkShape>(key.first), static_cast<std::size_t>(key.second)).save("network.onnx");
    s->model = *openModel(s->path);
    s->drawing = place(s->model);
    s->on = makeEvaluation(s->model, scenarioOf(Overlap::On));
    s->off = makeEvaluation(s->model, scenarioOf(Overlap::Off));
    s->some = makeEvaluation(s->model, recolouring(*s->on));
    s->view = std::make_unique<GraphView>();
    s->view->setAnimations(false);
    s->view->resize(1600, 1000);
    s->view->setMode(CanvasMode::Difference);
    s->view->show();
    s->view->setDrawing(s->drawing);
    s->view->setEvaluation(s->on);
    s->settle();
    return *s;
}

void describe(benchmark::State& state, const Subject& s)
{
    state.SetLabel(std::string(toText(static_cast<NetworkShape>(state.range(0)))));
    state.counters["operations"] = static_cast<double>(s.model->graph->operationCount());
}

void far(GraphView& view) { view.fit(); }
void close(GraphView& view)
{
    view.centerOn(view.drawing()->node(static_cast<std::uint32_t>(view.drawing()->nodes().size() / 2)).rect.center());
    view.zoomActual();
}

void FileToPicture(benchmark::State& state)
{
    Subject& s = subject(state);
    for (auto _ : state) {
        const std::shared_ptr<const Model> model = *openModel(s.path);
        const auto drawing = place(model);
        GraphView view;
        view.setAnimations(false);
        view.resize(1600, 1000);
        view.setMode(CanvasMode::Difference);
        view.show();
        view.setDrawing(drawing);
        view.setEvaluation(makeEvaluation(model, {}));
        view.viewport()->render(&s.image, {}, {}, QWidget::DrawChildren);
    }
    describe(state, s);
}

void Layout(benchmark::State& state)
{
    Subject& s = subject(state);
    const auto drawing = Drawing::make(s.model, drawingFonts(QFont()), {});
    for (auto _ : state) benchmark::DoNotOptimize(layout::layoutFast(drawing->inputGraph()));
    describe(state, s);
}

void Evaluate(benchmark::State& state)
{
    Subject& s = subject(state);
    for (auto _ : state) benchmark::DoNotOptimize(makeEvaluation(s.model, s.on->scenario));
    describe(state, s);
}

void Repaint(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    bool dark = false;
    for (auto _ : state) {
        s.view->setDark(dark = !dark);
        s.paint();
    }
    describe(state, s);
}

/// From the click to the end of painting, recompute included.
void Toggle(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    s.paint();
    bool on = false;
    for (auto _ : state) {
        s.view->setEvaluation(makeEvaluation(s.model, (on ? s.on : s.off)->scenario));
        on = !on;
        s.settle();
        s.paint();
    }
    describe(state, s);
}

/// The same without the recompute, which large models do in a thread: what one frame costs.
void ToggleFrame(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    s.paint();
    bool on = false;
    for (auto _ : state) {
        s.view->setEvaluation(on ? s.on : s.off);
        on = !on;
        s.settle();
        s.paint();
    }
    describe(state, s);
}

/// A move of the debugger's slider: the step's state, its look, and the pixels.
void StepToPixels(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    const auto trail = std::make_shared<const StepTrail>(s.on);
    position(*s.view);
    s.paint();
    std::size_t at = trail->size() / 2;
    for (auto _ : state) {
        at = at % trail->size() + 1;
        const Step& step = trail->steps()[at - 1];
        s.view->setStepMark(StepMark{step.operation, step.slot, step.master});
        s.view->setEvaluation(evaluationAt(trail, at));
        s.settle();
        s.paint();
    }
    s.view->setStepMark(std::nullopt);
    s.view->setEvaluation(s.on);
    describe(state, s);
}

void Recolour2000(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    s.paint();
    const auto none = makeEvaluation(s.model, {});
    bool on = false;
    for (auto _ : state) {
        s.view->setEvaluation(on ? s.some : none);
        on = !on;
        s.settle();
        s.paint();
    }
    describe(state, s);
    state.counters["changed"] = static_cast<double>(s.some->cascade.summary.changedOperations);
}

void Pan(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    int way = 1;
    for (auto _ : state) {
        QWheelEvent event({500, 500}, {500, 500}, {}, {0, 60 * way}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        way = -way;
        QCoreApplication::sendEvent(s.view->viewport(), &event);
        s.paint();
    }
    describe(state, s);
}

void ZoomStep(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    bool in = true;
    for (auto _ : state) {
        if (in)
            s.view->zoomIn();
        else
            s.view->zoomOut();
        in = !in;
        s.paint();
    }
    describe(state, s);
}

void HitTest(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    int i = 0;
    for (auto _ : state) {
        i = (i + 7919) % 1'600'000;
        benchmark::DoNotOptimize(s.view->selectionAt({i % 1600, i / 1600}));
    }
    describe(state, s);
}

void Tooltip(benchmark::State& state)
{
    Subject& s = subject(state);
    const CanvasLook look(s.on, CanvasMode::Difference);
    const auto slots = static_cast<std::uint32_t>(s.model->baseline.size());
    std::uint32_t i = 0;
    for (auto _ : state) {
        Selection selection;
        selection.kind = Selection::Kind::Slot;
        selection.slot = SlotId(i = (i + 7919) % slots);
        selection.operation = s.model->baseline.slots()[selection.slot].operation;
        benchmark::DoNotOptimize(describeRich(*s.drawing, &look, selection));
    }
    describe(state, s);
}

void Select(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    const auto slots = static_cast<std::uint32_t>(s.model->baseline.size());
    std::uint32_t i = 0;
    for (auto _ : state) {
        Selection selection;
        selection.kind = Selection::Kind::Slot;
        selection.slot = SlotId(i = (i + 7919) % slots);
        selection.operation = s.model->baseline.slots()[selection.slot].operation;
        s.view->setSelection(selection);
        s.paint();
    }
    s.view->setSelection({});
    describe(state, s);
}

// All benchmarks of one network together, so that it is made once.
void registerAll()
{
    for (const NetworkShape shape : test::kNetworkShapes)
        for (const std::int64_t size : {1000, 10000, 30000, 100000}) {
            const auto add = [&](const char* name, auto&& run) {
                benchmark::RegisterBenchmark(name, run)
                    ->Args({static_cast<std::int64_t>(shape), size})
                    ->Unit(benchmark::kMillisecond);
            };
            const auto both = [&](const std::string& name, void (*run)(benchmark::State&, void (*)(GraphView&))) {
                add((name + "/fit").c_str(), [run](benchmark::State& state) { run(state, far); });
                add((name + "/zoom_1").c_str(), [run](benchmark::State& state) { run(state, close); });
            };
            add("FileToPicture", FileToPicture);
            add("Layout", Layout);
            add("Evaluate", Evaluate);
            both("Toggle", Toggle);
            both("ToggleFrame", ToggleFrame);
            both("StepToPixels", StepToPixels);
            both("Recolour2000", Recolour2000);
            both("Repaint", Repaint);
            both("Pan", Pan);
            both("ZoomStep", ZoomStep);
            both("Select", Select);
            both("HitTest", HitTest);
            add("Tooltip", Tooltip);
        }
}

} // namespace
} // namespace alignscope::ui

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    alignscope::ui::registerAll();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}

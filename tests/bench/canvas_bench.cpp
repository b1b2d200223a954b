// SPDX-License-Identifier: Apache-2.0
// How long the canvas takes for a frame: toggle, pan, zoom, fit, on generated networks.
#include "core/cascade/evaluation.h"
#include "core/cascade/step_trail.h"
#include "core/layout/layout.h"
#include "tests/support/sample_models.h"
#include "ui/canvas/drawing.h"
#include "ui/canvas/graph_view.h"
#include "ui/canvas/hit_test.h"

#include <QApplication>
#include <QImage>
#include <QWheelEvent>

#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <optional>

namespace alignscope::ui {
namespace {

struct Subject {
    std::shared_ptr<const Model> model;
    std::shared_ptr<const Drawing> drawing;
    std::shared_ptr<const Evaluation> off;
    std::shared_ptr<const Evaluation> on;
    std::unique_ptr<GraphView> view;
    QImage image{1600, 1000, QImage::Format_RGB32};

    void paint() { view->viewport()->render(&image, {}, {}, QWidget::DrawChildren); }
};

// Made once for each size; four operations a block.
Subject& subject(std::int64_t operations)
{
    static std::map<std::int64_t, std::unique_ptr<Subject>> all;
    std::unique_ptr<Subject>& s = all[operations];
    if (s) return *s;
    s = std::make_unique<Subject>();
    s->model = test::residualNetwork(static_cast<std::size_t>(operations) / 4);
    const auto drawing = Drawing::make(s->model, drawingFonts(QFont()), {});
    s->drawing = drawing->withLayout(*layout::layoutFast(drawing->inputGraph()));
    Scenario scenario;
    applyPreset(scenario, "ppq-setting");
    s->on = makeEvaluation(s->model, scenario);
    scenario.forceOverlap = Overlap::Off;
    s->off = makeEvaluation(s->model, scenario);
    s->view = std::make_unique<GraphView>();
    s->view->setAnimations(false);
    s->view->resize(1600, 1000);
    s->view->show();
    s->view->setDrawing(s->drawing);
    s->view->setEvaluation(s->on);
    return *s;
}

void sizes(benchmark::internal::Benchmark* b)
{
    b->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);
}

void MakeAndPlace(benchmark::State& state)
{
    Subject& s = subject(state.range(0));
    for (auto _ : state) {
        const auto drawing = Drawing::make(s.model, drawingFonts(QFont()), {});
        benchmark::DoNotOptimize(drawing->withLayout(*layout::layoutFast(drawing->inputGraph())));
    }
}
BENCHMARK(MakeAndPlace)->Apply(sizes);

void ToggleToPixels(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state.range(0));
    position(*s.view);
    s.paint();
    bool on = false;
    for (auto _ : state) {
        s.view->setEvaluation(on ? s.on : s.off);
        on = !on;
        s.paint();
    }
}
void far(GraphView& view) { view.fit(); }
void middle(GraphView& view)
{
    view.zoomActual();
    view.zoomOut();
    view.zoomOut();
    view.zoomOut();
}
void close(GraphView& view) { view.zoomActual(); }
BENCHMARK_CAPTURE(ToggleToPixels, fit, far)->Apply(sizes);
BENCHMARK_CAPTURE(ToggleToPixels, zoom_0_5, middle)->Apply(sizes);
BENCHMARK_CAPTURE(ToggleToPixels, zoom_1, close)->Apply(sizes);

// A move of the debugger's slider: the step's state, its look, and the pixels.
void StepToPixels(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state.range(0));
    const auto trail = std::make_shared<const StepTrail>(s.on);
    s.view->setMode(CanvasMode::Difference);
    position(*s.view);
    s.paint();
    std::size_t at = trail->size() / 2;
    for (auto _ : state) {
        at = at % trail->size() + 1;
        const Step& step = trail->steps()[at - 1];
        s.view->setStepMark(StepMark{step.operation, step.slot, step.master});
        s.view->setEvaluation(evaluationAt(trail, at));
        s.paint();
    }
    s.view->setStepMark(std::nullopt);
    s.view->setMode(CanvasMode::After);
    s.view->setEvaluation(s.on);
}
BENCHMARK_CAPTURE(StepToPixels, fit, far)->Arg(2000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(StepToPixels, zoom_0_5, middle)->Arg(2000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(StepToPixels, zoom_1, close)->Arg(2000)->Unit(benchmark::kMillisecond);

void Pan(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state.range(0));
    position(*s.view);
    int way = 1;
    for (auto _ : state) {
        QWheelEvent event({500, 500}, {500, 500}, {}, {0, 60 * way}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        way = -way;
        QCoreApplication::sendEvent(s.view->viewport(), &event);
        s.paint();
    }
}
BENCHMARK_CAPTURE(Pan, fit, far)->Apply(sizes);
BENCHMARK_CAPTURE(Pan, zoom_0_5, middle)->Apply(sizes);
BENCHMARK_CAPTURE(Pan, zoom_1, close)->Apply(sizes);

void ZoomStep(benchmark::State& state)
{
    Subject& s = subject(state.range(0));
    s.view->fit();
    bool in = true;
    for (auto _ : state) {
        if (in)
            s.view->zoomIn();
        else
            s.view->zoomOut();
        in = !in;
        s.paint();
    }
}
BENCHMARK(ZoomStep)->Apply(sizes);

void HitTest(benchmark::State& state)
{
    Subject& s = subject(state.range(0));
    std::uint32_t i = 0;
    for (auto _ : state) {
        const DrawnNode& node = s.drawing->node(i++ % static_cast<std::uint32_t>(s.drawing->nodes().size()));
        benchmark::DoNotOptimize(hitTest(*s.drawing, nullptr, node.rect.center(), 1.0));
    }
}
BENCHMARK(HitTest)->Apply(sizes);

} // namespace
} // namespace alignscope::ui

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}

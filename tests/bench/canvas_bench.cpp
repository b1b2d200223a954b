// SPDX-License-Identifier: Apache-2.0
// What a user waits for, on generated QDQ files: opening, a toggle, pan, zoom, recolouring, hit
// testing, tooltips. 1600 x 1000, raster, the window's default mode.
#include "core/base/heap.h"
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
#include <QThread>
#include <QWheelEvent>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

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

    /// An input, then frame after frame until the picture is final: large graphs are prepared and painted
    /// in a thread. The view paints itself when it asks for it, as in the program. `longest` is what held
    /// up the window at a time, in seconds; `all` is the whole wait.
    struct Taken {
        double longest = 0;
        double all = 0;
    };
    template <class Input> Taken frames(Input&& input)
    {
        using Clock = std::chrono::steady_clock;
        const auto since = [](Clock::time_point t) { return std::chrono::duration<double>(Clock::now() - t).count(); };
        Taken taken;
        const auto start = Clock::now();
        input();
        QCoreApplication::processEvents();
        taken.longest = since(start);
        const auto frame = [&] {
            const auto began = Clock::now();
            QCoreApplication::processEvents();
            taken.longest = std::max(taken.longest, since(began));
        };
        do {
            while (view->preparingPicture()) {
                QThread::usleep(100); // the thread may need this core
                frame();
            }
            frame(); // what arrived last asks to be painted, and that may take a thread again
        } while (view->preparingPicture());
        taken.all = since(start);
        return taken;
    }
    void settle()
    {
        frames([] {});
    }
    /// The legend follows the picture; the next input shall not compete with it.
    void settleLegend()
    {
        while (view->preparing()) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
};

/// Measures the longest frame that follows each input; what passes until the final picture is a counter.
template <class Input> void eachFrame(benchmark::State& state, Subject& s, Input&& input)
{
    s.settle();
    double all = 0;
    for (auto _ : state) {
        const auto taken = s.frames(input);
        state.SetIterationTime(taken.longest);
        all += taken.all;
        s.settleLegend();
    }
    state.counters["final_ms"] = benchmark::Counter(all * 1e3, benchmark::Counter::kAvgIterations);
}

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

constexpr std::int64_t kFileShape = static_cast<std::int64_t>(test::kNetworkShapes.size()); ///< its size is a place in:
std::vector<std::string> files;

std::unique_ptr<Subject> kept; // the last one made: the largest need a gigabyte together

Subject& subject(const benchmark::State& state)
{
    static std::pair<std::int64_t, std::int64_t> key{-1, -1};
    std::unique_ptr<Subject>& s = kept;
    const std::pair wanted(state.range(0), state.range(1));
    if (s && key == wanted) return *s;
    s = std::make_unique<Subject>();
    key = wanted;
    if (key.first == kFileShape) s->path = files[static_cast<std::size_t>(key.second)];
    else s->path = test::networkFile(static_cast<NetworkShape>(key.first), static_cast<std::size_t>(key.second)).save("network.onnx");
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
    state.SetLabel(state.range(0) == kFileShape ? s.path : std::string(toText(static_cast<NetworkShape>(state.range(0)))));
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
        QCoreApplication::processEvents();
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
    eachFrame(state, s, [&] { s.view->setDark(dark = !dark); });
    s.view->setDark(false);
    describe(state, s);
}

/// From the click to the end of painting, recompute included.
void Toggle(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    s.settle();
    bool on = false;
    for (auto _ : state) {
        const auto taken = s.frames([&] { s.view->setEvaluation(makeEvaluation(s.model, (on ? s.on : s.off)->scenario)); });
        on = !on;
        state.SetIterationTime(taken.all);
        s.settleLegend();
    }
    describe(state, s);
}

/// The same without the recompute, which large models do in a thread: the frames that show it.
void ToggleFrame(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    bool on = false;
    eachFrame(state, s, [&] { s.view->setEvaluation((on = !on) ? s.off : s.on); });
    describe(state, s);
}

/// A move of the debugger's slider: the step's state, its look, and the pixels.
void StepToPixels(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    const auto trail = std::make_shared<const StepTrail>(s.on);
    position(*s.view);
    s.settle();
    if (trail->size() == 0) return state.SkipWithError("no steps");
    std::size_t at = trail->size() / 2;
    for (auto _ : state) {
        at = at % trail->size() + 1;
        const Step& step = trail->steps()[at - 1];
        const auto taken = s.frames([&] {
            s.view->setStepMark(StepMark{step.operation, step.slot, step.master});
            s.view->setEvaluation(evaluationAt(trail, at));
        });
        state.SetIterationTime(taken.all);
        s.settleLegend();
    }
    s.view->setStepMark(std::nullopt);
    s.view->setEvaluation(s.on);
    describe(state, s);
}

void Recolour2000(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    const auto none = makeEvaluation(s.model, {});
    bool on = false;
    eachFrame(state, s, [&] { s.view->setEvaluation((on = !on) ? none : s.some); });
    describe(state, s);
    state.counters["changed"] = static_cast<double>(s.some->cascade.summary.changedOperations);
}

void Pan(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    int way = 1;
    eachFrame(state, s, [&] {
        QWheelEvent event({500, 500}, {500, 500}, {}, {0, 60 * way}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        way = -way;
        QCoreApplication::sendEvent(s.view->viewport(), &event);
    });
    describe(state, s);
}

void ZoomStep(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    position(*s.view);
    bool in = true;
    eachFrame(state, s, [&] {
        if (in) s.view->zoomIn();
        else s.view->zoomOut();
        in = !in;
    });
    describe(state, s);
}

/// The layer of group outlines on.
struct WithHulls {
    explicit WithHulls(GraphView& v) : view(v)
    {
        CanvasLayers layers;
        layers.hulls = true;
        view.setLayers(layers);
    }
    ~WithHulls() { view.setLayers({}); }
    GraphView& view;
};

void HullsRepaint(benchmark::State& state, void (*position)(GraphView&))
{
    const WithHulls on(*subject(state).view);
    Repaint(state, position);
}

void HullsPan(benchmark::State& state, void (*position)(GraphView&))
{
    const WithHulls on(*subject(state).view);
    Pan(state, position);
}

void HullsZoomStep(benchmark::State& state, void (*position)(GraphView&))
{
    const WithHulls on(*subject(state).view);
    ZoomStep(state, position);
}

/// With the largest group selected, whose arcs run through the whole of a network.
void GroupZoomStep(benchmark::State& state, void (*position)(GraphView&))
{
    Subject& s = subject(state);
    const auto groups = s.on->cascade.groups();
    if (groups.empty()) return state.SkipWithError("no groups");
    const Group& largest = *std::max_element(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.slots.size() < b.slots.size(); });
    Selection selection;
    selection.kind = Selection::Kind::Group;
    selection.slot = largest.root;
    selection.operation = s.model->baseline.slots()[selection.slot].operation;
    s.view->setEvaluation(s.on);
    s.view->setSelection(selection);
    ZoomStep(state, position);
    s.view->setSelection({});
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
    if (slots == 0) return state.SkipWithError("nothing is quantized");
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
    if (slots == 0) return state.SkipWithError("nothing is quantized");
    std::uint32_t i = 0;
    eachFrame(state, s, [&] {
        Selection selection;
        selection.kind = Selection::Kind::Slot;
        selection.slot = SlotId(i = (i + 7919) % slots);
        selection.operation = s.model->baseline.slots()[selection.slot].operation;
        s.view->setSelection(selection);
    });
    s.view->setSelection({});
    describe(state, s);
}

// All benchmarks of one network together, so that it is made once.
void registerFor(std::int64_t shape, std::int64_t size)
{
    const auto add = [&](const char* name, auto&& run) {
        return benchmark::RegisterBenchmark(name, run)->Args({shape, size})->Unit(benchmark::kMillisecond);
    };
    using Run = void (*)(benchmark::State&, void (*)(GraphView&));
    const auto both = [&](const std::string& name, Run run, bool manual) {
        for (const auto& [place, position] : {std::pair("/fit", &far), std::pair("/zoom_1", &close)}) {
            auto* added = add((name + place).c_str(), [run, position = position](benchmark::State& state) { run(state, position); });
            if (manual) added->UseManualTime();
        }
    };
    add("FileToPicture", FileToPicture);
    add("Layout", Layout);
    add("Evaluate", Evaluate);
    both("Toggle", Toggle, true);
    both("ToggleFrame", ToggleFrame, true);
    both("StepToPixels", StepToPixels, true);
    both("Recolour2000", Recolour2000, true);
    both("Repaint", Repaint, true);
    both("Pan", Pan, true);
    both("ZoomStep", ZoomStep, true);
    both("HullsRepaint", HullsRepaint, true);
    both("HullsPan", HullsPan, true);
    both("HullsZoomStep", HullsZoomStep, true);
    both("GroupZoomStep", GroupZoomStep, true);
    both("Select", Select, true);
    both("HitTest", HitTest, false);
    add("Tooltip", Tooltip);
}

void registerAll()
{
    for (const NetworkShape shape : test::kNetworkShapes)
        for (const std::int64_t size : {1000, 2000, 10000, 30000, 100000}) registerFor(static_cast<std::int64_t>(shape), size);
    for (std::size_t i = 0; i < files.size(); ++i) registerFor(kFileShape, static_cast<std::int64_t>(i));
}

} // namespace
} // namespace alignscope::ui

int main(int argc, char** argv)
{
    alignscope::prepareHeap(); // as the program does
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    // What is not an option is the file of a model.
    benchmark::Initialize(&argc, argv);
    alignscope::ui::files.assign(argv + 1, argv + argc);
    alignscope::ui::registerAll();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    alignscope::ui::kept.reset(); // before the application
}

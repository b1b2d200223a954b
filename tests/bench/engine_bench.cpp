// SPDX-License-Identifier: Apache-2.0
// The pass on PPQ's largest reference model: 1,995 operations, 6,074 slots. PPQ needs 15.7 ms.
#include "core/align/ppq_engine.h"
#include "core/cascade/evaluate.h"
#include "core/cascade/evaluation.h"
#include "core/cascade/step_stops.h"
#include "core/cascade/sweep.h"
#include "tests/support/golden.h"
#include "tests/support/sample_models.h"

#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <vector>

namespace alignscope {
namespace {

std::shared_ptr<const Model> bigModel()
{
    static const std::shared_ptr<const Model> model = [] {
        for (const std::string& path : test::goldenFiles())
            if (path.find("big_2000") != std::string::npos && path.find("PPL_CUDA") != std::string::npos)
                return std::make_shared<const Model>(test::loadGolden(path).makeModel());
        return std::shared_ptr<const Model>();
    }();
    return model;
}

Scenario scenarioOf(const benchmark::State& state)
{
    Scenario scenario;
    scenario.setMethod(Family::Elementwise, state.range(0) != 0 ? Method::Large : Method::Output);
    scenario.setMethod(Family::Concat, Method::Output);
    scenario.forceOverlap = state.range(1) != 0 ? Overlap::On : Overlap::Off;
    return scenario;
}

template <class Body> void onBigModel(benchmark::State& state, Body body)
{
    const auto model = bigModel();
    if (!model) {
        state.SkipWithError("the reference data (big_2000) is not there");
        return;
    }
    const Scenario scenario = scenarioOf(state);
    for (auto _ : state) benchmark::DoNotOptimize(body(model, scenario));
}

void alignmentPass(benchmark::State& state)
{
    onBigModel(state, [](const auto& model, const Scenario& s) { return runPpqAlignment(*model, s); });
}
void passWithPassive(benchmark::State& state)
{
    onBigModel(state, [](const auto& model, const Scenario& s) { return evaluate(*model, s); });
}
void wholeEvaluation(benchmark::State& state)
{
    onBigModel(state, [](const auto& model, const Scenario& s) { return makeEvaluation(model, s); });
}
void fullSweep(benchmark::State& state)
{
    onBigModel(state, [](const auto& model, const Scenario&) { return sweep(*model, Engine::Ppq); });
}

// The debugger: a trail once for each outcome, then any position, breakpoints and all.
std::shared_ptr<const StepTrail> trailOf(std::int64_t operations)
{
    static std::map<std::int64_t, std::shared_ptr<const StepTrail>> trails;
    std::shared_ptr<const StepTrail>& trail = trails[operations];
    if (trail) return trail;
    Scenario scenario;
    applyPreset(scenario, "ppq-setting");
    const auto model = operations == 0 ? bigModel() : test::residualNetwork(static_cast<std::size_t>(operations) / 4);
    if (model) trail = std::make_shared<const StepTrail>(makeEvaluation(model, scenario));
    return trail;
}
template <class Body> void onTrail(benchmark::State& state, Body body)
{
    const auto trail = trailOf(state.range(0));
    if (!trail) {
        state.SkipWithError("the reference data (big_2000) is not there");
        return;
    }
    std::size_t at = 0;
    for (auto _ : state) {
        at = (at + 7 * trail->size() / 13 + 1) % (trail->size() + 1);
        benchmark::DoNotOptimize(body(trail, at));
    }
    state.counters["steps"] = static_cast<double>(trail->size());
    state.counters["slots"] = static_cast<double>(trail->end().size());
}
void makeTrail(benchmark::State& state)
{
    onTrail(state, [](const auto& trail, std::size_t) { return StepTrail(trail->whole()); });
}
void jumpToStep(benchmark::State& state)
{
    onTrail(state, [](const auto& trail, std::size_t at) { return StepCursor(trail, at).table().size(); });
}
void evaluationAtStep(benchmark::State& state)
{
    onTrail(state, [](const auto& trail, std::size_t at) { return evaluationAt(trail, at); });
}
void allStops(benchmark::State& state)
{
    const std::vector<Breakpoint> breakpoints{{Breakpoint::Kind::GroupSize, {}, 8}, {Breakpoint::Kind::BrokenPromise, {}, 0}};
    onTrail(state, [&](const auto& trail, std::size_t) { return findStops(trail, breakpoints); });
}
void stepSizes(benchmark::internal::Benchmark* b) { b->ArgName("operations")->Arg(0)->Arg(2000)->Arg(100000)->Unit(benchmark::kMillisecond); }
BENCHMARK(makeTrail)->Apply(stepSizes);
BENCHMARK(jumpToStep)->Apply(stepSizes);
BENCHMARK(evaluationAtStep)->Apply(stepSizes);
BENCHMARK(allStops)->Apply(stepSizes);

BENCHMARK(alignmentPass)->ArgNames({"large", "overlap"})->ArgsProduct({{0, 1}, {0, 1}});
BENCHMARK(passWithPassive)->ArgNames({"large", "overlap"})->Args({1, 1});
BENCHMARK(wholeEvaluation)
    ->ArgNames({"large", "overlap"})
    ->Args({1, 0})
    ->Args({1, 1})
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(fullSweep)->ArgNames({"large", "overlap"})->Args({1, 1})->Unit(benchmark::kMillisecond);

} // namespace
} // namespace alignscope

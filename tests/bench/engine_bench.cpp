// SPDX-License-Identifier: Apache-2.0
// The pass on PPQ's largest reference model: 1,995 operations, 6,074 slots. PPQ needs 15.7 ms.
#include "core/align/ppq_engine.h"
#include "core/cascade/evaluate.h"
#include "core/cascade/evaluation.h"
#include "core/cascade/sweep.h"
#include "tests/support/golden.h"

#include <benchmark/benchmark.h>

#include <memory>

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

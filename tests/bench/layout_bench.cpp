// SPDX-License-Identifier: Apache-2.0
// Layout: first picture and Graphviz' refinement by size. Budgets: 10,000 nodes 50 ms and 0.5 s,
// 100,000 nodes 0.4 s and 4 s.
#include "core/layout/layout.h"
#include "tests/support/layout/graphs.h"

#include <benchmark/benchmark.h>

namespace
{

using namespace alignscope;

enum Shape { Cnn, Transformer };

layout::InputGraph graphOf(Shape shape, std::size_t nodes)
{
    constexpr std::size_t kNodesPerLayer = 36;
    return shape == Cnn ? testing::cnn(nodes) : testing::transformer(nodes / kNodesPerLayer);
}

void layoutFast(benchmark::State& state, Shape shape)
{
    const auto graph = graphOf(shape, static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        auto drawing = layout::layoutFast(graph);
        if (!drawing) state.SkipWithError("no layout");
        benchmark::DoNotOptimize(drawing);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(graph.nodes.size()));
}

void layoutBest(benchmark::State& state, Shape shape)
{
    const auto graph = graphOf(shape, static_cast<std::size_t>(state.range(0)));
    layout::BestOptions options;
    options.workerProgram = ALIGNSCOPE_LAYOUT_WORKER;
    for (auto _ : state) {
        auto drawing = layout::layoutBest(graph, options);
        if (!drawing || !drawing->best) state.SkipWithError("not by Graphviz throughout");
        benchmark::DoNotOptimize(drawing);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(graph.nodes.size()));
}

BENCHMARK_CAPTURE(layoutFast, cnn, Cnn)
    ->Arg(1000)
    ->Arg(10000)
    ->Arg(30000)
    ->Arg(100000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(layoutFast, transformer, Transformer)
    ->Arg(1000)
    ->Arg(10000)
    ->Arg(30000)
    ->Arg(100000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(layoutBest, cnn, Cnn)
    ->Arg(1000)
    ->Arg(10000)
    ->Arg(30000)
    ->Arg(100000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(layoutBest, transformer, Transformer)
    ->Arg(1000)
    ->Arg(10000)
    ->Arg(30000)
    ->Arg(100000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// Worst cases for a layered method: many crossings, no cuts.
void layoutFastRandom(benchmark::State& state)
{
    const auto graph = testing::randomDag(static_cast<std::size_t>(state.range(0)), 1.3, 5);
    for (auto _ : state)
        benchmark::DoNotOptimize(layout::layoutFast(graph));
}
BENCHMARK(layoutFastRandom)->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);

} // namespace

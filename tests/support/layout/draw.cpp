// SPDX-License-Identifier: Apache-2.0
// Draws the generated graphs as SVG and prints what was measured:
//   layout_draw NAME [fast|best] [down|right] > file.svg
#include "tests/support/layout/graphs.h"
#include "tests/support/layout/quality.h"

#include <chrono>
#include <cstdio>
#include <functional>
#include <map>
#include <string>

namespace {

using namespace alignscope;

const std::map<std::string, std::function<layout::InputGraph()>> kGraphs{
    {"chain", [] { return testing::chain(60); }},
    {"residual", [] { return testing::residualNet(16); }},
    {"inception", [] { return testing::inceptionNet(10); }},
    {"unet", [] { return testing::unet(4, 4); }},
    {"unet_long", [] { return testing::unet(5, 24); }},
    {"dense", [] { return testing::everyToEvery(24); }},
    {"transformer", [] { return testing::transformer(8); }},
    {"detector", [] { return testing::detector(); }},
    {"cnn", [] { return testing::cnn(400); }},
    {"random", [] { return testing::randomDag(200, 1.3, 7); }},
    {"cnn10k", [] { return testing::cnn(10000); }},
    {"transformer10k", [] { return testing::transformer(270); }},
};

} // namespace

int main(int argc, char** argv)
{
    const std::string name = argc > 1 ? argv[1] : "";
    const auto found = kGraphs.find(name);
    if (found == kGraphs.end()) {
        std::fprintf(stderr, "usage: layout_draw NAME [fast|best] [down|right]; NAME is one of\n");
        for (const auto& graph : kGraphs) std::fprintf(stderr, "  %s\n", graph.first.c_str());
        return 1;
    }
    layout::InputGraph graph = found->second();
    const bool best = argc > 2 && std::string(argv[2]) == "best";
    if (argc > 3 && std::string(argv[3]) == "right") graph.direction = layout::Direction::Right;
    const auto begin = std::chrono::steady_clock::now();
    layout::BestOptions options;
    options.workerProgram = ALIGNSCOPE_LAYOUT_WORKER;
    const auto drawing = best ? layout::layoutBest(graph, options) : layout::layoutFast(graph);
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
    if (!drawing) {
        std::fprintf(stderr, "%s\n", sentence(drawing.error()).c_str());
        return 1;
    }
    std::fprintf(stderr, "%s %s: %zu nodes, %.1f ms, %.0f x %.0f, %s\n", name.c_str(),
                 drawing->best ? "best" : "fast", graph.nodes.size(), time.count(), drawing->size.width, drawing->size.height,
                 testing::describe(testing::measure(graph, *drawing)).c_str());
    std::fputs(testing::toSvg(graph, *drawing).c_str(), stdout);
}

// SPDX-License-Identifier: Apache-2.0
// Draws generated graphs and models as SVG and prints what was measured:
//   layout_draw NAME|MODEL.onnx [fast|best] [down|right] [folded|unfolded] > file.svg
#include "core/io/open_model.h"
#include "tests/support/layout/graphs.h"
#include "tests/support/layout/model_graph.h"
#include "tests/support/layout/quality.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace
{

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

int usage()
{
    std::fprintf(stderr, "usage: layout_draw NAME|MODEL.onnx [fast|best] [down|right] [folded|unfolded]\n"
                         "NAME is one of");
    for (const auto& graph : kGraphs)
        std::fprintf(stderr, " %s", graph.first.c_str());
    std::fprintf(stderr, "\n");
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const auto wants = [&](const char* word) {
        return std::find(arguments.begin(), arguments.end(), word) != arguments.end();
    };
    if (arguments.empty()) return usage();
    const std::string& name = arguments.front();
    layout::InputGraph graph;
    if (const auto found = kGraphs.find(name); found != kGraphs.end()) {
        graph = found->second();
    } else {
        const auto model = openModel(name);
        if (!model) {
            std::fprintf(stderr, "%s\n", sentence(model.error()).c_str());
            return usage();
        }
        graph = testing::drawnGraph(wants("unfolded") ? *(*model)->fileGraph : *(*model)->graph);
    }
    const bool best = wants("best");
    if (wants("right")) {
        graph.direction = layout::Direction::Right;
        for (auto& size : graph.nodes)
            std::swap(size.width, size.height);
    }
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
                 drawing->best ? "best" : "fast", graph.nodes.size(), time.count(), drawing->size.width,
                 drawing->size.height, testing::describe(testing::measure(graph, *drawing)).c_str());
    std::fputs(testing::toSvg(graph, *drawing).c_str(), stdout);
}

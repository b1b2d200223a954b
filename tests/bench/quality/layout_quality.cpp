// SPDX-License-Identifier: Apache-2.0
// How good our layouts are beside whole-graph dot, counted by the same tool on the final lines:
//   layout_quality [--seconds N] [--keep FOLDER] [--pictures FOLDER] [--models FOLDER] [--unfolded] [NAME...]
// NAME is a part of the name of a generated graph or of a model's path; none: all of them.
#include "core/io/open_model.h"
#include "tests/bench/quality/whole_dot.h"
#include "tests/support/layout/graphs.h"
#include "tests/support/layout/quality.h"
#include "ui/canvas/drawing.h"

#include <QGuiApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace alignscope::bench {
namespace {

namespace fs = std::filesystem;
using layout::InputGraph;
using Clock = std::chrono::steady_clock;

struct Subject {
    std::string name;
    std::function<InputGraph()> graph; ///< empty when there is none
};

std::vector<Subject> generated()
{
    std::vector<Subject> all;
    const auto add = [&](std::string name, std::function<InputGraph()> make) {
        all.push_back({"generated/" + std::move(name), std::move(make)});
    };
    for (const std::size_t n : {300u, 1000u, 3000u}) add("cnn_" + std::to_string(n), [n] { return testing::cnn(n); });
    for (const std::size_t n : {17u, 53u}) add("residual_" + std::to_string(n), [n] { return testing::residualNet(n); });
    for (const std::size_t n : {7u, 31u}) add("inception_" + std::to_string(n), [n] { return testing::inceptionNet(n); });
    for (const std::size_t n : {2u, 6u, 26u}) add("transformer_" + std::to_string(n), [n] { return testing::transformer(n); });
    for (const std::size_t n : {6u, 12u, 16u, 24u, 48u}) add("dense_" + std::to_string(n), [n] { return testing::everyToEvery(n); });
    for (const auto& [d, n] : {std::pair(3u, 2u), std::pair(4u, 7u), std::pair(6u, 12u), std::pair(7u, 37u)})
        add("unet_" + std::to_string(d) + "x" + std::to_string(n), [d = d, n = n] {
            return testing::unet(d, n);
        });
    for (const std::size_t levels : {3u, 4u, 5u}) add("nested_unet_" + std::to_string(levels), [levels] { return testing::nestedUnet(levels, 2); });
    for (const auto& [heads, length, apart] : {std::tuple(8u, 4u, 1u), std::tuple(20u, 6u, 2u), std::tuple(20u, 3u, 1u), std::tuple(20u, 12u, 3u)})
        add("heads_" + std::to_string(heads) + "x" + std::to_string(length) + "_" + std::to_string(apart), [heads = heads, length = length, apart = apart] {
            return testing::headsAlongTrunk(heads, length, apart);
        });
    add("detector", [] { return testing::detector(); });
    for (const std::uint32_t seed : {101u, 102u, 103u, 104u})
        add("random_" + std::to_string(seed), [seed] { return testing::randomDag(60 + seed % 10 * 60, 0.9 + 0.1 * (seed % 5), seed); });
    return all;
}

InputGraph graphOfModel(const std::string& path, ui::Fold fold)
{
    const auto model = openModel(path);
    if (!model) return {};
    ui::DrawingOptions options;
    options.fold = fold;
    return ui::Drawing::make(*model, ui::drawingFonts(QGuiApplication::font()), options)->inputGraph();
}

std::vector<Subject> models(const std::string& folder, ui::Fold fold)
{
    std::vector<Subject> all;
    const fs::path root = folder.empty() ? fs::path(ALIGNSCOPE_SHARED_DATA) / "models" : fs::path(folder);
    if (!fs::is_directory(root)) return all;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(root))
        if (entry.path().extension() == ".onnx") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths)
        all.push_back({fs::relative(path, root).replace_extension().string(), [path, fold] { return graphOfModel(path.string(), fold); }});
    return all;
}

struct Targets {
    std::size_t graphs = 0, compared = 0;
    std::size_t length = 0, crossings = 0, overlaps = 0, through = 0;
    std::vector<std::string> missed;
};

/// Dot's drawing without the lines that ours shows as stubs and with ends at the same ports, so that
/// the same lines are compared.
testing::Quality measureSame(const InputGraph& graph, layout::Layout drawing, const layout::Layout& ours)
{
    for (std::size_t e = 0; e < drawing.edges.size(); ++e) {
        layout::Route& route = drawing.edges[e];
        route.stub = ours.edges[e].stub;
        const layout::InputEdge& edge = graph.edges[e];
        const layout::Rect& from = drawing.nodes[edge.from];
        const layout::Rect& to = drawing.nodes[edge.to];
        route.points.front() = {from.x + from.width * edge.fromPort, from.y + from.height};
        route.points.back() = {to.x + to.width * edge.toPort, to.y};
    }
    return testing::measure(graph, drawing);
}

double aspect(const layout::Layout& layout) { return layout.size.width / std::max(1.0, layout.size.height); }

void printRow(const char* who, const testing::Quality& quality, const layout::Layout& drawing, double seconds,
              const std::string& note)
{
    std::printf("    %-5s %7zu %10.0f %6zu %5zu %5zu %5zu %5zu %7.2f %9.1f  %s\n", who, quality.crossings,
                quality.edgeLength, quality.bends, quality.nearStraight, quality.overlaps, quality.throughBoxes, quality.stubs, aspect(drawing),
                1000 * seconds, note.c_str());
}

void judge(const Subject& subject, const char* who, const InputGraph& graph, const layout::Layout& ours,
           double seconds, const std::optional<WholeDot>& dot, Targets& targets)
{
    const testing::Quality quality = testing::measure(graph, ours);
    ++targets.graphs;
    std::string misses;
    const auto check = [&](bool met, std::size_t& count, const std::string& what) {
        if (met) ++count;
        else misses += (misses.empty() ? "MISSES " : ", ") + what;
    };
    check(quality.overlaps == 0, targets.overlaps, "overlaps");
    check(quality.throughBoxes == 0, targets.through, "lines through boxes");
    if (dot) {
        ++targets.compared;
        const testing::Quality theirs = measureSame(graph, dot->layout, ours);
        const double length = theirs.edgeLength > 0 ? quality.edgeLength / theirs.edgeLength : 1;
        char times[32];
        std::snprintf(times, sizeof times, "length x%.2f", length);
        check(length <= 1.2, targets.length, times);
        const double allowed = 1.2 * static_cast<double>(theirs.crossings) + 5e-3 * static_cast<double>(graph.edges.size());
        check(static_cast<double>(quality.crossings) <= allowed, targets.crossings,
              "crossings " + std::to_string(quality.crossings) + " of " + std::to_string(theirs.crossings));
        if (misses.empty()) misses = times;
    }
    if (misses.starts_with("MISSES")) targets.missed.push_back(subject.name + ": " + misses.substr(7));
    printRow(who, quality, ours, seconds, misses);
}

/// FOLDER/NAME.WHO.svg
void writePicture(const std::string& folder, std::string name, const char* who, const InputGraph& graph, const layout::Layout& drawing)
{
    if (folder.empty()) return;
    std::replace(name.begin(), name.end(), '/', '-');
    std::ofstream(folder + "/" + name + "." + who + ".svg") << testing::toSvg(graph, drawing);
}

void printTargets(const char* who, const Targets& t)
{
    std::printf("\n%s: %zu graphs, %zu of them also drawn by dot in time\n", who, t.graphs, t.compared);
    std::printf("  length within 1.2x: %zu of %zu\n  crossings within 1.2x + 5 per 1,000 edges: %zu of %zu\n", t.length,
                t.compared, t.crossings, t.compared);
    std::printf("  no overlap: %zu of %zu\n  no line through a box: %zu of %zu\n", t.overlaps, t.graphs, t.through, t.graphs);
    for (const std::string& missed : t.missed) std::printf("  misses: %s\n", missed.c_str());
}

int run(const std::vector<std::string>& arguments)
{
    double seconds = 20;
    std::string folder;
    std::string pictures;
    std::string ownModels;
    ui::Fold fold = ui::Fold::Folded;
    std::vector<std::string> wanted;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--seconds" && i + 1 < arguments.size()) seconds = std::atof(arguments[++i].c_str());
        else if (arguments[i] == "--keep" && i + 1 < arguments.size()) folder = arguments[++i];
        else if (arguments[i] == "--pictures" && i + 1 < arguments.size()) pictures = arguments[++i];
        else if (arguments[i] == "--models" && i + 1 < arguments.size()) ownModels = arguments[++i];
        else if (arguments[i] == "--unfolded") fold = ui::Fold::Unfolded;
        else wanted.push_back(arguments[i]);
    }
    if (!folder.empty()) fs::create_directories(folder);
    if (!pictures.empty()) fs::create_directories(pictures);
    std::vector<Subject> subjects;
    if (ownModels.empty()) subjects = generated();
    for (Subject& model : models(ownModels, fold)) subjects.push_back(std::move(model));
    std::printf("          crosses     length  bends  near  over  thru stubs     w/h        ms\n");
    Targets fastTargets;
    Targets bestTargets;
    layout::BestOptions options;
    options.workerProgram = ALIGNSCOPE_LAYOUT_WORKER;
    for (const Subject& subject : subjects) {
        const auto named = [&](const std::string& part) { return subject.name.find(part) != std::string::npos; };
        if (!wanted.empty() && std::none_of(wanted.begin(), wanted.end(), named)) continue;
        const InputGraph graph = subject.graph();
        if (graph.nodes.empty()) continue;
        std::printf("%s: %zu boxes, %zu lines\n", subject.name.c_str(), graph.nodes.size(), graph.edges.size());
        const auto dot = wholeDot(graph, seconds, folder);
        const auto start = Clock::now();
        const auto fast = layout::layoutFast(graph);
        const auto between = Clock::now();
        const auto best = layout::layoutBest(graph, options);
        const auto end = Clock::now();
        if (!fast || !best) {
            std::printf("    no layout\n");
            continue;
        }
        const auto secondsOf = [](Clock::duration d) { return std::chrono::duration<double>(d).count(); };
        judge(subject, "fast", graph, *fast, secondsOf(between - start), dot, fastTargets);
        judge(subject, best->best ? "best" : "best-", graph, *best, secondsOf(end - between), dot, bestTargets);
        if (dot) printRow("dot", measureSame(graph, dot->layout, *best), dot->layout, dot->seconds, dot->how);
        else std::printf("    dot   no picture within %.0f s\n", seconds);
        writePicture(pictures, subject.name, "fast", graph, *fast);
        writePicture(pictures, subject.name, "best", graph, *best);
        if (dot) writePicture(pictures, subject.name, "dot", graph, dot->layout);
        std::fflush(stdout);
    }
    printTargets("fast", fastTargets);
    printTargets("best", bestTargets);
    return 0;
}

} // namespace
} // namespace alignscope::bench

int main(int argc, char** argv)
{
    if (std::getenv("QT_QPA_PLATFORM") == nullptr) ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    QGuiApplication application(argc, argv);
    return alignscope::bench::run(std::vector<std::string>(argv + 1, argv + argc));
}

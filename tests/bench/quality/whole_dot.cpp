// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/quality/whole_dot.h"

#include "core/layout/segment.h"

#include <gvc.h>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
}

namespace alignscope::bench {
namespace {

using layout::InputGraph;
using layout::Point;
using Clock = std::chrono::steady_clock;

struct Settings {
    const char* nslimit; ///< empty: dot's default
    const char* splines;
};
constexpr std::array<Settings, 4> kSettings{
    {{"", "true"}, {"0.1", "true"}, {"0.1", "polyline"}, {"0.1", "line"}}};

char* text(const char* constant) { return const_cast<char*>(constant); }

/// In the child: lays out and writes box corners, then the points of each line.
void layOut(const InputGraph& graph, const Settings& settings, int out)
{
    static const lt_symlist_t plugins[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                           {nullptr, nullptr}};
    GVC_t* context = gvContextPlugins(plugins, 0);
    agseterr(AGMAX);
    Agraph_t* g = agopen(text("g"), Agdirected, nullptr);
    const auto set = [&](int kind, const char* name, const std::string& value) {
        agattr(g, kind, text(name), text(value.c_str()));
    };
    set(AGRAPH, "nodesep", std::to_string(layout::kNodeGap / 72));
    set(AGRAPH, "ranksep", std::to_string(layout::kRankGap / 72));
    set(AGRAPH, "splines", settings.splines);
    if (*settings.nslimit != 0) set(AGRAPH, "nslimit", settings.nslimit);
    for (const char* name : {"label", "width", "height"}) set(AGNODE, name, "");
    set(AGNODE, "shape", "box");
    set(AGNODE, "fixedsize", "true");
    std::vector<Agnode_t*> nodes;
    for (std::size_t v = 0; v < graph.nodes.size(); ++v) {
        std::string name = std::to_string(v);
        nodes.push_back(agnode(g, name.data(), 1));
        agset(nodes.back(), text("width"), std::to_string(graph.nodes[v].width / 72).data());
        agset(nodes.back(), text("height"), std::to_string(graph.nodes[v].height / 72).data());
    }
    std::vector<Agedge_t*> edges;
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        std::string name = std::to_string(e);
        edges.push_back(agedge(g, nodes[graph.edges[e].from], nodes[graph.edges[e].to], name.data(), 1));
    }
    if (gvLayout(context, g, "dot") != 0) std::_Exit(1);
    std::vector<double> values;
    const double top = GD_bb(g).UR.y;
    for (std::size_t v = 0; v < nodes.size(); ++v) {
        values.push_back(ND_coord(nodes[v]).x - graph.nodes[v].width / 2);
        values.push_back(top - ND_coord(nodes[v]).y - graph.nodes[v].height / 2);
    }
    const auto line = [&](const std::vector<pointf>& points) {
        values.push_back(static_cast<double>(points.size()));
        for (const pointf& p : points) {
            values.push_back(p.x);
            values.push_back(top - p.y);
        }
    };
    for (std::size_t e = 0; e < edges.size(); ++e) {
        std::vector<pointf> points;
        const splines* spline = ED_spl(edges[e]);
        if (spline == nullptr || spline->size == 0) {
            points = {ND_coord(nodes[graph.edges[e].from]), ND_coord(nodes[graph.edges[e].to])};
        } else {
            const bezier& b = spline->list[0];
            if (b.sflag != 0) points.push_back(b.sp);
            points.push_back(b.list[0]);
            for (std::size_t k = 0; k + 3 < static_cast<std::size_t>(b.size); k += 3)
                for (int step = 1; step <= 6; ++step) {
                    const double t = step / 6.0;
                    const double s = 1 - t;
                    const pointf* p = b.list + k;
                    points.push_back({s * s * s * p[0].x + 3 * s * s * t * p[1].x + 3 * s * t * t * p[2].x + t * t * t * p[3].x,
                                      s * s * s * p[0].y + 3 * s * s * t * p[1].y + 3 * s * t * t * p[2].y + t * t * t * p[3].y});
                }
            if (b.eflag != 0) points.push_back(b.ep);
        }
        line(points);
    }
    values.push_back(GD_bb(g).UR.x);
    values.push_back(top);
    const char* bytes = reinterpret_cast<const char*>(values.data());
    std::size_t left = values.size() * sizeof(double);
    while (left > 0) {
        const ssize_t put = ::write(out, bytes, left);
        if (put <= 0) std::_Exit(1);
        bytes += put;
        left -= static_cast<std::size_t>(put);
    }
    std::_Exit(0);
}

/// The child's numbers, or nothing when it crashed or did not end in time.
std::vector<double> runChild(const InputGraph& graph, const Settings& settings, double seconds)
{
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) return {};
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit memory{rlim_t{4} << 30, rlim_t{4} << 30};
        const rlimit noCore{0, 0};
        ::setrlimit(RLIMIT_AS, &memory);
        ::setrlimit(RLIMIT_CORE, &noCore);
        ::freopen("/dev/null", "w", stderr);
        layOut(graph, settings, pipe[1]);
    }
    ::close(pipe[1]);
    std::string bytes;
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    bool ended = false;
    while (child > 0 && !ended) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd wait{pipe[0], POLLIN, 0};
        if (left <= 0 || ::poll(&wait, 1, static_cast<int>(left)) <= 0) break;
        char buffer[65536];
        const ssize_t got = ::read(pipe[0], buffer, sizeof buffer);
        if (got > 0) bytes.append(buffer, static_cast<std::size_t>(got));
        else ended = true;
    }
    ::close(pipe[0]);
    if (child <= 0) return {};
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    if (!ended) return {};
    std::vector<double> values(bytes.size() / sizeof(double));
    std::copy_n(bytes.data(), values.size() * sizeof(double), reinterpret_cast<char*>(values.data()));
    return values;
}

std::optional<layout::Layout> read(const InputGraph& graph, const std::vector<double>& values)
{
    layout::Layout result;
    std::size_t at = 0;
    const auto has = [&](std::size_t count) { return values.size() - at >= count; };
    if (!has(2 * graph.nodes.size())) return std::nullopt;
    for (const layout::Size& size : graph.nodes) {
        result.nodes.push_back({values[at], values[at + 1], size.width, size.height});
        at += 2;
    }
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        if (!has(1) || !has(1 + 2 * static_cast<std::size_t>(values[at]))) return std::nullopt;
        layout::Route route;
        for (auto count = static_cast<std::size_t>(values[at++]); count > 0; --count, at += 2)
            route.points.push_back({values[at], values[at + 1]});
        result.edges.push_back(std::move(route));
    }
    if (!has(2)) return std::nullopt;
    result.size = {values[at], values[at + 1]};
    return result;
}

std::uint64_t hashOf(const InputGraph& graph)
{
    std::uint64_t hash = 14695981039346656037ULL;
    const auto mix = [&](std::uint64_t value) { hash = (hash ^ value) * 1099511628211ULL ^ (hash >> 29); };
    for (const auto& node : graph.nodes) {
        mix(std::bit_cast<std::uint64_t>(node.width));
        mix(std::bit_cast<std::uint64_t>(node.height));
    }
    for (const auto& edge : graph.edges) mix((std::uint64_t{edge.from} << 32) | edge.to);
    return hash;
}

} // namespace

std::optional<WholeDot> wholeDot(const InputGraph& graph, double seconds, const std::string& folder)
{
    const std::string kept = folder.empty() ? "" : folder + "/" + std::to_string(hashOf(graph)) + ".dot";
    std::vector<double> values;
    double took = 0;
    std::size_t used = 0;
    if (std::ifstream in(kept, std::ios::binary); !kept.empty() && in) {
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        values.resize(bytes.size() / sizeof(double));
        std::copy_n(bytes.data(), values.size() * sizeof(double), reinterpret_cast<char*>(values.data()));
        if (values.size() < 2) return std::nullopt;
        used = static_cast<std::size_t>(values.back());
        took = values[values.size() - 2];
        values.resize(values.size() - 2);
    } else {
        const auto begin = Clock::now();
        for (used = 0; used < kSettings.size() && values.empty(); ++used) {
            const auto start = Clock::now();
            const double left = seconds - std::chrono::duration<double>(start - begin).count();
            if (left <= 0) break;
            values = runChild(graph, kSettings[used], used == 0 ? seconds / 2 : left);
            took = std::chrono::duration<double>(Clock::now() - start).count();
        }
        if (!kept.empty()) {
            std::vector<double> all = values;
            if (!all.empty()) {
                all.push_back(took);
                all.push_back(static_cast<double>(used));
            }
            std::ofstream(kept, std::ios::binary)
                .write(reinterpret_cast<const char*>(all.data()), static_cast<std::streamsize>(all.size() * sizeof(double)));
        }
    }
    auto drawn = values.empty() || used == 0 || used > kSettings.size() ? std::nullopt : read(graph, values);
    if (!drawn) return std::nullopt;
    const Settings& settings = kSettings[used - 1];
    std::string how = *settings.nslimit != 0 ? "nslimit " + std::string(settings.nslimit) : "default";
    if (std::string(settings.splines) != "true") how += ", " + std::string(settings.splines);
    return WholeDot{std::move(*drawn), took, how};
}

} // namespace alignscope::bench

// SPDX-License-Identifier: Apache-2.0
#include "tests/support/layout/quality.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>
#include <vector>

namespace alignscope::testing
{

namespace
{

using layout::Point;
using layout::Rect;

struct Piece {
    Point a, b;
    std::size_t edge;
};

/// Things by horizontal strips of the plane, so that only neighbours are compared.
template <class Thing> class Strips
{
public:
    Strips(double top, double bottom, double height)
        : m_top(top), m_height(height), m_strips(static_cast<std::size_t>((bottom - top) / height) + 2)
    {
    }
    void add(double top, double bottom, const Thing& thing)
    {
        for (std::size_t s = at(top); s <= at(bottom); ++s)
            m_strips[s].push_back(thing);
    }
    [[nodiscard]] std::size_t at(double y) const
    {
        const double strip =
            std::clamp((y - m_top) / m_height, 0.0, static_cast<double>(m_strips.size() - 1));
        return static_cast<std::size_t>(strip);
    }
    [[nodiscard]] const std::vector<Thing>& operator[](std::size_t s) const { return m_strips[s]; }
    [[nodiscard]] std::size_t size() const { return m_strips.size(); }

private:
    double m_top, m_height;
    std::vector<std::vector<Thing>> m_strips;
};

bool entersBox(const Piece& piece, const Rect& box)
{
    constexpr double kSkin = 0.5;
    const double low[2] = {box.x + kSkin, box.y + kSkin};
    const double high[2] = {box.x + box.width - kSkin, box.y + box.height - kSkin};
    if (low[0] >= high[0] || low[1] >= high[1]) return false;
    const double start[2] = {piece.a.x, piece.a.y};
    const double step[2] = {piece.b.x - piece.a.x, piece.b.y - piece.a.y};
    double enter = 0;
    double leave = 1;
    for (int axis = 0; axis < 2; ++axis) {
        if (std::abs(step[axis]) < 1e-12) {
            if (start[axis] <= low[axis] || start[axis] >= high[axis]) return false;
            continue;
        }
        double t0 = (low[axis] - start[axis]) / step[axis];
        double t1 = (high[axis] - start[axis]) / step[axis];
        if (t0 > t1) std::swap(t0, t1);
        enter = std::max(enter, t0);
        leave = std::min(leave, t1);
    }
    return enter < leave;
}

double side(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Where two pieces properly cross.
bool crossing(const Piece& p, const Piece& q, Point& at)
{
    const double d1 = side(p.a, p.b, q.a);
    const double d2 = side(p.a, p.b, q.b);
    const double d3 = side(q.a, q.b, p.a);
    const double d4 = side(q.a, q.b, p.b);
    constexpr double kFlat = 1e-6;
    if (!((d1 > kFlat && d2 < -kFlat) || (d1 < -kFlat && d2 > kFlat))) return false;
    if (!((d3 > kFlat && d4 < -kFlat) || (d3 < -kFlat && d4 > kFlat))) return false;
    const double t = d3 / (d3 - d4);
    at = {p.a.x + (p.b.x - p.a.x) * t, p.a.y + (p.b.y - p.a.y) * t};
    return true;
}

constexpr double kUpright = 0.01;
constexpr double kSlip = 6;

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-3;
}

} // namespace

Quality measure(const layout::InputGraph& graph, const layout::Layout& drawing)
{
    Quality quality;
    const bool right = graph.direction == layout::Direction::Right;
    double bottom = 1;
    for (const Rect& box : drawing.nodes)
        bottom = std::max(bottom, box.y + box.height);
    for (const auto& route : drawing.edges)
        for (const Point& point : route.points)
            bottom = std::max(bottom, point.y);
    constexpr double kStrip = 120;
    Strips<std::size_t> boxes(0, bottom, kStrip);
    for (std::size_t v = 0; v < drawing.nodes.size(); ++v) {
        const Rect& box = drawing.nodes[v];
        boxes.add(box.y, box.y + box.height, v);
    }
    std::set<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t s = 0; s < boxes.size(); ++s)
        for (std::size_t i = 0; i < boxes[s].size(); ++i)
            for (std::size_t k = i + 1; k < boxes[s].size(); ++k) {
                const Rect& a = drawing.nodes[boxes[s][i]];
                const Rect& b = drawing.nodes[boxes[s][k]];
                if (a.x + a.width > b.x + 1e-6 && b.x + b.width > a.x + 1e-6 && a.y + a.height > b.y + 1e-6
                    && b.y + b.height > a.y + 1e-6)
                    found.insert({boxes[s][i], boxes[s][k]});
            }
    quality.overlaps = found.size();
    found.clear();

    Strips<Piece> pieces(0, bottom, kStrip);
    for (std::size_t e = 0; e < drawing.edges.size(); ++e) {
        const auto& route = drawing.edges[e];
        const layout::InputEdge& edge = graph.edges[e];
        if (route.points.size() < 2) {
            ++quality.looseEnds;
            continue;
        }
        const Rect& from = drawing.nodes[edge.from];
        const Rect& to = drawing.nodes[edge.to];
        const Point leave = right ? Point{from.x + from.width, from.y + from.height * edge.fromPort}
                                  : Point{from.x + from.width * edge.fromPort, from.y + from.height};
        const Point enter =
            right ? Point{to.x, to.y + to.height * edge.toPort} : Point{to.x + to.width * edge.toPort, to.y};
        const Point& first = route.points.front();
        const Point& last = route.points.back();
        quality.looseEnds += !(near(first.x, leave.x) && near(first.y, leave.y) && near(last.x, enter.x)
                               && near(last.y, enter.y));
        if (route.stub) {
            ++quality.stubs;
            continue;
        }
        quality.bends += route.points.size() - 2;
        bool upward = false;
        for (std::size_t i = 1; i < route.points.size(); ++i) {
            const Piece piece{route.points[i - 1], route.points[i], e};
            quality.edgeLength += std::hypot(piece.b.x - piece.a.x, piece.b.y - piece.a.y);
            const double aside = std::abs(right ? piece.b.y - piece.a.y : piece.b.x - piece.a.x);
            quality.nearStraight += aside > kUpright && aside <= kSlip;
            upward = upward || (right ? piece.b.x < piece.a.x - 1e-6 : piece.b.y < piece.a.y - 1e-6);
            const double low = std::min(piece.a.y, piece.b.y);
            const double high = std::max(piece.a.y, piece.b.y);
            pieces.add(low, high, piece);
            for (std::size_t s = boxes.at(low); s <= boxes.at(high); ++s)
                for (const std::size_t v : boxes[s])
                    if (entersBox(piece, drawing.nodes[v])) found.insert({e, v});
        }
        quality.upward += upward;
    }
    quality.throughBoxes = found.size();

    // Lines of one tensor that run along each other look like one line: they cross another one once.
    using Tensor = std::pair<std::uint32_t, double>;
    const auto tensorOf = [](const layout::InputEdge& edge) { return Tensor{edge.from, edge.fromPort}; };
    std::set<std::tuple<Tensor, Tensor, long, long>> crossings;
    for (std::size_t s = 0; s < pieces.size(); ++s)
        for (std::size_t i = 0; i < pieces[s].size(); ++i)
            for (std::size_t k = i + 1; k < pieces[s].size(); ++k) {
                const Piece& p = pieces[s][i];
                const Piece& q = pieces[s][k];
                const auto& a = graph.edges[p.edge];
                const auto& b = graph.edges[q.edge];
                if (a.from == b.from || a.to == b.to || a.from == b.to || a.to == b.from) continue;
                Point at;
                if (!crossing(p, q, at) || pieces.at(at.y) != s) continue;
                const Tensor first = tensorOf(a);
                const Tensor second = tensorOf(b);
                crossings.insert({std::min(first, second), std::max(first, second), std::lround(at.x), std::lround(at.y)});
            }
    quality.crossings = crossings.size();
    return quality;
}

std::string describe(const Quality& quality)
{
    std::ostringstream text;
    text << "overlaps " << quality.overlaps << ", through boxes " << quality.throughBoxes << ", crossings "
         << quality.crossings << ", bends "  << quality.bends << ", near straight " << quality.nearStraight << ", stubs " << quality.stubs << ", loose ends "
         << quality.looseEnds << ", upward " << quality.upward << ", edge length "
         << static_cast<long long>(quality.edgeLength);
    return text.str();
}

std::string toSvg(const layout::InputGraph& graph, const layout::Layout& drawing)
{
    constexpr double kMargin = 20;
    std::ostringstream svg;
    svg << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" << -kMargin << ' ' << -kMargin << ' '
        << drawing.size.width + 2 * kMargin << ' ' << drawing.size.height + 2 * kMargin << "\" width=\""
        << drawing.size.width + 2 * kMargin << "\" height=\"" << drawing.size.height + 2 * kMargin
        << "\">\n<rect x=\"-20\" y=\"-20\" width=\"100%\" height=\"100%\" fill=\"white\"/>\n";
    const bool right = graph.direction == layout::Direction::Right;
    for (const auto& route : drawing.edges) {
        if (route.points.size() < 2) continue;
        if (route.stub) {
            const Point& a = route.points.front();
            const Point& b = route.points.back();
            const double dx = right ? 14 : 0;
            const double dy = right ? 0 : 14;
            svg << "<path d=\"M" << a.x << ',' << a.y << 'L' << a.x + dx << ',' << a.y + dy << 'M' << b.x
                << ',' << b.y << 'L' << b.x - dx << ',' << b.y - dy
                << "\" fill=\"none\" stroke=\"#d04000\" stroke-width=\"2\"/>\n";
            continue;
        }
        svg << "<path d=\"M" << route.points.front().x << ',' << route.points.front().y;
        for (std::size_t i = 1; i < route.points.size(); ++i) {
            const Point& a = route.points[i - 1];
            const Point& b = route.points[i];
            const Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
            svg << 'C' << (right ? middle.x : a.x) << ',' << (right ? a.y : middle.y) << ' '
                << (right ? middle.x : b.x) << ',' << (right ? b.y : middle.y) << ' ' << b.x << ',' << b.y;
        }
        svg << "\" fill=\"none\" stroke=\"#456\" stroke-width=\"1.5\"/>\n";
    }
    for (std::size_t v = 0; v < drawing.nodes.size(); ++v) {
        const Rect& box = drawing.nodes[v];
        svg << "<rect x=\"" << box.x << "\" y=\"" << box.y << "\" width=\"" << box.width << "\" height=\""
            << box.height << "\" rx=\"5\" fill=\"#cfe3f7\" stroke=\"#246\"/>\n<text x=\""
            << box.x + box.width / 2 << "\" y=\"" << box.y + box.height / 2 + 5
            << "\" font-size=\"14\" text-anchor=\"middle\">" << v << "</text>\n";
    }
    svg << "</svg>\n";
    return svg.str();
}

} // namespace alignscope::testing

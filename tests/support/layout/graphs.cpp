// SPDX-License-Identifier: Apache-2.0
#include "tests/support/layout/graphs.h"

#include <algorithm>
#include <random>
#include <vector>

namespace alignscope::testing
{

namespace
{

using layout::InputEdge;
using Node = std::uint32_t;

/// Adds nodes with box sizes like the canvas'; ports are spread when the graph is finished.
class Maker
{
public:
    Node add(const std::vector<Node>& inputs, unsigned output = 0)
    {
        const auto node = static_cast<Node>(m_graph.nodes.size());
        m_graph.nodes.push_back({120.0 + static_cast<double>(node * 37 % 5) * 15, 46});
        for (const Node input : inputs)
            m_edges.push_back({input, node, output});
        return node;
    }
    Node line(Node from, std::size_t length)
    {
        for (std::size_t i = 0; i < length; ++i)
            from = add({from});
        return from;
    }
    /// Another output than the first of `from`.
    Node addFromOutput(Node from, unsigned output) { return add({from}, output); }

    InputGraph finish()
    {
        std::vector<unsigned> inputs(m_graph.nodes.size());
        std::vector<unsigned> outputs(m_graph.nodes.size(), 1);
        for (const auto& edge : m_edges) {
            ++inputs[edge.to];
            outputs[edge.from] = std::max(outputs[edge.from], edge.output + 1);
        }
        std::vector<unsigned> used(m_graph.nodes.size());
        for (const auto& edge : m_edges)
            m_graph.edges.push_back({edge.from, edge.to, (edge.output + 1.0) / (outputs[edge.from] + 1.0),
                                     ++used[edge.to] / (inputs[edge.to] + 1.0)});
        return std::move(m_graph);
    }

private:
    struct Edge {
        Node from, to;
        unsigned output;
    };
    InputGraph m_graph;
    std::vector<Edge> m_edges;
};

Node residualBlock(Maker& make, Node in, bool downsample)
{
    const Node main = make.line(in, 4);
    const Node shortcut = downsample ? make.line(in, 1) : in;
    return make.line(make.add({main, shortcut}), 1);
}

Node inceptionBlock(Maker& make, Node in, std::size_t variant)
{
    const Node a = make.line(in, 2);
    const Node b = make.line(in, 4 + variant % 3);
    const Node c = make.line(in, 6 + variant % 2);
    const Node d = make.line(in, 1 + variant % 4);
    return make.add({a, b, c, d});
}

} // namespace

InputGraph chain(std::size_t nodes)
{
    Maker make;
    if (nodes > 0) make.line(make.add({}), nodes - 1);
    return make.finish();
}

InputGraph residualNet(std::size_t blocks)
{
    Maker make;
    Node last = make.line(make.add({}), 2);
    for (std::size_t i = 0; i < blocks; ++i)
        last = residualBlock(make, last, i % 4 == 0);
    make.line(last, 2);
    return make.finish();
}

InputGraph inceptionNet(std::size_t blocks)
{
    Maker make;
    Node last = make.line(make.add({}), 2);
    for (std::size_t i = 0; i < blocks; ++i)
        last = inceptionBlock(make, last, i);
    make.line(last, 2);
    return make.finish();
}

InputGraph unet(std::size_t depth, std::size_t perLevel)
{
    Maker make;
    Node last = make.add({});
    std::vector<Node> skips;
    for (std::size_t d = 0; d < depth; ++d) {
        last = make.line(last, perLevel);
        skips.push_back(last);
        last = make.line(last, 1);
    }
    last = make.line(last, perLevel);
    for (std::size_t d = depth; d-- > 0;)
        last = make.line(make.add({make.line(last, 1), skips[d]}), perLevel);
    return make.finish();
}

InputGraph nestedUnet(std::size_t levels, std::size_t length)
{
    Maker make;
    Node last = make.add({});
    std::vector<std::vector<Node>> made(levels); // per level
    for (std::size_t level = 0; level < levels; ++level) {
        last = make.line(last, level == 0 ? length : length + 1);
        made[level].push_back(last);
        for (std::size_t up = level; up-- > 0;) {
            std::vector<Node> inputs = made[up];
            inputs.push_back(made[up + 1].back());
            made[up].push_back(make.line(make.add(inputs), length));
        }
    }
    make.line(made.front().back(), 2);
    return make.finish();
}

InputGraph headsAlongTrunk(std::size_t heads, std::size_t perHead, std::size_t apart)
{
    Maker make;
    Node last = make.line(make.add({}), 2);
    for (std::size_t i = 0; i < heads; ++i) {
        make.line(last, perHead);
        last = make.line(last, apart);
    }
    make.line(last, 2);
    return make.finish();
}

InputGraph everyToEvery(std::size_t layers)
{
    Maker make;
    std::vector<Node> all{make.add({})};
    for (std::size_t i = 0; i < layers; ++i)
        all.push_back(make.line(make.add(all), 4));
    return make.finish();
}

InputGraph transformer(std::size_t layers)
{
    Maker make;
    const Node mask = make.line(make.add({}), 2);
    const Node table = make.add({});
    Node hidden = make.line(make.add({}), 2);
    for (std::size_t i = 0; i < layers; ++i) {
        const Node norm = make.line(hidden, 3);
        const Node query = make.add({make.line(norm, 3), table});
        const Node key = make.add({make.line(norm, 3), table});
        const Node value = make.line(norm, 3);
        make.line(key, 1); // cache output
        make.line(value, 1);
        const Node scores = make.line(make.add({query, make.line(key, 1)}), 1);
        const Node weights = make.line(make.add({scores, mask}), 1);
        const Node context = make.line(make.add({weights, value}), 4);
        const Node attended = make.add({hidden, context});
        hidden = make.add({attended, make.line(make.line(attended, 3), 4)});
    }
    make.line(hidden, 2);
    return make.finish();
}

InputGraph cnn(std::size_t nodes)
{
    Maker make;
    Node last = make.line(make.add({}), 2);
    for (std::size_t i = 0; last + 20 < nodes; ++i)
        last = i % 3 == 2 ? inceptionBlock(make, last, i / 3) : residualBlock(make, last, i % 5 == 0);
    make.line(last, 2);
    return make.finish();
}

InputGraph detector()
{
    Maker make;
    Node last = make.add({});
    std::vector<Node> scales;
    for (std::size_t stage = 0; stage < 5; ++stage) {
        last = make.line(last, 2);
        for (std::size_t i = 0; i < 2; ++i) { // split, a bottleneck on one half, concat of all
            const Node left = make.addFromOutput(last, 0);
            const Node right = make.addFromOutput(last, 1);
            const Node added = make.add({right, make.line(right, 4)});
            last = make.line(make.add({left, right, added}), 2);
        }
        if (stage >= 2) scales.push_back(last);
    }
    std::vector<Node> up(3);
    up[2] = make.line(scales[2], 6);
    for (std::size_t s = 2; s-- > 0;)
        up[s] = make.line(make.add({make.line(up[s + 1], 1), scales[s]}), 8);
    std::vector<Node> down = up;
    for (std::size_t s = 1; s < 3; ++s)
        down[s] = make.line(make.add({make.line(down[s - 1], 2), up[s]}), 8);
    std::vector<Node> heads;
    for (const Node scale : down)
        heads.push_back(make.line(make.add({make.line(scale, 5), make.line(scale, 5)}), 1));
    make.line(make.add(heads), 6);
    return make.finish();
}

InputGraph randomDag(std::size_t nodes, double edgesPerNode, std::uint32_t seed)
{
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t limit) -> std::uint32_t {
        return limit == 0 ? 0u : static_cast<std::uint32_t>(random() % limit);
    };
    InputGraph graph;
    for (std::size_t i = 0; i < nodes; ++i)
        graph.nodes.push_back({20.0 + below(300), 20.0 + below(90)});
    const auto edges = static_cast<std::size_t>(static_cast<double>(nodes) * edgesPerNode);
    for (std::size_t i = 0; i < edges && nodes > 1; ++i) {
        const auto to = 1 + below(static_cast<std::uint32_t>(nodes) - 1);
        const std::uint32_t reach = below(10) == 0 ? to : std::min<std::uint32_t>(to, 8);
        const auto from = to - 1 - below(reach);
        graph.edges.push_back({from, to, below(4) / 3.0, below(5) / 4.0});
    }
    return graph;
}

} // namespace alignscope::testing

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/dot_order.h"

#include <gvc.h>

#include <string>

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
}

namespace alignscope::layout
{

namespace
{

/// The dot plugin is linked, so that no configuration file of Graphviz is read.
const lt_symlist_t kPlugins[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                 {nullptr, nullptr}};

/// ND_node_type of the nodes that dot puts into long edges; its header for it is not installed.
constexpr char kBend = 1;

/// The C interface takes char* and does not write to it.
char* text(const char* constant)
{
    return const_cast<char*>(constant);
}

std::string numbered(char letter, std::size_t number)
{
    std::string name(1, letter);
    name += std::to_string(number);
    return name;
}

class Context
{
public:
    Context() : m_context(gvContextPlugins(kPlugins, 0)) { agseterr(AGMAX); }
    ~Context() { gvFreeContext(m_context); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    [[nodiscard]] GVC_t* get() const { return m_context; }

private:
    GVC_t* m_context;
};

class DotGraph
{
public:
    explicit DotGraph(GVC_t* context) : m_context(context), m_graph(agopen(text("g"), Agdirected, nullptr)) {}
    ~DotGraph()
    {
        if (m_laidOut) gvFreeLayout(m_context, m_graph);
        agclose(m_graph);
    }
    DotGraph(const DotGraph&) = delete;
    DotGraph& operator=(const DotGraph&) = delete;

    [[nodiscard]] bool layOut()
    {
        m_laidOut = gvLayout(m_context, m_graph, "dot") == 0;
        return m_laidOut;
    }
    [[nodiscard]] Agraph_t* get() const { return m_graph; }

private:
    GVC_t* m_context;
    Agraph_t* m_graph;
    bool m_laidOut = false;
};

void pin(Agraph_t* graph, Agnode_t* node, const char* name, const char* rank)
{
    Agraph_t* part = agsubg(graph, text(name), 1);
    agsafeset(part, text("rank"), text(rank), text(""));
    agsubnode(part, node, 1);
}

/// Places of the bends of one edge. Empty optional when they are not as they must be.
std::optional<std::vector<Index>> bendsOf(Agedge_t* edge, Index count)
{
    std::vector<Index> places;
    Agedge_t* piece = ED_to_virt(edge);
    while (piece != nullptr && ND_node_type(aghead(piece)) == kBend) {
        Agnode_t* bend = aghead(piece);
        if (places.size() >= count || ND_order(bend) < 0) return std::nullopt;
        places.push_back(static_cast<Index>(ND_order(bend)));
        piece = ND_out(bend).size > 0 ? ND_out(bend).list[0] : nullptr;
    }
    if (places.size() != count) return std::nullopt;
    return places;
}

} // namespace

std::optional<DotOrder> runDot(const DotQuestion& question)
{
    static const Context context;
    DotGraph graph(context.get());
    agattr(graph.get(), AGRAPH, text("phase"), text("2")); // ranks and order; coordinates are ours
    agattr(graph.get(), AGNODE, text("label"), text(""));
    agattr(graph.get(), AGNODE, text("shape"), text("box"));
    agattr(graph.get(), AGNODE, text("fixedsize"), text("true"));
    std::vector<Agnode_t*> nodes;
    nodes.reserve(question.nodeCount);
    for (Index v = 0; v < question.nodeCount; ++v) {
        std::string name = numbered('n', v);
        nodes.push_back(agnode(graph.get(), name.data(), 1));
    }
    std::vector<Agedge_t*> edges;
    edges.reserve(question.edges.size());
    for (std::size_t e = 0; e < question.edges.size(); ++e) {
        std::string key = numbered('e', e);
        edges.push_back(
            agedge(graph.get(), nodes[question.edges[e].from], nodes[question.edges[e].to], key.data(), 1));
    }
    if (question.nodeCount > 1 && question.pinTop)
        pin(graph.get(), nodes.front(), "top", question.topAlone ? "source" : "min");
    if (question.nodeCount > 1 && question.pinBottom) pin(graph.get(), nodes.back(), "bottom", "sink");
    if (!graph.layOut()) return std::nullopt;

    DotOrder result;
    for (Agnode_t* node : nodes) {
        if (ND_rank(node) < 0 || ND_order(node) < 0) return std::nullopt;
        result.rank.push_back(static_cast<Index>(ND_rank(node)));
        result.order.push_back(static_cast<Index>(ND_order(node)));
    }
    for (std::size_t e = 0; e < edges.size(); ++e) {
        const Index from = result.rank[question.edges[e].from];
        const Index to = result.rank[question.edges[e].to];
        if (to <= from) return std::nullopt;
        auto bends = bendsOf(edges[e], to - from - 1);
        if (!bends) return std::nullopt;
        result.bends.push_back(std::move(*bends));
    }
    return result;
}

} // namespace alignscope::layout

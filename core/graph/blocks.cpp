// SPDX-License-Identifier: Apache-2.0
#include "core/graph/blocks.h"

#include "core/graph/neighbours.h"
#include "core/graph/repeats.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace alignscope {
namespace {

constexpr std::size_t kMostComponents = 32;
constexpr double kMostOfGraph = 0.8; // a scope around everything says nothing

using Path = std::vector<std::string_view>;

bool isConstant(const Graph& graph, OpId operation)
{
    const auto outputs = graph.outputs(operation);
    return !outputs.empty() && std::all_of(outputs.begin(), outputs.end(), [&](TensorId tensor) {
        return tensor && graph.tensor(tensor).kind == TensorKind::Constant;
    });
}

// The scope: all components of the name but the last.
Path scopeOf(const Operation& operation)
{
    const std::string_view name = operation.name.empty() ? operation.id : operation.name;
    const char separator = name.find('/') != std::string_view::npos ? '/' : '.';
    Path path;
    std::size_t at = 0;
    for (std::size_t end = name.find(separator); end != std::string_view::npos && path.size() < kMostComponents; end = name.find(separator, at)) {
        if (end > at) path.push_back(name.substr(at, end - at));
        at = end + 1;
    }
    return path;
}

Path commonPath(const Path& a, const Path& b)
{
    const auto length = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    return {a.begin(), a.begin() + static_cast<std::ptrdiff_t>(length)};
}

// A node of the tree of names, before what is too small or too large is left out.
struct Scope {
    std::map<std::string_view, std::uint32_t> children;
    std::string_view component;
    std::uint32_t parent = kNoBlock;
    std::size_t count = 0; ///< operations in it, children included
    std::vector<OpId> own;
    std::uint32_t firstSeen = 0;
};

class Namer {
public:
    explicit Namer(const Graph& graph) : m_graph(graph) { m_scopes.emplace_back(); }

    /// False when too few operations have scopes.
    bool collect()
    {
        const std::size_t count = m_graph.operationCount();
        std::vector<Path> paths(count);
        std::size_t all = 0;
        std::size_t scoped = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (isConstant(m_graph, OpId(i))) continue;
            ++all;
            paths[i] = scopeOf(m_graph.operation(OpId(i)));
            scoped += paths[i].empty() ? 0U : 1U;
        }
        if (scoped * 2 < all || all == 0) return false;
        m_total = all;
        // What an optimizer put in between belongs where its neighbours do.
        std::vector<Path> completed = paths;
        for (std::size_t i = 0; i < count; ++i)
            if (paths[i].empty() && !isConstant(m_graph, OpId(i))) completed[i] = around(OpId(i), paths);
        for (std::size_t i = 0; i < count; ++i) {
            if (isConstant(m_graph, OpId(i))) continue;
            std::uint32_t at = 0;
            ++m_scopes[0].count;
            for (const std::string_view component : completed[i]) {
                at = child(at, component);
                ++m_scopes[at].count;
            }
            m_scopes[at].own.emplace_back(i);
        }
        return true;
    }

    void emit(std::vector<Block>& blocks) const { emit(0, kNoBlock, 0, {}, {}, blocks); }

private:
    Path around(OpId operation, const std::vector<Path>& paths) const
    {
        Path common;
        bool first = true;
        for (const auto& neighbours : {producersOf(m_graph, operation), consumersOf(m_graph, operation)})
            for (const Neighbour& n : neighbours) {
                const Path& path = paths[n.operation.index()];
                if (path.empty()) continue;
                common = first ? path : commonPath(common, path);
                first = false;
            }
        return common;
    }

    std::uint32_t child(std::uint32_t parent, std::string_view component)
    {
        const auto [found, isNew] = m_scopes[parent].children.try_emplace(component, static_cast<std::uint32_t>(m_scopes.size()));
        const std::uint32_t index = found->second;
        if (isNew) {
            Scope scope;
            scope.component = component;
            scope.parent = parent;
            m_scopes.push_back(std::move(scope));
        }
        return index;
    }

    void gather(std::uint32_t scope, std::vector<OpId>& operations) const
    {
        std::vector<std::uint32_t> stack = {scope};
        while (!stack.empty()) {
            const Scope& s = m_scopes[stack.back()];
            stack.pop_back();
            operations.insert(operations.end(), s.own.begin(), s.own.end());
            for (const auto& [component, index] : s.children) stack.push_back(index);
        }
        std::sort(operations.begin(), operations.end());
    }

    // At most kMostComponents deep.
    void emit(std::uint32_t index, std::uint32_t parent, std::uint32_t depth, std::string path, std::string label,
              std::vector<Block>& blocks) const
    {
        const Scope& scope = m_scopes[index];
        const auto onlyChild = scope.own.empty() && scope.children.size() == 1;
        const bool tooLarge = static_cast<double>(scope.count) > kMostOfGraph * static_cast<double>(m_total);
        if (index != 0 && scope.count >= 2 && !onlyChild && !tooLarge) {
            Block block;
            block.path = path;
            block.label = label;
            block.parent = parent;
            block.depth = depth;
            gather(index, block.operations);
            parent = static_cast<std::uint32_t>(blocks.size());
            blocks.push_back(std::move(block));
            ++depth;
            label.clear();
        }
        if (scope.count < 2) return;
        std::vector<std::uint32_t> children;
        for (const auto& [component, child] : scope.children) children.push_back(child);
        std::sort(children.begin(), children.end()); // in the order in which they appear in the graph
        for (const std::uint32_t child : children) {
            const std::string component(m_scopes[child].component);
            emit(child, parent, depth, path.empty() ? component : path + "/" + component,
                 label.empty() || tooLarge ? component : label + "/" + component, blocks);
        }
    }

    const Graph& m_graph;
    std::vector<Scope> m_scopes;
    std::size_t m_total = 0;
};

} // namespace

bool BlockTree::contains(std::uint32_t outer, std::uint32_t inner) const
{
    while (inner != kNoBlock && inner != outer) inner = m_blocks[inner].parent;
    return inner == outer;
}

BlockTree findBlocks(const Graph& graph)
{
    BlockTree tree;
    Namer namer(graph);
    if (namer.collect()) {
        namer.emit(tree.m_blocks);
        tree.m_named = tree.m_blocks.size() >= 2;
    }
    if (!tree.m_named) tree.m_blocks = repeatedBlocks(graph);
    tree.m_innermost.assign(graph.operationCount(), kNoBlock);
    for (std::uint32_t i = 0; i < tree.m_blocks.size(); ++i) // children overwrite their parents
        for (const OpId operation : tree.m_blocks[i].operations) tree.m_innermost[operation.index()] = i;
    return tree;
}

// ---- collapsing ------------------------------------------------------------------------------

namespace {

// Strongly connected components of the boxes, by Tarjan without recursion. Calls `found` with the
// boxes of each component of more than one.
template <class Found>
void circles(const Graph& graph, const std::vector<std::uint32_t>& boxOf, std::uint32_t boxes, Found&& found)
{
    std::vector<std::uint32_t> begin(boxes + 1, 0);
    std::vector<std::uint32_t> next;
    const auto eachEdge = [&](auto&& visit) {
        for (std::size_t i = 0; i < graph.operationCount(); ++i)
            for (const TensorId input : graph.inputs(OpId(i))) {
                const OpId producer = input ? graph.producer(input) : OpId{};
                if (producer && boxOf[producer.index()] != boxOf[i]) visit(boxOf[producer.index()], boxOf[i]);
            }
    };
    eachEdge([&](std::uint32_t from, std::uint32_t) { ++begin[from + 1]; });
    for (std::uint32_t i = 0; i < boxes; ++i) begin[i + 1] += begin[i];
    next.resize(begin[boxes]);
    std::vector<std::uint32_t> fill(begin.begin(), begin.end() - 1);
    eachEdge([&](std::uint32_t from, std::uint32_t to) { next[fill[from]++] = to; });

    constexpr std::uint32_t kUnseen = 0xffffffffU;
    std::vector<std::uint32_t> number(boxes, kUnseen), low(boxes, 0), at(begin.begin(), begin.end() - 1);
    std::vector<bool> onStack(boxes, false);
    std::vector<std::uint32_t> stack, calls, component;
    std::uint32_t counter = 0;
    for (std::uint32_t start = 0; start < boxes; ++start) {
        if (number[start] != kUnseen) continue;
        calls.push_back(start);
        while (!calls.empty()) {
            const std::uint32_t box = calls.back();
            if (number[box] == kUnseen) {
                number[box] = low[box] = counter++;
                stack.push_back(box);
                onStack[box] = true;
            }
            if (at[box] < begin[box + 1]) {
                const std::uint32_t to = next[at[box]];
                if (number[to] == kUnseen) {
                    calls.push_back(to);
                    continue;
                }
                if (onStack[to]) low[box] = std::min(low[box], low[to]);
                ++at[box];
                continue;
            }
            calls.pop_back();
            if (low[box] != number[box]) continue;
            component.clear();
            std::uint32_t top = 0;
            do {
                top = stack.back();
                stack.pop_back();
                onStack[top] = false;
                component.push_back(top);
            } while (top != box);
            if (component.size() > 1) found(component);
        }
    }
}

} // namespace

std::vector<std::uint32_t> drawnBlocks(const Graph& graph, const BlockTree& blocks, std::span<const std::uint32_t> collapsed)
{
    constexpr int kGentleRounds = 30; // then whole circles are expanded at once
    std::vector<bool> folded(blocks.size(), false);
    for (const std::uint32_t block : collapsed)
        if (block < blocks.size()) folded[block] = true;
    std::vector<std::uint32_t> drawn;
    for (int round = 0;; ++round) {
        std::vector<std::uint32_t> outermost(blocks.size(), kNoBlock);
        for (std::uint32_t i = 0; i < blocks.size(); ++i) {
            const std::uint32_t above = blocks[i].parent == kNoBlock ? kNoBlock : outermost[blocks[i].parent];
            outermost[i] = above != kNoBlock ? above : folded[i] ? i : kNoBlock;
        }
        drawn.assign(graph.operationCount(), kNoBlock);
        std::vector<std::uint32_t> boxOf(graph.operationCount());
        std::vector<std::uint32_t> boxOfBlock(blocks.size(), kNoBlock);
        std::vector<std::uint32_t> blockOfBox;
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const std::uint32_t inner = blocks.innermost(OpId(i));
            const std::uint32_t block = inner == kNoBlock ? kNoBlock : outermost[inner];
            drawn[i] = block;
            if (block != kNoBlock && boxOfBlock[block] != kNoBlock) {
                boxOf[i] = boxOfBlock[block];
                continue;
            }
            boxOf[i] = static_cast<std::uint32_t>(blockOfBox.size());
            if (block != kNoBlock) boxOfBlock[block] = boxOf[i];
            blockOfBox.push_back(block);
        }
        bool expanded = false;
        circles(graph, boxOf, static_cast<std::uint32_t>(blockOfBox.size()), [&](const std::vector<std::uint32_t>& boxes) {
            std::uint32_t smallest = kNoBlock;
            for (const std::uint32_t box : boxes) {
                const std::uint32_t block = blockOfBox[box];
                if (block == kNoBlock) continue;
                if (round >= kGentleRounds) folded[block] = false;
                if (round >= kGentleRounds) expanded = true;
                if (smallest == kNoBlock || blocks[block].operations.size() < blocks[smallest].operations.size()
                    || (blocks[block].operations.size() == blocks[smallest].operations.size() && block < smallest))
                    smallest = block;
            }
            if (smallest == kNoBlock) return; // a circle of the graph itself
            folded[smallest] = false;
            expanded = true;
        });
        if (!expanded) return drawn;
    }
}

std::string blockName(const Graph& graph, const Block& block)
{
    if (!block.path.empty() || block.operations.empty()) return block.path;
    return "#" + graph.operation(block.operations.front()).id + "*" + std::to_string(block.operations.size());
}

} // namespace alignscope

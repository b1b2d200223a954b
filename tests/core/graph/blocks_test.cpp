// SPDX-License-Identifier: Apache-2.0
// Blocks by name and by repetition, and what of them can be collapsed at once.
#include "core/graph/blocks.h"
#include "core/io/open_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace alignscope {
namespace {

// Graphs as lists of "name Type in,in -> out,out".
class Written {
public:
    Written& add(const std::string& name, const std::string& type, const std::vector<std::string>& inputs,
                 const std::vector<std::string>& outputs)
    {
        Operation op;
        op.name = name;
        op.type = type;
        op.position = m_position++;
        std::vector<TensorId> in, out;
        for (const std::string& tensor : inputs) in.push_back(m_builder.tensor(tensor));
        for (const std::string& tensor : outputs) out.push_back(m_builder.tensor(tensor));
        m_builder.add(std::move(op), std::move(in), std::move(out));
        return *this;
    }
    std::shared_ptr<const Graph> build() { return std::move(m_builder).build(OperationOrder::AsAdded)->graph; }

private:
    GraphBuilder m_builder;
    std::uint32_t m_position = 0;
};

std::string names(const Graph& graph, const Block& block)
{
    std::string all;
    for (const OpId op : block.operations) all += (all.empty() ? "" : " ") + graph.operation(op).name;
    return all;
}

std::string paths(const BlockTree& tree)
{
    std::string all;
    for (std::uint32_t i = 0; i < tree.size(); ++i) all += std::string(2 * tree[i].depth, ' ') + tree[i].label + '\n';
    return all;
}

std::uint32_t find(const BlockTree& tree, const std::string& path)
{
    for (std::uint32_t i = 0; i < tree.size(); ++i)
        if (tree[i].path == path) return i;
    return kNoBlock;
}

TEST(Blocks, scopesOfNames_becomeATree)
{
    const auto graph = Written()
        .add("/net/stem/conv/Conv", "Conv", {"x"}, {"a"})
        .add("/net/stem/act/Relu", "Relu", {"a"}, {"b"})
        .add("/net/body/m.0/cv1/Conv", "Conv", {"b"}, {"c"})
        .add("/net/body/m.0/cv2/Conv", "Conv", {"c"}, {"d"})
        .add("/net/body/m.0/Add", "Add", {"b", "d"}, {"e"})
        .add("/net/body/m.1/cv1/Conv", "Conv", {"e"}, {"f"})
        .add("/net/body/m.1/cv2/Conv", "Conv", {"f"}, {"g"})
        .add("/net/head/fc/Gemm", "Gemm", {"g"}, {"h"})
        .add("/net/Softmax", "Softmax", {"h"}, {"y"})
        .build();
    const BlockTree tree = findBlocks(*graph);
    EXPECT_TRUE(tree.named());
    // The scope around everything and scopes of a single operation say nothing.
    EXPECT_EQ(paths(tree), "stem\nbody\n  m.0\n  m.1\n");
    const std::uint32_t inner = find(tree, "net/body/m.0");
    ASSERT_NE(inner, kNoBlock);
    EXPECT_EQ(names(*graph, tree[inner]), "/net/body/m.0/cv1/Conv /net/body/m.0/cv2/Conv /net/body/m.0/Add");
    EXPECT_EQ(tree.innermost(OpId(2U)), inner);
    EXPECT_EQ(tree.innermost(OpId(8U)), kNoBlock);
    EXPECT_TRUE(tree.contains(find(tree, "net/body"), inner));
    EXPECT_FALSE(tree.contains(inner, find(tree, "net/body")));
}

TEST(Blocks, dottedNames_haveScopesToo)
{
    Written written;
    std::string from = "x";
    for (int i = 0; i < 3; ++i) {
        const std::string n = std::string("layer").append(std::to_string(i));
        written.add(n + ".0.conv", "Conv", {from}, {n + "a"}).add(n + ".0.relu", "Relu", {n + "a"}, {n + "b"});
        from = n + "b";
    }
    const BlockTree tree = findBlocks(*written.build());
    EXPECT_TRUE(tree.named());
    EXPECT_EQ(paths(tree), "layer0/0\nlayer1/0\nlayer2/0\n"); // a chain of single children is one block
}

TEST(Blocks, operationsWithoutScope_belongWhereTheirNeighboursDo)
{
    const auto graph = Written()
        .add("/a/Conv", "Conv", {"x"}, {"1"})
        .add("Cast_1", "Cast", {"1"}, {"2"})
        .add("/a/Relu", "Relu", {"2"}, {"3"})
        .add("/b/Conv", "Conv", {"3"}, {"4"})
        .add("/b/Relu", "Relu", {"4"}, {"5"})
        .build();
    const BlockTree tree = findBlocks(*graph);
    ASSERT_EQ(tree.size(), 2U);
    EXPECT_EQ(names(*graph, tree[0]), "/a/Conv Cast_1 /a/Relu");
}

// Conv, then `count` residual blocks of Conv, Relu, Conv, Add, then Gemm; names say nothing.
std::shared_ptr<const Graph> residual(int count, bool mask = false)
{
    Written written;
    int n = 0;
    const auto op = [&](const std::string& type, const std::vector<std::string>& inputs) {
        const std::string out = std::string("t").append(std::to_string(++n));
        written.add(std::string(type).append("_").append(std::to_string(n)), type, inputs, {out});
        return out;
    };
    std::string trunk = op("Conv", {"x"});
    for (int i = 0; i < count; ++i) {
        std::string branch = op("Relu", {op("Conv", {trunk})});
        branch = op("Conv", mask ? std::vector<std::string>{branch, "mask"} : std::vector<std::string>{branch});
        trunk = op("Add", {trunk, branch});
    }
    op("Gemm", {trunk});
    return written.build();
}

TEST(Blocks, withoutScopes_repeatedStructureIsFound)
{
    for (const bool mask : {false, true}) {
        const auto graph = residual(100, mask); // the mask reaches farther than any block
        const BlockTree tree = findBlocks(*graph);
        EXPECT_FALSE(tree.named());
        ASSERT_EQ(tree.size(), 100U) << mask;
        EXPECT_EQ(names(*graph, tree[0]), "Conv_2 Relu_3 Conv_4 Add_5");
        EXPECT_EQ(tree[99].ordinal, 100U);
        EXPECT_EQ(tree[99].copies, 100U);
        EXPECT_EQ(tree.innermost(OpId(0U)), kNoBlock);
    }
}

// As ResNets are exported from some frameworks: operations that make the weights first, no names.
TEST(Blocks, residualStagesWithWeightsMadeAtTheStart_areFoundAsBlocks)
{
    struct Op {
        std::string type;
        std::vector<std::string> inputs, outputs;
    };
    std::vector<Op> makers, flow;
    const auto op = [&](std::vector<Op>& list, const std::string& type, std::vector<std::string> inputs) {
        const std::string out = "t" + std::to_string(makers.size() + flow.size());
        list.push_back({type, std::move(inputs), {out}});
        return out;
    };
    const auto conv = [&](const std::string& in, bool relu = true) {
        std::vector<std::string> inputs{in, op(makers, "ConstantOfShape", {})};
        std::vector<std::string> norm{op(flow, "Conv", inputs)};
        for (int i = 0; i < 4; ++i) norm.push_back(op(makers, "ConstantOfShape", {}));
        const std::string out = op(flow, "BatchNormalization", norm);
        return relu ? op(flow, "Relu", {out}) : out;
    };
    std::string trunk = op(flow, "MaxPool", {conv("x")});
    for (const int blocks : {3, 4, 6, 3}) // ResNet-50
        for (int i = 0; i < blocks; ++i) {
            const std::string branch = conv(conv(conv(trunk)), false);
            trunk = op(flow, "Relu", {op(flow, "Sum", {branch, i == 0 ? conv(trunk, false) : trunk})});
        }
    op(flow, "Gemm", {op(flow, "GlobalAveragePool", {trunk})});
    Written written;
    makers.insert(makers.end(), flow.begin(), flow.end());
    for (const Op& each : makers) written.add("", each.type, each.inputs, each.outputs);
    const auto graph = written.build();

    const BlockTree tree = findBlocks(*graph);
    std::vector<std::uint32_t> outermost;
    std::size_t covered = 0;
    std::size_t residual = 0;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const auto count = [&](const char* type) {
            return std::count_if(tree[i].operations.begin(), tree[i].operations.end(),
                                 [&](OpId each) { return graph->operation(each).type == type; });
        };
        if (tree[i].parent != kNoBlock) continue;
        outermost.push_back(i);
        covered += tree[i].operations.size();
        // Each with all its weights, and the convolution of the shortcut where it has one.
        if (count("Sum") == 1 && (count("Conv") == 4 || count("Conv") == 3)
            && count("ConstantOfShape") == 5 * count("Conv"))
            ++residual;
    }
    EXPECT_EQ(residual, 16U);
    EXPECT_GT(static_cast<double>(covered), 0.9 * static_cast<double>(graph->operationCount()));
    const auto drawn = drawnBlocks(*graph, tree, outermost);
    EXPECT_LE(std::count(drawn.begin(), drawn.end(), kNoBlock), 16); // the stem, the end, and a Relu here and there
}

TEST(Blocks, resnet50WithoutNames_collapsesToItsSixteenBlocks)
{
    const auto path = std::filesystem::path(ALIGNSCOPE_SHARED_DATA) / "models/float/light_resnet50.onnx";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
    const auto model = openModel(path.string());
    ASSERT_TRUE(model);
    const Graph& graph = *(*model)->graph;
    const BlockTree tree = findBlocks(graph);
    std::size_t residual = 0;
    for (std::uint32_t i = 0; i < tree.size(); ++i)
        if (tree[i].parent == kNoBlock)
            residual += std::count_if(tree[i].operations.begin(), tree[i].operations.end(),
                                      [&](OpId op) { return graph.operation(op).type == "Sum"; })
                        == 1;
    EXPECT_EQ(residual, 16U);
}

TEST(Blocks, layersOfResidualBlocks_areNested)
{
    Written written;
    int n = 0;
    const auto op = [&](const std::string& type, const std::vector<std::string>& inputs) {
        const std::string out = std::string("t").append(std::to_string(++n));
        written.add(std::string(type).append("_").append(std::to_string(n)), type, inputs, {out});
        return out;
    };
    std::string trunk = "x";
    for (int layer = 0; layer < 6; ++layer) {
        const std::string norm = op("LayerNormalization", {trunk});
        const std::string scores = op("MatMul", {op("MatMul", {norm}), op("MatMul", {norm})});
        trunk = op("Add", {trunk, scores});
        trunk = op("Add", {trunk, op("MatMul", {op("Gelu", {op("MatMul", {trunk})})})});
    }
    const auto graph = written.build();
    const BlockTree tree = findBlocks(*graph);
    std::size_t outer = 0;
    for (std::uint32_t i = 0; i < tree.size(); ++i) outer += tree[i].depth == 0 ? 1U : 0U;
    EXPECT_EQ(outer, 6U);
    EXPECT_EQ(tree.size(), 18U); // each with the attention and the MLP inside
    EXPECT_EQ(tree[0].operations.size(), 9U);
}

std::string drawnNames(const Graph& graph, const BlockTree& tree, std::vector<std::uint32_t> collapsed)
{
    std::string all;
    const auto drawn = drawnBlocks(graph, tree, collapsed);
    for (std::size_t i = 0; i < drawn.size(); ++i)
        all += graph.operation(OpId(i)).name + (drawn[i] == kNoBlock ? " " : ":" + tree[drawn[i]].path + " ");
    return all;
}

TEST(DrawnBlocks, outermostCollapsedBlock_wins)
{
    const auto graph = Written()
        .add("a/i/1", "Conv", {"x"}, {"1"}).add("a/i/2", "Conv", {"1"}, {"2"})
        .add("a/3", "Conv", {"2"}, {"3"}).add("b/4", "Conv", {"3"}, {"4"}).add("b/5", "Conv", {"4"}, {"5"})
        .build();
    const BlockTree tree = findBlocks(*graph);
    const std::uint32_t a = find(tree, "a"), i = find(tree, "a/i"), b = find(tree, "b");
    EXPECT_EQ(drawnNames(*graph, tree, {}), "a/i/1 a/i/2 a/3 b/4 b/5 ");
    EXPECT_EQ(drawnNames(*graph, tree, {i}), "a/i/1:a/i a/i/2:a/i a/3 b/4 b/5 ");
    EXPECT_EQ(drawnNames(*graph, tree, {a, i, b, 77}), "a/i/1:a a/i/2:a a/3:a b/4:b b/5:b ");
}

// Each block could be one box, both could not: data would flow in a circle.
TEST(DrawnBlocks, circle_keepsTheSmallerBlockExpanded)
{
    const auto graph = Written()
        .add("a/1", "Conv", {"x"}, {"1"})
        .add("b/1", "Conv", {"1"}, {"2"})
        .add("b/2", "Conv", {"y"}, {"3"})
        .add("a/2", "Conv", {"3"}, {"4"})
        .add("a/3", "Conv", {"4"}, {"5"})
        .build();
    const BlockTree tree = findBlocks(*graph);
    const std::uint32_t a = find(tree, "a"), b = find(tree, "b");
    EXPECT_EQ(drawnNames(*graph, tree, {b}), "a/1 b/1:b b/2:b a/2 a/3 ");
    EXPECT_EQ(drawnNames(*graph, tree, {a, b}), "a/1:a b/1 b/2 a/2:a a/3:a ");
}

// Data that leaves a block and comes back: it cannot be one box at all.
TEST(DrawnBlocks, blockAroundAnother_staysExpanded)
{
    const auto graph = Written()
        .add("a/1", "Conv", {"x"}, {"1"})
        .add("b/1", "Conv", {"1"}, {"2"})
        .add("b/2", "Conv", {"2"}, {"3"})
        .add("b/3", "Conv", {"3"}, {"4"})
        .add("a/2", "Conv", {"4"}, {"5"})
        .build();
    const BlockTree tree = findBlocks(*graph);
    const std::uint32_t a = find(tree, "a"), b = find(tree, "b");
    EXPECT_EQ(drawnNames(*graph, tree, {a}), "a/1 b/1 b/2 b/3 a/2 ");
    EXPECT_EQ(drawnNames(*graph, tree, {a, b}), "a/1 b/1:b b/2:b b/3:b a/2 ");
}

TEST(DrawnBlocks, circleOfTheGraphItself_isLeftAlone)
{
    const auto graph = Written()
        .add("a/1", "Conv", {"2"}, {"1"}).add("a/2", "Conv", {"1"}, {"2"})
        .add("b/1", "Conv", {"2"}, {"3"}).add("b/2", "Conv", {"3"}, {"4"}).add("c", "Conv", {"d1"}, {"c1"}).add("d", "Conv", {"c1"}, {"d1"})
        .build();
    const BlockTree tree = findBlocks(*graph);
    EXPECT_EQ(drawnNames(*graph, tree, {0, 1}), "a/1:a a/2:a b/1:b b/2:b c d ");
}

TEST(Blocks, veryDeepNames_areNoTrouble)
{
    std::string deep;
    for (int i = 0; i < 20'000; ++i) deep += "a/";
    const auto graph = Written()
        .add(deep + "1", "Conv", {"x"}, {"1"}).add(deep + "2", "Conv", {"1"}, {"2"})
        .add("b/1", "Conv", {"2"}, {"3"}).add("b/2", "Conv", {"3"}, {"4"})
        .build();
    EXPECT_EQ(findBlocks(*graph).size(), 2U);
}

} // namespace
} // namespace alignscope

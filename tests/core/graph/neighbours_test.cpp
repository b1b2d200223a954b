// SPDX-License-Identifier: Apache-2.0
// Producers, consumers and neighbourhoods on the documentation's example:
// input -> Conv1 -> Add1 <- Conv2 <- input, Conv2 -> Conv3.
#include "core/graph/neighbours.h"
#include "tests/support/sample_models.h"

#include <gtest/gtest.h>

#include <string>

namespace alignscope {
namespace {

class Neighbours : public ::testing::Test {
protected:
    OpId op(const char* id) const { return graph.findOperation(id); }
    std::string names(const std::vector<Neighbour>& neighbours) const
    {
        std::string all;
        for (const Neighbour& n : neighbours)
            all += graph.operation(n.operation).id + "[" + std::to_string(n.index) + "] by " + graph.tensor(n.tensor).name + "; ";
        return all;
    }
    std::string around(const char* seed, std::uint32_t hops) const
    {
        const OpId seeds[] = {op(seed)};
        std::string all;
        for (const OpId found : neighbourhood(graph, seeds, hops)) all += graph.operation(found).id + " ";
        return all;
    }

    std::shared_ptr<const Model> model = test::docExample();
    const Graph& graph = *model->graph;
};

TEST_F(Neighbours, ofAnOperation_areItsEdges)
{
    EXPECT_EQ(names(producersOf(graph, op("Add1"))), "Conv1[0] by Conv1_out; Conv2[1] by Conv2_out; ");
    EXPECT_EQ(names(producersOf(graph, op("Conv1"))), ""); // the graph's input and constants
    EXPECT_EQ(names(consumersOf(graph, op("Conv2"))), "Add1[1] by Conv2_out; Conv3[0] by Conv2_out; ");
    EXPECT_EQ(names(consumersOf(graph, op("Add1"))), "");
    EXPECT_EQ(names(consumersOf(graph, graph.findTensor("input"))), "Conv1[0] by input; Conv2[0] by input; ");
}

TEST_F(Neighbours, hops_goBothWaysAndOverTheInput)
{
    EXPECT_EQ(around("Add1", 0), "Add1 ");
    EXPECT_EQ(around("Add1", 1), "Conv1 Conv2 Add1 ");
    EXPECT_EQ(around("Conv3", 1), "Conv2 Conv3 ");
    EXPECT_EQ(around("Conv3", 2), "Conv2 Add1 Conv3 ");
    EXPECT_EQ(around("Conv1", 1), "Conv1 Add1 ");
    EXPECT_EQ(around("Conv1", 2), "Conv1 Conv2 Add1 ");
    EXPECT_EQ(around("Conv3", 9), "Conv1 Conv2 Add1 Conv3 ");
}

} // namespace
} // namespace alignscope

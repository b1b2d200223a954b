// SPDX-License-Identifier: Apache-2.0
#include "core/layout/wire.h"

#include <gtest/gtest.h>

#include <random>

namespace alignscope::layout
{
namespace
{

DotQuestion question()
{
    return {4, true, false, false, {{0, 1}, {1, 2}, {0, 3}, {2, 3}}};
}

DotOrder order()
{
    return {{0, 1, 2, 3}, {0, 0, 1, 0}, {{}, {}, {1, 0}, {}}};
}

TEST(LayoutWire, question_comesBackEqual)
{
    const auto back = decodeQuestion(encode(question()));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->nodeCount, 4u);
    EXPECT_TRUE(back->pinTop);
    EXPECT_FALSE(back->pinBottom);
    ASSERT_EQ(back->edges.size(), 4u);
    EXPECT_EQ(back->edges[2].from, 0u);
    EXPECT_EQ(back->edges[2].to, 3u);
}

TEST(LayoutWire, answer_comesBackEqual)
{
    const auto back = decodeOrder(encode(std::optional(order())), question());
    ASSERT_TRUE(back);
    EXPECT_EQ(back->rank, order().rank);
    EXPECT_EQ(back->order, order().order);
    EXPECT_EQ(back->bends, order().bends);
}

TEST(LayoutWire, refusal_isNoOrder)
{
    EXPECT_FALSE(decodeOrder(encode(std::optional<DotOrder>()), question()));
}

TEST(LayoutWire, answerAgainstAnEdge_isRefused)
{
    DotOrder wrong = order();
    wrong.rank = {0, 2, 1, 3};
    EXPECT_FALSE(decodeOrder(encode(std::optional(wrong)), question()));
    wrong.rank = {0, 1, 2, 4};
    EXPECT_FALSE(decodeOrder(encode(std::optional(wrong)), question()));
}

TEST(LayoutWire, edgeBackward_isRefused)
{
    DotQuestion wrong = question();
    wrong.edges.push_back({3, 1});
    EXPECT_FALSE(decodeQuestion(encode(wrong)));
    wrong.edges.back() = {2, 4};
    EXPECT_FALSE(decodeQuestion(encode(wrong)));
}

TEST(LayoutWire, headerOfAnotherProtocolOrSize_isRefused)
{
    Bytes frame = makeFrame(encode(question()));
    const auto header = std::span(frame).first(kFrameHeaderBytes);
    EXPECT_EQ(bodyBytes(header), frame.size() - kFrameHeaderBytes);
    frame[7] = std::byte{0x7f}; // about 2 GB
    EXPECT_FALSE(bodyBytes(header));
    frame[7] = std::byte{0};
    frame[0] = std::byte{0};
    EXPECT_FALSE(bodyBytes(header));
}

TEST(LayoutWire, brokenBytes_areRefusedOrValid)
{
    const Bytes goodQuestion = encode(question());
    const Bytes goodOrder = encode(std::optional(order()));
    std::mt19937 random(5);
    for (int round = 0; round < 20000; ++round) {
        Bytes bytes = round % 2 == 0 ? goodQuestion : goodOrder;
        bytes[random() % bytes.size()] = static_cast<std::byte>(random());
        if (random() % 3 == 0) bytes.resize(random() % (bytes.size() + 1));
        if (round % 2 == 0) {
            if (const auto back = decodeQuestion(bytes)) {
                for (const auto& edge : back->edges)
                    EXPECT_LT(edge.to, back->nodeCount);
            }
        } else if (const auto back = decodeOrder(bytes, question())) {
            for (const auto& edge : question().edges)
                EXPECT_LT(back->rank[edge.from], back->rank[edge.to]);
        }
    }
}

} // namespace
} // namespace alignscope::layout

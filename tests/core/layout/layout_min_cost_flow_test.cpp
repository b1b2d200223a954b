// SPDX-License-Identifier: Apache-2.0
#include "core/layout/min_cost_flow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <stop_token>
#include <vector>

namespace alignscope::layout
{
namespace
{

struct Spring {
    std::uint32_t from, to;
    double distance;
    std::int64_t weight;
};
struct Apart {
    std::uint32_t left, right;
    double distance;
};
struct Problem {
    std::uint32_t nodes = 0;
    std::vector<Spring> springs;
    std::vector<Apart> apart;
};

/// Infinite where the places break a separation.
double cost(const Problem& problem, const std::vector<double>& x)
{
    for (const Apart& pair : problem.apart)
        if (x[pair.right] - x[pair.left] < pair.distance - 1e-6) return std::numeric_limits<double>::infinity();
    double sum = 0;
    for (const Spring& spring : problem.springs)
        sum += static_cast<double>(spring.weight) * std::abs(x[spring.to] - x[spring.from] - spring.distance);
    return sum;
}

/// By trying all places on a grid that holds an optimum (all distances are whole), the first at 0.
double leastCost(const Problem& problem)
{
    constexpr int kReach = 9;
    std::vector<int> place(problem.nodes, -kReach);
    place[0] = 0;
    double least = std::numeric_limits<double>::infinity();
    for (;;) {
        least = std::min(least, cost(problem, std::vector<double>(place.begin(), place.end())));
        std::size_t digit = 1;
        while (digit < place.size() && ++place[digit] > kReach) place[digit++] = -kReach;
        if (digit == place.size()) return least;
    }
}

TEST(MinCostFlow, potentials_areAsGoodAsTheBestOfAllPlaces)
{
    std::mt19937 random(3);
    const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    for (int round = 0; round < 60; ++round) {
        Problem problem;
        problem.nodes = 2 + below(3);
        for (std::uint32_t v = 1; v < problem.nodes; ++v) // connected
            problem.springs.push_back({below(v), v, static_cast<double>(below(5)) - 2, 1 + below(4)});
        for (std::uint32_t extra = below(5); extra > 0; --extra)
            problem.springs.push_back({below(problem.nodes), below(problem.nodes), static_cast<double>(below(5)) - 2, 1 + below(4)});
        for (std::uint32_t v = 1; v < problem.nodes; ++v)
            if (below(2) == 0) problem.apart.push_back({below(v), v, static_cast<double>(below(3))});
        MinCostFlow flow(problem.nodes);
        for (const Spring& spring : problem.springs) flow.addSpring(spring.from, spring.to, spring.distance, spring.weight);
        for (const Apart& pair : problem.apart) flow.keepApart(pair.left, pair.right, pair.distance);
        ASSERT_TRUE(flow.solve(10000, {}));
        std::vector<double> x;
        for (std::uint32_t v = 0; v < problem.nodes; ++v) x.push_back(flow.potential(v));
        EXPECT_NEAR(cost(problem, x), leastCost(problem), 1e-6);
    }
}

TEST(MinCostFlow, pivotsExhaustedOrStopped_isToldApart)
{
    MinCostFlow flow(200);
    for (std::uint32_t v = 1; v < 200; ++v) flow.addSpring(v / 2, v, v % 7, 1 + v % 3);
    EXPECT_FALSE(MinCostFlow(flow).solve(3, {}));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(MinCostFlow(flow).solve(10000, stop.get_token()));
    EXPECT_TRUE(flow.solve(10000, {}));
}

} // namespace
} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/shorten.h"

#include "core/base/disjoint_sets.h"
#include "core/layout/coordinates.h"
#include "core/layout/min_cost_flow.h"


namespace alignscope::layout
{

namespace
{

constexpr Index kMostItemsShortened = 20000;
constexpr std::size_t kPivotsPerItem = 30;
constexpr std::int64_t kStiff = 1000;

std::int64_t stiffnessOf(const Layering& layering, const Link& link)
{
    switch (link.priority) {
    case LinkPriority::Trunk:
        return layering.trunkForm == TrunkForm::Straight ? kStiff : 5;
    case LinkPriority::Line:
        return 8;
    case LinkPriority::Spine:
        return 1;
    case LinkPriority::Normal:
        return layering.isBend(link.upper) || layering.isBend(link.lower) ? 2 : 1;
    }
    return 1;
}

/// Parts that nothing connects keep the mean place that they had.
void keepPartsInPlace(const Layering& layering, const std::vector<double>& before, std::vector<double>& x)
{
    DisjointSets parts(x.size());
    for (const Link& link : layering.links)
        parts.unite(link.upper, link.lower);
    for (const auto& layer : layering.layers)
        for (std::size_t i = 1; i < layer.size(); ++i)
            parts.unite(layer[i - 1], layer[i]);
    std::vector<double> sum(x.size());
    std::vector<double> count(x.size());
    for (Index i = 0; i < x.size(); ++i) {
        sum[parts.find(i)] += before[i] - x[i];
        count[parts.find(i)] += 1;
    }
    for (Index i = 0; i < x.size(); ++i)
        x[i] += sum[parts.find(i)] / count[parts.find(i)];
}

} // namespace

void shortenLines(const Layering& layering, std::vector<double>& x, const std::stop_token& stop)
{
    const Index n = layering.itemCount();
    if (n < 2 || n > kMostItemsShortened) return;
    MinCostFlow flow(n);
    const std::vector<double> zero(n);
    for (const Link& link : layering.links)
        flow.addSpring(link.upper, link.lower, -alignmentGap(layering, link, zero),
                       stiffnessOf(layering, link));
    if (layering.trunkForm == TrunkForm::EndsBelow && layering.trunkTop != layering.trunkBottom)
        flow.addSpring(layering.trunkTop, layering.trunkBottom, 0, kStiff);
    for (const auto& layer : layering.layers)
        for (std::size_t i = 1; i < layer.size(); ++i)
            flow.keepApart(layer[i - 1], layer[i], separation(layering, layer[i - 1], layer[i]));
    if (!flow.solve(kPivotsPerItem * n, stop)) return;
    std::vector<double> result(n);
    for (Index i = 0; i < n; ++i)
        result[i] = flow.potential(i);
    keepPartsInPlace(layering, x, result);
    x = std::move(result);
}

} // namespace alignscope::layout

// SPDX-License-Identifier: Apache-2.0
#include "core/layout/shorten.h"

#include "core/base/disjoint_sets.h"
#include "core/layout/coordinates.h"
#include "core/layout/min_cost_flow.h"

#include <algorithm>
#include <cmath>

namespace alignscope::layout
{

namespace
{

constexpr Index kMostItemsShortened = 20000;
constexpr std::size_t kPivotsPerItem = 30;
constexpr std::int64_t kStiff = 2000;
constexpr std::int64_t kLooseTrunk = 10;

std::int64_t stiffnessOf(const Layering& layering, const Link& link, TrunkForm form)
{
    switch (link.priority) {
    case LinkPriority::Trunk:
        return form == TrunkForm::Straight ? kStiff : kLooseTrunk;
    case LinkPriority::Line:
        return 16;
    case LinkPriority::Spine:
        // Stiffer than a line that passes beside it, so that a gate does not push its operation aside; what
        // begins there (operands) may yield.
        return layering.linksAbove(link.upper).empty() ? 2 : 5;
    case LinkPriority::Normal:
        return layering.isBend(link.upper) || layering.isBend(link.lower) ? 4 : 2;
    }
    return 2;
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

Shortened shortenLines(const Layering& layering, TrunkForm form, const std::vector<double>& aligned,
                       const std::stop_token& stop)
{
    Shortened result{aligned};
    const Index n = layering.itemCount();
    if (n < 2 || n > kMostItemsShortened) return result;
    MinCostFlow flow(n);
    const std::vector<double> zero(n);
    std::vector<std::size_t> trunk;
    for (const Link& link : layering.links) {
        const std::size_t spring = flow.addSpring(link.upper, link.lower, -alignmentGap(layering, link, zero),
                                                  stiffnessOf(layering, link, form));
        if (link.priority == LinkPriority::Trunk) trunk.push_back(spring);
    }
    if (form == TrunkForm::EndsBelow && layering.trunkTop != layering.trunkBottom)
        flow.addSpring(layering.trunkTop, layering.trunkBottom, 0, kStiff);
    for (const auto& layer : layering.layers)
        for (std::size_t i = 1; i < layer.size(); ++i)
            flow.keepApart(layer[i - 1], layer[i], separation(layering, layer[i - 1], layer[i]));
    if (!flow.solve(kPivotsPerItem * n, stop)) return result;
    for (Index i = 0; i < n; ++i)
        result.x[i] = flow.potential(i);
    keepPartsInPlace(layering, aligned, result.x);
    result.trunkIsEased = std::all_of(trunk.begin(), trunk.end(), [&](std::size_t spring) {
        return std::abs(flow.force(spring)) <= kLooseTrunk;
    });
    return result;
}

} // namespace alignscope::layout

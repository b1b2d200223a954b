// SPDX-License-Identifier: Apache-2.0
#include "core/layout/shorten.h"

#include "core/base/disjoint_sets.h"
#include "core/layout/coordinates.h"
#include "core/layout/min_cost_flow.h"
#include "core/layout/straighten.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace alignscope::layout
{

namespace
{

constexpr Index kMostItemsShortened = 20000;
constexpr std::size_t kPivotsPerItem = 30;
constexpr std::int64_t kStiff = 2000;
constexpr std::int64_t kLooseTrunk = 10;
constexpr std::int64_t kSlackTrunk = 3;
constexpr std::int64_t kSoftColumn = 5;
constexpr std::int64_t kFirmColumn = 12; ///< holds against five operands on one side
constexpr std::int64_t kStiffColumn = 40;
constexpr std::int64_t kStiffSlip = 60;
constexpr int kAttempts = 4;

std::int64_t stiffnessOfTrunk(TrunkForm form)
{
    switch (form) {
    case TrunkForm::Straight:
        return kStiff;
    case TrunkForm::EndsBelow:
    case TrunkForm::Loose:
        return kLooseTrunk;
    case TrunkForm::Slack:
        return kSlackTrunk;
    }
    return kStiff;
}

std::int64_t stiffnessOfColumn(Columns columns)
{
    switch (columns) {
    case Columns::Soft:
        return kSoftColumn;
    case Columns::Firm:
        return kFirmColumn;
    case Columns::Stiff:
        return kStiffColumn;
    }
    return kSoftColumn;
}

std::int64_t stiffnessOf(const Layering& layering, const Link& link, TrunkForm form, Columns columns)
{
    switch (link.priority) {
    case LinkPriority::Trunk:
        return stiffnessOfTrunk(form);
    case LinkPriority::Line:
        return 16;
    case LinkPriority::Spine:
        // Stiffer than a line that passes beside it, so that a gate does not push its operation aside; what
        // begins there (operands) may yield.
        if (layering.linksAbove(link.upper).empty()) return 2;
        return stiffnessOfColumn(columns);
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

/// Centres that make all lines together shortest; nothing when it was stopped or would take too long.
std::optional<Shortened> solve(const Layering& layering, TrunkForm form, const std::vector<std::int64_t>& stiffness,
                               const std::stop_token& stop)
{
    const Index n = layering.itemCount();
    MinCostFlow flow(n);
    const std::vector<double> zero(n);
    std::vector<std::size_t> trunk;
    for (std::size_t l = 0; l < layering.links.size(); ++l) {
        const Link& link = layering.links[l];
        const std::size_t spring =
            flow.addSpring(link.upper, link.lower, -alignmentGap(layering, link, zero), stiffness[l]);
        if (link.priority == LinkPriority::Trunk) trunk.push_back(spring);
    }
    if (form == TrunkForm::EndsBelow && layering.trunkTop != layering.trunkBottom)
        flow.addSpring(layering.trunkTop, layering.trunkBottom, 0, kStiff);
    for (const auto& layer : layering.layers)
        for (std::size_t i = 1; i < layer.size(); ++i)
            flow.keepApart(layer[i - 1], layer[i], separation(layering, layer[i - 1], layer[i]));
    if (!flow.solve(kPivotsPerItem * n, stop)) return std::nullopt;
    Shortened result{std::vector<double>(n)};
    for (Index i = 0; i < n; ++i)
        result.x[i] = flow.potential(i);
    result.trunkIsEased = std::all_of(trunk.begin(), trunk.end(), [&](std::size_t spring) {
        return std::abs(flow.force(spring)) <= kLooseTrunk;
    });
    return result;
}

} // namespace

Shortened shortenLines(const Layering& layering, TrunkForm form, Columns columns, Care care,
                       const std::vector<double>& aligned, const std::stop_token& stop)
{
    Shortened best{aligned};
    const Index n = layering.itemCount();
    if (n < 2 || n > kMostItemsShortened) return best;
    std::vector<std::int64_t> stiffness;
    stiffness.reserve(layering.links.size());
    for (const Link& link : layering.links)
        stiffness.push_back(stiffnessOf(layering, link, form, columns));
    const int attempts = care == Care::Patient ? kAttempts : 1;
    std::size_t fewest = layering.links.size() + 1;
    for (int attempt = 0; attempt < attempts && fewest > 0; ++attempt) {
        auto result = solve(layering, form, stiffness, stop);
        if (!result) break;
        keepPartsInPlace(layering, aligned, result->x);
        straighten(layering, result->x);
        std::size_t slips = 0;
        for (std::size_t l = 0; l < layering.links.size(); ++l) {
            if (!isSlip(runOf(layering, layering.links[l], result->x))) continue;
            stiffness[l] = std::max(stiffness[l], kStiffSlip);
            ++slips;
        }
        if (slips >= fewest) continue;
        fewest = slips;
        result->trunkIsEased = attempt == 0 ? result->trunkIsEased : best.trunkIsEased;
        best = std::move(*result);
    }
    return best;
}

} // namespace alignscope::layout

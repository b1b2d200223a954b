// SPDX-License-Identifier: Apache-2.0
#include "core/compare/variants.h"

#include "core/cascade/measures.h"

#include <algorithm>
#include <cmath>

namespace alignscope {
namespace {

// The classes of `count` things of which `same(a, b)` says whether two agree.
template <class Same> Spread classify(std::size_t count, const Same& same)
{
    Spread spread;
    std::array<std::size_t, Spread::kMost> first{}; // of each class
    for (std::size_t i = 1; i < count; ++i) {
        std::uint8_t at = 0;
        while (at < spread.classes && !same(first.at(at), i)) ++at;
        spread.classOf.at(i) = at;
        if (at < spread.classes) continue;
        first.at(at) = i;
        ++spread.classes;
    }
    return spread;
}

Spread spreadOf(const Variants& variants, SlotId slot)
{
    return classify(variants.size(), [&](std::size_t a, std::size_t b) {
        return sameParameters(variants.outcomes[a]->cascade.tableAfter.effective(slot),
                              variants.outcomes[b]->cascade.tableAfter.effective(slot));
    });
}

} // namespace

void Spread::refine(const Spread& other, std::size_t variants) noexcept
{
    const Spread was = *this;
    *this = classify(variants, [&](std::size_t a, std::size_t b) {
        return was.classOf[a] == was.classOf[b] && other.classOf[a] == other.classOf[b];
    });
}

const Spread* Variants::at(SlotId slot) const
{
    const auto found = std::lower_bound(slots.begin(), slots.end(), slot, [](const SlotSpread& a, SlotId b) { return a.slot < b; });
    return found != slots.end() && found->slot == slot ? &found->spread : nullptr;
}

const Spread* Variants::at(OpId operation) const
{
    const auto found = std::lower_bound(operations.begin(), operations.end(), operation,
                                        [](const OperationSpread& a, OpId b) { return a.operation < b; });
    return found != operations.end() && found->operation == operation ? &found->spread : nullptr;
}

Spread Variants::over(std::span<const OpId> several) const
{
    Spread spread;
    for (const OpId operation : several)
        if (const Spread* one = at(operation)) spread.refine(*one, size());
    return spread;
}

std::optional<double> Variants::ratio(SlotId slot) const
{
    std::optional<double> most;
    for (const auto& a : outcomes)
        for (const auto& b : outcomes)
            if (const auto bits = bitsLost(a->cascade.tableAfter.effective(slot), b->cascade.tableAfter.effective(slot)))
                most = std::max(most.value_or(1.0), std::exp2(*bits));
    return most;
}

std::shared_ptr<const Variants> makeVariants(const std::shared_ptr<const Model>& model, std::span<const Scenario> scenarios, const Task& task)
{
    auto variants = std::make_shared<Variants>();
    for (const Scenario& scenario : scenarios) {
        if (task.stopped()) return nullptr;
        variants->outcomes.push_back(makeEvaluation(model, scenario));
    }
    // Nothing differs where no variant changed anything of the loaded state.
    std::vector<SlotId> candidates;
    for (const auto& outcome : variants->outcomes)
        for (const Change& change : outcome->cascade.changes)
            if (change.moved) candidates.push_back(change.slot);
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::vector<Variants::OperationSpread> operations;
    for (const SlotId slot : candidates) {
        const Spread spread = spreadOf(*variants, slot);
        if (spread.agree()) continue;
        variants->slots.push_back({slot, spread});
        const SlotList& list = model->baseline.slots();
        if (!list.isParameter(slot)) operations.push_back({list.operationOf(slot), spread});
    }
    std::stable_sort(operations.begin(), operations.end(), [](const auto& a, const auto& b) { return a.operation < b.operation; });
    for (const Variants::OperationSpread& one : operations) {
        if (variants->operations.empty() || variants->operations.back().operation != one.operation) variants->operations.push_back(one);
        else variants->operations.back().spread.refine(one.spread, variants->size());
    }
    return variants;
}

} // namespace alignscope

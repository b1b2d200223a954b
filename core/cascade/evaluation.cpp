// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/evaluation.h"

#include "core/cascade/evaluate.h"
#include "core/cascade/hops.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace alignscope {

const CauseIndex& Evaluation::causes() const
{
    return *m_causes.get([this] { return CauseIndex(origin ? *origin : *model, outcome); });
}

std::uint32_t Evaluation::hops(SlotId slot) const
{
    const Change* change = cascade.change(slot);
    if (change == nullptr) return 0;
    const auto& all = m_hops.get([this] { return countHops(*model, outcome, causes(), cascade.changes); });
    return (*all)[static_cast<std::size_t>(change - cascade.changes.data())];
}

// The slot and its master part where their ways to their roots do: the last step on one of them
// that another operation took.
OpId Evaluation::brokenBy(const BrokenPromise& promise) const
{
    const auto slot = causes().wayOf(promise.slot);
    const auto master = causes().wayOf(promise.master);
    std::vector<std::uint32_t> parting;
    std::set_symmetric_difference(slot.begin(), slot.end(), master.begin(), master.end(), std::back_inserter(parting));
    OpId last;
    for (const std::uint32_t step : parting) // oldest first
        if (outcome.steps[step].operation != promise.operation) last = outcome.steps[step].operation;
    return last;
}

std::shared_ptr<const Evaluation> makeEvaluation(std::shared_ptr<const Model> model,
                                                 const Scenario& scenario)
{
    auto evaluation = std::make_shared<Evaluation>();
    evaluation->scenario = scenario;
    evaluation->outcome = evaluate(*model, scenario);
    evaluation->cascade = diff(*model, evaluation->outcome);
    evaluation->model = std::move(model);
    return evaluation;
}

std::shared_ptr<const Evaluation> compare(const Evaluation& from, const Evaluation& to)
{
    auto evaluation = std::make_shared<Evaluation>();
    evaluation->model = std::make_shared<const Model>(withBaseline(*to.model, from.outcome.table));
    evaluation->scenario = to.scenario;
    evaluation->outcome = to.outcome;
    evaluation->cascade = diff(*evaluation->model, evaluation->outcome);
    evaluation->origin = to.origin ? to.origin : to.model;
    return evaluation;
}

} // namespace alignscope

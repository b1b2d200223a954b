// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/evaluation.h"

#include "core/cascade/evaluate.h"
#include "core/cascade/replay.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace alignscope {

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

std::shared_ptr<const Evaluation> evaluationAt(const Evaluation& whole, std::size_t steps)
{
    const std::vector<Step>& all = whole.outcome.steps;
    const std::size_t count = std::min(steps, all.size());
    auto evaluation = std::make_shared<Evaluation>();
    evaluation->model = whole.model;
    evaluation->scenario = whole.scenario;
    Outcome& outcome = evaluation->outcome;
    outcome.steps.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
    outcome.warnings = whole.outcome.warnings;
    if (count == all.size()) {
        outcome.table = whole.outcome.table;
        outcome.error = whole.outcome.error;
    } else {
        outcome.table = whole.model->baseline;
        for (const Step& step : outcome.steps) applyStep(outcome.table, whole.outcome.table, step);
    }
    evaluation->cascade = diff(*evaluation->model, outcome);
    return evaluation;
}

std::shared_ptr<const Evaluation> compare(const Evaluation& from, const Evaluation& to)
{
    auto evaluation = std::make_shared<Evaluation>();
    evaluation->model = std::make_shared<const Model>(withBaseline(*to.model, from.outcome.table));
    evaluation->scenario = to.scenario;
    evaluation->outcome = to.outcome;
    evaluation->cascade = diffAgainst(*evaluation->model, evaluation->outcome, *to.model);
    return evaluation;
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/evaluation.h"

#include "core/cascade/evaluate.h"

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

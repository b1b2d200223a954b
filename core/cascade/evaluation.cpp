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

} // namespace alignscope

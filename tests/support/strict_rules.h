// SPDX-License-Identifier: Apache-2.0
// The rules S1 to S8 of the strict engine stated once more, plainly and slowly, and checked on an outcome.
#pragma once

#include "core/align/outcome.h"
#include "core/align/scenario.h"
#include "core/quant/model.h"

#include <functional>
#include <span>
#include <string>

namespace alignscope::test {

/// An engine under test: the production one, or one that is broken on purpose.
using StrictRun = std::function<Outcome(const Model&, const Scenario&)>;

/// What is checked: a model, a scenario of the strict engine, and the same model in another order.
struct StrictCase {
    const Model& model;
    Scenario scenario;
    const Model& shuffled; ///< the same slots by id; operations in another order
};

struct StrictRule {
    const char* name;
    /// The first violation as text; empty when the rule holds.
    std::string (*violation)(const StrictCase&, const StrictRun&);
};
/// sets, parameters, order, again, agreement, ranges, nothing, pointers, steps, promises.
[[nodiscard]] std::span<const StrictRule> strictRules();

} // namespace alignscope::test

// SPDX-License-Identifier: Apache-2.0
// Comparison: two outcomes on one graph, the slots that differ, and why. The other side is the other
// engine, another order of the operations, another scenario, or another file.
#pragma once

#include "core/base/task.h"
#include "core/cascade/evaluation.h"
#include "core/compare/difference_rule.h"
#include "core/compare/operation_order.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace alignscope {

struct SlotDifference {
    SlotId slot;
    bool parameters = false; ///< scale or offset differ; otherwise only state or master
    OpId operation;          ///< what made it so, here or there; may be invalid
    /// Sorted. Never empty between the engines; empty where the user asked for something else.
    std::vector<DifferenceReason> reasons;
};

/// What a file has that the other one has not.
struct Unmatched {
    std::vector<std::string> operations; ///< ids, in engine order
    std::vector<std::string> slots;      ///< of operations that are matched
    [[nodiscard]] bool empty() const noexcept { return operations.empty() && slots.empty(); }
};

struct Comparison {
    std::shared_ptr<const Evaluation> from; ///< the other side
    std::shared_ptr<const Evaluation> to;   ///< the scenario as it is; the graph of the open model
    std::vector<SlotDifference> slots;      ///< in slot order
    Unmatched unmatchedHere;                ///< two files only
    Unmatched unmatchedThere;
    std::vector<SlotId> otherSchemes;       ///< two files: slots with another width, policy or range of values

    struct Count {
        DifferenceRule rule;
        std::size_t slots = 0;
    };
    /// How many slots each rule has a part in, in order of the rules. `onlyParameters` leaves out those
    /// where only state or master differ.
    [[nodiscard]] std::vector<Count> counts(bool onlyParameters) const;
    [[nodiscard]] std::size_t parameterDifferences() const;
    /// Two files: they have at least one operation in common.
    [[nodiscard]] bool matchesAny() const { return unmatchedHere.operations.size() < to->model->graph->operationCount(); }
};

// All: thread any; never null members.

/// The scenario under the other engine, seen from its own. Every difference has a reason, unless the
/// task was stopped.
[[nodiscard]] Comparison compareEngines(const std::shared_ptr<const Model>& model, const Scenario& scenario,
                                        const Task& task = {});
/// The scenario with the operations in another order. For the strict engine nothing differs.
[[nodiscard]] Comparison compareOrders(const std::shared_ptr<const Model>& model, const Scenario& scenario,
                                       OperationOrderKind order);
[[nodiscard]] Comparison compareScenarios(const std::shared_ptr<const Model>& model, const Scenario& from,
                                          const Scenario& to);
/// The loaded state of another file, carried over to the open graph by the ids of operations and the names
/// of tensors. Slots without a counterpart are no differences; they are listed.
[[nodiscard]] Comparison compareModels(const Model& other, const std::shared_ptr<const Evaluation>& here);

} // namespace alignscope

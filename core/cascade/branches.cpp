// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/branches.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace alignscope {

std::vector<Branch> branchesOf(const Evaluation& evaluation)
{
    const auto& changes = evaluation.cascade.changes;
    if (changes.empty()) return {};
    const CauseIndex& causes = evaluation.causes();
    const SlotList& slots = evaluation.outcome.table.slots();
    std::vector<Branch> branches(evaluation.model->graph->operationCount() + 1); // the last one: without a cause
    for (std::uint32_t i = 0; i < changes.size(); ++i) {
        OpId operation;
        if (const auto first = causes.firstCause(changes[i].slot)) operation = evaluation.outcome.steps[*first].operation;
        Branch& branch = operation ? branches[operation.index()] : branches.back();
        branch.operation = operation;
        branch.changes.push_back(i);
        ++(changes[i].moved ? branch.slots.changed : branch.slots.joined);
        if (changes[i].moved && !slots.isParameter(changes[i].slot))
            branch.worst = std::max(branch.worst.value_or(0), changes[i].bitsLost().value_or(0));
    }
    std::erase_if(branches, [](const Branch& branch) { return branch.changes.empty(); });
    for (Branch& branch : branches)
        if (branch.slots.changed > 0 && branch.slots.joined > 0)
            std::stable_partition(branch.changes.begin(), branch.changes.end(), [&](std::uint32_t i) { return changes[i].moved; });
    std::stable_sort(branches.begin(), branches.end(), [](const Branch& a, const Branch& b) {
        return std::tuple(a.worst, a.slots.changed, a.slots.joined) > std::tuple(b.worst, b.slots.changed, b.slots.joined);
    });
    return branches;
}

} // namespace alignscope

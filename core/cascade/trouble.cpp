// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/trouble.h"

#include <algorithm>
#include <span>
#include <vector>

namespace alignscope {

Trouble troubleWithin(const Evaluation& evaluation, EvaluationSide side, std::span<const OpId> operations)
{
    const SlotList& slots = evaluation.model->baseline.slots();
    const Cascade& cascade = evaluation.cascade;
    std::vector<bool> inside(evaluation.model->graph->operationCount(), false);
    for (const OpId operation : operations) inside[operation.index()] = true;
    const auto count = [&](std::span<const OpId> list) {
        return static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](OpId op) { return inside[op.index()]; }));
    };
    const bool loaded = side == EvaluationSide::Loaded;
    Trouble trouble;
    trouble.misaligned = count(loaded ? cascade.misalignedBefore : cascade.misalignedAfter);
    trouble.split = count(loaded ? cascade.splitBefore : cascade.splitAfter);
    for (const RequantizeEdge& edge : loaded ? cascade.edgesBefore : cascade.edgesAfter)
        trouble.requantize += inside[slots[edge.edge.to].operation.index()] ? 1U : 0U;
    if (loaded) return trouble;
    std::vector<OpId> broken;
    for (const BrokenPromise& promise : cascade.brokenPromises) broken.push_back(promise.operation);
    std::sort(broken.begin(), broken.end());
    broken.erase(std::unique(broken.begin(), broken.end()), broken.end());
    trouble.broken = count(broken);
    OpId last;
    for (const Change& change : cascade.changes) { // in slot order, so an operation's stand together
        const Slot& slot = slots[change.slot];
        if (!inside[slot.operation.index()] || slot.parameter || !change.moved) continue;
        trouble.changed += slot.operation == last ? 0U : 1U;
        last = slot.operation;
        if (change.bitsLost) trouble.worstBitsLost = std::max(trouble.worstBitsLost.value_or(*change.bitsLost), *change.bitsLost);
    }
    return trouble;
}

} // namespace alignscope

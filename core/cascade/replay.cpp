// SPDX-License-Identifier: Apache-2.0
// Replaying an outcome: the state of each step's slot before and after it.
#include "core/cascade/replay.h"

#include "core/align/ranged_inputs.h"
#include "core/cascade/cascade.h"

namespace alignscope {

void applyStep(TqcTable& table, const TqcTable& final, const Step& step,
               const std::function<void(SlotId)>& onRead)
{
    const auto read = [&](SlotId slot) {
        if (onRead) onRead(slot);
        table.find(slot);
    };
    TqcRecord& record = table.record(step.slot);
    switch (step.action) {
    case Action::Skip:
    case Action::Refuse:
        return;
    case Action::Rerange:
        forRangedInputs(table, step.operation, read);
        read(step.slot);
        record.dominator = step.slot.value();
        table.setOwn(step.slot, step.scale, step.offset);
        break;
    case Action::Hull:
    case Action::Pin:
        record.dominator = step.slot.value();
        table.setOwn(step.slot, step.scale, step.offset);
        break;
    case Action::Passive:
        record.dominator = step.master.value();
        if (step.reason == Reason::BiasProduct) {
            const ParameterView values = final.own(step.slot);
            if (values.perChannel)
                table.setOwn(step.slot, ChannelParameters{{values.scale.begin(), values.scale.end()},
                                                          {values.offset.begin(), values.offset.end()}});
            else
                table.setOwn(step.slot, step.scale, step.offset);
        }
        break;
    case Action::Bind:
    case Action::Override:
        record.dominator = step.master.value();
        read(step.master);
        break;
    case Action::Join: // the strict engine leaves the pointers above alone
        record.dominator = step.master.value();
        break;
    }
    record.state = step.state;
}

std::vector<StepDetail> replay(const Model& model, const Outcome& outcome)
{
    TqcTable table = model.baseline;
    std::vector<StepDetail> details;
    details.reserve(outcome.steps.size());
    const auto firstOf = [](std::span<const float> values) {
        return values.empty() ? std::optional<float>() : std::optional<float>(values[0]);
    };
    for (const Step& step : outcome.steps) {
        StepDetail detail{};
        detail.slot = step.slot;
        const SlotValue before = slotValue(table, step.slot);
        detail.stateBefore = before.state;
        detail.masterBefore = before.master;
        detail.scaleBefore = firstOf(before.parameters.scale);
        detail.offsetBefore = firstOf(before.parameters.offset);
        applyStep(table, outcome.table, step);
        const SlotValue after = slotValue(table, step.slot);
        detail.stateAfter = after.state;
        detail.masterAfter = after.master;
        detail.scaleAfter = firstOf(after.parameters.scale);
        detail.offsetAfter = firstOf(after.parameters.offset);
        details.push_back(detail);
    }
    return details;
}

} // namespace alignscope

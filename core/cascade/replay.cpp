// SPDX-License-Identifier: Apache-2.0
#include "core/cascade/replay.h"

#include "core/align/ranged_inputs.h"

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

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Which inputs align to large takes into its range.
#pragma once

#include "core/quant/quantized.h"
#include "core/quant/tqc_table.h"

namespace alignscope {

/// Calls `visit(SlotId)` for each input slot of the operation whose range counts.
template <class Visit> void forRangedInputs(const TqcTable& table, OpId operation, Visit visit)
{
    std::uint32_t at = table.slots().firstSlot(operation).value();
    for (const Slot& slot : table.slots().slotsOf(operation)) {
        if (slot.io != SlotIo::In) return;
        const SlotId id(at++);
        if (!isFp32OrSoi(table.state(id)) && !slot.scheme.has(policy::kFloating)) visit(id);
    }
}

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Selection: the one thing that canvas, tables and inspector agree on.
#pragma once

#include "core/base/ids.h"
#include "core/quant/tqc_table.h"

#include <QMetaType>

#include <cstdint>

namespace alignscope::ui {

struct Selection {
    enum class Kind { None, Operation, Slot, Edge, Group, Block };
    Kind kind = Kind::None;
    OpId operation;     ///< Operation; also set for Slot
    SlotId slot;        ///< Slot; Edge: the consumer's input slot; Group: the root
    TensorId tensor;    ///< Edge
    std::uint32_t block = 0xffffffffU; ///< Block: a collapsed one, index in Session::blocks()
    bool operator==(const Selection&) const = default;
};

[[nodiscard]] inline Selection slotSelection(const SlotList& slots, SlotId slot)
{
    Selection selection;
    selection.kind = Selection::Kind::Slot;
    selection.slot = slot;
    selection.operation = slots[slot].operation;
    return selection;
}

} // namespace alignscope::ui

Q_DECLARE_METATYPE(alignscope::ui::Selection)

// SPDX-License-Identifier: Apache-2.0
// Whether a slot quantizes at all.
#pragma once

#include "core/quant/tqc_table.h"

namespace alignscope {

/// States in which a slot runs in float or carries shapes: never quantized, never aligned.
[[nodiscard]] inline bool isFp32OrSoi(TqcState state) noexcept
{
    return state == TqcState::Fp32 || state == TqcState::Soi;
}

/// FP32, SOI and slots without parameters do not quantize.
[[nodiscard]] inline bool isQuantized(const TqcTable& table, SlotId slot)
{
    return !isFp32OrSoi(table.state(slot)) && table.effective(slot).known();
}

} // namespace alignscope

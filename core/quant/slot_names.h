// SPDX-License-Identifier: Apache-2.0
// Slots by any of the names that people have for them, and names near one that is not there.
#pragma once

#include "core/quant/tqc_table.h"

#include <string>
#include <string_view>
#include <vector>

namespace alignscope {

/// A slot by its own id, by that of an operation (then its first output) or by the name of a tensor
/// (then where it is written, else where it is first read). Invalid when nothing is called so.
[[nodiscard]] SlotId slotNamed(const SlotList& slots, std::string_view name);
/// Up to `most` names of slots, operations and tensors with slots that come close to `name`, the
/// closest first: those that hold it as a part, then those with few letters exchanged.
[[nodiscard]] std::vector<std::string> nearNames(const SlotList& slots, std::string_view name, std::size_t most = 3);

} // namespace alignscope

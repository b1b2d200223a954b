// SPDX-License-Identifier: Apache-2.0
// ModelMatch: which slot of one file is which slot of another.
#pragma once

#include "core/quant/model.h"

#include <vector>

namespace alignscope {

/// Operations belong together when their ids and types are equal, else when they write a tensor of the
/// same name and have the same type; slots when they stand at the same place of such operations and read a
/// tensor of the same name, else at the same place. Nothing is matched twice.
struct ModelMatch {
    std::vector<SlotId> slotThere; ///< by slot here; invalid where there is none
    std::vector<SlotId> slotHere;  ///< by slot there
    std::vector<OpId> operationsHere;  ///< without a counterpart, in engine order
    std::vector<OpId> operationsThere;
    std::vector<SlotId> slotsHere;     ///< without one at a matched operation
    std::vector<SlotId> slotsThere;
};
/// Any two models, related or not. Thread: any.
[[nodiscard]] ModelMatch matchModels(const Model& here, const Model& there);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// LoadedState: what every diff needs of the loaded state, made once for a model.
#pragma once

#include "core/cascade/group_numbers.h"
#include "core/cascade/measures.h"
#include "core/quant/model.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace alignscope {

struct LoadedState {
    std::shared_ptr<const ResolvedTable::Slots> slots;
    Measures measures;
    GroupList groups;
    GroupNumbers numbers; ///< of `groups`
};

/// Of the model's baseline, which must have slots. Kept with the model from then on. Thread: any.
[[nodiscard]] std::shared_ptr<const LoadedState> loadedState(const Model& model);

} // namespace alignscope

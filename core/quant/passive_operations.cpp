// SPDX-License-Identifier: Apache-2.0
#include "core/quant/passive_operations.h"

#include <algorithm>
#include <iterator>

namespace alignscope {

bool isPassiveOperation(std::string_view type) noexcept
{
    static constexpr std::string_view kPassive[] = {
        "MaxPool", "GlobalMaxPool", "Reshape", "Flatten", "Identity", "DropoutSlice", "Pad", "Split",
        "Transpose", "Interp", "Squeeze", "Unsqueeze"};
    return std::find(std::begin(kPassive), std::end(kPassive), type) != std::end(kPassive);
}

} // namespace alignscope

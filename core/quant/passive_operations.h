// SPDX-License-Identifier: Apache-2.0
// Which operations carry their input's quantization through unchanged.
#pragma once

#include <string_view>

namespace alignscope {

/// PPQ 0.6.6's PASSIVE_OPERATIONS. Slice and Dropout are missing there: two names were written
/// without a comma between them (quirk 3 of the reference).
[[nodiscard]] bool isPassiveOperation(std::string_view type) noexcept;

} // namespace alignscope

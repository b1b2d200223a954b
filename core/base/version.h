// SPDX-License-Identifier: Apache-2.0
// The version of the program, as --version prints it and as exports record it.
#pragma once

#include <string_view>

namespace alignscope {

/// "0.1.0".
[[nodiscard]] std::string_view programVersion() noexcept;

} // namespace alignscope

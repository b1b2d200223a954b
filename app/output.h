// SPDX-License-Identifier: Apache-2.0
// Where a command's text goes: standard output or a file that is replaced as a whole.
#pragma once

#include "app/exit_code.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignscope::app {

/// `target` is a path or "-". Refuses to replace one of `inputs`. None when all is written.
[[nodiscard]] std::optional<Failure> writeOutput(std::string_view text, const std::string& target,
                                                 const std::vector<std::string>& inputs);

} // namespace alignscope::app

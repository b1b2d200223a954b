// SPDX-License-Identifier: Apache-2.0
// readTextFile: a small file as a string.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>

namespace alignscope {

/// The whole content. Refuses folders, pipes and devices (it never waits) and files of more than
/// `maxBytes`.
[[nodiscard]] Result<std::string> readTextFile(const std::string& path, std::size_t maxBytes);

} // namespace alignscope

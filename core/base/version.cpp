// SPDX-License-Identifier: Apache-2.0
#include "core/base/version.h"

namespace alignscope {

std::string_view programVersion() noexcept { return ALIGNSCOPE_VERSION; }

} // namespace alignscope

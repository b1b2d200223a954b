// SPDX-License-Identifier: Apache-2.0
// The slots of a table as comma separated values, one line a slot (RFC 4180).
#pragma once

#include "core/quant/tqc_table.h"

#include <string>

namespace alignscope {

/// With a header line. Per-channel values and policies are joined by spaces within their cell.
[[nodiscard]] std::string slotsCsv(const TqcTable& table);

} // namespace alignscope

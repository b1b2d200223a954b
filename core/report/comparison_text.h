// SPDX-License-Identifier: Apache-2.0
// Comparisons as a few lines of text for a terminal.
#pragma once

#include "core/report/comparison_json.h"

#include <span>
#include <string>

namespace alignscope {

/// Each with its counts, the slots that differ most, what is behind them, and what has no counterpart.
[[nodiscard]] std::string comparisonText(std::span<const NamedComparison> comparisons);

} // namespace alignscope

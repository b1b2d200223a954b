// SPDX-License-Identifier: Apache-2.0
// alignscope-diff/1: comparisons as JSON, what `diff` prints.
#pragma once

#include "core/compare/comparison.h"

#include <span>
#include <string>
#include <string_view>

namespace alignscope {

/// What stands on both sides, in the words of the caller ("ppq", "a.onnx").
struct NamedComparison {
    std::string from;
    std::string to;
    Comparison comparison;
};

/// `kind`: "models", "scenarios", "engines" or "orders". Every slot that differs on a line of its own.
[[nodiscard]] std::string comparisonJson(std::string_view model, std::string_view kind,
                                         std::span<const NamedComparison> comparisons);

} // namespace alignscope

// SPDX-License-Identifier: Apache-2.0
// Reading a scenario that stands inside another file. Private to core/report.
#pragma once

#include "core/align/scenario.h"
#include "core/base/json_field.h"

namespace alignscope {

inline constexpr std::string_view kScenarioSchema = "alignscope-scenario/1";
/// Bytes of the largest scenario or session file that is read.
inline constexpr std::size_t kMaxScenarioBytes = std::size_t{64} * 1024 * 1024;

/// `field` is an alignscope-scenario/1 object. Throws JsonFieldError.
[[nodiscard]] Scenario scenarioIn(const JsonField& field);

} // namespace alignscope

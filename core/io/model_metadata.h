// SPDX-License-Identifier: Apache-2.0
// The key-value pairs of an ONNX file without opening the model, and the keys of our own.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alignscope {

/// What an export leaves in the model: the scenario as JSON on one line, and who wrote it.
inline constexpr std::string_view kScenarioKey = "alignscope.scenario";
inline constexpr std::string_view kVersionKey = "alignscope.version";

using Metadata = std::vector<std::pair<std::string, std::string>>;
/// metadata_props in file order. Fails as openModel does. Thread: any.
[[nodiscard]] Result<Metadata> readModelMetadata(const std::string& path);
/// The first value of a key; nullptr when there is none.
[[nodiscard]] const std::string* valueOf(const Metadata& metadata, std::string_view key) noexcept;

} // namespace alignscope

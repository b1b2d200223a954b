// SPDX-License-Identifier: Apache-2.0
// What a file is, from its first bytes: formats that people mistake for ONNX are named.
#pragma once

#include "core/base/message.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace alignscope {

inline constexpr std::size_t kContentHeadBytes = 4096;

/// The sentence for a file that is certainly not ONNX; nothing when it may be one.
[[nodiscard]] std::optional<Message> whyNotOnnx(const std::string& path, std::string_view head);

/// First character that is no white space and no byte order mark is a '{'.
[[nodiscard]] bool looksLikeJson(std::string_view head);

} // namespace alignscope

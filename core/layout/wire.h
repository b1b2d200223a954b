// SPDX-License-Identifier: Apache-2.0
// What the program and its workers say to each other: frames of a magic number, a length and that
// many bytes. Both sides check everything; both run on one machine, so numbers keep its byte order.
#pragma once

#include "core/layout/dot_order.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace alignscope::layout
{

using Bytes = std::vector<std::byte>;

inline constexpr std::size_t kFrameHeaderBytes = 8;
inline constexpr std::size_t kMaxFrameBytes = std::size_t{32} * 1024 * 1024;

/// Header and body; the body must be smaller than kMaxFrameBytes.
[[nodiscard]] Bytes makeFrame(const Bytes& body);
/// Bytes of the body that follows `header` (kFrameHeaderBytes long); nothing if it is no header.
[[nodiscard]] std::optional<std::size_t> bodyBytes(std::span<const std::byte> header);

[[nodiscard]] Bytes encode(const DotQuestion& question);
[[nodiscard]] std::optional<DotQuestion> decodeQuestion(std::span<const std::byte> body);

/// An answer without an order says that dot refused.
[[nodiscard]] Bytes encode(const std::optional<DotOrder>& order);
/// Nothing if the bytes do not answer `question` or the order cannot be one of its nodes.
[[nodiscard]] std::optional<DotOrder> decodeOrder(std::span<const std::byte> body,
                                                  const DotQuestion& question);

} // namespace alignscope::layout

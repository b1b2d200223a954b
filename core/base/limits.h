// SPDX-License-Identifier: Apache-2.0
// Bounds on what an untrusted file may ask for. Beyond them a file is refused with a sentence.
#pragma once

#include <cstddef>
#include <cstdint>

namespace alignscope::limits {

inline constexpr std::size_t kMaxOperations = 2'000'000;
inline constexpr std::size_t kMaxTensors = 8'000'000;
inline constexpr std::size_t kMaxEdges = 16'000'000;
inline constexpr std::size_t kMaxNameBytes = 64 * 1024;
inline constexpr std::size_t kMaxRank = 64;
inline constexpr std::size_t kMaxChannels = 4'000'000;
inline constexpr std::size_t kMaxSkeletonBytes = std::size_t{512} * 1024 * 1024;
inline constexpr std::size_t kMaxJsonBytes = std::size_t{512} * 1024 * 1024;
inline constexpr std::size_t kMaxJsonValues = 40'000'000;
/// Payloads of at least this many bytes stay on disk until someone asks for them.
inline constexpr std::size_t kSmallPayloadBytes = 1024;

} // namespace alignscope::limits
